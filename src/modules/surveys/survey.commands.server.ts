import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { getPartnership } from '#modules/partnerships/server';
import { asForm, newInput, oneInput } from '#modules/records';
import { removing, saying } from '#modules/records/server';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { holdRow } from '#platform/saving';
import type { WriteScope } from '#platform/scope';
import { consentTemplate } from './consent.ts';
import { begunSurveyKind, surveyKind, type Survey } from './kinds.ts';
import * as responses from './responses.store.server.ts';
import { daysProblem, missingIn } from './rules.ts';
import { surveyInput } from './schema.ts';
import { leavingTallies } from './leaving.store.server.ts';
import { explainSurveyProblem as explain } from './sentences.ts';
import * as store from './surveys.store.server.ts';
import { talliesOf, type Tallies } from './tallies.ts';
import { newSurveyToken } from './token.server.ts';
import * as themes from './themes.store.server.ts';
import * as voices from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = { title: 'Singing and stories at home', askedBy: 'Fernhollow', saidBy: 'parent' };
const { words } = surveyKind;

/** The survey, held until the transaction ends, so that two people do not open, close or reorder it at once. */
export async function heldSurvey(tx: Tx, scope: WriteScope, id: string): Promise<Survey | null> {
  await holdRow(tx, scope, 'survey', id);
  return store.findSurvey(tx, scope, id);
}

/** Saves what a command that holds the survey says of it. */
async function save(
  tx: Tx,
  scope: WriteScope,
  { id, version }: Pick<Survey, 'id' | 'version'>,
  values: Parameters<typeof store.surveyRecords.save>[3]
): Promise<void> {
  await store.surveyRecords.save(tx, scope, { id, expected: version }, values);
}

/** Begins a survey, with a consent in plain words to start from. Nobody outside sees it before it is opened. */
export const addSurvey = saying(
  command({
    name: 'surveys.add-survey',
    needs: surveyKind.permission.add,
    input: newInput(surveyKind),
    example,
    async run({ scope, input, tx, now, newId }) {
      const problem = daysProblem(input);
      if (problem !== null) return err(problem);
      const id = newId();
      const { madeUp } = await getPartnership(tx, scope);
      await store.surveyRecords.add(tx, scope, id, { ...input, madeUp });
      const consent = { surveyId: id, number: 1, words: consentTemplate(input.askedBy) };
      await store.addConsent(tx, scope, { id: newId(), ...consent, since: dateOf(now) });
      return ok({ id });
    }
  }),
  { done: words.added, explain }
);

/** Changes what a survey says of itself. A consent that reads otherwise gets the next number; earlier wordings are kept. */
export const changeSurvey = saying(
  command({
    name: 'surveys.change-survey',
    needs: surveyKind.permission.change,
    input: surveyInput,
    example: { ...example, id: none, consent: 'You choose whether to answer.', version: 1 },
    async run({ scope, input, tx, now, newId }) {
      const { id, version: expected, consent, ...values } = input;
      const stored = await heldSurvey(tx, scope, id);
      if (stored === null) return err(notFound);
      const days = stored.status === 'draft' ? values : keptDays(stored, values);
      const problem = daysProblem(days);
      if (problem !== null) return err(problem);
      // What people were told before they answered is not taken away from those who answer now.
      const missing = stored.status === 'draft' ? [] : missingIn({ ...values, ...days }, 1, '');
      if (missing.length > 0) return err({ kind: 'not-ready', missing } as const);
      const isReworded = consent !== stored.consent;
      const consentNumber = stored.consentNumber + (isReworded ? 1 : 0);
      const next = { ...values, ...days, consentNumber };
      const version = await store.surveyRecords.save(tx, scope, { id, expected }, next);
      if (version === null) {
        const theirs = asForm(begunSurveyKind, stored);
        return err(await changedMeanwhile(tx, scope, 'survey', stored, theirs));
      }
      if (isReworded) {
        const reworded = { surveyId: id, number: consentNumber, words: consent };
        await store.addConsent(tx, scope, { id: newId(), ...reworded, since: dateOf(now) });
      }
      return ok({ version });
    }
  }),
  { done: words.changed, explain }
);

