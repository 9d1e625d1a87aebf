import { field, kind, type RecordOf } from '#modules/records';
import { readinessNames, stageStandingNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { readinesses, stageStandings } from './types.ts';

const words = {
  remove: 'Take it out',
  removal: '',
  removed: 'It is taken out. The history keeps it.'
};
const ready = { options: readinesses, names: readinessNames } as const;

/** How far a stage has come, who leads it and whether there is what it needs. */
export const stageRecordKind = kind('stageRecord', {
  name: 'stages.record',
  permission: 'strategy:edit',
  title: 'stage',
  order: ['stage'],
  words: {
    ...words,
    one: 'stage',
    add: 'Say where this stage stands',
    addButton: 'Save',
    added: 'It is kept where the stage stands.',
    change: 'Say where this stage stands',
    changed: 'It is kept where the stage stands.'
  },
  fields: {
    standing: field.oneOf({
      label: 'How far it has come',
      options: stageStandings,
      names: stageStandingNames,
      needed: say.standing
    }),
    startedOn: field.day({ label: 'Begun on', what: 'The beginning' }),
    endsOn: field.day({ label: 'Expected to end on', what: 'The expected end' }),
    leadRole: field.line({ label: 'Who leads it', hint: 'A role and its organisation', most: 200 }),
    timeReady: field.oneOfOrNone({ label: 'Time together', ...ready }),
    resourcesReady: field.oneOfOrNone({ label: 'People and money', ...ready }),
    conditionsReady: field.oneOfOrNone({ label: 'What should be there', ...ready }),
    readinessNote: field.text({ label: 'What is missing, and what you do about it', rows: 3 })
  }
});
export type StageHere = RecordOf<typeof stageRecordKind>;

/** A stage that is opened again by what another one brought up. */
export const reopeningKind = kind('stageReopening', {
  name: 'stages.reopening',
  permission: 'strategy:edit',
  title: 'reason',
  order: [{ latest: 'reopenedOn' }],
  words: {
    ...words,
    one: 'reopening',
    add: 'Open this stage again',
    addButton: 'Open it again',
    added: 'The stage is open again.',
    change: 'Change why it was opened again',
    changed: 'The reason is saved.'
  },
  fields: {
    reason: field.text({
      label: 'Why',
      hint: 'Such as: new partners see other things that matter',
      needed: say.reason,
      rows: 2
    }),
    reopenedOn: field.neededDay({ label: 'Opened again on', needed: say.reopenedOn })
  }
});
export type Reopening = RecordOf<typeof reopeningKind>;

/** What was thought of a reflective question. */
export const stageNoteKind = kind('stageNote', {
  name: 'stages.note',
  permission: 'strategy:edit',
  title: 'note',
  order: [{ latest: 'notedOn' }],
  words: {
    ...words,
    one: 'note',
    add: 'Add a note',
    addButton: 'Add the note',
    added: 'The note is kept with its question.',
    change: 'Change this note',
    changed: 'The note is saved.'
  },
  fields: {
    note: field.text({ label: 'What you thought', needed: say.note, rows: 3 }),
    notedOn: field.neededDay({ label: 'Noted on', needed: say.notedOn }),
    who: field.line({ label: 'Who', hint: 'Roles. No names', most: 200 })
  }
});
export type StageNote = RecordOf<typeof stageNoteKind>;
