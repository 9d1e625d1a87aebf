import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { getPartnership } from '#modules/partnerships/server';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { consentTemplate } from './consent.ts';
import * as responses from './responses.store.server.ts';
import { daysProblem, missingIn } from './rules.ts';
import { newSurveyInput, oneInput, surveyInput } from './schema.ts';
import * as store from './surveys.store.server.ts';
import { talliesOf } from './tallies.ts';
import { newSurveyToken } from './token.server.ts';
import type { Survey } from './types.ts';
import * as themes from './themes.store.server.ts';
import * as voices from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

const textsOf = (values: Pick<Survey, 'title' | 'askedBy' | 'why' | 'whatNext' | 'forWhom'>) => ({
  // The contact is meant to be seen, so a telephone number may stand there.
  title: values.title,
  askedBy: values.askedBy,
  why: values.why,
  whatNext: values.whatNext,
  forWhom: values.forWhom
});

/** Begins a survey, with a consent in plain words to start from. Nobody outside sees it before it is opened. */
export const addSurvey = command({
  name: 'surveys.add-survey',
  needs: 'surveys:edit',
  input: newSurveyInput,
  example: { title: 'Singing and stories at home', askedBy: 'Fernhollow', saidBy: 'parent' },
  async run({ scope, input, tx, now, newId }) {
    const problem = daysProblem(input);
    if (problem !== null) return err(problem);
    const id = newId();
    const { madeUp } = await getPartnership(tx, scope);
    await store.addSurvey(tx, scope, { id, ...input, madeUp });
    const words = consentTemplate(input.askedBy);
    const consent = { id: newId(), surveyId: id, number: 1, words, since: dateOf(now) };
    await store.addConsent(tx, scope, consent);
    return ok({ id });
  }
});

/** Changes what a survey says of itself. A consent that reads otherwise gets the next number; earlier wordings are kept. */
export const changeSurvey = command({
  name: 'surveys.change-survey',
  needs: 'surveys:edit',
  input: surveyInput,
  example: {
    id: none,
    title: 'Singing and stories at home',
    askedBy: 'Fernhollow',
    saidBy: 'parent',
    consent: 'You choose whether to answer.',
    version: 1
  },
  async run({ scope, input, tx, now, newId }) {
    const { consent, ...values } = input;
    await store.holdSurvey(tx, scope, input.id);
    const stored = await store.findSurvey(tx, scope, input.id);
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
    const version = await store.saveSurvey(tx, scope, next);
    if (version === null) {
      const theirs = {
        ...textsOf(stored),
        contact: stored.contact,
        saidBy: stored.saidBy,
        closesOn: stored.closesOn ?? '',
        keepUntil: stored.keepUntil ?? '',
        needsQuestionId: stored.needsQuestionId ?? '',
        consent: stored.consent
      };
      return err(await changedMeanwhile(tx, scope, 'survey', stored, theirs));
    }
    if (isReworded) {
      const since = dateOf(now);
      const reworded = { id: newId(), surveyId: stored.id, number: consentNumber, words: consent };
      await store.addConsent(tx, scope, { ...reworded, since });
    }
    return ok({ version });
  }
});

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
export const openSurvey = command({
  name: 'surveys.open-survey',
  needs: 'surveys:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    await store.holdSurvey(tx, scope, input.id);
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    if (survey.answersRemovedOn !== null) return err({ kind: 'removed-already' } as const);
    const today = dateOf(now);
    const questions = await store.questionsOf(tx, scope, survey.id);
    const missing = missingIn(survey, questions.length, today);
    if (missing.length > 0) return err({ kind: 'not-ready', missing } as const);
    if (survey.status === 'open') return ok({ token: survey.token ?? '' });
    const token = survey.token ?? newSurveyToken();
    await store.openSurvey(tx, scope, survey, { token, on: survey.openedOn ?? today });
    return ok({ token });
  }
});

/** Closes a survey: no more answers by link. Forms on paper may still be typed in. */
export const closeSurvey = command({
  name: 'surveys.close-survey',
  needs: 'surveys:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    await store.holdSurvey(tx, scope, input.id);
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    if (survey.status !== 'open') return err({ kind: 'not-open' } as const);
    await store.closeSurvey(tx, scope, survey, dateOf(now));
    return ok();
  }
});

/** Removes a survey that nobody has answered. Its history stays. */
export const removeSurvey = command({
  name: 'surveys.remove-survey',
  needs: 'surveys:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    if (survey.answersRemovedOn !== null || (await hasAnswers(tx, scope, survey.id))) {
      return err({ kind: 'has-answers' } as const);
    }
    await store.removeSurvey(tx, scope, survey.id);
    return ok();
  }
});

/**
 * Removes every single answer of a closed survey, and what was copied from them to be coded. What is left are the counts, and quotes
 * that somebody had found to show nobody. The record of the run says how many there were.
 */
export const removeAnswers = command({
  name: 'surveys.remove-answers',
  needs: 'surveys:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    await store.holdSurvey(tx, scope, input.id);
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    if (survey.status !== 'closed') return err({ kind: 'not-closed' } as const);
    if (survey.answersRemovedOn !== null) return err({ kind: 'removed-already' } as const);
    const on = dateOf(now);
    const questions = await store.questionsOf(tx, scope, survey.id);
    const tallies = talliesOf(questions, await responses.responsesOf(tx, scope, survey.id));
    const removed = await responses.removeResponses(tx, scope, survey.id);
    const erased = await voices.eraseOfSurvey(tx, scope, survey.id, on);
    await themes.removeUncheckedQuotesOf(tx, scope, erased);
    await store.keepTallies(tx, scope, survey, { tallies, on });
    return ok({ removed, erased: erased.length });
  }
});

export async function hasAnswers(tx: Tx, scope: WriteScope, surveyId: string): Promise<boolean> {
  return (await responses.responseCounts(tx, scope)).has(surveyId);
}
