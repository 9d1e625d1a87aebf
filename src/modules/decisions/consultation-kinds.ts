import { field, kind, type RecordOf } from '#modules/records';
import { consultationWayNames, consultedNames } from './labels.ts';
import { planPriorities, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { consultationWays, consulted } from './types.ts';

/** Who was told or asked something, what they said, and what changed. */
export const consultationKind = kind('consultation', {
  name: 'decisions.consultation',
  permission: 'consultation:record',
  title: 'title',
  order: [{ latest: 'heldOn' }, { words: 'title' }],
  words: {
    one: 'consultation',
    add: 'Add a consultation',
    addButton: 'Add it to the log',
    added: 'It is in the log.',
    change: 'Change this consultation',
    changed: 'The consultation is saved.',
    remove: 'Remove this consultation',
    removal: 'Only while no decision rests on it. Its history stays.',
    removed: 'It is no longer in the log.'
  },
  fields: {
    title: field.line({ label: 'What it was about', needed: say.about }),
    way: field.oneOf({
      label: 'Told or asked',
      options: consultationWays,
      names: consultationWayNames,
      needed: say.way,
      inline: true
    }),
    people: field.someOf({ label: 'Who', options: consulted, names: consultedNames }),
    heldOn: field.neededDay({ label: 'When', what: 'The day', needed: say.heldOn }),
    how: field.line({
      label: 'How',
      hint: 'A meeting, a walk round the park, a short survey'
    }),
    howMany: field.number({
      label: 'How many took part',
      wrong: say.howMany,
      least: 0,
      most: 1_000_000,
      isWhole: true
    }),
    toldFirst: field.text({
      label: 'What they were told first',
      hint: 'What was already fixed, and what was still open'
    }),
    said: field.text({ label: 'What they said', rows: 4 }),
    changed: field.text({
      label: 'What changed because of it',
      hint: 'Or why nothing did'
    }),
    ownerRole: field.line({ label: 'Who answers for it', hint: 'A role', most: 200 }),
    tellBackBy: field.day({ label: 'To be told what came of it by' }),
    toldBackOn: field.day({ label: 'Were told on' }),
    toldBackHow: field.line({ label: 'How they were told' }),
    planPriorityIds: field.records({ label: 'Priorities it is about', of: planPriorities }),
    factors: field.factors({ label: 'Factors it is about' }),
    source
  }
});
export type Consultation = RecordOf<typeof consultationKind>;
