import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { groups, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';

/** What the partners hold to, as a question to whatever is proposed. */
export const principleKind = kind('principle', {
  name: 'cooperation.principle',
  permission: 'cooperation:edit',
  title: 'title',
  order: ['position', { words: 'title' }],
  words: {
    one: 'principle',
    add: 'Add a principle',
    addButton: 'Add the principle',
    added: 'The principle is added.',
    change: 'Change this principle',
    changed: 'The principle is saved.',
    remove: 'Remove this principle',
    removal:
      'Usually it is better to say since when it no longer holds. What was tested by it keeps its words; its history stays.',
    removed: 'The principle is removed.'
  },
  fields: {
    title: field.line({ label: 'Name', hint: 'Two or three words', needed: say.principle }),
    meaning: field.text({ label: 'What it means' }),
    question: field.text({
      label: 'What a proposal is asked by it',
      hint: 'One question that can be answered: fits, partly, does not',
      needed: say.question
    }),
    inPractice: field.text({ label: 'What it asks in practice' }),
    groupId: field.recordOrNone({
      label: 'Whose principle it is',
      of: groups,
      placeholder: 'The whole partnership'
    }),
    adoptedOn: field.day({ label: 'Adopted on' }),
    adoptedBy: field.line({ label: 'Adopted by', hint: 'A group or a body', most: 200 }),
    retiredOn: field.day({
      label: 'No longer holds since',
      hint: 'Leave it empty while it holds'
    }),
    // No form asks where it stands among the others.
    position: field.kept(v.pipe(v.number(), v.integer()), { label: 'Position' }),
    source
  }
});
export type Principle = RecordOf<typeof principleKind>;
