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
import { dataItemKind, findingKind, questionKind, sourceKind, type DataItem } from './kinds.ts';
import {
  entryOf,
  lawPack,
  otherGateways,
  readLaw,
  standingOf,
  type Law,
  type LawEntry
} from './law.ts';
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
 * law does not know or that is not in force on the day, sharing with nobody named, half an agreement, and an assessment that is done without its day.
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
    const problem = problemOf(input, stored, law, dateOf(now));
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
    return {
      shared: false,
      sharedWith: '',
      legalGateway: null,
      gatewayNote: '',
      agreementReference: '',
      agreementOn: null,
      agreementCheckedOn: null
    };
  }
  if (answer.step === 'assessment' && answer.assessment !== 'done') {
    return { assessment: answer.assessment, assessedOn: null };
  }
  return answers;
}

/** What was chosen of a list of the law: known, and in force on the day unless the item rested on it before. */
function lawProblem(
  list: readonly LawEntry[],
  field: keyof typeof dataItemKind.fields,
  chosen: string,
  { stored, today }: { readonly stored: DataItem; readonly today: string }
) {
  const entry = entryOf(list, chosen);
  if (entry === null) return { kind: 'unknown-link', field } as const;
  const standing = standingOf(entry, today);
  if (standing === 'in-force' || stored[field] === chosen) return null;
  const { from, until } = entry;
  return { kind: 'law-not-in-force', field, from, until, isEnded: standing === 'ended' } as const;
}

function problemOf(answer: Answer, stored: DataItem, law: Law, today: string) {
  const on = { stored, today };
  switch (answer.step) {
    case 'basis':
      return lawProblem(law.bases, 'lawfulBasis', answer.lawfulBasis, on);
    case 'recognised': {
      const { recognisedInterest: chosen, askedBy } = answer;
      const problem = lawProblem(law.recognised, 'recognisedInterest', chosen, on);
      if (problem !== null) return problem;
      return entryOf(law.recognised, chosen)?.needsAsker === true && askedBy === ''
        ? ({ kind: 'asker-missing' } as const)
        : null;
    }
    case 'condition':
      return lawProblem(law.conditions, 'specialCondition', answer.specialCondition, on);
    case 'sharing': {
      const { legalGateway } = answer;
      const isOther = legalGateway === null || Object.hasOwn(otherGateways, legalGateway);
      const problem = isOther ? null : lawProblem(law.gateways, 'legalGateway', legalGateway, on);
      if (problem !== null) return problem;
      return (
        dayAhead('agreementCheckedOn', answer.agreementCheckedOn, today) ?? sharingProblem(answer)
      );
    }
    case 'assessment': {
      const done = answer.assessment === 'done' ? answer.assessedOn : null;
      return dayAhead('assessedOn', done, today) ?? assessmentProblem(answer);
    }
    case 'what':
    case 'complaints':
    case 'keeping':
    case 'purpose':
      return null;
  }
}

function dayAhead(field: string, day: string | null, today: string) {
  return (day ?? '') > today ? ({ kind: 'day-ahead', field } as const) : null;
}
