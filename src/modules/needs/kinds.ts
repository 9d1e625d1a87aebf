import { field, kind, type RecordOf } from '#modules/records';
import {
  answerFormNames,
  assessmentHints,
  assessmentNames,
  fieldSentences as say,
  holderHints,
  holderNames,
  meansNames,
  methodHints,
  methodNames,
  questionStatusNames,
  subjectHints,
  subjectNames
} from './sentences.ts';
import {
  answerForms,
  assessments,
  holders,
  meansThere,
  methods,
  questionStatuses,
  subjects
} from './types.ts';

/** What should be said of everything that is collected. An empty text means that nobody has said it yet. */
export const whyParts = {
  why: field.text({ label: 'Why we collect it', hint: 'What it lets you decide or do' }),
  forWhom: field.line({ label: 'For whom', hint: 'Who asked for it', most: 4000 }),
  usedBy: field.line({
    label: 'Who uses it',
    hint: 'Roles, and how often they look',
    most: 4000
  }),
  workCost: field.line({
    label: 'What work it costs',
    hint: 'People’s time, such as two hours a term in each nursery',
    most: 4000
  }),
  cameOfIt: field.text({
    label: 'What came of it',
    hint: 'What is different because it was collected. Nothing is an answer too'
  })
} as const;

/** An entry of the data library: where knowledge of local need comes from, and what it is worth. */
export const sourceKind = kind('dataSource', {
  name: 'needs.source',
  permission: 'indicators:edit',
  title: 'title',
  words: {
    one: 'source',
    add: 'Add a source',
    addButton: 'Add the source',
    added: 'The source is in the library.',
    change: 'Change this source',
    changed: 'The source is saved.',
    remove: 'Remove this source',
    removal: 'It leaves the library and stays in the history.',
    removed: 'The source is no longer in the library.'
  },
  keptBy: [
    {
      table: 'needsQuestion',
      column: 'dataSourceId',
      sentence: 'Questions are to be answered from this source. Change those first.'
    }
  ],
  fields: {
    title: field.line({ label: 'Name of the source', needed: say.sourceTitle }),
    publisher: field.line({
      label: 'Publisher',
      hint: 'The organisation it comes from',
      most: 4000
    }),
    coverage: field.text({ label: 'What it covers', hint: 'Which children, where and when' }),
    strengths: field.text({ label: 'Strengths', hint: 'What makes it worth believing' }),
    limitations: field.text({ label: 'Limitations', hint: 'Who is missed, what it cannot say' }),
    factors: field.factors({ label: 'Factors it tells of' }),
    keyInsight: field.text({
      label: 'What it tells us',
      hint: 'The main thing to know from it about these factors, in a sentence or two'
    }),
    indicatorIds: field.ticks({
      label: 'Figures that come from it',
      hint: 'Of the figures you follow'
    }),
    freshOn: field.day({
      label: 'Newest figures belong to',
      hint: 'The last day they cover, for example 31 3 2026'
    }),
    licence: field.line({
      label: 'Licence or permission',
      hint: 'Under what terms you may use it and pass it on',
      most: 4000
    }),
    link: field.webAddress({ label: 'Link', hint: 'Where it can be found' }),
    ...whyParts
  }
});
export type DataSource = RecordOf<typeof sourceKind>;

/** A line of the needs-analysis plan: a gap in what we know, the question it raises, and how it will be answered. */
export const questionKind = kind('needsQuestion', {
  name: 'needs.question',
  // Whoever works with families may ask; leads plan.
  permission: {
    add: 'indicators:add-values',
    change: 'indicators:edit',
    remove: 'indicators:edit'
  },
  title: 'question',
  order: ['dueOn'],
  words: {
    one: 'question',
    add: 'Add a question',
    addButton: 'Add the question',
    added: 'The question is in the plan.',
    change: 'Change this question',
    changed: 'The question is saved.',
    remove: 'Remove this question',
    removal: 'Usually it is better to say that it was dropped. Its history stays either way.',
    removed: 'The question is no longer in the plan.'
  },
  fields: {
    question: field.text({
      label: 'Question',
      hint: 'One thing that you want to know',
      needed: say.question,
      most: 1000
    }),
    gap: field.text({
      label: 'What we do not know',
      hint: 'Where the figures stop, or whom they miss'
    }),
    factor: field.factor({ label: 'Factor', placeholder: 'No factor in particular' }),
    outcomes: field.outcomes({ label: 'Outcomes it is about' }),
    ages: field.ages({ label: 'Ages it is about' }),
    addsValue: field.text({
      label: 'Which decision it will help with',
      hint: 'If the answer would change nothing, ask whether it is worth the work'
    }),
    answerForm: field.oneOfOrNone({
      label: 'What kind of answer',
      options: answerForms,
      names: answerFormNames
    }),
    method: field.oneOf({
      label: 'How it will be answered',
      options: methods,
      names: methodNames,
      hints: methodHints,
      needed: say.method
    }),
    dataSourceId: field.recordOrNone({
      label: 'Source to be used',
      of: { table: 'dataSource', title: 'title' },
      placeholder: 'None'
    }),
    resource: field.line({
      label: 'Money and people’s time',
      hint: 'What answering it needs',
      most: 4000
    }),
    means: field.oneOfOrNone({
      label: 'Is the time and money there?',
      hint: 'Look at this for the whole plan before anybody begins',
      options: meansThere,
      names: meansNames,
      inline: true
    }),
    adjusted: field.text({
      label: 'What was adjusted to fit',
      hint: 'What is left out, asked of fewer or done more simply, and what the answer loses by it'
    }),
    expertise: field.line({
      label: 'Expertise to bring in',
      hint: 'What nobody here can do, and who could',
      most: 4000
    }),
    ownerRole: field.line({
      label: 'Who answers for it',
      hint: 'A role and its organisation',
      most: 4000
    }),
    dueOn: field.day({ label: 'Answer wanted by' }),
    status: field.oneOfOr({
      label: 'Status',
      options: questionStatuses,
      names: questionStatusNames,
      otherwise: 'open',
      needed: say.status
    })
  }
});
export type NeedsQuestion = RecordOf<typeof questionKind>;

