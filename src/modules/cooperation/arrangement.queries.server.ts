import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { latestAgreed } from '#modules/assessments/server';
import { groups } from '#modules/groups/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import type { Arrangements } from './arrangement-sentences.ts';
import * as store from './store.server.ts';

/** The pack by which a partnership says how sure it is of its governance. */
const governancePack = 'instruments/governance';

/** What is written down of governance beyond the groups, for pages, reports and the strategy. */
export async function arrangementsOf(tx: Tx, scope: ReadScope): Promise<Arrangements> {
  const [form = null] = await store.legalForms.list(tx, scope);
  return {
    parts: await store.governanceParts.list(tx, scope),
    form,
    commitments: await store.commitments.list(tx, scope),
    policies: await store.partnerPolicies.list(tx, scope),
    bodies: await store.bodyTitles(tx, scope)
  };
}

/** Governance beyond the groups, with how sure the partnership agreed to be of each function and feature. */
export const viewArrangements = query({
  name: 'cooperation.view-arrangements',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { topics, rounds } = await latestAgreed(tx, scope, governancePack);
    return ok({
      ...(await arrangementsOf(tx, scope)),
      sureness: topics,
      rounds,
      groups: (await groups.list(tx, scope)).map(({ id, name }) => ({ id, title: name })),
      aims: await store.aimTitles(tx, scope),
      today: dateOf(now)
    });
  }
});

/** The legal form with its version, for the review of all arrangements. */
export const viewArrangementReview = query({
  name: 'cooperation.view-arrangement-review',
  needs: 'cooperation:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const [record] = await store.legalForms.list(tx, scope);
    return record === undefined ? err({ kind: 'not-found' } as const) : ok({ record });
  }
});
