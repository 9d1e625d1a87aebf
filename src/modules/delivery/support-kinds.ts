import { field, kind, type RecordOf } from '#modules/records';
import { optionalDate } from '#platform/fields';
import * as v from 'valibot';
import { fieldSentences as say, supportAnswerNames } from './sentences.ts';
import { supportAnswers } from './types.ts';

const groups = {
  table: 'workingGroup',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;
const long = v.pipe(v.string(), v.trim(), v.maxLength(4000, say.tooLong));

/** What a group gives to an aim that another group leads. Each supporting group says it once for an aim. */
export const supportKind = kind('aimSupport', {
  name: 'delivery.support',
  permission: 'plan:edit',
  title: 'what',
  order: ['askedOn', 'id'],
  words: {
    one: 'support',
    add: 'Say what the support consists of',
    addButton: 'Ask for it',
    added: 'It is written down. Next: what the group answers.',
    change: 'Change what is asked of the group',
    changed: 'It is saved. Where other words are asked for, the group answers again.',
    remove: 'Take it out',
    removal:
      'The group stays among those that support the aim. The history keeps what was asked and answered.',
    removed: 'It is taken out.'
  },
  unique: {
    column: 'groupId',
    sentence: 'What this group gives stands here already. Change that.'
  },
  fields: {
    aimId: field.partOf({
      label: 'Aim',
      of: { table: 'aim', title: 'title', order: ['position', 'number', { words: 'title' }] }
    }),
    groupId: field.record({ label: 'Group that supports', needed: say.supporter, of: groups }),
    what: field.text({
      label: 'What the support consists of',
      hint: 'What the group does, gives or changes, so that it can say yes or no to it',
      needed: say.support,
      rows: 4
    }),
    askedOn: field.day({ label: 'Asked on', what: 'The day' }),
    source: field.kept(long, { label: 'Source', isLookedThrough: true }),
    // What was answered has a form of its own; here it is begun anew where other words are asked for.
    answer: field.kept(v.picklist(supportAnswers), { label: 'Answer' }),
    answeredOn: field.kept(optionalDate('The day of the answer'), { label: 'Answered on' }),
    answeredBy: field.kept(long, { label: 'Who answered for the group', isLookedThrough: true }),
    answerReason: field.kept(long, {
      label: 'Why not, or on what conditions',
      isLookedThrough: true
    })
  }
});
export type AimSupport = RecordOf<typeof supportKind>;

/** What the supporting group answers: a part of the record, asked for by a form of its own. */
export const supportAnswerKind = kind('aimSupport', {
  name: 'delivery.support-answer',
  permission: 'plan:report-progress',
  title: 'what',
  words: {
    ...supportKind.words,
    change: 'Write down what the group answers',
    changed: 'The answer is written down.'
  },
  fields: {
    answer: field.oneOf({
      label: 'Answer',
      options: supportAnswers.filter((one) => one !== 'asked'),
      names: supportAnswerNames,
      needed: say.supportAnswer,
      inline: true
    }),
    answeredOn: field.neededDay({ label: 'Answered on', needed: say.answeredOn }),
    answeredBy: field.line({
      label: 'Who answered for the group',
      hint: 'A role, such as its chair',
      needed: say.answeredBy,
      most: 200
    }),
    answerReason: field.text({ label: 'Why not, or on what conditions' })
  }
});
