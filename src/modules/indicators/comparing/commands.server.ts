import { err, ok } from '#core/result';
import { editing } from '#modules/records/server';
import { holdKind } from '#platform/saving';
import { comparatorGroupKind } from '../kinds.ts';
import { explainIndicatorProblem } from '../sentences.ts';
import { mostGroups } from './candidates.ts';
import { candidateAreas } from './queries.server.ts';
import { comparatorGroups } from './store.server.ts';

/**
 * Groups of areas to compare with. Refuses areas of another nation or level, a name that is taken, a fourth group, and texts that
 * seem to hold personal details.
 */
export const {
  add: addComparatorGroup,
  change: changeComparatorGroup,
  remove: removeComparatorGroup
} = editing(comparatorGroupKind, {
  example: {
    name: 'Councils like ours',
    areas: ['E08000001', 'E08000002', 'E08000003', 'E08000004', 'E08000005']
  },
  async check({ tx, scope, values, stored }) {
    const candidates = await candidateAreas(tx, scope);
    if (candidates === null) return err({ kind: 'no-own-area' } as const);
    const known = new Set(candidates.map(({ code }) => code));
    if (values.areas.some((code) => !known.has(code))) {
      return err({ kind: 'areas-unlike' } as const);
    }
    await holdKind(tx, scope, 'comparator groups');
    const groups = await comparatorGroups.list(tx, scope);
    const name = values.name.toLowerCase();
    if (groups.some((one) => one.id !== stored?.id && one.name.toLowerCase() === name)) {
      return err({ kind: 'group-name-taken' } as const);
    }
    const isFull = stored === null && groups.length >= mostGroups;
    return isFull ? err({ kind: 'enough-groups' } as const) : ok(values);
  },
  explain: explainIndicatorProblem
});
