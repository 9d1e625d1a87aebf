import { field, kind, type RecordOf } from '#modules/records';
import { levelNames } from './labels.ts';
import { groups, decisions, disputes } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { levels } from './types.ts';

/** A disagreement between groups or bodies, until it is settled. */
export const disputeKind = kind('dispute', {
  name: 'decisions.dispute',
  permission: 'decisions:edit',
  title: 'subject',
  order: [{ latest: 'raisedOn' }, { words: 'subject' }],
  words: {
    one: 'dispute',
    add: 'Record a dispute',
    addButton: 'Record the dispute',
    added: 'The dispute is recorded. Next: where it is dealt with.',
    change: 'Change this dispute',
    changed: 'The dispute is saved.',
    remove: 'Remove this dispute',
    removal: 'Usually it is better to say how it was settled. Its history stays either way.',
    removed: 'The dispute is removed.'
  },
  takesAlong: [{ table: 'disputeStep', column: 'disputeId' }],
  fields: {
    subject: field.line({ label: 'What it is about', needed: say.subject }),
    parties: field.list({
      label: 'Between whom',
      hint: 'Groups or bodies, one a line. No names of people',
      needed: say.parties,
      least: 2,
      most: 10
    }),
    groupId: field.recordOrNone({
      label: 'Group in which it arose',
      hint: 'Its reporting lines show who deals with it next',
      of: groups,
      placeholder: 'None of them'
    }),
    raisedOn: field.neededDay({ label: 'Raised on', needed: say.raisedOn }),
    raisedBy: field.line({ label: 'Raised by', hint: 'A role', most: 200 }),
    about: field.text({ label: 'What each side says', rows: 4 })
  }
});
export type Dispute = RecordOf<typeof disputeKind>;

/** How a dispute ended: asked for by a form of its own. */
export const settlementKind = kind('dispute', {
  name: 'decisions.settlement',
  permission: 'decisions:edit',
  title: 'subject',
  words: { ...disputeKind.words, changed: 'It is written down how the dispute was settled.' },
  fields: {
    settledHow: field.text({ label: 'How it was settled', needed: say.settledHow }),
    settledOn: field.neededDay({ label: 'Settled on', needed: say.settledOn }),
    decisionId: field.recordOrNone({
      label: 'Decision that settled it',
      of: decisions,
      placeholder: 'None'
    })
  }
});

/** Where a dispute was dealt with, and what was tried there. */
export const disputeStepKind = kind('disputeStep', {
  name: 'decisions.dispute-step',
  permission: 'decisions:edit',
  title: 'tried',
  order: ['since', 'id'],
  words: {
    one: 'step',
    add: 'Say who deals with it',
    addButton: 'Add the step',
    added: 'The step is added.',
    change: 'Change this step',
    changed: 'The step is saved.',
    remove: 'Take out this step',
    removal: '',
    removed: 'The step is taken out. The history keeps it.'
  },
  fields: {
    disputeId: field.partOf({ label: 'Dispute', of: disputes }),
    groupId: field.record({ label: 'Group', of: groups, needed: say.group }),
    level: field.oneOfOr({
      label: 'Who deals with it there',
      options: levels,
      names: levelNames,
      otherwise: 'group',
      inline: true
    }),
    since: field.neededDay({ label: 'Since', needed: say.since }),
    tried: field.text({ label: 'What was tried, and what came of it' })
  }
});
export type DisputeStep = RecordOf<typeof disputeStepKind>;
