import { partnerFields, partnerKindWords } from '#modules/groups';
import { field, kind, type RecordOf } from '#modules/records';
import type { DB } from '#platform/schema';
import type { Selectable } from 'kysely';
import { approachHints, approachNames, outcomeNames, proposalKindNames } from './labels.ts';
import { groups, planPriorities, proposals, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { approaches, outcomes, proposalKinds } from './types.ts';

/** Something that is tested against the principles before it starts. */
export const proposalKind = kind('proposal', {
  name: 'cooperation.proposal',
  permission: 'cooperation:edit',
  title: 'title',
  order: [{ latest: 'proposedOn' }, { words: 'title' }],
  words: {
    one: 'proposal',
    add: 'Add a proposal',
    addButton: 'Add the proposal',
    added: 'The proposal is added. Next: test it against the principles.',
    change: 'Change this proposal',
    changed: 'The proposal is saved.',
    remove: 'Remove this proposal',
    removal: 'Only while no group has decided about it. Its history stays.',
    removed: 'The proposal is removed.'
  },
  keptBy: [
    { table: 'aim', column: 'proposalId', sentence: 'It became an aim, so it stays.' },
    { table: 'action', column: 'proposalId', sentence: 'It became an action, so it stays.' }
  ],
  takesAlong: [
    { table: 'proposalRound', column: 'proposalId' },
    { table: 'proposalPartner', column: 'proposalId' }
  ],
  fields: {
    title: field.line({ label: 'Title', needed: say.title }),
    kind: field.oneOf({
      label: 'What it is',
      options: proposalKinds,
      names: proposalKindNames,
      needed: say.proposalKind,
      inline: true
    }),
    about: field.text({ label: 'What is proposed', needed: say.about, rows: 4 }),
    groupId: field.recordOrNone({
      label: 'Group that proposes it',
      hint: 'It is asked that group’s own principles as well',
      of: groups,
      placeholder: 'No group'
    }),
    planPriorityId: field.recordOrNone({
      label: 'Priority that it serves',
      of: planPriorities,
      placeholder: 'None named'
    }),
    targetGroup: field.line({ label: 'For whom', most: 1000 }),
    areas: field.line({ label: 'In which areas', most: 1000 }),
    approach: field.oneOfOrNone({
      label: 'How far it joins up',
      options: approaches,
      names: approachNames,
      hints: approachHints
    }),
    resources: field.text({
      label: 'What it needs, in outline',
      hint: 'Money, people’s time, rooms'
    }),
    proposedOn: field.neededDay({ label: 'Proposed on', needed: say.proposedOn }),
    source
  }
});
export type Proposal = RecordOf<typeof proposalKind>;

/** A proposal tested against the principles as they stood on a day. */
export type ProposalRound = Readonly<
  Omit<Selectable<DB['proposalRound']>, 'partnershipId' | 'version'>
>;

/** What a group says of a proposal: a part of it, asked for by a form of its own. */
export const outcomeKind = kind('proposal', {
  name: 'cooperation.outcome',
  permission: 'cooperation:edit',
  title: 'title',
  words: { ...proposalKind.words, changed: 'The outcome is written down.' },
  fields: {
    outcome: field.oneOf({
      label: 'What was decided',
      options: outcomes,
      names: outcomeNames,
      needed: say.outcome
    }),
    outcomeGroupId: field.recordOrNone({
      label: 'Group that decided',
      of: groups,
      placeholder: 'Choose a group'
    }),
    outcomeReason: field.text({ label: 'Why' }),
    outcomeConditions: field.text({ label: 'What has to change, or on which conditions' }),
    outcomeOn: field.neededDay({ label: 'Decided on', needed: say.outcomeOn })
  }
});

/** What a partner body says of a proposal. */
export const proposalPartnerKind = kind('proposalPartner', {
  name: 'cooperation.partner',
  permission: 'cooperation:edit',
  order: [{ words: 'body' }],
  ...partnerKindWords,
  fields: { proposalId: field.partOf({ label: 'Proposal', of: proposals }), ...partnerFields }
});
export type ProposalPartner = RecordOf<typeof proposalPartnerKind>;
