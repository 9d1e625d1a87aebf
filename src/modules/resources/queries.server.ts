import { dateOf } from '#core/dates';
import { ok } from '#core/result';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import type { Risk } from './kinds.ts';
import { againstWhatExists, byLevel, missingOf, sumsOf } from './rules.ts';
import * as store from './store.server.ts';

/** The risk register: what is open first, the highest first. */
export const viewRisks = query({
  name: 'resources.view-risks',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { aims } = await store.planHere(tx, scope);
    return ok({ today: dateOf(now), aims, risks: byLevel(await store.risks.list(tx, scope)) });
  }
});

/** What the plan needs, what is committed and what there is, with its sums and what is missing. */
export const viewResources = query({
  name: 'resources.view-resources',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  run: async ({ scope, tx }) => ok(await resourcesOf(tx, scope))
});

/** For the page and the report of a year: lines, sums, what each partner has, what is missing. */
export async function resourcesOf(tx: Tx, scope: ReadScope) {
  const plan = await store.planHere(tx, scope);
  const lines = await store.lines.list(tx, scope);
  const limits = await store.limits.list(tx, scope);
  const against = againstWhatExists(lines, limits);
  return {
    ...plan,
    lines,
    limits,
    sums: sumsOf(lines, plan),
    against,
    missing: missingOf(lines, plan, against)
  };
}

/** For reports: every risk, the open and highest first. */
export async function risksOf(tx: Tx, scope: ReadScope): Promise<Risk[]> {
  return byLevel(await store.risks.list(tx, scope));
}

/** For home, calendar and letter: open risks that are to be looked at again on a day. */
export async function dueRisks(tx: Tx, scope: ReadScope) {
  return (await store.risks.list(tx, scope)).flatMap(
    ({ id, title, ownerRole, reviewOn, status }) =>
      status === 'open' && reviewOn !== null ? [{ id, title, ownerRole, on: reviewOn }] : []
  );
}
