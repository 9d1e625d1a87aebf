import { elementsOf, topicsOf, type Instrument } from './instrument.ts';
import {
  cannotSay,
  fewestAnswers,
  type Answer,
  type AskedStanding,
  type RoundStatus
} from './types.ts';

type Round = {
  readonly status: RoundStatus;
  readonly opensOn: string;
  readonly closesOn: string;
};

/** Why an answer is not taken any more, or not yet. */
export type NotOpen =
  | { readonly kind: 'already-revealed' }
  | { readonly kind: 'not-open-yet'; readonly on: string }
  | { readonly kind: 'closed-for-answers'; readonly on: string };

/** What keeps a round from taking answers today; null where nothing does. The last day counts. */
export function notOpen(round: Round, today: string): NotOpen | null {
  if (round.status !== 'open') return { kind: 'already-revealed' };
  if (today < round.opensOn) return { kind: 'not-open-yet', on: round.opensOn };
  if (today > round.closesOn) return { kind: 'closed-for-answers', on: round.closesOn };
  return null;
}

/** What is wrong with one answer, with its place in the list. */
export type AnswerProblem = {
  readonly kind: 'words-without-level' | 'unknown-level' | 'unknown-element' | 'element-twice';
  readonly index: number;
};

/**
 * The answers that say something. Refuses words without a level, for they could not be counted, an element or a level that the
 * instrument does not have, and two answers about one element, of which neither may be guessed.
 */
export function readAnswers(
  given: readonly Answer[],
  instrument: Instrument
): { readonly answers: readonly Answer[]; readonly problem: AnswerProblem | null } {
  const known = new Set([cannotSay, ...instrument.levels.map(({ id }) => id)]);
  const elements = new Set(elementsOf(instrument).map(({ id }) => id));
  const before = new Set<string>();
  for (const [index, { element, level, reason, evidence }] of given.entries()) {
    if (!elements.has(element)) return { answers: [], problem: { kind: 'unknown-element', index } };
    if (before.has(element)) return { answers: [], problem: { kind: 'element-twice', index } };
    before.add(element);
    if (level !== '' && !known.has(level)) {
      return { answers: [], problem: { kind: 'unknown-level', index } };
    }
    if (level === '' && reason + evidence !== '') {
      return { answers: [], problem: { kind: 'words-without-level', index } };
    }
  }
  return { answers: given.filter(({ level }) => level !== ''), problem: null };
}

/** How far somebody has come with their answers. */
export function standingOf(
  answers: readonly Pick<Answer, 'element'>[],
  instrument: Instrument
): AskedStanding {
  if (answers.length === 0) return 'none';
  const answered = new Set(answers.map(({ element }) => element));
  return elementsOf(instrument).every(({ id }) => answered.has(id)) ? 'done' : 'begun';
}

/** Whether so few have answered that the reveal would say who said what. */
export function tooFewToReveal(
  asked: readonly { readonly standing: AskedStanding }[]
): { readonly kind: 'too-few-answers'; readonly answered: number } | null {
  const answered = asked.filter(({ standing }) => standing !== 'none').length;
  return answered < fewestAnswers ? { kind: 'too-few-answers', answered } : null;
}

/** Who leads a round: a member, or null for rounds that any lead may lead. */
type Led = { readonly leaderId: string | null };

/** Whether somebody may lead this round: whoever was named to, every coordinator, and any lead where nobody was named. */
export function mayLeadRound(
  { leaderId }: Led,
  who: { readonly personId: string; readonly role: string; readonly mayLead: boolean }
): boolean {
  if (!who.mayLead) return false;
  return who.role === 'coordinator' || leaderId === null || leaderId === who.personId;
}

/** The topics on which the group agreed lowest, at most `most` of them, those that are at the top of the scale left out. */
export function lowestOf(
  instrument: Instrument,
  agreed: ReadonlyMap<string, string>,
  most = 2
): readonly { readonly id: string; readonly title: string }[] {
  const order = instrument.levels.map(({ id }) => id);
  return topicsOf(instrument)
    .flatMap(({ id, title }) => {
      const at = order.indexOf(agreed.get(id) ?? '');
      return at < 0 || at === order.length - 1 ? [] : [{ id, title, at }];
    })
    .toSorted((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ id, title }) => ({ id, title }));
}

/** Why nothing of a round may be shown to other areas. */
export type NotShowable =
  | { readonly kind: 'not-of-the-whole' }
  | { readonly kind: 'not-agreed-yet' }
  | { readonly kind: 'not-of-levels' };

type ShownRound = {
  readonly status: RoundStatus;
  readonly groupId: string | null;
  readonly settingId: string | null;
};

/** What keeps a round from being shown beside those of other areas; null where nothing does. Areas are compared as wholes, by levels that are agreed. */
export function notShowable(
  { status, groupId, settingId }: ShownRound,
  { kind }: Pick<Instrument, 'kind'>
): NotShowable | null {
  if (groupId !== null || settingId !== null) return { kind: 'not-of-the-whole' };
  if (status !== 'agreed' && status !== 'closed') return { kind: 'not-agreed-yet' };
  return kind === 'levels' ? null : { kind: 'not-of-levels' };
}
