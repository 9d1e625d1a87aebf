import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import type { RecordProblem, ValuesOf } from '#modules/records';
import { savedOrChanged } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { decisionKind, doingKind, reportKind, studyKind } from './kinds.ts';
import { resultsAsSent, withRows } from './numbered-rows.ts';
import { onceForTest } from './once.server.ts';
import type { ImprovementProblem } from '../problems.ts';
import { needsNextStep } from '../rules.ts';
import { decisionInput, doingInput, reportInput, studyInput } from '../schema.ts';
import * as store from './tests.store.server.ts';
import type { Test, TestId } from '../types.ts';
import * as predictionStore from './predictions.store.server.ts';

/** Recording tests of change: what happened, a result beside each prediction, a decision. */

const nobody = '00000000-0000-4000-8000-000000000000';

type Doing = ValuesOf<typeof doingKind>;
type Study = ValuesOf<typeof studyKind> & {
  readonly results: readonly { readonly result: string }[];
};
type Deciding = ValuesOf<typeof decisionKind>;

function checkDoing(doing: Doing, now: Date): Result<undefined, ImprovementProblem> {
  return doing.doneOn > dateOf(now) ? err({ kind: 'done-ahead', doneOn: doing.doneOn }) : ok();
}

/** Every prediction needs its result, and there is no result without a prediction. */
function checkStudy(test: Test, study: Study): Result<undefined, ImprovementProblem> {
  if (test.predictions.length === 0) return err({ kind: 'no-prediction' });
  const beyond = study.results.findIndex(
    ({ result }, index) => result !== '' && test.predictions[index] === undefined
  );
  if (beyond >= 0) return err({ kind: 'result-without-prediction', position: beyond + 1 });
  const missing = test.predictions
    .filter((_, index) => (study.results[index]?.result ?? '') === '')
    .map(({ position }) => position);
  return missing.length > 0 ? err({ kind: 'result-missing', positions: missing }) : ok();
}

function checkDecision(deciding: Deciding): Result<undefined, ImprovementProblem> {
  return needsNextStep(deciding.decision) && deciding.nextStep === ''
    ? err({ kind: 'next-step-missing' })
    : ok();
}

async function writeResults(tx: Tx, scope: WriteScope, test: Test, study: Study): Promise<void> {
  for (const [index, prediction] of test.predictions.entries()) {
    const result = study.results[index]?.result ?? '';
    if (result !== '' && result !== prediction.result) {
      await predictionStore.writeResult(tx, scope, prediction.id, result);
    }
  }
}

async function begun(
  tx: Tx,
  scope: ReadScope,
  { testId }: { readonly testId: TestId }
): Promise<Result<Test, ImprovementProblem | { readonly kind: 'not-found' }>> {
  const test = await store.findTest(tx, scope, testId);
  return test === null ? err({ kind: 'not-found' }) : ok(test);
}

/** What happened when the change was tried (Do). May be corrected later; the history keeps what it said. */
export const recordDoing = command({
  name: 'improvement.record-doing',
  needs: 'improvement:record',
  input: doingInput,
  example: {
    testId: nobody,
    carriedOut: 'as-planned',
    observations: 'The book came back on Monday',
    doneOn: '2026-03-01',
    version: 1
  },
  async run({ scope, input, tx, now }) {
    const test = await begun(tx, scope, input);
    if (!test.ok) return test;
    const checked = checkDoing(input, now);
    if (!checked.ok) return checked;
    const stored = test.value;
    const status = stored.status === 'planned' ? 'done' : stored.status;
    const step = { tx, scope, kind: doingKind, id: stored.id };
    return savedOrChanged(step, { ...store.fieldsOf(doingKind, input), status }, input.version);
  }
});

/** What it shows (Study): a result beside each prediction, and whether it helped. */
export const recordStudy = command({
  name: 'improvement.record-study',
  needs: 'improvement:record',
  input: studyInput,
  example: {
    testId: nobody,
    results: [{ result: 'On five evenings' }],
    wasImprovement: 'yes',
    version: 1
  },
  async run({ scope, input, tx, now }) {
    const test = await begun(tx, scope, input);
    if (!test.ok) return test;
    const stored = test.value;
    if (stored.status === 'planned') {
      return err({ kind: 'step-out-of-order', status: stored.status } as const);
    }
    const checked = checkStudy(stored, input);
    if (!checked.ok) return checked;
    const step = { tx, scope, kind: studyKind, id: stored.id };
    const shown = {
      ...store.fieldsOf(studyKind, input),
      studiedOn: stored.studiedOn ?? dateOf(now),
      status: stored.status === 'done' ? ('studied' as const) : stored.status
    };
    const saved = await savedOrChanged(step, shown, input.version);
    if (!saved.ok) return withRows(saved, resultsAsSent(stored));
    await writeResults(tx, scope, stored, input);
    return saved;
  }
});

/** What comes next (Act): adopt, adapt, abandon, or not decided yet. */
export const decideNext = command({
  name: 'improvement.decide-next',
  needs: 'improvement:record',
  input: decisionInput,
  example: { testId: nobody, decision: 'adopt', version: 1 },
  async run({ scope, input, tx, now }) {
    const test = await begun(tx, scope, input);
    if (!test.ok) return test;
    const stored = test.value;
    if (stored.status === 'planned' || stored.status === 'done') {
      return err({ kind: 'step-out-of-order', status: stored.status } as const);
    }
    const checked = checkDecision(input);
    if (!checked.ok) return checked;
    const step = { tx, scope, kind: decisionKind, id: stored.id };
    const decidedOn = stored.decidedOn ?? dateOf(now);
    const decided = { ...store.fieldsOf(decisionKind, input), decidedOn, status: 'acted' } as const;
    return savedOrChanged(step, decided, input.version);
  }
});

/** What happened, what it shows and what comes next in one go: the two-minute way of completing a planned test. */
export const reportTest = command({
  name: 'improvement.report-test',
  needs: 'improvement:record',
  input: reportInput,
  example: {
    testId: nobody,
    carriedOut: 'as-planned',
    observations: 'The book came back on Monday',
    doneOn: '2026-03-01',
    results: [{ result: 'On five evenings' }],
    wasImprovement: 'yes',
    decision: 'adopt',
    version: 1
  },
  async run({ scope, input, tx, now }) {
    const { sendingId, ...content } = input;
    const test = await begun(tx, scope, content);
    if (!test.ok) return test;
    return onceForTest(tx, scope, { id: sendingId, content, now }, () =>
      report(tx, scope, test.value, content, now)
    );
  }
});

/** Writes down what happened, what it shows and what comes next. Assumes: its texts were looked at for personal details. */
export async function report(
  tx: Tx,
  scope: WriteScope,
  stored: Test,
  input: Doing & Study & Deciding & { readonly version: number },
  now: Date
): Promise<Result<Test, ImprovementProblem | RecordProblem | { readonly kind: 'not-found' }>> {
  for (const checked of [checkDoing(input, now), checkStudy(stored, input), checkDecision(input)]) {
    if (!checked.ok) return checked;
  }
  const today = dateOf(now);
  const reported = {
    ...store.fieldsOf(reportKind, input),
    studiedOn: stored.studiedOn ?? today,
    decidedOn: stored.decidedOn ?? today,
    status: 'acted'
  } as const;
  const step = { tx, scope, kind: reportKind, id: stored.id };
  const saved = await savedOrChanged(step, reported, input.version);
  if (!saved.ok) return withRows(saved, resultsAsSent(stored));
  await writeResults(tx, scope, stored, input);
  return ok(stored);
}
