import { levelTitle, topicsOf, type Instrument, type Topic } from './instrument.ts';

/** What a group agreed in one round, by topic. */
export type AgreedLevels = {
  readonly instrument: Instrument;
  readonly levels: ReadonlyMap<string, string>;
};

/** How one topic stands now and stood before. `steps` is how many levels it rose; below zero where it fell. */
export type ElementChange = { readonly element: string; readonly title: string } & (
  | {
      readonly kind: 'compared';
      readonly before: string;
      readonly now: string;
      readonly steps: number;
    }
  | { readonly kind: 'no-before' | 'no-now' | 'new-element' | 'reworded' }
);

/** Why two scales are not one: turned round, its steps or their words changed, or their values. */
export type OtherScale = 'turned-round' | 'other-steps' | 'other-values';

export type Change =
  | {
      readonly kind: 'other-scale';
      readonly why: OtherScale;
      readonly before: string;
      readonly now: string;
    }
  | { readonly kind: 'other-kind' }
  | { readonly kind: 'compared'; readonly elements: readonly ElementChange[] };

/**
 * What changed between two rounds of an instrument, topic by topic.
 *
 * Units: steps of the scale. Refuses: rounds whose instruments ask in another way, or whose scales differ in a level, its name, its value
 * or the order, for a step on one is no step on the other. A topic that one of the rounds lacks, has not agreed on or asked in other
 * words is not compared.
 *
 * @example
 * changeSince({ … 'strategy' basic }, { … 'strategy' substantial }) // strategy: steps 2
 */
export function changeSince(before: AgreedLevels, now: AgreedLevels): Change {
  if (before.instrument.kind !== now.instrument.kind) return { kind: 'other-kind' };
  const why = otherScale(before.instrument, now.instrument);
  if (why !== null) {
    return {
      kind: 'other-scale',
      why,
      before: scaleOf(before.instrument),
      now: scaleOf(now.instrument)
    };
  }
  const order = now.instrument.levels.map(({ id }) => id);
  const known = new Map(topicsOf(before.instrument).map((topic) => [topic.id, topic]));
  return {
    kind: 'compared',
    elements: topicsOf(now.instrument).map((topic): ElementChange => {
      const { id: element, title } = topic;
      const asked = known.get(element);
      if (asked === undefined) return { element, title, kind: 'new-element' };
      if (!isAskedAlike(asked, topic)) return { element, title, kind: 'reworded' };
      const was = before.levels.get(element);
      const is = now.levels.get(element);
      if (is === undefined) return { element, title, kind: 'no-now' };
      if (was === undefined) return { element, title, kind: 'no-before' };
      const steps = order.indexOf(is) - order.indexOf(was);
      return { element, title, kind: 'compared', before: was, now: is, steps };
    })
  };
}

const scaleOf = ({ levels }: Pick<Instrument, 'levels'>): string =>
  levels.map(({ title }) => title).join(', ');

/** In what two scales differ; null where they are one. What a level means is looked at topic by topic. */
function otherScale(
  before: Pick<Instrument, 'levels'>,
  now: Pick<Instrument, 'levels'>
): OtherScale | null {
  const named = ({ levels }: Pick<Instrument, 'levels'>) =>
    levels.map(({ id, title }) => `${id}: ${title}`);
  const [was, is] = [named(before), named(now)];
  if (was.join('\n') !== is.join('\n')) {
    return was.toReversed().join('\n') === is.join('\n') ? 'turned-round' : 'other-steps';
  }
  const valuesOf = ({ levels }: Pick<Instrument, 'levels'>) => levels.map(({ value }) => value);
  return valuesOf(before).join(' ') === valuesOf(now).join(' ') ? null : 'other-values';
}

/** Whether a topic was asked in the same words, statement by statement and level by level. */
function isAskedAlike(before: Topic, now: Topic): boolean {
  const words = ({ elements }: Topic) =>
    JSON.stringify(
      elements.map(({ id, question, levels }) => [
        id,
        question,
        levels.map(({ level, means }) => [level, means])
      ])
    );
  return words(before) === words(now);
}

/** Why two rounds are not compared, in a sentence. */
export function refusalWords(change: Exclude<Change, { kind: 'compared' }>): string {
  if (change.kind === 'other-kind') {
    return 'The earlier round was asked in another way, so its answers are not of the same kind.';
  }
  switch (change.why) {
    case 'turned-round':
      return `The scale was turned round: it ran ${change.before}, and runs ${change.now}. A step up on one is a step down on the other.`;
    case 'other-steps':
      return `The scale was another one (${change.before}) than it is now (${change.now}). A step on one is no step on the other.`;
    case 'other-values':
      return `The steps of the scale counted otherwise then than now (${change.now}). A step on one is no step on the other.`;
  }
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The change of one element as a sentence. */
export function changeWords(change: ElementChange, instrument: Instrument): string {
  switch (change.kind) {
    case 'new-element':
      return 'The earlier round did not ask about it.';
    case 'reworded':
      return 'Asked in other words than in the earlier round, so it is not compared.';
    case 'no-now':
      return 'Not agreed in this round.';
    case 'no-before':
      return 'Not agreed in the earlier round.';
    case 'compared': {
      const now = levelTitle(instrument, change.now);
      if (change.steps === 0) return `${now}, as before.`;
      const size = Math.abs(change.steps);
      const way = change.steps > 0 ? 'up' : 'down';
      const steps = `${numbers[size] ?? size} ${size === 1 ? 'level' : 'levels'} ${way}`;
      return `${now}, ${steps} from ${levelTitle(instrument, change.before).toLowerCase()}.`;
    }
  }
}

/** All elements together: how many rose, stayed and fell, of those that could be compared. */
export function changeSentence(elements: readonly ElementChange[]): string {
  const compared = elements.flatMap((one) => (one.kind === 'compared' ? [one.steps] : []));
  if (compared.length === 0) return 'Nothing was agreed in both rounds in the same words.';
  const rose = compared.filter((steps) => steps > 0).length;
  const fell = compared.filter((steps) => steps < 0).length;
  const stayed = compared.length - rose - fell;
  const moves = [
    { count: rose, did: 'rose' },
    { count: stayed, did: 'stayed' },
    { count: fell, did: 'fell' }
  ];
  // What is true of all is said of all.
  const one = moves.find(({ count }) => count === compared.length);
  if (compared.length === 1) return `The only one agreed in both rounds ${one?.did ?? 'stayed'}.`;
  if (one !== undefined) return `All ${compared.length} agreed in both rounds ${one.did}.`;
  return `Of ${compared.length} agreed in both rounds, ${rose} rose, ${stayed} stayed and ${fell} fell.`;
}
