import { dateOf } from '#core/dates';
import { sayDate } from '#core/written-dates';
import { dueRounds } from '#modules/assessments/server';
import { datedMilestones } from '#modules/charter/server';
import { policyNames } from '#modules/cooperation';
import { dueCooperation } from '#modules/cooperation/server';
import { dueDecisions } from '#modules/decisions/server';
import { dueInPlan, dueMilestones } from '#modules/delivery/server';
import { nextStepNames } from '#modules/improvement';
import { datedWork } from '#modules/improvement/server';
import { dueState, dueWords } from '#modules/indicators';
import { dueFigures } from '#modules/indicators/server';
import { owedLearning } from '#modules/learning/server';
import { dueAsks } from '#modules/maps/server';
import { dueNames, isPressing } from '#modules/needs';
import { owedGovernance, owedQuestions } from '#modules/needs/server';
import { lookedAtAgain } from '#modules/priorities/server';
import { programmeLines } from '#modules/reach/server';
import { dueRisks } from '#modules/resources/server';
import { rollOutsDue } from '#modules/rollout/server';
import { dueStages } from '#modules/stages/server';
import { owedNames } from '#modules/surveys';
import { owedSurveys } from '#modules/surveys/server';
import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { annualReportDueSentence } from './annual-report.ts';
import { annualReportDue } from './annual-report.store.server.ts';
import type { Due } from './due.ts';

/** The one place that gathers what is due, from every module that has dates: one function for each noun. */

type Gather = (tx: Tx, scope: ReadScope, now: Date) => Promise<Due[]>;

