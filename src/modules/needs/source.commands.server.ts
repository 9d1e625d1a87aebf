import { err, ok, type Result } from '#core/result';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import { changedMeanwhile } from '#modules/partnerships/server';
import { newSourceInput, oneInput, sourceInput } from './schema.ts';
import * as store from './store.server.ts';
import type { DataSource } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Adds an entry to the data library. Refuses factors outside the spine, and free text that seems to hold personal details. */
export const addSource = command({
  name: 'needs.add-source',
  needs: 'indicators:edit',
  input: newSourceInput,
  example: { title: 'Library loans to under-fives', factors: ['learning-resources-in-the-home'] },
  async run({ scope, input, tx, newId }) {
    const factors = await factorsOf(tx, input.factors);
    if (!factors.ok) return factors;
    const id = newId();
    await store.addSource(tx, scope, id, { ...input, factors: factors.value });
    return ok({ id });
  }
});

/** Changes an entry of the data library. */
export const changeSource = command({
  name: 'needs.change-source',
  needs: 'indicators:edit',
  input: sourceInput,
  example: { id: none, title: 'Library loans to under-fives', version: 1 },
  async run({ scope, input, tx }) {
    const stored = (await store.sources(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined) return err(notFound);
    const factors = await factorsOf(tx, input.factors);
    if (!factors.ok) return factors;
    const version = await store.saveSource(tx, scope, { ...input, factors: factors.value });
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'data_source', stored, asForm(stored)));
  }
});

/** Removes an entry on which no question waits. Its history stays. */
export const removeSource = command({
  name: 'needs.remove-source',
  needs: 'indicators:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const questions = await store.questions(tx, scope);
    if (questions.some((question) => question.dataSourceId === input.id)) {
      return err({ kind: 'has-questions' } as const);
    }
    return (await store.remove(tx, scope, 'dataSource', input.id)) ? ok() : err(notFound);
  }
});

type UnknownLink = { readonly kind: 'unknown-link'; readonly field: string };

async function factorsOf(
  tx: Tx,
  wanted: readonly string[]
): Promise<Result<FactorId[], UnknownLink>> {
  const known = new Map<string, FactorId>((await getSpine(tx)).factors.map(({ id }) => [id, id]));
  const factors = wanted.flatMap((id) => known.get(id) ?? []);
  return factors.length === wanted.length
    ? ok(factors)
    : err({ kind: 'unknown-link', field: 'factors' });
}

function asForm(stored: DataSource): ChangedMeanwhile['theirs'] {
  const { id, version, ...fields } = stored;
  return {
    ...fields,
    factors: [...stored.factors],
    indicatorIds: [...stored.indicatorIds],
    freshOn: stored.freshOn ?? ''
  };
}
