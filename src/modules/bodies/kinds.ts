import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { approvalStateNames, askedNames, bodyKindNames, uptakeNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { approvalStates, askedOfBodies, bodyKinds, uptakes } from './types.ts';

const bodies = {
  table: 'planBody',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;
const aims = { table: 'aim', title: 'title', order: ['number', { words: 'title' }] } as const;
// No form asks from which page of a document a record was read.
const source = field.kept(v.pipe(v.string(), v.trim(), v.maxLength(400)), {
  label: 'Source',
  isLookedThrough: true
});
const position = field.kept(v.pipe(v.number(), v.integer()), { label: 'Position' });

/** A body whose plan this is. */
export const bodyKind = kind('planBody', {
  name: 'bodies.body',
  permission: 'plan:edit',
  title: 'name',
  order: ['position', { words: 'name' }],
  words: {
    one: 'body',
    add: 'Add a body',
    addButton: 'Add the body',
    added: 'The body is in the list.',
    change: 'Change this body',
    changed: 'The body is saved.',
    remove: 'Remove this body',
    removal:
      'Only while it has said nothing of a version and has taken up no aim. Its history stays.',
    removed: 'The body is removed.'
  },
  keptBy: [
    {
      table: 'planApproval',
      column: 'bodyId',
      sentence: 'It was asked about a version of the plan, so it stays.'
    },
    {
      table: 'aimUptake',
      column: 'bodyId',
      sentence: 'It has taken up an aim. Take that out first.'
    },
    {
      table: 'partnerCommitment',
      column: 'bodyId',
      sentence: 'It has committed itself to something. Remove that first.'
    },
    {
      table: 'partnerPolicy',
      column: 'bodyId',
      sentence: 'One of its policies is written down. Take that out first.'
    }
  ],
  unique: { column: 'name', sentence: 'There is a body of this name already.' },
  fields: {
    name: field.line({ label: 'Name', needed: say.name, most: 200 }),
    kind: field.oneOf({
      label: 'What sort of body',
      options: bodyKinds,
      names: bodyKindNames,
      needed: say.bodyKind,
      as: 'select'
    }),
    mustApprove: field.box({
      label: 'Approval',
      boxLabel: 'Each version of the plan waits for its approval'
    }),
    takesUpAims: field.box({
      label: 'Its own area',
      boxLabel:
        'It takes up the aims in an area of its own, as a council does in one plan of several'
    }),
    memberId: field.offeredOrNone({
      label: 'Its partnership in this Cairn',
      hint: 'Where it is a member of your collaborative: it then says itself how it takes up your aims',
      placeholder: 'None'
    }),
    source,
    position
  }
});
export type PlanBody = RecordOf<typeof bodyKind>;

/** What a body was asked about a version, and has said. */
export const approvalKind = kind('planApproval', {
  name: 'bodies.approval',
  permission: 'plan:edit',
  title: 'state',
  order: ['id'],
  words: {
    one: 'approval',
    add: 'Ask another body',
    addButton: 'Ask it',
    added: 'The body is asked.',
    change: 'Write down what a body has said',
    changed: 'What the body has said is saved.',
    remove: 'Take this body out',
    removal: 'It is then not asked about this version. The history keeps it.',
    removed: 'The body is no longer asked about this version.'
  },
  unique: { column: 'bodyId', sentence: 'This body is asked already. Change what it has said.' },
  fields: {
    versionId: field.partOf({ label: 'Version', of: { table: 'planVersion', title: 'title' } }),
    bodyId: field.record({ label: 'Body', needed: say.body, of: bodies }),
    asked: field.oneOf({
      label: 'What it is asked',
      options: askedOfBodies,
      names: askedNames,
      needed: say.asked,
      inline: true
    }),
    state: field.oneOf({
      label: 'What it has said',
      options: approvalStates,
      names: approvalStateNames,
      needed: say.state
    }),
    statedOn: field.day({ label: 'Said on' }),
    reference: field.line({
      label: 'Where it stands',
      hint: 'Such as the number of the committee’s minute'
    }),
    conditions: field.text({ label: 'Subject to what' }),
    conditionsMetOn: field.day({ label: 'Conditions met on' }),
    source
  }
});
export type PlanApproval = RecordOf<typeof approvalKind>;

/** How a body takes up an aim of the whole plan in its own area. */
export const uptakeKind = kind('aimUptake', {
  name: 'bodies.uptake',
  permission: 'plan:edit',
  title: 'localTitle',
  order: ['id'],
  words: {
    one: 'local variant',
    add: 'Say how a body takes it up',
    addButton: 'Save it',
    added: 'It is written down.',
    change: 'Change how a body takes it up',
    changed: 'It is saved.',
    remove: 'Take it out',
    removal: 'The history keeps it.',
    removed: 'It is taken out.'
  },
  unique: {
    column: 'bodyId',
    sentence: 'How this body takes it up stands here already. Change that.'
  },
  fields: {
    aimId: field.partOf({ label: 'Aim', of: aims }),
    bodyId: field.record({ label: 'Body', needed: say.body, of: bodies }),
    uptake: field.oneOf({
      label: 'How it takes up the aim',
      options: uptakes,
      names: uptakeNames,
      needed: say.uptake
    }),
    reason: field.text({ label: 'Why', hint: 'Needed where it differs or takes no part' }),
    localTitle: field.line({ label: 'What it is called there' }),
    differs: field.text({ label: 'What differs there' }),
    localLead: field.line({ label: 'Lead there', hint: 'A role', most: 200 }),
    accountableTo: field.line({
      label: 'Answers locally to',
      hint: 'Such as a community planning partnership',
      most: 200
    }),
    dueOn: field.day({ label: 'By when there' }),
    progress: field.text({ label: 'How it is getting on there' }),
    isGoodPractice: field.box({
      label: 'Good practice',
      boxLabel: 'Others could learn from how it is done there'
    }),
    goodPractice: field.text({ label: 'What others could learn' }),
    source
  }
});
export type AimUptake = RecordOf<typeof uptakeKind>;

/** What is to be the same wherever an aim is taken up. */
export const elementKind = kind('commonElement', {
  name: 'bodies.element',
  permission: 'plan:edit',
  title: 'title',
  order: ['position', { words: 'title' }],
  words: {
    one: 'common element',
    add: 'Add what is to be the same everywhere',
    addButton: 'Add it',
    added: 'It is in the list.',
    change: 'Change what is to be the same everywhere',
    changed: 'It is saved.',
    remove: 'Take it out',
    removal: 'The history keeps it.',
    removed: 'It is taken out.'
  },
  fields: {
    aimId: field.partOf({ label: 'Aim', of: aims }),
    title: field.line({ label: 'What is to be the same', needed: say.element }),
    sameBy: field.day({ label: 'The same by' }),
    sameIn: field.records({ label: 'Where it is the same', of: bodies }),
    differentIn: field.records({ label: 'Where it still differs', of: bodies }),
    note: field.text({ label: 'Note' }),
    source,
    position
  }
});
export type CommonElement = RecordOf<typeof elementKind>;
