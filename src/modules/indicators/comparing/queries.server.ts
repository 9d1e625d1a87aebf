import { err, ok } from '#core/result';
import { optionalId } from '#platform/fields';
import { lastChangeOf } from '#platform/last-change';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { comparatorGroupKind } from '../kinds.ts';
import { openAreas } from '../open/store.server.ts';
import { type Candidate, candidatesFor, mostGroups } from './candidates.ts';
import { whereaboutsOf } from './place.server.ts';
import { comparatorGroups } from './store.server.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';

/** The areas that can be compared with the place, by region and name; null where the place has no area of its own. */
export async function candidateAreas(tx: Tx, scope: ReadScope): Promise<Candidate[] | null> {
  const { here } = await whereaboutsOf(tx, scope);
  const areas = await openAreas(tx);
  const own = areas.find((area) => area.code === here?.code);
  return own === undefined ? null : candidatesFor(own, areas);
}

/** What the place is compared with: what is published, and the groups of its own with the names of their areas. */
export const viewComparators = query({
  name: 'indicators.view-comparators',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const where = await whereaboutsOf(tx, scope);
    const groups = await comparatorGroups.list(tx, scope);
    const names = new Map((await openAreas(tx)).map(({ code, name }) => [code, name]));
    const set = where.sets.find(({ kind }) => kind !== 'group');
    return ok({
      hereName: where.here?.name ?? null,
      nationName: where.nation?.name ?? null,
      regionName: where.region?.name ?? null,
      set: set && {
        kind: set.kind,
        areas: set.areas
          .map(({ name }) => name)
          .sort((one, other) => one.localeCompare(other, 'en-GB'))
      },
      groups: groups.map((group) => ({
        ...group,
        areaNames: group.areas.map((code) => names.get(code) ?? code)
      })),
      mayHaveMore: groups.length < mostGroups && where.here !== null
    });
  }
});

/** What the form of a group offers, and the group as it stands, with who last changed it. */
export const viewComparatorForm = query({
  name: 'indicators.view-comparator-form',
  needs: comparatorGroupKind.permission.change,
  input: v.object({ id: optionalId() }),
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    const areas = await candidateAreas(tx, scope);
    if (input.id === null) return ok({ areas, record: null, last: null });
    const record = await comparatorGroups.find(tx, scope, input.id);
    if (record === null) return err({ kind: 'not-found' } as const);
    return ok({ areas, record, last: await lastChangeOf(tx, scope, 'comparator_group', input.id) });
  }
});
