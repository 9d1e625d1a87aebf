import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import {
  askAnswerNames,
  askKindHints,
  askKindNames,
  consultationWayNames,
  consultedNames,
  decisionKindHints,
  decisionKindNames,
  interestAnswerNames,
  interestKindNames,
  levelNames,
  paperKindHints,
  paperKindNames,
  paperStatusNames,
  stanceNames
} from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import {
  askAnswers,
  askKinds,
  consultationWays,
  consulted,
  decisionKinds,
  interestAnswers,
  interestKinds,
  levels,
  paperKinds,
  paperStatuses,
  stances
} from './types.ts';

const groups = {
  table: 'workingGroup',
  title: 'name',
  order: ['position', { words: 'name' }]
} as const;
const papers = { table: 'paper', title: 'title' } as const;
const decisions = { table: 'decision', title: 'title' } as const;
const disputes = { table: 'dispute', title: 'subject' } as const;
const planPriorities = { table: 'planPriority', title: 'title', order: ['number'] } as const;
const aims = { table: 'aim', title: 'title', order: ['position', { words: 'title' }] } as const;

// No form asks from which page of a document a record was read.
const source = field.kept(v.pipe(v.string(), v.trim(), v.maxLength(400)), {
  label: 'Source',
  isLookedThrough: true
});

/** Something written for a group: what was put to it, or what it wrote down. */
export const paperKind = kind('paper', {
  name: 'decisions.paper',
  permission: 'decisions:edit',
  title: 'title',
  order: [{ latest: 'datedOn' }, { words: 'title' }],
  words: {
    one: 'paper',
    add: 'Add a paper',
    addButton: 'Add the paper',
    added: 'The paper is in the list.',
    change: 'Change this paper',
    changed: 'The paper is saved.',
    remove: 'Remove this paper',
    removal: 'Only while no decision rests on it. Its history stays.',
    removed: 'The paper is no longer in the list.'
  },
  fields: {
    title: field.line({ label: 'Title', needed: say.title }),
    kind: field.oneOf({
      label: 'What kind of paper',
      options: paperKinds,
      names: paperKindNames,
      hints: paperKindHints,
      needed: say.paperKind,
      as: 'select'
    }),
    about: field.text({ label: 'What it says', hint: 'In two or three sentences' }),
    groupId: field.recordOrNone({
      label: 'For which group',
      of: groups,
      placeholder: 'No group in particular'
    }),
    meetingOn: field.day({ label: 'Meeting', what: 'The day of the meeting' }),
    authorRole: field.line({
      label: 'Written by',
      hint: 'A role and its organisation',
      most: 200
    }),
    datedOn: field.day({ label: 'Date of the paper' }),
    status: field.oneOfOr({
      label: 'Status',
      options: paperStatuses,
      names: paperStatusNames,
      otherwise: 'draft',
      inline: true
    }),
    link: field.webAddress({ label: 'Link', hint: 'Where those who may read it find it' }),
    source
  }
});
export type Paper = RecordOf<typeof paperKind>;

/** What a group or another body decided. Once confirmed it stays as it is. */
export const decisionKind = kind('decision', {
  name: 'decisions.decision',
  permission: 'decisions:edit',
  title: 'title',
  order: [{ latest: 'decidedOn' }, { words: 'title' }],
  words: {
    one: 'decision',
    add: 'Record a decision',
    addButton: 'Save as a draft',
    added: 'The decision is saved as a draft. Next: what the partners say, then confirm it.',
    change: 'Change this draft',
    changed: 'The draft is saved.',
    remove: 'Remove this draft',
    removal: 'Only while it is a draft. Its history stays.',
    removed: 'The draft is removed.'
  },
  keptBy: [
    {
      table: 'dispute',
      column: 'decisionId',
      sentence: 'It settled a dispute, so it stays.'
    }
  ],
  takesAlong: [
    { table: 'decisionAgreement', column: 'decisionId' },
    { table: 'declaredInterest', column: 'decisionId' }
  ],
  unique: {
    column: 'supersedesId',
    sentence: 'That decision was corrected already. Correct the later one.'
  },
  fields: {
    title: field.line({ label: 'Title', needed: say.title }),
    question: field.text({ label: 'What was to be decided' }),
    decided: field.text({
      label: 'What was decided',
      hint: 'So that somebody who was not there understands it',
      needed: say.decided,
      rows: 4
    }),
    kind: field.oneOf({
      label: 'What was done with it',
      options: decisionKinds,
      names: decisionKindNames,
      hints: decisionKindHints,
      needed: say.decisionKind
    }),
    groupId: field.recordOrNone({
      label: 'Group that decided',
      of: groups,
      placeholder: 'Another body'
    }),
    body: field.line({
      label: 'Other body that decided',
      hint: 'Such as a council’s committee, where it is none of your groups',
      most: 200
    }),
    decidedOn: field.day({ label: 'Decided on' }),
    basis: field.text({
      label: 'On what basis',
      hint: 'Evidence, figures, what people said. Papers and consultations can be ticked below'
    }),
    options: field.text({ label: 'Options that were looked at' }),
    conditions: field.text({ label: 'Conditions' }),
    conditionsDueOn: field.day({ label: 'Conditions to be met by' }),
    present: field.list({
      label: 'Who was there',
      hint: 'Roles, one a line. No names',
      most: 60
    }),
    paperIds: field.records({ label: 'Papers it rests on', of: papers }),
    consultationIds: field.records({
      label: 'Consultations it rests on',
      of: { table: 'consultation', title: 'title' }
    }),
    planPriorityIds: field.records({ label: 'Priorities it is about', of: planPriorities }),
    aimIds: field.records({ label: 'Aims it is about', of: aims }),
    supersedesId: field.recordOrNone({
      label: 'Decision that it corrects',
      of: decisions,
      placeholder: 'None'
    }),
    source
  }
});
export type Decision = RecordOf<typeof decisionKind>;

