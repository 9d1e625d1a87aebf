import { partnerFields, partnerKindWords } from '#modules/groups';
import { field, kind, type RecordOf } from '#modules/records';
import {
  decisionKindHints,
  decisionKindNames,
  interestAnswerNames,
  interestKindNames,
  paperKindHints,
  paperKindNames,
  paperStatusNames
} from './labels.ts';
import { groups, papers, decisions, planPriorities, aims, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import {
  decisionKinds,
  interestAnswers,
  interestKinds,
  paperKinds,
  paperStatuses
} from './types.ts';

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
  ...partnerKindWords,
  fields: { decisionId: field.partOf({ label: 'Decision', of: decisions }), ...partnerFields }
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
