import type { ProjectId } from '#modules/improvement';
import { field, kind, type RecordOf } from '#modules/records';
import { memberPartHints, memberPartNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { memberParts } from './types.ts';

const project = field.partOf<ProjectId>({
  label: 'Project',
  of: { table: 'improvementProject', title: 'title' }
});

/** What a charter says in its own words; it bears the identifier of its project. */
export const charterKind = kind('projectCharter', {
  name: 'charter.charter',
  permission: 'improvement:edit',
  title: 'why',
  words: {
    one: 'charter',
    add: 'Write the charter',
    addButton: 'Save the charter',
    added: 'The charter is saved.',
    change: 'Write the charter',
    changed: 'The charter is saved.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    why: field.text({
      label: 'Why this project',
      hint: 'What families and staff would miss if nobody did it',
      most: 2000,
      rows: 4
    }),
    scopeIn: field.text({ label: 'In scope', most: 2000, rows: 3 }),
    scopeOut: field.text({ label: 'Out of scope', most: 2000, rows: 3 }),
    limits: field.text({
      label: 'Constraints',
      hint: 'What may not change, or is not to be had: money, time, rules',
      most: 2000,
      rows: 3
    })
  }
});
/** Its version is 0 until somebody has written one. */
export type Charter = RecordOf<typeof charterKind>;

/** Somebody in the team, by role; sponsor first, members last. */
export const memberKind = kind('projectMember', {
  name: 'charter.member',
  permission: 'improvement:edit',
  title: 'role',
  order: [{ listed: 'part', as: memberParts }, 'createdAt', 'id'],
  words: {
    one: 'role in the team',
    add: 'Add to the team',
    addButton: 'Add to the team',
    added: 'The team is one more.',
    change: 'Change this role',
    changed: 'The team is saved.',
    remove: 'Take out of the team',
    removal: '',
    removed: 'That role is no longer in the team. The history keeps it.'
  },
  fields: {
    projectId: project,
    role: field.line({
      label: 'Role',
      hint: 'Not a name, such as “Head of centre”',
      needed: say.role,
      most: 200
    }),
    organisation: field.line({ label: 'Organisation', most: 200 }),
    part: field.oneOf({
      label: 'What they are to the project',
      options: memberParts,
      names: memberPartNames,
      hints: memberPartHints,
      needed: say.part
    }),
    brings: field.line({ label: 'What they bring', hint: 'Knowledge, time, doors they can open' })
  }
});
export type Member = RecordOf<typeof memberKind>;

/** A line of the timetable. */
export const milestoneKind = kind('projectMilestone', {
  name: 'charter.milestone',
  permission: 'improvement:edit',
  title: 'title',
  order: ['dueOn', 'id'],
  words: {
    one: 'milestone',
    add: 'Add a milestone',
    addButton: 'Add the milestone',
    added: 'The milestone is in the timetable.',
    change: 'Change this milestone',
    changed: 'The milestone is saved.',
    remove: 'Take out of the timetable',
    removal: '',
    removed: 'The milestone is no longer in the timetable. The history keeps it.'
  },
  fields: {
    projectId: project,
    title: field.line({
      label: 'What will be reached',
      hint: 'Such as “First test with one family”',
      needed: say.milestone,
      most: 200
    }),
    dueOn: field.neededDay({ label: 'By when', what: 'The date', needed: say.dueOn }),
    doneOn: field.day({
      label: 'Reached on',
      what: 'The date it was reached',
      hint: 'Leave empty until it is'
    })
  }
});
export type Milestone = RecordOf<typeof milestoneKind>;