/** The day on which the conditions of a decision were met: the one part of a confirmed decision that is still to come. */
export const conditionsKind = kind('decision', {
  name: 'decisions.conditions',
  permission: 'decisions:edit',
  title: 'title',
  words: {
    ...decisionKind.words,
    changed: 'It is written down that the conditions were met.'
  },
  fields: {
    conditionsMetOn: field.neededDay({
      label: 'Conditions met on',
      needed: say.conditionsMetOn
    })
  }
});

/** What a partner body says of a decision. */
export const agreementKind = kind('decisionAgreement', {
  name: 'decisions.agreement',
  permission: 'decisions:edit',
  title: 'body',
  words: {
    one: 'partner’s word',
    add: 'Add what a partner says',
    addButton: 'Add it',
    added: 'It is written down.',
    change: 'Change what a partner says',
    changed: 'It is saved.',
    remove: 'Take it out',
    removal: '',
    removed: 'It is taken out. The history keeps it.'
  },
  unique: { column: 'body', sentence: 'What this body says stands here already. Change that.' },
  fields: {
    decisionId: field.partOf({ label: 'Decision', of: decisions }),
    body: field.line({ label: 'Partner body', needed: say.body, most: 200 }),
    stance: field.oneOf({
      label: 'What it says',
      options: stances,
      names: stanceNames,
      needed: say.stance
    }),
    conditions: field.text({ label: 'Its conditions, or why not' }),
    statedOn: field.day({ label: 'Said on' }),
    byRole: field.line({ label: 'Said by', hint: 'A role', most: 200 })
  }
});
export type Agreement = RecordOf<typeof agreementKind>;

/** An interest that somebody who took part had in a decision. */
export const interestKind = kind('declaredInterest', {
  name: 'decisions.interest',
  permission: 'decisions:edit',
  title: 'whoRole',
  order: ['declaredOn', 'id'],
  words: {
    one: 'interest',
    add: 'Declare an interest',
    addButton: 'Declare it',
    added: 'The interest is declared.',
    change: 'Change this interest',
    changed: 'The interest is saved.',
    remove: 'Take it out',
    removal: '',
    removed: 'The interest is taken out. The history keeps it.'
  },
  fields: {
    decisionId: field.partOf({ label: 'Decision', of: decisions }),
    whoRole: field.line({ label: 'Whose', hint: 'A role and its organisation', needed: say.who }),
    kind: field.oneOf({
      label: 'Kind of interest',
      options: interestKinds,
      names: interestKindNames,
      needed: say.interestKind,
      inline: true
    }),
    interest: field.text({
      label: 'What they stand to gain or lose',
      needed: say.interest
    }),
    declaredOn: field.day({ label: 'Declared on' }),
    done: field.oneOf({
      label: 'What was done about it',
      options: interestAnswers,
      names: interestAnswerNames,
      needed: say.interestDone
    })
  }
});
export type DeclaredInterest = RecordOf<typeof interestKind>;

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

/** Something that a group asks of others, or passes on to them. */
export const askKind = kind('ask', {
  name: 'decisions.ask',
  permission: 'decisions:edit',
  title: 'title',
  order: ['answerBy', { words: 'title' }],
  words: {
    one: 'ask',
    add: 'Add an ask, an obstacle or an opportunity',
    addButton: 'Add it',
    added: 'It is in the list.',
    change: 'Change it',
    changed: 'It is saved.',
    remove: 'Remove it',
    removal: 'Usually it is better to keep the answer. Its history stays either way.',
    removed: 'It is no longer in the list.'
  },
  fields: {
    kind: field.oneOf({
      label: 'What it is',
      options: askKinds,
      names: askKindNames,
      hints: askKindHints,
      needed: say.askKind
    }),
    title: field.line({ label: 'In one line', needed: say.title }),
    why: field.text({ label: 'Why', hint: 'What it would make possible' }),
    fromGroupId: field.recordOrNone({
      label: 'From which group',
      of: groups,
      placeholder: 'The whole partnership'
    }),
    toGroupId: field.recordOrNone({
      label: 'To which group',
      of: groups,
      placeholder: 'A body outside'
    }),
    toBody: field.line({
      label: 'To which body outside',
      hint: 'Such as the government or a national body',
      most: 200
    }),
    aimIds: field.records({ label: 'Aims that need it', of: aims }),
    sentOn: field.day({ label: 'Passed on' }),
    answerBy: field.day({ label: 'Answer wanted by' }),
    source
  }
});
export type Ask = RecordOf<typeof askKind>;

/** The answer to an ask: asked for by a form of its own. */
export const answerKind = kind('ask', {
  name: 'decisions.answer',
  permission: 'decisions:edit',
  title: 'title',
  words: { ...askKind.words, changed: 'The answer is written down.' },
  fields: {
    answer: field.oneOf({
      label: 'Answer',
      options: askAnswers.filter((one) => one !== 'none'),
      names: askAnswerNames,
      needed: say.answer,
      inline: true
    }),
    answeredOn: field.neededDay({ label: 'Answered on', needed: say.answeredOn }),
    answerText: field.text({ label: 'What was answered, or done' })
  }
});
