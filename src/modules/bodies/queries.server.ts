import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { aimsOnce, outlineOf } from '#modules/delivery';
import { planOf } from '#modules/delivery/server';
import { groups } from '#modules/groups/server';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import * as store from './store.server.ts';
import type { ComparedPlan, VersionHead } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The versions, the newest first, and the bodies of the plan. */
export const viewVersions = query({
  name: 'bodies.view-versions',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok({
      versions: await store.versions(tx, scope),
      bodies: await store.bodies.list(tx, scope)
    });
  }
});

/** One version with what it holds and what each body said. */
export const viewPlanVersion = query({
  name: 'bodies.view-version',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const version = await store.findVersion(tx, scope, input.id);
    if (version === null) return err(notFound);
    return ok({ version, versions: await store.versions(tx, scope) });
  }
});

const versionOrNow = v.union([v.literal('now'), v.pipe(v.string(), v.uuid())]);

/** Two versions to compare; `now` is the plan as it stands. */
export const viewTwoVersions = query({
  name: 'bodies.view-two-versions',
  needs: 'records:read',
  input: v.object({ from: versionOrNow, to: versionOrNow }),
  example: { from: 'now', to: 'now' },
  async run({ scope, input, tx }) {
    const side = async (which: string): Promise<ComparedPlan | null> => {
      if (which !== 'now') {
        const version = await store.findVersion(tx, scope, which);
        return version === null
          ? null
          : { name: `version ${version.number}`, content: version.content };
      }
      const content = outlineOf(await planOf(tx, scope), await groups.list(tx, scope));
      return { name: 'today', content };
    };
    const from = await side(input.from);
    const to = await side(input.to);
    if (from === null || to === null) return err(notFound);
    return ok({ from, to, versions: await store.versions(tx, scope) });
  }
});

/** How each body with an area of its own takes up one aim, and what is to be the same everywhere. */
export const viewUptake = query({
  name: 'bodies.view-uptake',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const { aims, priorities } = await planOf(tx, scope);
    const aim = aimsOnce(aims).find(({ id }) => id === input.id);
    if (aim === undefined) return err(notFound);
    const bodies = await store.bodies.list(tx, scope);
    return ok({
      aim,
      priority: priorities.find(({ id }) => id === aim.planPriorityId) ?? null,
      bodies: bodies.filter((one) => one.takesUpAims),
      uptakes: await store.uptakes.list(tx, scope, { aimId: aim.id }),
      elements: await store.elements.list(tx, scope, { aimId: aim.id }),
      today: dateOf(now)
    });
  }
});

/** For the check of the plan: the bodies, and the newest version with what each said of it. */
export async function approvalsOf(
  tx: Tx,
  scope: ReadScope
): Promise<{
  readonly bodies: Awaited<ReturnType<typeof store.bodies.list>>;
  readonly latest: VersionHead | null;
}> {
  const [latest] = await store.versions(tx, scope);
  return { bodies: await store.bodies.list(tx, scope), latest: latest ?? null };
}
