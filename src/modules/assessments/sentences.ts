import { sayDate } from '#core/written-dates';
import type { NoSuchPart } from './instrument.ts';
import type { AnswerProblem, NotOpen, NotShowable } from './rules.ts';

/** What is said beside fields that are empty or wrong. */
export const fieldSentences = {
  title: 'Enter a title',
  opensOn: 'Enter the day from which people may answer',
  closesOn: 'Enter the last day for answers',
  facilitator: 'Enter who leads it, as a role',
  instrument: 'Choose what to rate by',
  people: 'Tick at least one person',
  sector: 'Choose for which sector they stand',
  level: 'Choose the level that was agreed',
  reason: 'Enter the reason',
  agreedOn: 'Enter the day of the agreement',
  present: 'Enter who was there, as roles, one a line',
  barrierKind: 'Choose what kind of barrier it is',
  barrier: 'Enter what stands in the way',
  evidenceKind: 'Choose what kind of evidence it is',
  shows: 'Enter what it shows',
  element: 'Choose what it is about',
  what: 'Enter what is to be done'
} as const;

/** What commands about rounds refuse besides what every kind refuses. */
export type OwnProblem =
  | NotOpen
  | AnswerProblem
  | NoSuchPart
  | NotShowable
  | { readonly kind: 'closes-before-it-opens' }
  | { readonly kind: 'not-yours-to-lead' }
  | { readonly kind: 'leader-no-lead' }
  | { readonly kind: 'leader-by-coordinator' }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'unknown-instrument' }
  | { readonly kind: 'no-member' }
  | { readonly kind: 'asked-already' }
  | { readonly kind: 'has-answered' }
  | { readonly kind: 'answered-themselves' }
  | { readonly kind: 'own-answer' }
  | { readonly kind: 'typed-by-another' }
  | { readonly kind: 'too-few-answers'; readonly answered: number }
  | { readonly kind: 'not-revealed' }
  | { readonly kind: 'round-closed' }
  | { readonly kind: 'no-such-level' }
  | { readonly kind: 'no-such-element' }
  | { readonly kind: 'day-ahead' }
  | { readonly kind: 'before-the-reveal' }
  | { readonly kind: 'no-evidence' }
  | { readonly kind: 'rests-on-it' }
  | { readonly kind: 'two-scopes' }
  | { readonly kind: 'validated-without-day' }
  | { readonly kind: 'three-already' }
  | { readonly kind: 'in-the-plan' }
  | { readonly kind: 'unknown-action' }
  | { readonly kind: 'no-collaborative' }
  | { readonly kind: 'nothing-agreed' }
  | { readonly kind: 'visit-without-level' }
  | { readonly kind: 'shown-to-others' };

/** Why no answer is taken now. */
export function explainNotOpen(problem: NotOpen): string {
  switch (problem.kind) {
    case 'already-revealed':
      return 'The spread of this round has been shown, so its answers stay as they are.';
    case 'not-open-yet':
      return `This round takes answers from ${sayDate(problem.on)}.`;
    case 'closed-for-answers':
      return `This round took answers until ${sayDate(problem.on)}. Ask whoever leads it whether they can move the last day.`;
  }
}

/** The sentence for a problem, and the field it stands beside. */
export function explainOwn(problem: OwnProblem): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'already-revealed':
    case 'not-open-yet':
    case 'closed-for-answers':
      return explainNotOpen(problem);
    case 'words-without-level':
      return {
        field: `answers.${problem.index}.level`,
        sentence: 'Choose a level, or that you cannot say'
      };
    case 'unknown-level':
      return { field: `answers.${problem.index}.level`, sentence: 'Choose one from the list' };
    case 'element-twice':
      return 'Something was answered twice in this form. Load the page again and answer once.';
    case 'no-such-part':
      return { field: 'instrument', sentence: 'Choose what to rate by, or one of its parts' };
    case 'not-yours-to-lead':
      return 'Somebody else leads this round. They can do this, or the coordinator.';
    case 'leader-no-lead':
      return { field: 'leaderId', sentence: 'Choose a lead or a coordinator from the list' };
    case 'leader-by-coordinator':
      return 'Who leads a round is for the coordinator to say.';
    case 'unknown-element':
      return 'This round does not ask about that.';
    case 'closes-before-it-opens':
      return { field: 'closesOn', sentence: 'The last day is before the first' };
    case 'not-asked':
      return 'You were not asked in this round.';
    case 'unknown-instrument':
      return { field: 'instrument', sentence: fieldSentences.instrument };
    case 'no-member':
      return { field: 'people', sentence: 'Somebody you ticked is no member here any more' };
    case 'asked-already':
      return { field: 'people', sentence: 'Somebody you ticked has been asked already' };
    case 'has-answered':
      return 'They have begun to answer, so they stay on the list.';
    case 'answered-themselves':
      return 'They have answered themselves, so nothing can be typed for them.';
    case 'own-answer':
      return 'This is you. Give your own answer instead.';
    case 'typed-by-another':
      return 'Somebody else has typed their paper. Only they can correct it.';
    case 'too-few-answers':
      return `${problem.answered} ${problem.answered === 1 ? 'person has' : 'people have'} answered. The spread can be shown when three or more have: with fewer it would say who said what.`;
    case 'not-revealed':
      return 'Nothing can be agreed before the spread has been shown.';
    case 'round-closed':
      return 'This round is closed and stays as it is.';
    case 'no-such-level':
      return { field: 'level', sentence: fieldSentences.level };
    case 'no-such-element':
      return { field: 'element', sentence: fieldSentences.element };
    case 'day-ahead':
      return {
        field: 'agreedOn',
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'before-the-reveal':
      return { field: 'agreedOn', sentence: 'This is before the spread was shown' };
    case 'no-evidence':
      return 'Nothing is tied to it that it could rest on. Tie at least one piece of evidence below, then agree.';
    case 'rests-on-it':
      return 'What was agreed rests on this alone. Tie something else first.';
    case 'two-scopes':
      return {
        field: 'settingId',
        sentence: 'A round is about a group or about one setting. Leave one of them out.'
      };
    case 'validated-without-day':
      return {
        field: 'validatedOn',
        sentence: 'Enter both, who looked at it from outside and on which day, or neither'
      };
    case 'three-already':
      return 'Three actions are as many as a round has. Take one out first.';
    case 'in-the-plan':
      return 'It is in the plan, so it stays here.';
    case 'unknown-action':
      return { field: 'aimId', sentence: 'Choose one from the list' };
    case 'no-collaborative':
      return 'You are no member of this collaborative, so nothing can be shown to it.';
    case 'not-of-the-whole':
      return 'This round is about a group or a setting. Areas are compared as wholes, so it is not shown to others.';
    case 'not-agreed-yet':
      return 'This round is not agreed yet. What is agreed can be shown to others, and nothing before.';
    case 'not-of-levels':
      return 'Only levels are compared between areas, and this round has none.';
    case 'nothing-agreed':
      return {
        field: 'elements',
        sentence: 'Nothing was agreed on something you ticked. Load the page again.'
      };
    case 'visit-without-level':
      return {
        field: 'visits',
        sentence: 'Tick what you show as well: others cannot visit you for what they do not see'
      };
    case 'shown-to-others':
      return {
        field: 'groupId',
        sentence:
          'Others see this round as being about the whole partnership. Take back what you show of it first.'
      };
  }
}
