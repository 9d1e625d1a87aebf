import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { changedInput } from '#modules/records';
import { editing, forms, removing, savedOrChanged } from '#modules/records/server';
import { packFile } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type * as v from 'valibot';
import {
  assessmentProblem,
  sharingProblem,
  stepFields,
  stepsFor,
  withoutUnasked
} from './governance.ts';
import { dataItemKind, findingKind, questionKind, sourceKind } from './kinds.ts';
import { lawPack, readLaw, type Law } from './law.ts';
import { answeredProblem } from './questions.ts';
import { newItemInput, stepInput } from './schema.ts';
import { explainNeedsProblem } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The data library: what can be known of local need, and from where. */
export const {
  add: addSource,
  change: changeSource,
  remove: removeSource,
  blank: blankSource,
  form: formOfSource
} = editing(sourceKind, {
  example: { title: 'Library loans to under-fives', factors: ['learning-resources-in-the-home'] }
});

/** Questions of the needs-analysis plan. Refuses `answered` while nothing was found. */
export const {
  add: addQuestion,
  change: changeQuestion,
  remove: removeQuestion,
  blank: blankQuestion,
  form: formOfQuestion
} = editing(questionKind, {
  example: { question: 'Where do families of shift workers play?', method: 'listening-session' },
  check({ values, stored }) {
    const problem = answeredProblem(values.status, stored);
    return problem === null ? ok(values) : err(problem);
  },
  explain: explainNeedsProblem
});

/** Writes down what was found, which answers the question. Refuses a day to come, and text that seems to hold personal details. */
export const recordFinding = command({
  name: 'needs.record-finding',
  needs: 'indicators:add-values',
  input: changedInput(findingKind),
  example: {
    id: none,
    finding: 'In the yard behind the mill, after six',
    foundOn: '2026-01-20',
    version: 1
  },
  async run({ scope, input, tx, now }) {
    const { id, version, ...found } = input;
    if (found.foundOn > dateOf(now)) return err({ kind: 'day-ahead', field: 'foundOn' } as const);
    const answered = { ...found, status: 'answered' } as const;
    return savedOrChanged({ tx, scope, kind: findingKind, id }, answered, version);
  }
});

/** What the forms of an item of the register show. */
export const { blank: blankDataItem } = forms(dataItemKind);

/** Removes an item of the register that is no longer held. Its history stays. */
export const removeDataItem = removing(dataItemKind);

/** Names something that is held, and says whether a person can be told from it. The other steps follow one by one. */
export const addDataItem = command({
  name: 'needs.add-data-item',
  needs: dataItemKind.permission.add,
  input: newItemInput,
  example: { title: 'Register of the story group', subject: 'identifiable' },
  async run({ scope, input, tx, newId }) {
    const id = newId();
    const specialCategory = input.subject !== 'none' && input.specialCategory;
    await store.items.add(tx, scope, id, { ...input, specialCategory });
    return ok({ id, subject: input.subject, specialCategory });
  }
});

/**
 * Answers one step of the register. Refuses a step that the item does not ask for (`not-found`), a basis or condition that the
 * law does not know, sharing with nobody named, half an agreement, and an assessment that is done without its day.
 * Saying that nobody can be told from it takes away the answers that the law then no longer asks for.
 */
export const answerStep = command({
  name: 'needs.answer-step',
  needs: dataItemKind.permission.change,
  input: stepInput,
  example: { id: none, step: 'basis', lawfulBasis: 'public-task', version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.items.find(tx, scope, input.id);
    if (stored === null || !stepsFor(stored).includes(input.step)) return err(notFound);
    const law = await packFile(tx, lawPack, 'law.json', (json) => readLaw(json));
    const problem = problemOf(input, law, dateOf(now));
    if (problem !== null) return err(problem);
    const { id, version, ...answers } = withoutUnasked({ ...stored, ...answersOf(input) });
    const asked = stepFields[input.step];
    const saved = await savedOrChanged(
      { tx, scope, kind: dataItemKind, id: input.id, asked },
      answers,
      input.version
    );
    return saved.ok ? ok({ item: { ...answers, id, version: saved.value.version } }) : saved;
  }
});

type Answer = v.InferOutput<typeof stepInput>;

function answersOf(answer: Answer) {
  const { step, id, version, ...answers } = answer;
  // With a no, whatever was typed about sharing does not apply.
  if (answer.step === 'sharing' && !answer.shared) {
    return { shared: false, sharedWith: '', agreementReference: '', agreementOn: null };
  }
  if (answer.step === 'assessment' && answer.assessment !== 'done') {
    return { assessment: answer.assessment, assessedOn: null };
  }
  return answers;
}

function problemOf(answer: Answer, law: Law, today: string) {
  const unknown = (field: string) => ({ kind: 'unknown-link', field }) as const;
  switch (answer.step) {
    case 'basis':
      return law.bases.some(({ id }) => id === answer.lawfulBasis) ? null : unknown('lawfulBasis');
    case 'condition':
      return law.conditions.some(({ id }) => id === answer.specialCondition)
        ? null
        : unknown('specialCondition');
    case 'sharing':
      return sharingProblem(answer);
    case 'assessment':
      if (answer.assessment === 'done' && (answer.assessedOn ?? '') > today) {
        return { kind: 'day-ahead', field: 'assessedOn' } as const;
      }
      return assessmentProblem(answer);
    case 'what':
    case 'keeping':
    case 'purpose':
      return null;
  }
}
