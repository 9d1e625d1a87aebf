import { textOf, type FormValues } from '#core/form-state';
import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import { isUuid } from '#platform/ids';
import { readAnswers } from './answers.ts';
import * as store from './responses.store.server.ts';
import { answerPace, asksForWords, mostAnswersByLink, stateOf } from './rules.ts';
import type { RespondProblem } from './sentences.ts';
import { isSurveyToken } from './token.server.ts';
import type { SurveyQuestion } from './kinds.ts';

/**
 * Answering by link, without an account. These run outside `command()`, which asks for a member: the link is all they have, and
 * row-level security lets it read its survey and add an answer. No run is put on record, because it would have the moment.
 */

function byLink<Value>(
  world: World,
  token: string,
  access: 'read' | 'write',
  work: (tx: Tx) => Promise<Value>
): Promise<Value> {
  const settings = { surveyToken: token, now: world.clock() };
  return inTransaction(world, settings, access, work);
}

/** What stands at a link. */
export type AtLink = {
  readonly survey: Omit<store.LinkedSurvey, 'partnershipId' | 'id'>;
  /** Null where it takes no answers any more. */
  readonly form: {
    readonly questions: readonly SurveyQuestion[];
    readonly consent: string;
    /** For this one showing of the form. */
    readonly formKey: string;
  } | null;
};

/** The survey behind a link, with a fresh form while it is open; null where there is none. */
export async function findSurveyByLink(world: World, token: string): Promise<AtLink | null> {
  if (!isSurveyToken(token)) return null;
  return byLink(world, token, 'read', async (tx) => {
    const found = await store.findByLink(tx, token);
    if (found === null) return null;
    const { partnershipId: _partnership, id: _id, ...survey } = found;
    const isOpen = stateOf(found, dateOf(world.clock())) === 'open';
    const form = isOpen ? await store.formByLink(tx, found) : null;
    return { survey, form: form === null ? null : { ...form, formKey: world.newId() } };
  });
}

/**
 * Saves what a form brought, once. Kept are the answers, the day, the wording agreed to and whether words may be quoted; neither the
 * moment nor anything of whoever sent it.
 * Refuses: a survey that is not open; answers without consent, or that do not fit their questions; a consent reworded in the
 * meantime; more answers than the survey takes at once, or in all.
 */
export async function answerByLink(
  world: World,
  token: string,
  values: Readonly<FormValues>
): Promise<Result<{ readonly isNew: boolean }, RespondProblem>> {
  const now = world.clock();
  if (!isSurveyToken(token)) return err({ kind: 'no-such-survey' });
  try {
    return await byLink(world, token, 'write', async (tx) => {
      const survey = await store.findByLink(tx, token);
      if (survey === null) return err({ kind: 'no-such-survey' } as const);
      const today = dateOf(now);
      if (stateOf(survey, today) !== 'open') return err({ kind: 'survey-closed' } as const);
      const { questions } = await store.formByLink(tx, survey);
      const answers = readAnswers(questions, values);
      const agreed = textOf(values, 'agreed') === 'yes';
      if (!answers.ok || !agreed) {
        const problems = answers.ok ? {} : answers.error;
        return err({ kind: 'answers-refused', problems, agreed } as const);
      }
      if (Number(textOf(values, 'consentNumber')) !== survey.consentNumber) {
        return err({ kind: 'form-out-of-date' } as const);
      }
      const secondsLeft = world.throttle.take(`survey ${survey.id}`, answerPace, now);
      if (secondsLeft > 0) {
        return err({ kind: 'too-many-at-once', minutes: Math.ceil(secondsLeft / 60) } as const);
      }
      if ((await store.countByLink(tx, survey)) > mostAnswersByLink) {
        const minutes = answerPace.seconds / 60;
        return err({ kind: 'too-many-at-once', minutes } as const);
      }
      const formKey = textOf(values, 'formKey');
      await store.addResponse(tx, survey.partnershipId, {
        id: world.newId(),
        surveyId: survey.id,
        answeredOn: today,
        way: 'link',
        consentNumber: survey.consentNumber,
        mayQuote: asksForWords(questions) && textOf(values, 'mayQuote') === 'yes',
        formKey: isUuid(formKey) ? formKey : world.newId(),
        answers: answers.value
      });
      return ok({ isNew: true });
    });
  } catch (fault) {
    if (store.isSentTwice(fault)) return ok({ isNew: false });
    throw fault;
  }
}
