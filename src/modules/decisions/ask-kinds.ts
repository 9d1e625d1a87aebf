import { field, kind, type RecordOf } from '#modules/records';
import { askAnswerNames, askKindHints, askKindNames } from './labels.ts';
import { groups, aims, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { askAnswers, askKinds } from './types.ts';

/** Something that a group asks of others, or passes on to them. */
export const askKind = kind('ask', {
  name: 'decisions.ask',
  permission: 'decisions:edit',
  title: 'title',
  order: ['answerBy', { words: 'title' }],
  words: {
    one: 'ask',
    add: 'Add an ask, an obstacle or an opportunity',
    addButton: 'Add it',
    added: 'It is in the list.',
    change: 'Change it',
    changed: 'It is saved.',
    remove: 'Remove it',
    removal: 'Usually it is better to keep the answer. Its history stays either way.',
    removed: 'It is no longer in the list.'
  },
  fields: {
    kind: field.oneOf({
      label: 'What it is',
      options: askKinds,
      names: askKindNames,
      hints: askKindHints,
      needed: say.askKind
    }),
    title: field.line({ label: 'In one line', needed: say.title }),
    why: field.text({ label: 'Why', hint: 'What it would make possible' }),
    fromGroupId: field.recordOrNone({
      label: 'From which group',
      of: groups,
      placeholder: 'The whole partnership'
    }),
    toGroupId: field.recordOrNone({
      label: 'To which group',
      of: groups,
      placeholder: 'A body outside'
    }),
    toBody: field.line({
      label: 'To which body outside',
      hint: 'Such as the government or a national body',
      most: 200
    }),
    aimIds: field.records({ label: 'Aims that need it', of: aims }),
    sentOn: field.day({ label: 'Passed on' }),
    answerBy: field.day({ label: 'Answer wanted by' }),
    source
  }
});
export type Ask = RecordOf<typeof askKind>;

/** The answer to an ask: asked for by a form of its own. */
export const answerKind = kind('ask', {
  name: 'decisions.answer',
  permission: 'decisions:edit',
  title: 'title',
  words: { ...askKind.words, changed: 'The answer is written down.' },
  fields: {
    answer: field.oneOf({
      label: 'Answer',
      options: askAnswers.filter((one) => one !== 'none'),
      names: askAnswerNames,
      needed: say.answer,
      inline: true
    }),
    answeredOn: field.neededDay({ label: 'Answered on', needed: say.answeredOn }),
    answerText: field.text({ label: 'What was answered, or done' })
  }
});
