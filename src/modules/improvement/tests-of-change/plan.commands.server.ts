import { err, ok, type Result } from '#core/result';
import type { ValuesOf } from '#modules/records';
import { savedOrChanged } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import type * as v from 'valibot';
import { joinConditions } from './conditions.ts';
import { planKind } from './kinds.ts';
import { predictionsAsSent, withRows } from './numbered-rows.ts';
import type { ImprovementProblem } from '../problems.ts';
import * as projectStore from '../projects/projects.store.server.ts';
import { newTestInput, planInput } from '../schema.ts';
import * as store from './tests.store.server.ts';
import type { ChangeIdeaId, ProjectId, TestId } from '../types.ts';
import * as predictionStore from './predictions.store.server.ts';

/** Planning tests of change: every test has a prediction before it has a result. */

const nobody = '00000000-0000-4000-8000-000000000000';

const examplePlan = {
  changeTried: 'Give one family a book in a cloth bag',
  plannedFor: '2026-03-03',
  predictions: [{ question: 'Will it be read?', prediction: 'On three evenings of seven' }]
};

/**
 * Plans a test. Without a change idea, what is tried becomes one, so that a test can be written down in two minutes.
 * Refuses: a test without a prediction; an idea or an earlier test of another project.
 */
export const planTest = command({
  name: 'improvement.plan-test',
  needs: 'improvement:record',
  input: newTestInput,
  example: { projectId: nobody, ...examplePlan },
  run: (context) => planTestIn(context)
});

/**
 * Plans a test in the transaction of whoever asks: higher modules tie what they know to the test they plan.
 * Refuses what `planTest` refuses.
 */
export async function planTestIn({
  scope,
  input,
  tx,
  now,
  newId
}: {
  readonly scope: WriteScope;
  readonly input: v.InferOutput<typeof newTestInput>;
  readonly tx: Tx;
  readonly now: Date;
  readonly newId: () => string;
}): Promise<
  Result<{ id: TestId; number: number }, ImprovementProblem | { readonly kind: 'not-found' }>
> {
  const project = await projectStore.projects.find(tx, scope, input.projectId);
  if (project === null) return err({ kind: 'not-found' });
  if (input.followsId !== null) {
    const before = await store.findTest(tx, scope, input.followsId);
    if (before?.projectId !== project.id) return err({ kind: 'not-found' });
  }
  const idea = await ideaFor(tx, scope, input, newId);
  if (!idea.ok) return idea;
  const id = newId() as TestId; // made here
  const { projectId, followsId } = input;
  const ties = { id, projectId, followsId, changeIdeaId: idea.value };
  const number = await store.addTest(tx, scope, { ...planOf(input), ...ties });
  await predictionStore.writePredictions(
    tx,
    scope,
    id,
    input.predictions.map((one) => ({ ...one, id: newId(), writtenAt: now }))
  );
  return ok({ id, number });
}

/** The plan as it is stored: conditions that were ticked stand with those that were written. */
function planOf(sent: ValuesOf<typeof planKind> & { readonly knownConditions: readonly string[] }) {
  const conditions = joinConditions(sent.knownConditions, sent.conditions);
  return store.fieldsOf(planKind, { ...sent, conditions });
}

async function ideaFor(
  tx: Tx,
  scope: WriteScope,
  input: {
    readonly projectId: ProjectId;
    readonly changeIdeaId: ChangeIdeaId | null;
    readonly newIdea: string;
    readonly changeTried: string;
  },
  newId: () => string
): Promise<Result<ChangeIdeaId, ImprovementProblem>> {
  const known = await projectStore.ideas.list(tx, scope, { projectId: input.projectId });
  if (input.changeIdeaId !== null && input.newIdea === '') {
    const chosen = known.find(({ id }) => id === input.changeIdeaId);
    return chosen === undefined ? err({ kind: 'idea-of-another-project' }) : ok(chosen.id);
  }
  const text = (input.newIdea === '' ? input.changeTried : input.newIdea).slice(0, 300);
  const same = known.find((idea) => idea.text.toLowerCase() === text.toLowerCase());
  if (same !== undefined) return ok(same.id);
  const id = newId() as ChangeIdeaId; // made here
  await projectStore.ideas.add(tx, scope, id, { projectId: input.projectId, text });
  return ok(id);
}

/**
 * Changes the plan of a test. Once a result is known its predictions can only be reworded, and what each said first
 * stays beside it.
 */
export const changePlan = command({
  name: 'improvement.change-plan',
  needs: 'improvement:record',
  input: planInput,
  example: { testId: nobody, ...examplePlan, version: 1 },
  async run({ scope, input, tx, now, newId }) {
    const stored = await store.findTest(tx, scope, input.testId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const step = { tx, scope, kind: planKind, id: stored.id };
    const saved = await savedOrChanged(step, planOf(input), input.version);
    if (!saved.ok) return withRows(saved, predictionsAsSent(stored));
    const { version } = saved.value;

    const isKnown = stored.predictions.some(({ result }) => result !== null);
    if (isKnown) {
      for (const [index, before] of stored.predictions.entries()) {
        const words = input.predictions[index];
        if (words === undefined) continue;
        if (words.prediction === before.prediction && words.question === before.question) continue;
        await predictionStore.rewordPrediction(tx, scope, before, words);
      }
      return ok({ version });
    }
    const kept = input.predictions.map((one) => {
      const before = stored.predictions.find(
        (other) => other.prediction === one.prediction && other.question === one.question
      );
      return { ...one, id: newId(), writtenAt: before?.writtenAt ?? now };
    });
    await predictionStore.writePredictions(tx, scope, stored.id, kept);
    return ok({ version });
  }
});
