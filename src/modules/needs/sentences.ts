import { listed } from '#core/written-lists';
import { explainRecordProblem, type RecordProblem } from '#modules/records';
import type { Due, SharingProblem, Step } from './governance.ts';
import type { meansOf, QuestionState } from './questions.ts';
import { dayInWords } from './law.ts';
import type {
  AnswerForm,
  Assessment,
  Holder,
  Means,
  Method,
  QuestionStatus,
  Subject
} from './types.ts';

export const fieldSentences = {
  sourceTitle: 'Enter the name of the source',
  question: 'Enter the question',
  itemTitle: 'Enter what is held',
  method: 'Choose how it will be answered',
  status: 'Choose a status',
  finding: 'Enter what was found',
  foundOn: 'Enter the day on which it was found',
  subject: 'Choose whether a person can be told from it',
  basis: 'Choose the lawful basis',
  condition: 'Choose the condition',
  recognised: 'Choose which of the recognised interests it is',
  shared: 'Choose whether it is shared',
  assessment: 'Choose whether an assessment is needed'
} as const;

export const answerFormNames: Readonly<Record<AnswerForm, string>> = {
  figures: 'Figures',
  words: 'What people say and do',
  both: 'Both'
};

export const meansNames: Readonly<Record<Means, string>> = {
  there: 'Yes, all of it',
  partly: 'Part of it',
  missing: 'No'
};

export const methodNames: Readonly<Record<Method, string>> = {
  'existing-data': 'Existing data',
  survey: 'Survey',
  'listening-session': 'Listening session or public forum',
  interview: 'Interviews and focus groups',
  ethnography: 'Ethnography',
  other: 'Another way'
};

export const methodHints: Readonly<Record<Method, string>> = {
  'existing-data': 'Somebody has it already: ask for it, or look again at what is there',
  survey: 'The same questions to many',
  'listening-session': 'Families or the whole neighbourhood, asked openly and listened to',
  interview: 'One person at a time, or a few together, with questions prepared',
  ethnography: 'Being there, and seeing how things are done day by day',
  other: 'Say how in the question'
};

export const questionStatusNames: Readonly<Record<QuestionStatus, string>> = {
  open: 'Not begun',
  'under-way': 'Under way',
  answered: 'Answered',
  dropped: 'Dropped'
};

/**
 * How far the plan fits the time and money there are: "Of 3 questions that wait, 1 has what it needs, 1 has part of it, and of 1
 * nobody has said." Null where none waits.
 */
export function meansSentence(of: ReturnType<typeof meansOf>): string | null {
  if (of.waiting === 0) return null;
  const parts = [
    { count: of.there, words: of.there === 1 ? 'has what it needs' : 'have what they need' },
    { count: of.partly, words: of.partly === 1 ? 'has part of it' : 'have part of it' },
    { count: of.missing, words: of.missing === 1 ? 'has nothing yet' : 'have nothing yet' }
  ].flatMap(({ count, words }) => (count === 0 ? [] : [`${count} ${words}`]));
  const all = of.notSaid === 0 ? parts : [...parts, `of ${of.notSaid} nobody has said`];
  return `Of ${of.waiting} ${of.waiting === 1 ? 'question that waits' : 'questions that wait'}, ${listed(all)}.`;
}

/** How the date of a question is spoken of; null where there is nothing to add. */
export const questionStateNames: Readonly<Record<QuestionState, string | null>> = {
  overdue: 'Date has passed',
  'due-soon': 'Due soon',
  'on-time': null,
  'no-date': 'No date yet',
  ended: null
};

export const subjectNames: Readonly<Record<Subject, string>> = {
  identifiable: 'Yes',
  pseudonymous: 'Only with a key',
  none: 'No'
};

export const subjectHints: Readonly<Record<Subject, string>> = {
  identifiable: 'By name, number, address, or by putting details together',
  pseudonymous:
    'Names are replaced by a code, and somebody holds the key. The law still treats it as personal data',
  none: 'Counts or opinions that nobody could tie to a person, small numbers included'
};

/** The same, said of an item in a list. */
export const subjectSentences: Readonly<Record<Subject, string>> = {
  identifiable: 'People can be told from it',
  pseudonymous: 'People can be told from it with a key',
  none: 'Nobody can be told from it'
};

export const assessmentNames: Readonly<Record<Assessment, string>> = {
  needed: 'Needed, and not yet done',
  'not-needed': 'Not needed',
  done: 'Done'
};

