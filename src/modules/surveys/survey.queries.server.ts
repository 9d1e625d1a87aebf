import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { byRule, whatLeaves, type Rule } from '#modules/disclosure';
import { ruleOf } from '#modules/disclosure/server';
import { oneInput } from '#modules/records';
import { lastChangeOf } from '#platform/last-change';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { ticked } from '#platform/fields';
import { mayDo } from '#platform/permissions';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { stretchKind, surveyKind, type SurveyQuestion } from './kinds.ts';
import { owedBySurveys, type OwedBySurvey } from './owed.ts';
import * as responses from './responses.store.server.ts';
import { missingIn, stateOf } from './rules.ts';
import { keptLeaving, leavingTallies } from './leaving.store.server.ts';
import { safeTallies } from './safe-tallies.ts';
import * as store from './surveys.store.server.ts';
import { crossTableOf, talliesOf, type Tallies } from './tallies.ts';
import type { Response } from './types.ts';
import * as voices from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** All surveys, with how they stand and how many have answered. */
export const viewSurveys = query({
  name: 'surveys.view-surveys',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const counts = await responses.responseCounts(tx, scope);
    const surveys = (await store.surveys(tx, scope)).map((survey) => ({
      ...survey,
      state: stateOf(survey, today),
      responses: counts.get(survey.id) ?? { count: 0, lastOn: null }
    }));
    return ok({ surveys, owed: await owedSurveys(tx, scope, now), today });
  }
});

/** One survey with its questions, what it still lacks, and every wording people agreed to. */
export const viewSurvey = query({
  name: 'surveys.view-survey',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    const questions = await store.questionRecords.list(tx, scope, { surveyId: survey.id });
    const counts = await responses.responseCounts(tx, scope);
    const waiting = await responses.surveysWithWordsWaiting(tx, scope);
    const kept = await keptTallies(tx, scope, survey.id);
    const given = counts.get(survey.id) ?? { count: 0, lastOn: null };
    return ok({
      survey,
      questions,
      state: stateOf(survey, today),
      missing: missingIn(survey, questions.length, today),
      consents: await store.consentsOf(tx, scope, survey.id),
      responses: kept === null ? given : { count: kept.responses, lastOn: null },
      isAnswered: kept !== null || (await responses.hasAnswers(tx, scope, survey.id)),
      hasWordsWaiting: waiting.has(survey.id),
      voices: (await voices.voiceStates(tx, scope))
        .filter((one) => one.surveyId === survey.id)
        .map(({ id, codingDone, erasedOn }) => ({ id, codingDone, erasedOn })),
      last: await lastChangeOf(tx, scope, 'survey', survey.id),
      today
    });
  }
});

/** What the form of a survey shows, and whether nobody has answered it, so that it may go. */
export const formOfSurvey = query({
  name: 'surveys.form-of-survey',
  needs: surveyKind.permission.change,
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const record = await store.findSurvey(tx, scope, input.id);
    if (record === null) return err(notFound);
    const isAnswered = await responses.hasAnswers(tx, scope, record.id);
    return ok({ record, removable: !isAnswered && record.answersRemovedOn === null });
  }
});

/** The counts that remain once answers were removed. */
async function keptTallies(tx: Tx, scope: ReadScope, id: string): Promise<Tallies | null> {
  return (await store.surveyRecords.find(tx, scope, id))?.keptTallies ?? null;
}

/** How many answers came on each day, for whoever would set a stretch of them aside. */
export const viewAnswersByDay = query({
  name: 'surveys.view-answers-by-day',
  needs: stretchKind.permission.add,
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    return ok({ survey, days: await responses.answersByDay(tx, scope, survey.id) });
  }
});

/**
 * What was answered, in counts: as they are, for the partnership, and protected, for everybody else, as they stood when the survey was first
 * closed. Answers in people's own words are
 * there for those who may record voices. `by` is a question by whose answers another is broken down; that table is always protected.
 * Answers that are set aside do not count; `setAside` asks for those alone, to be looked at.
 */
