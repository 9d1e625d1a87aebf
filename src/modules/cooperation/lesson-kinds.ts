import { field, kind, type RecordOf } from '#modules/records';
import { holdingNames, lessonSubjectNames } from './labels.ts';
import { aims, groups, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { holdings, lessonSubjects } from './types.ts';

const reviewBy = field.day({
  label: 'Looked at again by',
  hint: 'Once a year is enough for most'
});

/** What was learnt about working together. */
export const lessonKind = kind('cooperationLesson', {
  name: 'cooperation.lesson',
  permission: 'cooperation:edit',
  title: 'lesson',
  order: [{ latest: 'learntOn' }, { words: 'lesson' }],
  words: {
    one: 'lesson',
    add: 'Write down a lesson',
    addButton: 'Add the lesson',
    added: 'The lesson is in the log.',
    change: 'Change this lesson',
    changed: 'The lesson is saved.',
    remove: 'Remove this lesson',
    removal: 'Usually it is better to say that it no longer holds. Its history stays.',
    removed: 'The lesson is no longer in the log.'
  },
  fields: {
    lesson: field.text({
      label: 'What was learnt',
      hint: 'One or two sentences about working together',
      needed: say.lesson,
      most: 1000
    }),
    about: field.oneOf({
      label: 'What it is about',
      options: lessonSubjects,
      names: lessonSubjectNames,
      needed: say.subject,
      as: 'select'
    }),
    learntOn: field.day({ label: 'Learnt on', what: 'The day on which it was learnt' }),
    learntWhere: field.line({ label: 'Where', hint: 'A meeting, a piece of work' }),
    evidence: field.text({ label: 'What it rests on' }),
    differently: field.text({ label: 'What we do differently' }),
    ownerRole: field.line({ label: 'Looked after by', hint: 'A role', most: 200 }),
    groupId: field.recordOrNone({ label: 'Group', of: groups, placeholder: 'No group' }),
    aimIds: field.records({ label: 'Aims that it bears on', of: aims }),
    helpedBy: field.text({ label: 'What helped' }),
    hinderedBy: field.text({ label: 'What was in the way' }),
    reviewBy,
    source
  }
});
export type Lesson = RecordOf<typeof lessonKind>;

/** Whether a lesson still holds: a part of it, asked for by a form of its own. */
export const lessonReviewKind = kind('cooperationLesson', {
  name: 'cooperation.lesson-review',
  permission: 'cooperation:edit',
  title: 'lesson',
  words: { ...lessonKind.words, changed: 'It is written down whether it still holds.' },
  fields: {
    holds: field.oneOf({
      label: 'Does it still hold?',
      options: holdings,
      names: holdingNames,
      needed: say.holds
    }),
    discussion: field.text({ label: 'What was said about it' }),
    reviewedOn: field.neededDay({
      label: 'Looked at on',
      what: 'The day on which you looked at it',
      needed: say.reviewedOn
    }),
    reviewBy
  }
});