/** An opened survey keeps a last day and a day of removal: what people agreed to says that there is one. */
function keptDays(
  stored: Pick<Survey, 'closesOn' | 'keepUntil'>,
  given: Pick<Survey, 'closesOn' | 'keepUntil'>
) {
  return {
    closesOn: given.closesOn ?? stored.closesOn,
    keepUntil: given.keepUntil ?? stored.keepUntil
  };
}

/** Opens a survey, or opens it again: whoever has the link can answer until its last day. The link stays the same. */
export const openSurvey = saying(
  command({
    name: 'surveys.open-survey',
    needs: 'surveys:edit',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, now }) {
      const survey = await heldSurvey(tx, scope, input.id);
      if (survey === null) return err(notFound);
      if (survey.answersRemovedOn !== null) return err({ kind: 'removed-already' } as const);
      const today = dateOf(now);
      const questions = await store.questionRecords.list(tx, scope, { surveyId: survey.id });
      const missing = missingIn(survey, questions.length, today);
      if (missing.length > 0) return err({ kind: 'not-ready', missing } as const);
      const token = survey.token ?? newSurveyToken();
      if (survey.status !== 'open') {
        const openedOn = survey.openedOn ?? today;
        await save(tx, scope, survey, { status: 'open', token, openedOn, closedOn: null });
      }
      return ok({ token });
    }
  }),
  { done: 'The survey is open. Give away its link.', explain }
);

/** Closes a survey: no more answers by link. Forms on paper may still be typed in; what leaves is fixed at the end of the day. */
export const closeSurvey = saying(
  command({
    name: 'surveys.close-survey',
    needs: 'surveys:edit',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, now }) {
      const survey = await heldSurvey(tx, scope, input.id);
      if (survey === null) return err(notFound);
      if (survey.status !== 'open') return err({ kind: 'not-open' } as const);
      await save(tx, scope, survey, { status: 'closed', closedOn: dateOf(now) });
      return ok();
    }
  }),
  { done: 'The survey is closed. The counts to share are fixed at the end of today.', explain }
);

/** Removes a survey that nobody has answered. Its history stays. */
export const removeSurvey = removing(surveyKind, {
  mayRemove: ({ tx, scope, id }) => holdUnanswered(tx, scope, id),
  explain
});

/**
 * Removes every single answer of a closed survey, and what was copied from them to be coded. What is left are the counts, and quotes
 * that somebody had found to show nobody. The record of the run says how many there were.
 */
export const removeAnswers = saying(
  command({
    name: 'surveys.remove-answers',
    needs: 'surveys:edit',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, now }) {
      const survey = await heldSurvey(tx, scope, input.id);
      if (survey === null) return err(notFound);
      if (survey.status !== 'closed') return err({ kind: 'not-closed' } as const);
      if (survey.answersRemovedOn !== null) return err({ kind: 'removed-already' } as const);
      const on = dateOf(now);
      const { id } = survey;
      const questions = await store.questionRecords.list(tx, scope, { surveyId: id });
      const given = await responses.answersOf(tx, scope, id);
      const leaving = await leavingTallies(tx, scope, { id, questions }, given);
      const tallies: Tallies = {
        ...talliesOf(questions, given.counted),
        setAside: given.setAside.length,
        ...(leaving && { leaving: { ...leaving.tallies, setAside: leaving.setAside } })
      };
      const removed = await responses.removeResponses(tx, scope, id);
      const erased = await voices.erase(tx, scope, on, { surveyId: id });
      await themes.removeUncheckedQuotesOf(tx, scope, erased);
      await save(tx, scope, survey, { keptTallies: tallies, answersRemovedOn: on });
      return ok({ removed, erased: erased.length });
    }
  }),
  { done: 'The answers were removed. The counts are kept.', explain }
);

/** Holds a survey whose questions may still change. Refuses one that has answers: they were given to the questions as they stand. */
export async function holdUnanswered(
  tx: Tx,
  scope: WriteScope,
  surveyId: string
): Promise<Result<undefined, { readonly kind: 'not-found' } | { readonly kind: 'has-answers' }>> {
  const survey = await heldSurvey(tx, scope, surveyId);
  if (survey === null) return err(notFound);
  const isAnswered = await responses.hasAnswers(tx, scope, surveyId);
  return survey.answersRemovedOn !== null || isAnswered ? err({ kind: 'has-answers' }) : ok();
}
