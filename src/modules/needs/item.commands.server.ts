import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { packFile } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import type * as v from 'valibot';
import { changedMeanwhile } from '#modules/partnerships/server';
import {
  assessmentProblem,
  sharingProblem,
  stepsFor,
  withoutUnasked,
  type Step
} from './governance.ts';
import { lawPack, readLaw, type Law } from './law.ts';
import { newItemInput, oneInput, stepInput } from './schema.ts';
import * as store from './store.server.ts';
import type { DataItem } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** What nobody has said yet of an item that was just named. */
const untold = {
  lawfulBasis: null,
  specialCondition: null,
  shared: null,
  sharedWith: '',
  agreementReference: '',
  agreementOn: null,
  assessment: null,
  assessedOn: null,
  retention: '',
  ownerRole: '',
  reviewOn: null,
  why: '',
  forWhom: '',
  usedBy: '',
  workCost: '',
  cameOfIt: ''
} as const;

/** Names something that is held, and says whether a person can be told from it. The other steps follow one by one. */
export const addDataItem = command({
  name: 'needs.add-data-item',
  needs: 'indicators:edit',
  input: newItemInput,
  example: { title: 'Register of the story group', subject: 'identifiable' },
  async run({ scope, input, tx, newId }) {
    const id = newId();
    const { version, ...item } = withoutUnasked({ ...untold, ...input, id, version: 1 });
    await store.addItem(tx, scope, id, item);
    return ok({ id });
  }
});

/**
 * Answers one step of the register. Refuses a step that the item does not ask for (`not-found`), a basis or condition that the
 * law does not know, sharing with nobody named, half an agreement, and an assessment that is done without its day.
 * Saying that nobody can be told from it takes away the answers that the law then no longer asks for.
 */
export const answerStep = command({
  name: 'needs.answer-step',
  needs: 'indicators:edit',
  input: stepInput,
  example: { id: none, step: 'basis', lawfulBasis: 'public-task', version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = (await store.items(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined || !stepsFor(stored).includes(input.step)) return err(notFound);
    const law = await packFile(tx, lawPack, 'law.json', (json) => readLaw(json));
    const problem = problemOf(input, law, dateOf(now));
    if (problem !== null) return err(problem);

    const next = withoutUnasked({ ...stored, ...answersOf(input), version: input.version });
    const version = await store.saveItem(tx, scope, next);
    if (version !== null) return ok({ item: { ...next, version } });
    const theirs = stepAsForm(stored, input.step);
    return err(await changedMeanwhile(tx, scope, 'data_item', stored, theirs));
  }
});

/** Removes an item that is no longer held. Its history stays. */
export const removeDataItem = command({
  name: 'needs.remove-data-item',
  needs: 'indicators:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await store.remove(tx, scope, 'dataItem', input.id)) ? ok() : err(notFound);
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

/** The stored answers to a step, by the names of its form. */
function stepAsForm(item: DataItem, step: Step): ChangedMeanwhile['theirs'] {
  switch (step) {
    case 'what':
      return {
        title: item.title,
        heldWhere: item.heldWhere,
        subject: item.subject,
        specialCategory: item.specialCategory ? 'yes' : ''
      };
    case 'basis':
      return { lawfulBasis: item.lawfulBasis ?? '' };
    case 'condition':
      return { specialCondition: item.specialCondition ?? '' };
    case 'sharing':
      return {
        shared: item.shared === null ? '' : item.shared ? 'yes' : 'no',
        sharedWith: item.sharedWith,
        agreementReference: item.agreementReference,
        agreementOn: item.agreementOn ?? ''
      };
    case 'assessment':
      return { assessment: item.assessment ?? '', assessedOn: item.assessedOn ?? '' };
    case 'keeping':
      return {
        retention: item.retention,
        ownerRole: item.ownerRole,
        reviewOn: item.reviewOn ?? ''
      };
    case 'purpose': {
      const { why, forWhom, usedBy, workCost, cameOfIt } = item;
      return { why, forWhom, usedBy, workCost, cameOfIt };
    }
  }
}
