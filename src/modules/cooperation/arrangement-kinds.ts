import { field, kind, type RecordOf } from '#modules/records';
import { activitiesAsText, activitiesFromText } from './arrangements.ts';
import {
  keepingNames,
  legalFormHints,
  legalFormNames,
  partNames,
  policyNames,
  policyStandingNames
} from './labels.ts';
import { aims, bodies, groups, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { governanceParts, keepings, legalForms, policies, policyStandings } from './types.ts';

const reference = field.line({
  label: 'Where it stands',
  hint: 'An agreement, a minute and its number'
});

/** A function or a feature of governance: who sees to it, how, and what is missing in it. */
export const governancePartKind = kind('governancePart', {
  name: 'cooperation.governance-part',
  permission: 'cooperation:edit',
  title: 'part',
  order: [{ listed: 'part', as: governanceParts }],
  words: {
    one: 'part of governance',
    add: 'Describe a function or feature',
    addButton: 'Save it',
    added: 'It is written down.',
    change: 'Change what is said of it',
    changed: 'It is saved.',
    remove: 'Take it out',
    removal: 'It then counts as not described. The history keeps it.',
    removed: 'It is taken out.'
  },
  unique: { column: 'part', sentence: 'This is described already. Change that instead' },
  fields: {
    part: field.oneOf({
      label: 'Function or feature',
      options: governanceParts,
      names: partNames,
      needed: say.part,
      as: 'select'
    }),
    doneBy: field.line({ label: 'Who sees to it', hint: 'Roles or a body', most: 300 }),
    groupIds: field.records({ label: 'Groups that see to it', of: groups }),
    how: field.text({ label: 'How', rows: 3 }),
    gap: field.text({ label: 'What is missing', hint: 'Leave it empty where nothing is' }),
    nextStep: field.line({ label: 'Next step', most: 1000 }),
    ownerRole: field.line({ label: 'Looked after by', hint: 'A role', most: 200 }),
    source
  }
});
export type GovernancePart = RecordOf<typeof governancePartKind>;

/** The legal form of the partnership, and the arrangement that fits each of its headline activities. There is one. */
export const legalFormKind = kind('governanceForm', {
  name: 'cooperation.legal-form',
  permission: 'cooperation:edit',
  title: 'form',
  order: ['id'],
  words: {
    one: 'legal form',
    add: 'Write down the legal form',
    addButton: 'Save it',
    added: 'The legal form is written down.',
    change: 'Change the legal form',
    changed: 'The legal form is saved.',
    remove: 'Take the legal form out',
    removal: 'The day of the next review goes with it. The history keeps it.',
    removed: 'The legal form is taken out.'
  },
  fields: {
    activities: field.lines({
      label: 'Headline activities, and the arrangement that fits each',
      hint: 'One a line: what the partnership does, a colon, the arrangement that fits it',
      most: 6000,
      rows: 5,
      read: activitiesFromText,
      write: activitiesAsText
    }),
    form: field.oneOf({
      label: 'Legal form',
      options: legalForms,
      names: legalFormNames,
      hints: legalFormHints,
      needed: say.legalForm
    }),
    why: field.text({ label: 'Why this one' }),
    leadBody: field.line({
      label: 'Body that leads or hosts',
      hint: 'Holds money, employs people or signs for the others',
      most: 200
    }),
    backbone: field.line({
      label: 'Who keeps it going',
      hint: 'The body or team that coordinates for all',
      most: 200
    }),
    agreedOn: field.day({ label: 'Agreed on' }),
    agreedBy: field.line({ label: 'Agreed by', hint: 'A group or bodies', most: 300 }),
    reference,
    ownerRole: field.line({ label: 'Looked after by', hint: 'A role', most: 200 }),
    reviewBy: field.day({
      label: 'All arrangements are looked at again by',
      hint: 'Once a year is enough for most'
    }),
    source
  }
});
export type LegalFormRecord = RecordOf<typeof legalFormKind>;

/** That the arrangements were looked at: a part of the legal form, asked for by a form of its own. */
export const arrangementReviewKind = kind('governanceForm', {
  name: 'cooperation.arrangement-review',
  permission: 'cooperation:edit',
  title: 'form',
  words: { ...legalFormKind.words, changed: 'The review is written down.' },
  fields: {
    reviewedOn: field.neededDay({
      label: 'Looked at on',
      what: 'The day on which you looked at them',
      needed: say.reviewedOn
    }),
    review: field.text({ label: 'What was found, and what changes', needed: say.review, rows: 3 }),
    reviewBy: field.day({ label: 'Looked at again by' })
  }
});

/** What a partner body has committed itself to. */
export const commitmentKind = kind('partnerCommitment', {
  name: 'cooperation.commitment',
  permission: 'cooperation:edit',
  title: 'commitment',
  order: [{ words: 'commitment' }],
  words: {
    one: 'commitment',
    add: 'Add a commitment',
    addButton: 'Add the commitment',
    added: 'The commitment is written down.',
    change: 'Change this commitment',
    changed: 'The commitment is saved.',
    remove: 'Remove this commitment',
    removal: 'Only where it was written down by mistake. Its history stays.',
    removed: 'The commitment is removed.'
  },
  fields: {
    bodyId: field.record({ label: 'Partner', needed: say.partner, of: bodies }),
    commitment: field.text({
      label: 'What it commits to',
      hint: 'One thing that somebody can see done or not done',
      needed: say.commitment,
      most: 1000
    }),
    aimIds: field.records({ label: 'Aims that it serves', of: aims }),
    agreedOn: field.day({ label: 'Agreed on' }),
    agreedBy: field.line({ label: 'Agreed by', hint: 'A role', most: 200 }),
    reference,
    standing: field.oneOfOrNone({
      label: 'Is it kept?',
      options: keepings,
      names: keepingNames
    }),
    note: field.text({ label: 'What is seen of it' }),
    reviewedOn: field.day({ label: 'Looked at on', what: 'The day on which it was looked at' }),
    reviewBy: field.day({ label: 'Looked at again by' }),
    source
  }
});
export type PartnerCommitment = RecordOf<typeof commitmentKind>;

/** A policy or protection that a partner needs to take part, and whether it was seen. A body has one of each. */
export const partnerPolicyKind = kind('partnerPolicy', {
  name: 'cooperation.policy',
  permission: 'cooperation:edit',
  title: 'policy',
  order: [{ listed: 'policy', as: policies }],
  words: {
    one: 'policy',
    add: 'Write down a policy of a partner',
    addButton: 'Save it',
    added: 'It is written down.',
    change: 'Change what is said of this policy',
    changed: 'It is saved.',
    remove: 'Take it out',
    removal: 'It then counts as not seen. The history keeps it.',
    removed: 'It is taken out.'
  },
  unique: { column: 'policy', sentence: 'This policy stands here already. Change that instead' },
  fields: {
    bodyId: field.partOf({ label: 'Partner', of: bodies }),
    policy: field.oneOf({
      label: 'Policy or protection',
      options: policies,
      names: policyNames,
      needed: say.policy,
      as: 'select'
    }),
    standing: field.oneOf({
      label: 'Where it stands',
      options: policyStandings,
      names: policyStandingNames,
      needed: say.standing
    }),
    seenOn: field.day({ label: 'Seen on', hint: 'Needed where it was seen' }),
    seenBy: field.line({ label: 'Seen by', hint: 'A role', most: 200 }),
    validUntil: field.day({ label: 'Valid until', hint: 'Leave it empty where it has no end' }),
    note: field.text({ label: 'Note', hint: 'Where it is kept; why it is not needed' })
  }
});
export type PartnerPolicy = RecordOf<typeof partnerPolicyKind>;
