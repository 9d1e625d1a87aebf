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
import { areasWithMembers } from './member-uptake.ts';
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
    const written = {
      bodies: (await store.bodies.list(tx, scope)).filter((one) => one.takesUpAims),
      uptakes: await store.uptakes.list(tx, scope, { aimId: aim.id }),
      elements: await store.elements.list(tx, scope, { aimId: aim.id })
    };
    const shown = await store.shownUptakes(tx, scope);
    return ok({
      aim,
      priority: priorities.find(({ id }) => id === aim.planPriorityId) ?? null,
      ...areasWithMembers(
        written,
        shown.filter(({ aimId }) => aimId === aim.id)
      ),
      today: dateOf(now)
    });
  }
});

/** Every aim of the plan with how each area takes it up: what members say themselves before what was written down for them. */
export const viewAreas = query({
  name: 'bodies.view-areas',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { aims, priorities } = await planOf(tx, scope);
    const bodies = (await store.bodies.list(tx, scope)).filter((one) => one.takesUpAims);
    const uptakes = await store.uptakes.list(tx, scope);
    const shown = await store.shownUptakes(tx, scope);
    const whole = areasWithMembers({ bodies, uptakes: [], elements: [] }, shown);
    return ok({
      bodies: whole.bodies,
      aims: aimsOnce(aims)
        .filter(({ sameAs }) => sameAs === null)
        .map((aim) => {
          const of = { aimId: aim.id };
          const own = areasWithMembers(
            { bodies, uptakes: uptakes.filter(({ aimId }) => aimId === of.aimId), elements: [] },
            shown.filter(({ aimId }) => aimId === of.aimId)
          );
          return {
            id: aim.id,
            title: aim.title,
            priority: priorities.find(({ id }) => id === aim.planPriorityId)?.title ?? '',
            uptakes: own.uptakes
          };
        })
    });
  }
});

/** The partnerships that are members of this collaborative, for the form of a body. */
export const viewMembers = query({
  name: 'bodies.view-members',
  needs: 'plan:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await store.members(tx, scope));
  }
});

/** The aims of the collaboratives that this partnership is a member of, each with how it is taken up here. */
export const viewRegionalAims = query({
  name: 'bodies.view-regional-aims',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const answers = await store.memberUptakes.list(tx, scope);
    return ok(
      (await store.regionalAims(tx, scope)).map((aim) => ({
        ...aim,
        answer: answers.find(({ aimId }) => aimId === aim.id) ?? null
      }))
    );
  }
});

/** One aim of a collaborative, what is to be the same everywhere, and how this partnership takes it up. */
export const viewRegionalAim = query({
  name: 'bodies.view-regional-aim',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const aim = (await store.regionalAims(tx, scope)).find(({ id }) => id === input.id);
    if (aim === undefined) return err(notFound);
    const [answer] = await store.memberUptakes.list(tx, scope, { aimId: aim.id });
    const { aims } = await planOf(tx, scope);
    return ok({
      aim,
      elements: await store.regionalElements(tx, scope, aim.id),
      answer: answer ?? null,
      localAims: aims
        .filter(({ id }) => answer?.localAimIds.includes(id) === true)
        .map(({ id, title }) => ({ id, title }))
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
