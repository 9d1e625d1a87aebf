import { textOf, type FormValues } from '#core/form-state';
import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import { readAnswers } from './answers.ts';
import { newFormKey, readFormKey } from './form-key.server.ts';
import * as store from './responses.store.server.ts';
import {
  addressPaces,
  answerPace,
  asksForWords,
  mostAnswersByLink,
  networkOf,
  stateOf
} from './rules.ts';
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
    /** For this one showing of the form (form-key.server.ts). */
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
    if (form === null) return { survey, form };
    const formKey = await newFormKey(tx, found.id, { id: world.newId(), now: world.clock() });
    return { survey, form: { ...form, formKey } };
  });
}

/**
 * Saves what a form brought, once. Kept are the answers, the day, the wording agreed to and whether words may be quoted; neither the
 * moment nor anything of whoever sent it. `address` is the network address of the browser, for the throttle alone.
 * Refuses: a survey that is not open; answers without consent, or that do not fit their questions; a consent reworded in the
 * meantime; a form that this server did not show; more answers than one address may send, or than the survey takes at once or in all.
 */
export async function answerByLink(
  world: World,
  token: string,
  values: Readonly<FormValues>,
  address: string
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
      const formKey = await readFormKey(tx, survey.id, textOf(values, 'formKey'), now);
      if (formKey === null) return err({ kind: 'form-unknown' } as const);
      const secondsLeft = secondsToWait(world, survey.id, address, now);
      if (secondsLeft > 0) {
        return err({ kind: 'too-many-at-once', minutes: Math.ceil(secondsLeft / 60) } as const);
      }
      if ((await store.countByLink(tx, survey)) > mostAnswersByLink) {
        const minutes = answerPace.seconds / 60;
        return err({ kind: 'too-many-at-once', minutes } as const);
      }
      await store.addResponse(tx, survey.partnershipId, {
        id: world.newId(),
        surveyId: survey.id,
        answeredOn: today,
        way: 'link',
        consentNumber: survey.consentNumber,
        mayQuote: asksForWords(questions) && textOf(values, 'mayQuote') === 'yes',
        formKey,
        answers: answers.value
      });
      return ok({ isNew: true });
    });
  } catch (fault) {
    if (store.isSentTwice(fault)) return ok({ isNew: false });
    throw fault;
  }
}

/** Counts one more answer, first to whoever sends it and then to the survey: one visitor does not use up what is there for all. */
function secondsToWait(world: World, surveyId: string, address: string, now: Date): number {
  const from = `survey ${surveyId} from ${networkOf(address)}`;
  for (const pace of addressPaces) {
    const seconds = world.throttle.take(`${from} in ${pace.seconds}`, pace, now);
    if (seconds > 0) return seconds;
  }
  return world.throttle.take(`survey ${surveyId}`, answerPace, now);
}
