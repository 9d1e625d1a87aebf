import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { findProject } from '#modules/improvement/server';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { charterKind, memberKind, milestoneKind } from './kinds.ts';
import { explainCharterProblem } from './sentences.ts';
import * as store from './store.server.ts';

/** Writing a charter down: why, scope and limits; the team by role; the timetable. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Writes the charter of a project, whose identifier it bears: the first over version 0. */
export const changeCharter = saying(
  command({
    name: 'charter.change-charter',
    needs: charterKind.permission.change,
    input: changedInput(charterKind),
    example: { id: nobody, why: 'Parents asked for it', version: 0 },
    async run({ scope, input, tx }) {
      const { id, version, ...texts } = input;
      const project = await findProject(tx, scope, id);
      if (project === null) return err({ kind: 'not-found' } as const);
      const isFirst = version === 0 && (await store.beginCharter(tx, scope, project.id, texts));
      if (isFirst) return ok({ version: 1 });
      return savedOrChanged({ tx, scope, kind: charterKind, id }, texts, version);
    }
  }),
  { done: charterKind.words.changed }
);

/** The team, by role. */
export const {
  add: addMember,
  change: changeMember,
  remove: removeMember,
  blank: blankMember,
  form: formOfMember
} = editing(memberKind, {
  example: { projectId: nobody, part: 'sponsor', role: 'Head of children’s services' }
});

/** The timetable. Refuses a day to come on which something was reached. */
export const {
  add: addMilestone,
  change: changeMilestone,
  remove: removeMilestone,
  blank: blankMilestone,
  form: formOfMilestone
} = editing(milestoneKind, {
  example: { projectId: nobody, title: 'First test with one family', dueOn: '2026-05-01' },
  check({ values, now }) {
    const { doneOn } = values;
    if (doneOn !== null && doneOn > dateOf(now))
      return err({ kind: 'done-ahead', doneOn } as const);
    return ok(values);
  },
  explain: explainCharterProblem
});
