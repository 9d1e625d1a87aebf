import { listed } from '#core/written-lists';
import { explainRecordProblem, type RecordProblem } from '#modules/records';
import type { Names, WalkProblem } from '#modules/vocabulary';
import type { ServingProblem } from './rules.ts';
import type {
  ChoiceQuestion,
  KindKept,
  LongListStanding,
  Remark,
  Sprawl,
  WayToAct,
  choiceAnswers
} from './types.ts';

export const fieldSentences = {
  outcome: 'Choose an outcome from the list',
  ages: 'Choose at least one age: an outcome is worked for at an age',
  factor: 'Choose a factor from the list',
  reason: 'Say why, in a sentence that others will understand later',
  answer: 'Choose an answer',
  chosen: 'This was chosen already. Change its reason instead.',
  considered: 'This stands on the long list already. Change it there.',
  standing: 'Choose where it stands',
  begun:
    'This question was answered already, perhaps in another window. Here is the one that comes next.'
} as const;

export const longListNames: Readonly<Record<LongListStanding, string>> = {
  provisional: 'Provisional',
  considered: 'Considered',
  'set-aside': 'Set aside'
};

export const longListHints: Readonly<Record<LongListStanding, string>> = {
  provisional: 'You would choose it now, and it is not confirmed',
  considered: 'You are looking at it',
  'set-aside': 'You looked at it, and others come first'
};

export const actNames: Readonly<Record<WayToAct, string>> = {
  directly: 'Directly',
  'through-another': 'Through another factor'
};

export const actHints: Readonly<Record<WayToAct, string>> = {
  directly: 'It changes what children learn by itself, as talk at home does',
  'through-another': 'It changes something else that does, as crowded homes do through stress'
};

/** The toolkit’s three questions about what is chosen. */
export const choiceQuestionNames: Readonly<Record<ChoiceQuestion, string>> = {
  followsEvidence: 'Does evidence tie it to the outcome?',
  mattersHere: 'Does it matter to the community here?',
  withinReach: 'Can the partnership influence it?'
};

export const choiceAnswerNames: Readonly<Record<(typeof choiceAnswers)[number], string>> = {
  yes: 'Yes',
  no: 'No',
  'cannot-tell': 'Cannot tell'
};

export type PriorityProblem =
  | RecordProblem
  | WalkProblem
  | ServingProblem
  | { readonly kind: 'path-not-finished' }
  | { readonly kind: 'no-kind-kept' }
  | { readonly kind: 'kind-does-not-follow' }
  | { readonly kind: 'foundation-as-outcome' }
  | { readonly kind: 'chosen-already' }
  | { readonly kind: 'insight-of-another-factor' };

/** The label of a field of an answer or a decision. */
export function decisionFieldName(field: string): string {
  if (field === 'reason') return 'Why';
  return field.startsWith('kinds') ? 'Why, and what you will do' : field;
}

export function explainPriorityProblem(
  problem: PriorityProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'unknown-question':
      return fieldSentences.begun;
    case 'unknown-answer':
      return { field: 'answer', sentence: fieldSentences.answer };
    case 'no-kind-kept':
      return {
        field: 'kinds.0.reason',
        sentence: 'Keep at least one kind of action: say why, and what you will do'
      };
    case 'foundation-as-outcome':
      return {
        field: 'outcome',
        sentence:
          'This is a foundation, on which the learning outcomes rest. Choose one of those, and tick the foundation as the way to it.'
      };
    case 'chosen-already':
      return {
        field: 'factor',
        sentence: 'This is one of the factors you chose. Set it aside on its own page.'
      };
    case 'serves-though-direct':
      return {
        field: 'acts',
        sentence: 'Say that it acts through another factor, or untick the factors it acts through'
      };
    case 'serves-itself':
      return { field: 'serves', sentence: 'It cannot act through itself: untick it' };
    case 'path-not-finished':
      return 'Answer the questions to their end first.';
    case 'kind-does-not-follow':
      return 'This kind of action does not follow from your answers. Choose one that does, or answer again.';
    case 'insight-of-another-factor':
      return {
        field: 'factor',
        sentence:
          'What you quote is about another factor, or was archived meanwhile. Show the insights of this factor and tick again.'
      };
    default:
      return explainRecordProblem(problem);
  }
}

/** Says, kindly, when a choice sprawls or has not begun; null when it fits. */
export function sprawlSentence(
  sprawl: Sprawl,
  count: { outcomes: number; factors: number }
): string | null {
  const parts: string[] = [];
  if (sprawl.outcomes === 'many') {
    parts.push(`${count.outcomes} outcomes are chosen; one or two are easier to hold together`);
  }
  if (sprawl.factors === 'many') {
    parts.push(
      `${count.factors} factors are chosen; with more than five, attention and money thin out`
    );
  }
  if (sprawl.factors === 'few') {
    parts.push(
      `${count.factors === 1 ? 'One factor is' : `${count.factors} factors are`} chosen; three to five usually carry an outcome`
    );
  }
  return parts.length === 0 ? null : `${parts.join('. ')}.`;
}

/** What to look at again in a choice, in a sentence. */
export function remarkSentence(remark: Remark, names: Names): string {
  switch (remark.kind) {
    case 'foundation-chosen':
      return `${names.outcome(remark.outcome)} is a foundation on which the learning outcomes rest. Choose the outcome it should lead to, and name the foundation as the way.`;
    case 'outcome-without-age':
      return `For ${names.outcome(remark.outcome).toLowerCase()} no age is named. An outcome is worked for at the age at which it causes concern.`;
    case 'no-direct-factor':
      return 'None of the factors acts directly on the outcome. One or two that do are the surest way to it.';
    case 'not-said-how-it-acts':
      return `Nobody has said how ${listed(remark.factors.map((id) => names.factor(id).toLowerCase()))} ${remark.factors.length === 1 ? 'acts' : 'act'} on the outcome: directly, or through another factor.`;
    case 'serves-no-chosen-factor':
      return `${names.factor(remark.factor)} acts through another factor, and through none that you chose. Say through which, or ask whether it belongs among these.`;
    case 'answered-no':
      return `${names.factor(remark.factor)}: ${saidNo[remark.question]}`;
  }
}

const saidNo: Readonly<Record<ChoiceQuestion, string>> = {
  followsEvidence: 'you said that evidence does not tie it to the outcome.',
  mattersHere: 'you said that it does not matter to the community here.',
  withinReach: 'you said that the partnership cannot influence it.'
};

type Kept = { readonly kinds: readonly KindKept[] } | null;

/** The kinds of action kept for a factor in one line, or null while nobody has decided: "Improve, and implement". */
export function kindsInWords(decision: Kept, names: Pick<Names, 'actionKind'>): string | null {
  if (decision === null) return null;
  const [first = '', ...others] = decision.kinds.map((one) => names.actionKind(one.actionKind));
  return [first, ...others.map((one) => one.charAt(0).toLowerCase() + one.slice(1))].join(', and ');
}

/** Why they were kept: the reason alone where there is one kind, else each behind its kind. */
export function kindReasons(decision: Kept, names: Pick<Names, 'actionKind'>): string {
  const kinds = decision?.kinds ?? [];
  if (kinds.length < 2) return kinds[0]?.reason ?? '';
  return kinds
    .map(({ actionKind, reason }) => `${names.actionKind(actionKind)}: ${reason}`)
    .join(' ');
}