export const assessmentHints: Readonly<Record<Assessment, string>> = {
  needed:
    'It is likely to mean a high risk to people, such as special category data about many children',
  'not-needed': 'Somebody who knows the rules has looked',
  done: 'Say when'
};

export const holderNames: Readonly<Record<Holder, string>> = {
  'public-authority': 'Yes',
  'another-body': 'No'
};

export const holderHints: Readonly<Record<Holder, string>> = {
  'public-authority': 'A council, a health board or trust, a state school',
  'another-body': 'A charity, a private nursery, a company'
};

/** The same, said of an item in a list. */
export const holderSentences: Readonly<Record<Holder, string>> = {
  'public-authority': 'A public authority',
  'another-body': 'Another body'
};

export const stepTitles: Readonly<Record<Step, string>> = {
  what: 'What is held',
  basis: 'Lawful basis',
  recognised: 'Recognised legitimate interest',
  condition: 'Special category condition',
  sharing: 'Sharing',
  assessment: 'Impact assessment',
  complaints: 'Complaints',
  keeping: 'Keeping and reviewing',
  purpose: 'Why you collect it'
};

export const dueNames: Readonly<Record<Due, string>> = {
  'review-passed': 'Review overdue',
  'assessment-outstanding': 'Assessment to do',
  'agreement-missing': 'Agreement missing',
  'basis-missing': 'Basis missing',
  'condition-missing': 'Condition missing',
  'recognised-missing': 'Not said which recognised interest',
  'asker-missing': 'Not said who asked for it',
  'law-ended': 'The law it rests on has ended',
  'law-not-begun': 'The law it rests on is not in force yet',
  'closed-to-authorities': 'Basis closed to public authorities',
  'holder-unanswered': 'Not said whether a public authority holds it',
  'agreement-older-than-law': 'Agreement older than the law: look at it again',
  'complaints-missing': 'Not said where complaints go',
  'sharing-unanswered': 'Not said whether it is shared',
  'assessment-unanswered': 'Not said whether an assessment is needed',
  'retention-missing': 'Not said how long it is kept',
  'owner-missing': 'Nobody answers for it',
  'review-not-set': 'No review date',
  'review-soon': 'Review due soon'
};

/** What is past its day or breaks a rule, against what is only not yet said. */
export const isPressing = (due: Due): boolean =>
  [
    'review-passed',
    'assessment-outstanding',
    'agreement-missing',
    'basis-missing',
    'condition-missing',
    'recognised-missing',
    'asker-missing',
    'law-ended',
    'law-not-begun',
    'closed-to-authorities'
  ].includes(due);

/** What may be wrong with the module's own commands, beside what may be with any record. */
export type NeedsProblem =
  | RecordProblem
  | SharingProblem
  | { readonly kind: 'assessed-without-date' }
  | { readonly kind: 'answered-without-finding' }
  | { readonly kind: 'day-ahead'; readonly field: string }
  | { readonly kind: 'asker-missing' }
  | {
      readonly kind: 'law-not-in-force';
      readonly field: string;
      readonly from: string;
      readonly until: string | null;
      readonly isEnded: boolean;
    };

export function explainNeedsProblem(
  problem: NeedsProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'shared-with-nobody':
      return { field: 'sharedWith', sentence: 'Enter with whom it is shared' };
    case 'agreement-without-date':
      return { field: 'agreementOn', sentence: 'Enter the date of the agreement' };
    case 'date-without-agreement':
      return { field: 'agreementReference', sentence: 'Enter the name or number of the agreement' };
    case 'assessed-without-date':
      return { field: 'assessedOn', sentence: 'Enter the day on which the assessment was done' };
    case 'answered-without-finding':
      return { field: 'status', sentence: 'Write down what was found first: then it is answered' };
    case 'day-ahead':
      return {
        field: problem.field,
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'asker-missing':
      return {
        field: 'askedBy',
        sentence: 'Enter who asked for it, and for what task: this interest rests on that task'
      };
    case 'law-not-in-force':
      return {
        field: problem.field,
        sentence: problem.isEnded
          ? `This ended on ${dayInWords(problem.until ?? problem.from)}. Choose what is in force.`
          : `This is not in force before ${dayInWords(problem.from)}. Choose what is in force.`
      };
    default:
      return explainRecordProblem(problem);
  }
}