export const viewResults = query({
  name: 'surveys.view-results',
  needs: 'records:read',
  input: v.object({ ...oneInput.entries, by: v.optional(v.string(), ''), setAside: ticked }),
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const survey = await store.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    const questions = await store.questionRecords.list(tx, scope, { surveyId: survey.id });
    const all = await responses.answersOf(tx, scope, survey.id);
    const given = input.setAside ? all.setAside : all.counted;
    const kept = input.setAside ? null : await keptTallies(tx, scope, survey.id);
    const tallies = kept ?? talliesOf(questions, given);
    const setAsideCount = kept?.setAside ?? all.setAside.length;
    const rule = await ruleOf(tx, scope, 'export');
    const leaving =
      kept === null
        ? await leavingTallies(tx, scope, { id: survey.id, questions }, all)
        : await keptLeaving(tx, scope, survey.id, kept);
    const by = questions.find(({ id }) => id === input.by);
    const mayReadWords = mayDo(scope.role, 'voices:record');
    return ok({
      survey,
      state: stateOf(survey, today),
      questions,
      tallies,
      setAside: { count: setAsideCount, stretches: all.stretches },
      /** What leaves; null until the survey was closed. */
      leaving: leaving && {
        safe: safeTallies(leaving.tallies, rule, mustBeAnswered(questions)),
        setAside: {
          safe: whatLeaves('count', { count: leaving.setAside }, byRule(rule)),
          stretches: leaving.stretches
        },
        fixedOn: leaving.fixedOn
      },
      rule,
      by: by?.id ?? null,
      crossTables: by === undefined ? [] : crossTables(questions, by, { given, tallies, rule }),
      words: mayReadWords ? wordsOf(questions, given) : null,
      ways: {
        link: given.filter(({ way }) => way === 'link').length,
        paper: given.filter(({ way }) => way === 'paper').length
      },
      lastOn:
        given
          .map(({ answeredOn }) => answeredOn)
          .sort()
          .at(-1) ?? null,
      today
    });
  }
});

/** Every question broken down by another, made safe beside the counts of both, which members see as they are. */
function crossTables(
  questions: readonly SurveyQuestion[],
  by: SurveyQuestion,
  { given, tallies, rule }: { given: readonly Response[]; tallies: Tallies; rule: Rule }
) {
  const countsOf = (id: string) =>
    tallies.questions.find(({ questionId }) => questionId === id)?.counts ?? [];
  return questions.flatMap((question) => {
    const table = crossTableOf(question, by, given);
    if (table === null) return [];
    const { groups, labels, counts } = table;
    const [inGroup, chose] = [countsOf(by.id), countsOf(question.id)];
    const cells = whatLeaves(
      'crossed',
      { counts, inGroup, chose, responses: tallies.responses },
      byRule(rule)
    );
    return [{ questionId: question.id, groups, labels, cells }];
  });
}

function mustBeAnswered(questions: readonly SurveyQuestion[]): ReadonlySet<string> {
  return new Set(questions.filter(({ required }) => required).map(({ id }) => id));
}

function wordsOf(questions: readonly SurveyQuestion[], given: readonly Response[]) {
  return questions
    .filter(({ kind }) => kind === 'short' || kind === 'long')
    .map((question) => ({
      questionId: question.id,
      texts: given.flatMap(({ answers }) => {
        const text = answers[question.id];
        return typeof text === 'string' ? [text] : [];
      })
    }));
}

/** For the home page: what surveys ask of the partnership, the most pressing first. */
export async function owedSurveys(tx: Tx, scope: ReadScope, now: Date): Promise<OwedBySurvey[]> {
  return owedBySurveys(
    await store.surveys(tx, scope),
    await voices.voiceStates(tx, scope),
    await responses.surveysWithWordsWaiting(tx, scope),
    dateOf(now)
  );
}
