import { elementsOf, levelTitle, type Instrument } from './instrument.ts';

/** What a group agreed in one round, by element. */
export type AgreedLevels = {
  readonly instrument: Instrument;
  readonly levels: ReadonlyMap<string, string>;
};

/** How one element stands now and stood before. `steps` is how many levels it rose; below zero where it fell. */
export type ElementChange = { readonly element: string; readonly title: string } & (
  | {
      readonly kind: 'compared';
      readonly before: string;
      readonly now: string;
      readonly steps: number;
    }
  | { readonly kind: 'no-before' | 'no-now' | 'new-element' }
);

export type Change =
  | { readonly kind: 'other-scale'; readonly before: string; readonly now: string }
  | { readonly kind: 'compared'; readonly elements: readonly ElementChange[] };

/**
 * What changed between two rounds of an instrument, element by element.
 *
 * Units: steps of the scale. Refuses: rounds whose scales differ, in a level, its name or the order, for a step on one is no step on the
 * other. An element that one of the rounds lacks, or has not agreed on, is not compared.
 *
 * @example
 * changeSince({ … 'strategy' basic }, { … 'strategy' substantial }) // strategy: steps 2
 */
export function changeSince(before: AgreedLevels, now: AgreedLevels): Change {
  const scaleOf = ({ levels }: Instrument) => levels.map(({ title }) => title).join(', ');
  const idsOf = ({ levels }: Instrument) => levels.map(({ id }) => id).join(' ');
  const isSame =
    idsOf(before.instrument) === idsOf(now.instrument) &&
    scaleOf(before.instrument) === scaleOf(now.instrument);
  if (!isSame) {
    return {
      kind: 'other-scale',
      before: scaleOf(before.instrument),
      now: scaleOf(now.instrument)
    };
  }
  const order = now.instrument.levels.map(({ id }) => id);
  const known = new Set(elementsOf(before.instrument).map(({ id }) => id));
  return {
    kind: 'compared',
    elements: elementsOf(now.instrument).map(({ id: element, title }): ElementChange => {
      if (!known.has(element)) return { element, title, kind: 'new-element' };
      const was = before.levels.get(element);
      const is = now.levels.get(element);
      if (is === undefined) return { element, title, kind: 'no-now' };
      if (was === undefined) return { element, title, kind: 'no-before' };
      const steps = order.indexOf(is) - order.indexOf(was);
      return { element, title, kind: 'compared', before: was, now: is, steps };
    })
  };
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The change of one element as a sentence. */
export function changeWords(change: ElementChange, instrument: Instrument): string {
  switch (change.kind) {
    case 'new-element':
      return 'The earlier round did not ask about it.';
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
  if (compared.length === 0) return 'No element was agreed in both rounds.';
  const rose = compared.filter((steps) => steps > 0).length;
  const fell = compared.filter((steps) => steps < 0).length;
  const stayed = compared.length - rose - fell;
  return `Of ${compared.length} ${compared.length === 1 ? 'element' : 'elements'} agreed in both rounds, ${rose} rose, ${stayed} stayed and ${fell} fell.`;
}