/** Everything with a day, what is owed and what lies ahead, the earliest first. The same for home, page, calendar and letter. */
export async function gatherDue(tx: Tx, scope: ReadScope, now: Date): Promise<Due[]> {
  const all: Due[] = [];
  // One after the other: a transaction has one connection.
  for (const gather of sources) all.push(...(await gather(tx, scope, now)));
  return all.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

const improvement: Gather = async (tx, scope, now) =>
  (await datedWork(tx, scope, scope.personId, now)).map((one): Due => {
    const { title, due: on, isOwed, projectTitle } = one;
    return one.kind === 'test'
      ? {
          kind: 'test',
          id: one.testId,
          title,
          sentence: `${isOwed ? `${nextStepNames[one.next]}. It was planned for ${sayDate(on)}` : 'Try it, and say what came of it'}. ${projectTitle}.`,
          on,
          isOwed,
          isOwn: one.isOwn,
          path: `/improvement/${one.projectId}/cycles/${one.testId}`
        }
      : {
          kind: 'value',
          id: one.measureId,
          title,
          sentence: `${isOwed ? `A value has been missing since ${sayDate(on)}` : 'The next value is wanted by this day'}.${from(one.collectorRole)} ${projectTitle}.`,
          on,
          isOwed,
          path: `/improvement/add-data?measure=${one.measureId}`
        };
  });

const from = (role: string): string => (role === '' ? '' : ` Collected by: ${role}.`);

const milestones: Gather = async (tx, scope, now) =>
  (await datedMilestones(tx, scope)).map((one) => ({
    kind: 'milestone',
    id: one.id,
    title: one.title,
    sentence: `In the timetable for ${sayDate(one.dueOn)}. ${one.projectTitle}.`,
    on: one.dueOn,
    isOwed: one.dueOn < dateOf(now),
    path: `/improvement/${one.projectId}/charter`
  }));

const reach: Gather = async (tx, scope, now) =>
  (await programmeLines(tx, scope, dateOf(now))).map(({ programme, latest, dueOn, isOwed }) => ({
    kind: 'reach',
    id: programme.id,
    title: programme.title,
    sentence: `${latest === null ? 'The first counts' : `The counts after ${latest}`} ${isOwed ? 'were' : 'are'} wanted by ${sayDate(dueOn)}.`,
    on: dueOn,
    isOwed,
    path: `/improvement/reach/${programme.id}`
  }));

const rollOuts: Gather = async (tx, scope, now) => {
  const today = dateOf(now);
  return (await rollOutsDue(tx, scope, today)).map(({ id, title, due }): Due => {
    const shared = { id, title, on: due.on, isOwed: due.on < today };
    const path = `/improvement/roll-out/${id}`;
    if (due.kind === 'goal') {
      const more = `${due.settings} more ${due.settings === 1 ? 'setting' : 'settings'}`;
      const sentence = shared.isOwed
        ? `The goal was for ${sayDate(due.on)}, and ${more} would meet it. Keep it, move it, or say what was learnt.`
        : `${more} to go to the goal of ${sayDate(due.on)}.`;
      return { kind: 'roll-out-goal', ...shared, sentence, path };
    }
    const said =
      due.lastSaidOn === null
        ? 'Nobody has said yet where a setting stands'
        : `It was last said on ${sayDate(due.lastSaidOn)} where a setting stands`;
    return { kind: 'roll-out', ...shared, sentence: `${said}. Ask the settings again.`, path };
  });
};

const learning: Gather = async (tx, scope, now) =>
  (await owedLearning(tx, scope, now)).map((one) => ({
    kind: 'takeaway',
    id: one.id,
    title: one.noticed,
    sentence: `Taken back from ${one.sessionTitle}, ${sayDate(one.broughtOn)}: no test of it is planned yet.${one.ownerRole === '' ? '' : ` With: ${one.ownerRole}.`}`,
    on: one.broughtOn,
    isOwed: true,
    path: `/learning/takeaways/${one.id}`
  }));

const plan: Gather = async (tx, scope, now) => {
  const today = dateOf(now);
  return (await dueInPlan(tx, scope, now)).flatMap((one): Due[] => {
    const isHeldUp = one.status === 'held-up';
    // Held up is owed now, whatever its date; what is neither has its own day.
    const on = isHeldUp && (one.dueOn === null || one.dueOn > today) ? today : one.dueOn;
    if (on === null) return [];
    const sentences = [
      isHeldUp ? 'Held up: say what is needed.' : '',
      one.dueOn === null
        ? ''
        : one.slippage === 'overdue'
          ? `The date was ${sayDate(one.dueOn)}. Say what came of it.`
          : `To be done by ${sayDate(one.dueOn)}.`,
      one.lead === '' ? '' : `Led by: ${one.lead}.`
    ];
    return [
      {
        kind: one.kind,
        id: one.id,
        title: one.title,
        sentence: sentences.filter((sentence) => sentence !== '').join(' '),
        on,
        isOwed: one.isOwed,
        path: one.kind === 'aim' ? `/plan/aims/${one.id}` : `/plan/actions/${one.id}`
      }
    ];
  });
};

const aimMilestones: Gather = async (tx, scope, now) =>
  (await dueMilestones(tx, scope)).map(({ id, title, aimId, aimTitle, lead, dueOn }) => ({
    kind: 'aim-milestone',
    id,
    title,
    sentence: `${dueOn < dateOf(now) ? `It was to be reached by ${sayDate(dueOn)}. Say when it was, or move it` : `To be reached by ${sayDate(dueOn)}`}. On the way to: ${aimTitle}.${lead === '' ? '' : ` Led by: ${lead}.`}`,
    on: dueOn,
    isOwed: dueOn < dateOf(now),
    path: `/plan/aims/${aimId}`
  }));

const governing: Gather = async (tx, scope, now) =>
  (await dueDecisions(tx, scope, now)).map(({ kind, id, title, who, on, isOwed }): Due => {
    const shared = { id, title, on, isOwed };
    const day = sayDate(on);
    switch (kind) {
      case 'conditions':
        return {
          kind: 'decision',
          ...shared,
          sentence: `Its conditions ${isOwed ? 'were' : 'are'} to be met by ${day}.`,
          path: `/plan/decisions/${id}`
        };
      case 'telling-back':
        return {
          kind: 'consultation',
          ...shared,
          sentence: `Those who were consulted ${isOwed ? 'were' : 'are'} to be told by ${day} what came of it.${who === '' ? '' : ` With: ${who}.`}`,
          path: '/plan/consultation'
        };
      case 'answer':
        return {
          kind: 'ask',
          ...shared,
          sentence: `An answer ${isOwed ? 'was' : 'is'} wanted by ${day}${who === '' ? '' : `, from ${who}`}.`,
          path: `/plan/asks/${id}`
        };
    }
  });

const risks: Gather = async (tx, scope, now) =>
  (await dueRisks(tx, scope)).map(({ id, title, ownerRole, on }) => ({
    kind: 'risk',
    id,
    title,
    sentence: `${on < dateOf(now) ? 'It was to be' : 'To be'} looked at again on ${sayDate(on)}.${ownerRole === '' ? '' : ` Looked after by: ${ownerRole}.`}`,
    on,
    isOwed: on < dateOf(now),
    path: '/plan/risks'
  }));

/** Ways of joining up, lessons and the way it is governed to be looked at again, commitments of partners likewise, and policies that end. */
const cooperation: Gather = async (tx, scope, now) =>
  (await dueCooperation(tx, scope)).map((one): Due => {
    const { id, title, who, on } = one;
    const isOwed = on < dateOf(now);
    const day = sayDate(on);
    const shared = { id, title, on, isOwed } as const;
    const lookedAfter = who === '' ? '' : ` Looked after by: ${who}.`;
    const wasTo = `${isOwed ? 'It was to' : 'To'} be looked at again by ${day}.`;
    const again = `To be looked at again ${isOwed ? 'since' : 'by'} ${day}.`;
    switch (one.kind) {
      case 'workstream':
        return {
          kind: one.kind,
          ...shared,
          sentence: `${wasTo}${lookedAfter}`,
          path: '/plan/joining-up'
        };
      case 'lesson':
        return {
          kind: one.kind,
          ...shared,
          sentence: `Does it still hold? ${wasTo}${lookedAfter}`,
          path: `/plan/lessons/${id}`
        };
      case 'arrangements':
        return {
          kind: 'arrangement',
          ...shared,
          title: 'How the partnership is governed',
          sentence: `${again}${lookedAfter}`,
          path: '/plan/arrangements'
        };
      case 'commitment':
        return {
          kind: 'arrangement',
          ...shared,
          sentence: `${again} Partner: ${who}.`,
          path: '/plan/commitments'
        };
      case 'policy':
        return {
          kind: 'arrangement',
          ...shared,
          title: `${policyNames[one.title]}: ${who}`,
          sentence: `${isOwed ? `It ended on ${day}` : `It holds until ${day}`}. Ask ${who} for the next one.`,
          path: '/plan/policies'
        };
    }
  });

const questions: Gather = async (tx, scope, now) =>
  (await owedQuestions(tx, scope, now)).flatMap((question): Due[] =>
    question.dueOn === null
      ? []
      : [
          {
            kind: 'question',
            id: question.id,
            title: question.question,
            sentence: `To be answered by ${sayDate(question.dueOn)}.`,
            on: question.dueOn,
            isOwed: question.state === 'overdue',
            path: `/need/questions/${question.id}`
          }
        ]
  );

const figures: Gather = async (tx, scope, now) => {
  const today = dateOf(now);
  return (await dueFigures(tx, scope)).map((one) => ({
    kind: 'figures',
    id: one.id,
    title: one.title,
    sentence: `${dueWords(one.nextDue, today, sayDate)}.${one.ownerRole === '' ? '' : ` Looked after by: ${one.ownerRole}.`}`,
    on: one.nextDue,
    isOwed: dueState(one.nextDue, today) === 'overdue',
    path: `/need/${one.id}`
  }));
};

const surveys: Gather = async (tx, scope, now) =>
  (await owedSurveys(tx, scope, now)).map((survey) => ({
    kind: 'survey',
    id: `${survey.id}-${survey.owed}`, // one survey may owe several things
    title: survey.title,
    sentence: `${owedNames[survey.owed]}${survey.on === null ? '' : ` ${sayDate(survey.on)}`}.`,
    on: survey.on ?? dateOf(now),
    isOwed: survey.owed !== 'closes-soon',
    path: `/need/listening/surveys/${survey.id}`
  }));

const register: Gather = async (tx, scope, now) =>
  (await owedGovernance(tx, scope, now)).map((item) => {
    const owed = item.due.filter((one) => isPressing(one) || one === 'review-soon');
    // Only a review has a day of its own; what is missing is owed now.
    const isOfReview = owed.every((one) => one === 'review-passed' || one === 'review-soon');
    return {
      kind: 'data-item',
      id: item.id,
      title: item.title,
      sentence: `${owed.map((one) => dueNames[one]).join('; ')}.`,
      on: isOfReview && item.reviewOn !== null ? item.reviewOn : dateOf(now),
      isOwed: owed.some(isPressing),
      path: `/need/governance/${item.id}`
    };
  });

/** Factors of the long list that are to be looked at again on a day. */
const setAside: Gather = async (tx, scope, now) => {
  const titles = new Map((await getSpine(tx)).factors.map(({ id, title }) => [id, title]));
  return (await lookedAtAgain(tx, scope)).flatMap(({ factor: id, standing, on }): Due[] => {
    const title = titles.get(id);
    if (title === undefined) return [];
    const was = standing === 'set-aside' ? 'was set aside' : 'stands on the long list';
    return [
      {
        kind: 'set-aside',
        id,
        title,
        sentence: `It ${was}, to be looked at again on ${sayDate(on)}.`,
        on,
        isOwed: on < dateOf(now),
        path: '/priorities#considered'
      }
    ];
  });
};

/** Organisations that are asked to list their services, until all are listed. */
const serviceAsks: Gather = async (tx, scope, now) =>
  (await dueAsks(tx, scope, now)).map(({ contributor, state, ...one }) => ({
    kind: 'service-ask',
    id: one.id,
    title: one.organisation,
    sentence: `${one.isOwn ? 'You are asked to list its services' : 'It is asked to list its services'} by ${sayDate(one.on)}.${state === 'some' ? ' Some are listed.' : ''}${contributor === '' ? '' : ` Who lists them there: ${contributor}.`}`,
    on: one.on,
    isOwed: one.isOwed,
    isOwn: one.isOwn,
    path: '/system/asked'
  }));

/** Rounds in which somebody has not answered, and those whose spread nobody has shown. */
const rounds: Gather = async (tx, scope, now) => {
  const today = dateOf(now);
  return (await dueRounds(tx, scope, today)).map(({ id, title, kind, on }) => ({
    kind: 'round',
    id,
    title,
    sentence:
      kind === 'answer'
        ? `You are asked to answer by ${sayDate(on)}, alone. Nobody sees it before the spread is shown.`
        : `Answers ended on ${sayDate(on)}. Show the spread, or move the last day.`,
    on,
    // On the last day it is owed; after it nobody can answer, and the spread is owed.
    isOwed: on <= today,
    path: `/strategy/rounds/${id}${kind === 'answer' ? '/answer' : ''}`
  }));
};

/** Stages that are under way until a day. */
const stages: Gather = async (tx, scope, now) =>
  (await dueStages(tx, scope)).map(({ id, title, order, on, leadRole }) => ({
    kind: 'stage',
    id,
    title,
    sentence: `Stage ${order} ${on < dateOf(now) ? 'was' : 'is'} expected to end by ${sayDate(on)}. Take stock of it, or move the day.${leadRole === '' ? '' : ` Led by: ${leadRole}.`}`,
    on,
    isOwed: on < dateOf(now),
    path: `/strategy/stages/${id}`
  }));

const annualReport: Gather = async (tx, scope, now) => {
  const dueOn = await annualReportDue(tx, scope);
  if (dueOn === null) return [];
  const today = dateOf(now);
  return [
    {
      kind: 'annual-report',
      id: scope.partnershipId,
      title: 'The report of the year',
      sentence: annualReportDueSentence(dueOn, today),
      on: dueOn,
      isOwed: dueOn < today,
      path: '/plan/annual'
    }
  ];
};

const sources: readonly Gather[] = [
  improvement,
  milestones,
  reach,
  rollOuts,
  learning,
  plan,
  aimMilestones,
  governing,
  risks,
  cooperation,
  questions,
  figures,
  surveys,
  register,
  setAside,
  serviceAsks,
  rounds,
  stages,
  annualReport
];
