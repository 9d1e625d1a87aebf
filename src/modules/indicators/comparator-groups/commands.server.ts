import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { candidateAreas } from './queries.server.ts';
import { changedGroupInput, newGroupInput, oneGroupInput } from './schema.ts';
import * as store from './store.server.ts';
import { mostGroups, type ComparatorGroup } from './types.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/**
 * Adds a group of areas to compare with. Refuses areas of another nation or level, a name that is taken, a fourth group, and
 * texts that seem to hold personal details.
 */
export const addComparatorGroup = command({
  name: 'indicators.add-comparator-group',
  needs: 'indicators:edit',
  input: newGroupInput,
  example: {
    name: 'Councils like ours',
    areas: ['E08000001', 'E08000002', 'E08000003', 'E08000004', 'E08000005']
  },
  async run({ scope, input, tx, newId }) {
    const sound = await soundIn(tx, scope, input);
    if (!sound.ok) return sound;
    if ((await store.comparatorGroups(tx, scope)).length >= mostGroups) {
      return err({ kind: 'enough-groups' } as const);
    }
    const id = newId();
    await store.addComparatorGroup(tx, scope, id, input);
    return ok({ id });
  }
});

/** Changes a group of areas to compare with. */
export const changeComparatorGroup = command({
  name: 'indicators.change-comparator-group',
  needs: 'indicators:edit',
  input: changedGroupInput,
  example: {
    id: noRecord,
    name: 'Councils like ours',
    areas: ['E08000001', 'E08000002', 'E08000003', 'E08000004', 'E08000005'],
    version: 1
  },
  async run({ scope, input, tx }) {
    const { id, version, ...values } = input;
    const stored = (await store.comparatorGroups(tx, scope)).find((group) => group.id === id);
    if (stored === undefined) return err(notFound);
    const sound = await soundIn(tx, scope, values, id);
    if (!sound.ok) return sound;
    const saved = await store.saveComparatorGroup(tx, scope, { id, expected: version }, values);
    if (saved !== null) return ok({ version: saved });
    return err(await changedMeanwhile(tx, scope, 'comparator_group', stored, asForm(stored)));
  }
});

/** Removes a group: it is no longer compared with. Its history stays. */
export const removeComparatorGroup = command({
  name: 'indicators.remove-comparator-group',
  needs: 'indicators:edit',
  input: oneGroupInput,
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    return (await store.removeComparatorGroup(tx, scope, input.id)) ? ok() : err(notFound);
  }
});

type GroupValues = Omit<ComparatorGroup, 'id' | 'version'>;
type Unsound = { readonly kind: 'no-own-area' | 'areas-unlike' | 'group-name-taken' };

/** Whether the areas can be compared with the place, and the name is free. */
async function soundIn(
  tx: Tx,
  scope: ReadScope,
  { name, areas }: Pick<GroupValues, 'name' | 'areas'>,
  id?: string
): Promise<Result<undefined, Unsound>> {
  const candidates = await candidateAreas(tx, scope);
  if (candidates === null) return err({ kind: 'no-own-area' });
  const known = new Set(candidates.map(({ code }) => code));
  if (areas.some((code) => !known.has(code))) return err({ kind: 'areas-unlike' });
  const others = (await store.comparatorGroups(tx, scope)).filter((group) => group.id !== id);
  const isTaken = others.some((group) => group.name.toLowerCase() === name.toLowerCase());
  return isTaken ? err({ kind: 'group-name-taken' }) : ok();
}

function asForm({ name, reason, source, areas }: ComparatorGroup) {
  return { name, reason, source, areas: [...areas] };
}
