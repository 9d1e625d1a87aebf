import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { groupKindNames, groupKinds, membersAsText, membersFromText } from './groups.ts';

const groups = {
  table: 'workingGroup',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;

/** A group through which the partnership works. */
export const groupKind = kind('workingGroup', {
  name: 'groups.group',
  permission: 'partnership:manage',
  title: 'name',
  order: ['position', { words: 'name' }],
  words: {
    one: 'group',
    add: 'Add a group',
    addButton: 'Add the group',
    added: 'The group is added.',
    change: 'Change this group',
    changed: 'The group is saved.',
    remove: 'Remove this group',
    removal: 'Its history stays.',
    removed: 'The group is removed.'
  },
  unique: { column: 'name', sentence: 'There is a group of this name already. Choose another.' },
  fields: {
    name: field.line({ label: 'Name', needed: 'Enter a name', most: 200, width: 20 }),
    kind: field.oneOf({
      label: 'Kind of group',
      options: groupKinds,
      names: groupKindNames,
      needed: 'Choose what kind of group it is'
    }),
    purpose: field.text({ label: 'Purpose', rows: 4 }),
    remit: field.text({ label: 'Remit', rows: 4 }),
    members: field.lines({
      label: 'Members',
      hint: 'One a line: role, organisation. Leave names out. “× 3” where more than one sit there; “(chair)”, “(lead)”, “(in attendance)” or “(may attend)” where they are not plain members; “(from 1 September 2025)” and “(until 31 August 2027)” where the seat is held for a time',
      most: 8000,
      rows: 4,
      read: membersFromText,
      write: membersAsText
    }),
    seniorSponsor: field.line({ label: 'Senior sponsor', hint: 'A role', most: 200, width: 20 }),
    sponsorGroupId: field.recordOrNone({
      label: 'Group in which the sponsor sits',
      hint: 'Where one of its members sponsors this group, such as a directors’ group',
      of: groups,
      placeholder: 'No group'
    }),
    leadOfficial: field.line({ label: 'Lead official', hint: 'A role', most: 200, width: 20 }),
    reportsTo: field.records({ label: 'Reports to', hint: 'It answers to them', of: groups }),
    supports: field.records({
      label: 'Supports',
      hint: 'It works for them without answering to them',
      of: groups
    }),
    meets: field.line({
      label: 'How often it meets',
      hint: 'Such as every second month',
      most: 200,
      width: 20
    }),
    nextMeetingOn: field.day({ label: 'Meets next on', what: 'The day of the next meeting' }),
    duration: field.line({
      label: 'How long',
      hint: 'For as long as the plan runs, or the phase it works in',
      most: 200,
      width: 20
    }),
    endsOn: field.day({
      label: 'Ends on',
      what: 'The day on which it ends',
      hint: 'Where it is there for a time only'
    }),
    // No form asks where a group stands among the others, nor from which page of a document it was read.
    source: field.kept(v.pipe(v.string(), v.trim(), v.maxLength(400)), {
      label: 'Source',
      isLookedThrough: true
    }),
    position: field.kept(v.pipe(v.number(), v.integer()), { label: 'Position' })
  }
});
export type WorkingGroup = RecordOf<typeof groupKind>;