/** What was found: a part of a question, asked for by a form of its own. */
export const findingKind = kind('needsQuestion', {
  name: 'needs.finding',
  permission: 'indicators:add-values',
  title: 'question',
  words: {
    ...questionKind.words,
    one: 'finding',
    changed: 'The finding is saved, and the question is answered.'
  },
  fields: {
    finding: field.text({
      label: 'What was found',
      hint: 'In plain words, and how many families or settings it rests on. Leave names out',
      needed: say.finding,
      rows: 5
    }),
    foundOn: field.neededDay({ label: 'Found on', what: 'The day', needed: say.foundOn })
  }
});

/** Where families may complain is meant to be read by anybody: the address of an office is no personal detail. */
const complaints = {
  ...field.line({ label: 'Where complaints about it go', asks: 'Where do complaints go?' }),
  isLookedThrough: false
};

/** An entry of the register of data items. `null` stands where nobody has answered yet. */
export const dataItemKind = kind('dataItem', {
  name: 'needs.data-item',
  permission: 'indicators:edit',
  title: 'title',
  order: ['reviewOn'],
  words: {
    one: 'data item',
    add: 'Add a data item',
    addButton: 'Save and continue',
    added: 'The data item is in the register. The rest may be said now or later.',
    change: 'Change this data item',
    changed: 'The answer is saved.',
    remove: 'Remove this data item',
    removal: 'When it is no longer held. It leaves the register and stays in the history.',
    removed: 'The data item is no longer in the register.'
  },
  fields: {
    title: field.line({
      label: 'What is held',
      hint: 'Such as the register of a group. Name the thing, never a person',
      needed: say.itemTitle
    }),
    heldWhere: field.line({ label: 'Where it is held', most: 4000 }),
    subject: field.oneOf({
      label: 'Can a person be told from it?',
      options: subjects,
      names: subjectNames,
      hints: subjectHints,
      needed: say.subject
    }),
    specialCategory: field.box({
      label: 'Special category data',
      boxLabel: 'It tells something of this kind about a person'
    }),
    lawfulBasis: field.offered({
      label: 'Lawful basis',
      asks: 'On what lawful basis do you hold it?',
      needed: say.basis
    }),
    holder: field.oneOfOrNone({
      label: 'Who holds it',
      asks: 'Is the body that holds it a public authority?',
      options: holders,
      names: holderNames,
      hints: holderHints
    }),
    recognisedInterest: field.offered({
      label: 'Recognised interest',
      asks: 'Which of the interests that the law recognises is it?',
      needed: say.recognised
    }),
    askedBy: field.text({
      label: 'Who asked for it, and for what task',
      hint: 'Where it is disclosed for the public task of a body that asked: its name, and the task'
    }),
    specialCondition: field.offered({
      label: 'Special category condition',
      asks: 'Which condition lets you hold special category data?',
      needed: say.condition
    }),
    shared: field.yesOrNo({
      label: 'Is it shared?',
      hint: 'With anybody outside the organisation that holds it',
      hints: { no: 'Leave the rest of this page empty' },
      needed: say.shared
    }),
    sharedWith: field.line({
      label: 'With whom',
      hint: 'Organisations, where it is shared',
      most: 4000
    }),
    agreementReference: field.line({
      label: 'Sharing agreement',
      hint: 'Its name or number. While there is none, leave this empty: it stays in the list of what is due',
      most: 4000
    }),
    agreementOn: field.day({ label: 'Date of the agreement' }),
    agreementCheckedOn: field.day({
      label: 'Agreement looked at again on',
      hint: 'When somebody last looked whether it still fits the law'
    }),
    legalGateway: field.offeredRadios({
      label: 'Legal gateway',
      asks: 'Does a law say that it may or must be shared?'
    }),
    gatewayNote: field.line({
      label: 'Which law, and which part of it',
      hint: 'Where it is another law, or only a part',
      most: 4000
    }),
    complaintsContact: complaints,
    assessment: field.oneOf({
      label: 'Data protection impact assessment',
      options: assessments,
      names: assessmentNames,
      hints: assessmentHints,
      needed: say.assessment
    }),
    assessedOn: field.day({ label: 'Assessment done on' }),
    retention: field.text({ label: 'How long it is kept', hint: 'And what happens to it then' }),
    ownerRole: field.line({
      label: 'Who answers for it',
      hint: 'A role and its organisation',
      most: 4000
    }),
    reviewOn: field.day({
      label: 'Review by',
      hint: 'The day on which somebody looks again whether all this still holds, for example 31 3 2027'
    }),
    ...whyParts
  }
});
export type DataItem = RecordOf<typeof dataItemKind>;

/** What is said of why something is collected. */
export type Why = Pick<DataItem, keyof typeof whyParts>;
