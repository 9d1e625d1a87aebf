import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { fieldSentences as say, horizonNames, offerNames, statusNames } from './sentences.ts';
import { horizons, offers, planStatuses, reportedStatuses } from './types.ts';

const integer = v.pipe(v.number(), v.integer());
const long = v.pipe(v.string(), v.trim(), v.maxLength(4000, say.tooLong));

// No form asks where a record stands in the plan, nor from which page of a document it was read.
const position = field.kept(integer, { label: 'Position' });
const source = field.kept(long, { label: 'Source', isLookedThrough: true });

// The form leaves out that nothing is stated, unless it is so now: see `statusesOffered`.
const status = field.oneOfOr({
  label: 'Status',
  options: planStatuses,
  names: statusNames,
  otherwise: 'not-started',
  needed: say.status
});

const groups = {
  table: 'workingGroup',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;

/**
 * A heading of the plan: usually a chosen factor, or what a collaborative set itself. Its `number` is given by the database when it
 * is added, one more than any before it, and never changes: what was published names it.
 */
export const planPriorityKind = kind('planPriority', {
  name: 'delivery.priority',
  permission: 'plan:edit',
  title: 'title',
  order: ['number'],
  words: {
    one: 'priority',
    add: 'Add a priority',
    addButton: 'Add the priority',
    added: 'The priority is in the plan. Next: give it an aim.',
    change: 'Change this priority',
    changed: 'The priority is saved.',
    remove: 'Remove this priority',
    removal: 'It must have no aims. Its history stays.',
    removed: 'The priority is no longer in the plan.'
  },
  keptBy: [{ table: 'aim', column: 'planPriorityId', sentence: 'Move or remove its aims first.' }],
  takesAlong: [{ table: 'planMeasure', column: 'planPriorityId' }],
  fields: {
    title: field.line({ label: 'Priority', needed: say.title }),
    statement: field.text({
      label: 'What it means',
      hint: 'What will be different for children and families',
      rows: 4
    }),
    groupId: field.recordOrNone({
      label: 'Group responsible',
      of: groups,
      placeholder: 'No group'
    }),
    commitment: field.text({
      label: 'What we commit to',
      hint: 'What we will do, in two or three sentences'
    }),
    nationalPolicies: field.text({ label: 'National policies it rests on', hint: 'One a line' }),
    horizon: field.oneOfOrNone({
      label: 'When it can begin',
      options: horizons,
      names: horizonNames
    }),
    ownerRole: field.line({ label: 'Looked after by', hint: 'A role', most: 200 }),
    agreedOn: field.day({ label: 'Agreed on' }),
    agreedBy: field.line({ label: 'Agreed by', hint: 'Groups and bodies', most: 300 }),
    outcomes: field.outcomes({ label: 'Outcomes' }),
    factors: field.factors({
      label: 'Factors',
      hint: 'What it is about as a whole. On the thread its aims and actions stand at the factors that they name themselves'
    }),
    source
  }
});
export type PlanPriority = RecordOf<typeof planPriorityKind>;

/** What a priority is to reach; led by one group and supported by others. One that stands twice says which it is the same as. */
export const aimKind = kind('aim', {
  name: 'delivery.aim',
  permission: 'plan:edit',
  title: 'title',
  order: ['position', 'number', { words: 'title' }],
  words: {
    one: 'aim',
    add: 'Add an aim',
    addButton: 'Add the aim',
    added: 'The aim is in the plan. Next: say what will be done.',
    change: 'Change this aim',
    changed: 'The aim is saved.',
    remove: 'Remove this aim',
    removal: 'It must have no actions. Its history stays.',
    removed: 'The aim is no longer in the plan.'
  },
  keptBy: [
    { table: 'action', column: 'aimId', sentence: 'Move or remove its actions first.' },
    {
      table: 'aim',
      column: 'sameAs',
      sentence: 'Another entry of the plan is this same aim. Change or remove that one first.'
    },
    {
      table: 'aimUptake',
      column: 'aimId',
      sentence: 'It is written down how areas take it up. Take that out first.'
    },
    {
      table: 'commonElement',
      column: 'aimId',
      sentence: 'It says what is to be the same everywhere. Take that out first.'
    }
  ],
  takesAlong: [
    { table: 'aimMilestone', column: 'aimId' },
    { table: 'aimSupport', column: 'aimId' }
  ],
  fields: {
    planPriorityId: field.record({
      label: 'Priority',
      needed: say.priority,
      of: { table: 'planPriority', title: 'title', order: ['number'] }
    }),
    title: field.line({
      label: 'Aim',
      hint: 'Short enough to say in a meeting',
      needed: say.title
    }),
    detail: field.text({
      label: 'In full',
      hint: 'How much, for whom, by when, from what baseline',
      rows: 4
    }),
    startsOn: field.day({ label: 'Work begins on', what: 'The day' }),
    dueOn: field.day({ label: 'By when', what: 'The day' }),
    status,
    lead: field.line({
      label: 'Lead',
      hint: 'A role, like head of health visiting',
      width: 20,
      most: 4000
    }),
    leadGroupId: field.recordOrNone({
      label: 'Group that leads',
      of: groups,
      placeholder: 'No group'
    }),
    supportedBy: field.records({ label: 'Groups that support', of: groups }),
    factors: field.factors({
      label: 'Factors',
      hint: 'Those this aim works on. It and its actions stand at them on the thread'
    }),
    links: field.text({
      label: 'Links to other plans',
      hint: 'In words, where what it links to is no aim of this plan'
    }),
    localCollaborators: field.text({
      label: 'Collaborators here',
      hint: 'Roles and their organisations, one a line'
    }),
    systemCollaborators: field.text({
      label: 'Collaborators beyond',
      hint: 'National bodies and others outside the partnership'
    }),
    widerPriority: field.line({
      label: 'Priority of the wider plan',
      hint: 'Its number and words, where this plan is part of another',
      most: 1000
    }),
    linkedAims: field.records({
      label: 'Aims of other groups that it serves',
      of: { table: 'aim', title: 'title', order: ['position', 'number', { words: 'title' }] }
    }),
    policyLinks: field.text({
      label: 'National policy that it serves',
      hint: 'One a line. A web address at the end of a line becomes a link'
    }),
    intendedOutcome: field.text({ label: 'Intended outcome', rows: 3 }),
    offer: field.oneOfOrNone({
      label: 'For everybody, or for some',
      options: offers,
      names: offerNames,
      inline: true
    }),
    targetGroup: field.text({ label: 'Target group' }),
    evaluation: field.text({
      label: 'How it will be evaluated',
      hint: 'In words: what no measure and no figure below says',
      rows: 3
    }),
    measureIds: field.records({
      label: 'Measures that it is judged by',
      hint: 'Of improvement projects',
      of: { table: 'measure', title: 'title', order: [{ words: 'title' }] }
    }),
    indicatorIds: field.ticks({
      label: 'Figures that it is judged by',
      hint: 'Of the figures you follow'
    }),
    questions: field.list({
      label: 'Questions that it asks',
      hint: 'One a line: the work and its evaluation both begin from them',
      longest: 300
    }),
    sameAs: field.recordOrNone({
      label: 'The same aim as',
      hint: 'Where it stands under another priority too. Its status and progress are then kept there, once',
      of: { table: 'aim', title: 'title', order: ['position', 'number', { words: 'title' }] },
      placeholder: 'No other'
    }),
    proposalId: field.recordOrNone({
      label: 'Proposal that it came from',
      of: { table: 'proposal', title: 'title' },
      placeholder: 'None'
    }),
    number: field.kept(v.nullable(integer), { label: 'Number' }),
    // The timescale in the words of the plan, where it says more than a date.
    dueAsWritten: field.kept(long, {
      label: 'By when, in the plan’s words',
      isLookedThrough: true
    }),
    source,
    position
  }
});
export type Aim = RecordOf<typeof aimKind>;

/** What an aim has reached by a day on the way: the draft before the plan, the plan before the work. */
export const milestoneKind = kind('aimMilestone', {
  name: 'delivery.milestone',
  permission: 'plan:edit',
  title: 'title',
  order: ['dueOn', { words: 'title' }],
  words: {
    one: 'milestone',
    add: 'Add a milestone',
    addButton: 'Add the milestone',
    added: 'The milestone is in the plan.',
    change: 'Change this milestone',
    changed: 'The milestone is saved.',
    remove: 'Remove this milestone',
    removal: 'Its history stays.',
    removed: 'The milestone is no longer in the plan.'
  },
  fields: {
    aimId: field.partOf({ label: 'Aim', of: { table: 'aim', title: 'title' } }),
    title: field.line({
      label: 'What is reached',
      hint: 'Such as: the draft is with the board',
      needed: say.milestone
    }),
    dueOn: field.neededDay({ label: 'By when', what: 'The day', needed: say.milestoneDue }),
    doneOn: field.day({
      label: 'Reached on',
      what: 'The day on which it was reached',
      hint: 'Leave it empty while it is not reached'
    }),
    note: field.text({ label: 'What came of it' }),
    source
  }
});
export type Milestone = RecordOf<typeof milestoneKind>;

/** The fields of an aim that make its theme sheet, beside its title, lead and actions. */
export const aimSheet = {
  legend: 'Theme sheet',
  fields: [
    'localCollaborators',
    'systemCollaborators',
    'widerPriority',
    'linkedAims',
    'policyLinks',
    'intendedOutcome',
    'offer',
    'targetGroup',
    'evaluation',
    'measureIds',
    'indicatorIds',
    'questions'
  ]
} as const;

/** Something that will be done, by whom, by when. What it shares with the other steps of its aim stands on the aim's theme sheet. */
export const actionKind = kind('action', {
  name: 'delivery.action',
  permission: 'plan:edit',
  title: 'title',
  order: ['position', 'dueOn', { words: 'title' }],
  words: {
    one: 'action',
    add: 'Add an action',
    addButton: 'Add the action',
    added: 'The action is in the plan.',
    change: 'Change this action',
    changed: 'The action is saved.',
    remove: 'Remove this action',
    removal: 'Usually it is better to say that it stopped, and why. Its history stays either way.',
    removed: 'The action is no longer in the plan.'
  },
  fields: {
    aimId: field.record({
      label: 'Aim',
      needed: say.aim,
      of: {
        table: 'aim',
        title: 'title',
        order: ['position', 'number', { words: 'title' }]
      }
    }),
    title: field.line({ label: 'What will be done', needed: say.title }),
    lead: field.line({ label: 'Lead', hint: 'A role and its organisation', most: 4000 }),
    startsOn: field.day({ label: 'Starts on', what: 'The day' }),
    dueOn: field.day({ label: 'Due on', what: 'The day' }),
    resource: field.line({
      label: 'Money and people’s time',
      hint: 'What it needs, and whether it is there. Reviewers of plans miss this most often',
      most: 4000
    }),
    status,
    factors: field.factors({
      label: 'Factors',
      hint: 'Those this action works on, where they are not among those of its aim already'
    }),
    proposalId: field.recordOrNone({
      label: 'Proposal that it came from',
      of: { table: 'proposal', title: 'title' },
      placeholder: 'None'
    }),
    collaborators: field.text({ label: 'Collaborators' }),
    policyLinks: field.text({ label: 'Links to policy' }),
    intendedOutcome: field.text({ label: 'Intended outcome', rows: 3 }),
    targetGroup: field.text({ label: 'Target group' }),
    evaluation: field.text({ label: 'How it will be evaluated', rows: 3 }),
    position
  }
});
export type Action = RecordOf<typeof actionKind>;

const progress = {
  status: field.oneOf({
    label: 'Status',
    options: reportedStatuses,
    names: statusNames,
    needed: say.status
  }),
  progressNote: field.text({
    label: 'How it is getting on',
    hint: 'What was done, what stands in the way. What did not work is worth as much',
    rows: 3
  })
};
const progressWords = { one: 'progress', changed: 'The progress is saved.' };

/** How an action is getting on: a part of it, asked for by a form of its own. */
export const progressKind = kind('action', {
  name: 'delivery.progress',
  permission: 'plan:report-progress',
  title: 'title',
  words: { ...actionKind.words, ...progressWords },
  fields: progress
});

/** How an aim is getting on, in the same form. */
export const aimProgressKind = kind('aim', {
  name: 'delivery.aim-progress',
  permission: 'plan:report-progress',
  title: 'title',
  words: { ...aimKind.words, ...progressWords },
  fields: progress
});

/** The fields of an action that stand together at the end of its form: what differs from the theme sheet of its aim. */
export const themeSheet = {
  legend: 'Where it differs from the theme sheet of its aim',
  fields: ['collaborators', 'policyLinks', 'intendedOutcome', 'targetGroup', 'evaluation']
} as const;
