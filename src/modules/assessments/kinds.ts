import { field, kind, neverRemoved, type RecordOf } from '#modules/records';
import { barrierKindNames, evidenceKindNames, validatorNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { barrierKinds, evidenceKinds, validators } from './types.ts';

const rounds = { table: 'assessmentRound', title: 'title' } as const;

/** One time that people rate by an instrument: alone first, then together. */
export const roundKind = kind('assessmentRound', {
  name: 'assessments.round',
  permission: 'assessments:facilitate',
  title: 'title',
  order: [{ latest: 'closesOn' }, { latest: 'opensOn' }, { words: 'title' }],
  words: {
    one: 'round',
    add: 'Begin a round',
    addButton: 'Begin the round',
    added: 'The round has begun. Next: say who is asked.',
    change: 'Change this round',
    changed: 'The round is saved.',
    ...neverRemoved
  },
  fields: {
    title: field.line({ label: 'Title', hint: 'Such as “Autumn 2026”', needed: say.title }),
    groupId: field.recordOrNone({
      label: 'What it is about',
      of: {
        table: 'workingGroup',
        title: 'name',
        order: ['position', { words: 'name' }]
      },
      placeholder: 'The whole partnership'
    }),
    settingId: field.recordOrNone({
      label: 'Or one setting',
      hint: 'A nursery or another setting that looks at itself',
      of: { table: 'setting', title: 'name' },
      placeholder: 'None'
    }),
    opensOn: field.neededDay({ label: 'People may answer from', needed: say.opensOn }),
    closesOn: field.neededDay({ label: 'Last day for answers', needed: say.closesOn }),
    facilitator: field.line({
      label: 'Who leads it',
      hint: 'A role, not a name',
      needed: say.facilitator,
      most: 200
    })
  }
});
export type Round = RecordOf<typeof roundKind>;

/** The level that a group agreed for one element, with its reason. */
export const agreementKind = kind('assessmentAgreement', {
  name: 'assessments.agreement',
  permission: 'assessments:facilitate',
  title: 'element',
  order: ['element'],
  words: {
    one: 'agreement',
    add: 'Agree on a level',
    addButton: 'Save what was agreed',
    added: 'What was agreed is saved.',
    change: 'Change what was agreed',
    changed: 'What was agreed is saved.',
    ...neverRemoved
  },
  unique: { column: 'element', sentence: 'Somebody else has just saved what was agreed.' },
  fields: {
    roundId: field.partOf({ label: 'Round', of: rounds }),
    reason: field.text({
      label: 'Why this level',
      hint: 'What it rests on: what people brought, and what the records show',
      needed: say.reason,
      rows: 3
    }),
    dissent: field.text({ label: 'Who saw it otherwise, and why', hint: 'By role. No names' }),
    agreedOn: field.neededDay({ label: 'Agreed on', needed: say.agreedOn }),
    present: field.list({
      label: 'Who was there',
      hint: 'Roles, one a line. No names',
      needed: say.present,
      most: 60
    }),
    strengths: field.text({
      label: 'Strengths',
      hint: 'What to keep, and what others could learn'
    }),
    validatedBy: field.oneOfOrNone({
      label: 'Looked at from outside by',
      options: validators,
      names: validatorNames,
      inline: true
    }),
    validatedOn: field.day({ label: 'Looked at from outside on', what: 'The day' })
  }
});
/** What is asked of an agreement only where an instrument wants evidence. */
export const judgementFields = ['strengths', 'validatedBy', 'validatedOn'] as const;

/** Something that an agreed level rests on. */
export const evidenceKind = kind('assessmentEvidence', {
  name: 'assessments.evidence',
  permission: 'assessments:facilitate',
  title: 'shows',
  order: ['element', { words: 'shows' }],
  words: {
    one: 'piece of evidence',
    add: 'Tie evidence to it',
    addButton: 'Tie the evidence',
    added: 'The evidence is tied to it.',
    change: 'Change this evidence',
    changed: 'The evidence is saved.',
    remove: 'Untie it',
    removal: '',
    removed: 'The evidence is untied. The history keeps it.'
  },
  fields: {
    roundId: field.partOf({ label: 'Round', of: rounds }),
    kind: field.oneOf({
      label: 'Kind of evidence',
      options: evidenceKinds,
      names: evidenceKindNames,
      needed: say.evidenceKind
    }),
    shows: field.text({
      label: 'What it shows',
      hint: 'In a sentence, with figures where there are some. No names',
      needed: say.shows
    }),
    indicatorId: field.recordOrNone({
      label: 'Indicator it comes from',
      of: { table: 'indicator', title: 'title' },
      placeholder: 'None'
    }),
    testId: field.recordOrNone({
      label: 'Test it comes from',
      of: { table: 'testOfChange', title: 'changeTried' },
      placeholder: 'None'
    }),
    themeId: field.recordOrNone({
      label: 'Theme of what people said',
      of: { table: 'theme', title: 'name' },
      placeholder: 'None'
    }),
    address: field.webAddress({ label: 'Where the document is' })
  }
});
export type Evidence = RecordOf<typeof evidenceKind>;
export type Agreement = RecordOf<typeof agreementKind>;

/** Something that stands in the way of the next level. */
export const barrierKind = kind('assessmentBarrier', {
  name: 'assessments.barrier',
  permission: 'assessments:facilitate',
  title: 'barrier',
  order: ['element', { words: 'barrier' }],
  words: {
    one: 'barrier',
    add: 'Add a barrier',
    addButton: 'Add the barrier',
    added: 'The barrier is written down.',
    change: 'Change this barrier',
    changed: 'The barrier is saved.',
    remove: 'Take it out',
    removal: '',
    removed: 'The barrier is taken out. The history keeps it.'
  },
  fields: {
    roundId: field.partOf({ label: 'Round', of: rounds }),
    barrier: field.text({
      label: 'What stands in the way of the next level',
      needed: say.barrier
    }),
    kind: field.oneOf({
      label: 'Kind of barrier',
      options: barrierKinds,
      names: barrierKindNames,
      needed: say.barrierKind
    })
  }
});
export type Barrier = RecordOf<typeof barrierKind>;

/** One of the few things that a round says should be done first. */
export const priorityActionKind = kind('assessmentAction', {
  name: 'assessments.priority-action',
  permission: 'assessments:facilitate',
  title: 'what',
  order: ['place'],
  words: {
    one: 'priority action',
    add: 'Add a priority action',
    addButton: 'Add the action',
    added: 'It is written down. Next: put it into the plan.',
    change: 'Change this action',
    changed: 'The action is saved.',
    remove: 'Take it out',
    removal: '',
    removed: 'The action is taken out. The history keeps it.'
  },
  fields: {
    roundId: field.partOf({ label: 'Round', of: rounds }),
    what: field.line({ label: 'What is to be done', needed: say.what }),
    who: field.line({ label: 'Who leads it', hint: 'A role and its organisation', most: 200 }),
    dueOn: field.day({ label: 'By when', what: 'The day' })
  }
});
export type PriorityAction = RecordOf<typeof priorityActionKind>;
