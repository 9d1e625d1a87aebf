import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { checkRuleNames, checkStateNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { checkRules, checkStates } from './types.ts';

/** Criteria of a partnership's own. */
export const packKind = kind('criteriaPack', {
  name: 'checks.pack',
  permission: 'plan:edit',
  title: 'title',
  words: {
    one: 'list of criteria',
    add: 'Write a check of your own',
    addButton: 'Add the check',
    added: 'The check is in the list. Next: its criteria.',
    change: 'Change this check',
    changed: 'The check is saved.',
    remove: 'Remove this check',
    removal: 'Its criteria go with it. What was answered in past years stays in the history.',
    removed: 'The check is removed.'
  },
  takesAlong: [{ table: 'criterion', column: 'packId' }],
  unique: { column: 'title', sentence: 'There is a check of this title already.' },
  fields: {
    title: field.line({ label: 'Title', needed: say.title }),
    about: field.text({ label: 'What it is for' }),
    source: field.line({ label: 'Where the criteria come from', most: 400 })
  }
});
export type CriteriaPack = RecordOf<typeof packKind>;

/** One line of a check of a partnership's own. */
export const criterionKind = kind('criterion', {
  name: 'checks.criterion',
  permission: 'plan:edit',
  title: 'title',
  order: ['position', { words: 'title' }],
  words: {
    one: 'criterion',
    add: 'Add a criterion',
    addButton: 'Add it',
    added: 'The criterion is in the list.',
    change: 'Change this criterion',
    changed: 'The criterion is saved.',
    remove: 'Take it out',
    removal: 'The history keeps it.',
    removed: 'The criterion is taken out.'
  },
  fields: {
    packId: field.partOf({ label: 'Check', of: { table: 'criteriaPack', title: 'title' } }),
    title: field.line({ label: 'Title', needed: say.title }),
    question: field.text({ label: 'What is asked, in your own words' }),
    rule: field.oneOfOrNone({
      label: 'What answers it',
      hint: 'A rule over the records; left open, you answer by hand',
      options: checkRules,
      names: checkRuleNames,
      as: 'select'
    }),
    position: field.kept(v.pipe(v.number(), v.integer()), { label: 'Position' })
  }
});
export type Criterion = RecordOf<typeof criterionKind>;

/** What a person said of a line in a year, beside what the rule proposed. */
export const answerKind = kind('checkAnswer', {
  name: 'checks.answer',
  permission: 'plan:edit',
  title: 'line',
  order: ['pack', 'line'],
  words: {
    one: 'answer',
    add: 'Answer this line',
    addButton: 'Save the answer',
    added: 'The answer is kept for this year.',
    change: 'Answer this line',
    changed: 'The answer is kept for this year.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    state: field.oneOf({
      label: 'How far it is met',
      options: checkStates,
      names: checkStateNames,
      needed: say.state
    }),
    reason: field.text({
      label: 'Why you say so',
      hint: 'Needed where you say otherwise than the records, or where no rule answers'
    })
  }
});
export type CheckAnswer = RecordOf<typeof answerKind>;
