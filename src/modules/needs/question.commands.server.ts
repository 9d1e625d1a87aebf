import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { changedMeanwhile } from '#modules/partnerships/server';
import { answeredProblem } from './questions.ts';
import { findingInput, newQuestionInput, oneInput, questionInput } from './schema.ts';
import * as store from './store.server.ts';
import type { NeedsQuestion } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Adds a question to the needs-analysis plan. Whoever works with families may ask one. */
export const addQuestion = command({
  name: 'needs.add-question',
  needs: 'indicators:add-values',
  input: newQuestionInput,
  example: { question: 'Where do families of shift workers play?', method: 'listening-session' },
  async run({ scope, input, tx, newId }) {
    const problem = answeredProblem(input.status, null);
    if (problem !== null) return err(problem);
    const factor = await factorOf(tx, scope, input);
    if (!factor.ok) return factor;
    const id = newId();
    const question = { ...input, factor: factor.value, finding: '', foundOn: null };
    await store.addQuestion(tx, scope, id, question);
    return ok({ id });
  }
});

/** Changes a question: how it will be answered, by whom, until when. Refuses `answered` while nothing was found. */
export const changeQuestion = command({
  name: 'needs.change-question',
  needs: 'indicators:edit',
  input: questionInput,
  example: {
    id: none,
    question: 'Where do families of shift workers play?',
    method: 'interview',
    version: 1
  },
  async run({ scope, input, tx }) {
    const stored = (await store.questions(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined) return err(notFound);
    const problem = answeredProblem(input.status, stored);
    if (problem !== null) return err(problem);
    const factor = await factorOf(tx, scope, input);
    if (!factor.ok) return factor;
    const next = { ...stored, ...input, factor: factor.value };
    const version = await store.saveQuestion(tx, scope, next);
    if (version !== null) return ok({ version });
    const theirs = {
      question: stored.question,
      gap: stored.gap,
      method: stored.method,
      resource: stored.resource,
      ownerRole: stored.ownerRole,
      dueOn: stored.dueOn ?? '',
      factor: stored.factor ?? '',
      dataSourceId: stored.dataSourceId ?? '',
      status: stored.status
    };
    return err(await changedMeanwhile(tx, scope, 'needs_question', stored, theirs));
  }
});

/** Writes down what was found, which answers the question. Refuses a day to come, and text that seems to hold personal details. */
export const recordFinding = command({
  name: 'needs.record-finding',
  needs: 'indicators:add-values',
  input: findingInput,
  example: {
    id: none,
    finding: 'In the yard behind the mill, after six',
    foundOn: '2026-01-20',
    version: 1
  },
  async run({ scope, input, tx, now }) {
    const { finding, foundOn, version: expected } = input;
    const stored = (await store.questions(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined) return err(notFound);
    if (foundOn > dateOf(now)) return err({ kind: 'day-ahead', field: 'foundOn' } as const);
    const next: NeedsQuestion = {
      ...stored,
      finding,
      foundOn,
      status: 'answered',
      version: expected
    };
    const version = await store.saveQuestion(tx, scope, next);
    if (version !== null) return ok({ version });
    const theirs: ChangedMeanwhile['theirs'] = {
      finding: stored.finding,
      foundOn: stored.foundOn ?? ''
    };
    return err(await changedMeanwhile(tx, scope, 'needs_question', stored, theirs));
  }
});

/** Removes a question. Its history stays; usually it is better to say that it was dropped. */
export const removeQuestion = command({
  name: 'needs.remove-question',
  needs: 'indicators:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await store.remove(tx, scope, 'needsQuestion', input.id)) ? ok() : err(notFound);
  }
});

type UnknownLink = { readonly kind: 'unknown-link'; readonly field: string };

/** The factor as one of the spine. Refuses another, and a source that is not in this library. */
async function factorOf(
  tx: Tx,
  scope: WriteScope,
  links: { readonly factor: string | null; readonly dataSourceId: string | null }
): Promise<Result<FactorId | null, UnknownLink>> {
  const { dataSourceId } = links;
  if (dataSourceId !== null) {
    const sources = await store.sources(tx, scope);
    if (!sources.some((one) => one.id === dataSourceId)) {
      return err({ kind: 'unknown-link', field: 'dataSourceId' });
    }
  }
  if (links.factor === null) return ok(null);
  const factor = (await getSpine(tx)).factors.find(({ id }) => id === links.factor);
  return factor === undefined ? err({ kind: 'unknown-link', field: 'factor' }) : ok(factor.id);
}
