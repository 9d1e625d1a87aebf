import { dateOf } from '#core/dates';
import { ok } from '#core/result';
import { sayDate } from '#core/written-dates';
import { owedActions } from '#modules/delivery/server';
import { nextStepNames } from '#modules/improvement';
import { dueStanding, dueWords } from '#modules/indicators';
import { dueFigures } from '#modules/indicators/server';
import { datedWork } from '#modules/improvement/server';
import { owedQuestions } from '#modules/needs/server';
import { getPartnership } from '#modules/partnerships/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import * as store from './calendar.store.server.ts';
import type { Due } from './due.ts';

const mostActions = 200;

async function dueIn(tx: Tx, scope: ReadScope, now: Date): Promise<Due[]> {
  const work = (await datedWork(tx, scope, scope.personId, now)).map((one): Due => {
    const { title, due: on, isOwed, projectTitle } = one;
    return one.kind === 'test'
      ? {
          kind: 'test',
          id: one.testId,
          title,
          sentence: `${isOwed ? `${nextStepNames[one.next]}. It was planned for ${sayDate(on)}` : 'Try it, and say what came of it'}. ${projectTitle}.`,
          on,
          isOwed,
          path: `/improvement/${one.projectId}/cycles/${one.testId}`
        }
      : {
          kind: 'value',
          id: one.measureId,
          title,
          sentence: `${isOwed ? `A value is missing since ${sayDate(on)}` : 'The next value is wanted by this day'}. ${projectTitle}.`,
          on,
          isOwed,
          path: `/improvement/measures/${one.measureId}/add`
        };
  });
  const actions = (await owedActions(tx, scope, now, mostActions)).flatMap((action): Due[] =>
    action.dueOn === null
      ? []
      : [
          {
            kind: 'action',
            id: action.id,
            title: action.title,
            sentence: `To be done by ${sayDate(action.dueOn)}.${action.lead === '' ? '' : ` Led by ${action.lead}.`}`,
            on: action.dueOn,
            isOwed: action.slippage === 'overdue',
            path: `/plan/actions/${action.id}`
          }
        ]
  );
  const questions = (await owedQuestions(tx, scope, now)).flatMap((question): Due[] =>
    question.dueOn === null
      ? []
      : [
          {
            kind: 'question',
            id: question.id,
            title: question.question,
            sentence: `To be answered by ${sayDate(question.dueOn)}.`,
            on: question.dueOn,
            isOwed: question.standing === 'overdue',
            path: `/need/questions/${question.id}`
          }
        ]
  );
  const today = dateOf(now);
  const figures = (await dueFigures(tx, scope)).map((one): Due => {
    const by = one.ownerRole === '' ? '' : ` Looked after by ${one.ownerRole}.`;
    return {
      kind: 'figures',
      id: one.id,
      title: one.title,
      sentence: `${dueWords(one.nextDue, today, sayDate)}.${by}`,
      on: one.nextDue,
      isOwed: dueStanding(one.nextDue, today) === 'overdue',
      path: `/need/${one.id}`
    };
  });
  return [...work, ...actions, ...questions, ...figures].sort((one, other) =>
    one.on < other.on ? -1 : 1
  );
}

/** Everything with a day: what is owed and what lies ahead, the earliest first; and how the person is reminded of it. */
export const viewDue = query({
  name: 'reports.view-due',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { name, slug } = await getPartnership(tx, scope);
    return ok({
      place: { name, slug },
      today: dateOf(now),
      due: await dueIn(tx, scope, now),
      address: await store.standingAddress(tx, scope),
      reminder: await store.reminderOf(tx, scope)
    });
  }
});
