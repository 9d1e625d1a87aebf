import { field, kind, type RecordOf } from '#modules/records';
import { approachHints, approachNames, unifiedFormNames } from './labels.ts';
import { aims, groups, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { approaches, unifiedForms } from './types.ts';

const ticks = { options: approaches, names: approachNames, hints: approachHints } as const;

/** How far a piece of work joins up over the partners, now and where it is heading. */
export const workstreamKind = kind('workstream', {
  name: 'cooperation.workstream',
  permission: 'cooperation:edit',
  title: 'title',
  order: [{ words: 'title' }],
  words: {
    one: 'workstream',
    add: 'Add a workstream',
    addButton: 'Add the workstream',
    added: 'The workstream is added.',
    change: 'Change this workstream',
    changed: 'The workstream is saved.',
    remove: 'Remove this workstream',
    removal: 'Its history stays.',
    removed: 'The workstream is removed.'
  },
  fields: {
    title: field.line({
      label: 'Workstream',
      hint: 'A theme, a service, the work of a group',
      needed: say.title
    }),
    about: field.text({ label: 'What it is' }),
    groupId: field.recordOrNone({ label: 'Group', of: groups, placeholder: 'No group' }),
    aimIds: field.records({ label: 'Aims that it carries', of: aims }),
    now: field.someOf({
      label: 'Now',
      hint: 'Tick all that hold: parts of it may differ',
      ...ticks
    }),
    headingTo: field.someOf({ label: 'Heading to', ...ticks }),
    byWhen: field.day({ label: 'By when' }),
    why: field.text({
      label: 'Why',
      hint: 'Needed where it is heading for less than there is now'
    }),
    unifiedForm: field.oneOfOrNone({
      label: 'How one service is led',
      options: unifiedForms,
      names: unifiedFormNames
    }),
    leadBody: field.line({ label: 'Body that leads', most: 200 }),
    hostBody: field.line({ label: 'Body that hosts', most: 200 }),
    pooled: field.line({
      label: 'What is pooled',
      hint: 'Money, staff or buildings, and how much',
      most: 1000
    }),
    sharedSystems: field.list({
      label: 'What is shared',
      hint: 'One a line: managing performance, buying from others, buildings'
    }),
    staysLocal: field.text({ label: 'What stays local' }),
    nextStep: field.line({ label: 'Next step', most: 1000 }),
    ownerRole: field.line({ label: 'Looked after by', hint: 'A role', most: 200 }),
    reviewedOn: field.day({ label: 'Looked at on', what: 'The day on which it was looked at' }),
    reviewBy: field.day({ label: 'Looked at again by' }),
    source
  }
});
export type Workstream = RecordOf<typeof workstreamKind>;
