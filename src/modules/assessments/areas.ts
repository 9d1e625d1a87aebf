import { changeSince } from './change.ts';
import { levelTitle, topicsOf, type Instrument, type Topic } from './instrument.ts';

/** What an area agreed on one topic, and the instrument by which it did. */
export type RatedLevel = {
  readonly instrument: Instrument;
  readonly level: string;
  readonly agreedOn: string;
};

/** An area of a collaborative and the levels that it shows there, by topic. */
export type AreaLevels = {
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly isMadeUp: boolean;
  readonly levels: ReadonlyMap<string, RatedLevel & { readonly mayBeVisited: boolean }>;
};

/** How an area stands at one topic, as far as it shows it. */
export type AreaCell =
  | { readonly kind: 'not-shown' }
  | { readonly kind: 'other-scale' | 'other-words'; readonly agreedOn: string }
  | {
      readonly kind: 'level';
      readonly level: string;
      readonly agreedOn: string;
      readonly mayBeVisited: boolean;
    };

/** Whether a level agreed by the instrument of then can be read by today's: on the same scale, the topic asked in the same words. */
export function readsAlike(
  then: Instrument,
  today: Instrument,
  topic: string
): 'alike' | 'other-scale' | 'other-words' {
  const levels = new Map([[topic, today.levels[0]?.id ?? '']]);
  const change = changeSince({ instrument: then, levels }, { instrument: today, levels });
  if (change.kind !== 'compared') return 'other-scale';
  const isAlike = change.elements.some(
    ({ element, kind }) => element === topic && kind === 'compared'
  );
  return isAlike ? 'alike' : 'other-words';
}

/** The area whose page it is first, the others in the order of their names: never in the order of their levels. */
export function inOrder<Area extends Pick<AreaLevels, 'name' | 'isOwn' | 'id'>>(
  areas: readonly Area[]
): readonly Area[] {
  return areas.toSorted(
    (one, other) =>
      Number(other.isOwn) - Number(one.isOwn) ||
      one.name.localeCompare(other.name, 'en-GB') ||
      one.id.localeCompare(other.id)
  );
}

/**
 * Areas side by side, topic by topic, in the order of today's instrument. What an area does not show, or agreed on another scale or in
 * other words than today's, stands as that and as no level: a step there is no step here.
 *
 * @example
 * sideBySide(today, [own, another that shows 'aims' alone])[1].cells // [{ kind: 'level', … }, { kind: 'not-shown' }]
 */
export function sideBySide(
  today: Instrument,
  areas: readonly AreaLevels[]
): readonly {
  readonly topic: Topic;
  readonly cells: readonly (AreaCell & { readonly area: string })[];
}[] {
  const ordered = inOrder(areas);
  return topicsOf(today).map((topic) => ({
    topic,
    cells: ordered.map((area) => ({ area: area.id, ...cellOf(today, area, topic.id) }))
  }));
}

function cellOf(
  today: Instrument,
  { levels }: Pick<AreaLevels, 'levels'>,
  topic: string
): AreaCell {
  const rated = levels.get(topic);
  if (rated === undefined) return { kind: 'not-shown' };
  const { instrument, level, agreedOn, mayBeVisited } = rated;
  const reads = readsAlike(instrument, today, topic);
  return reads === 'alike'
    ? { kind: 'level', level, agreedOn, mayBeVisited }
    : { kind: reads, agreedOn };
}

/** One feature of an area: which of its topics stand at which level, in the order of the scale, and which are not known here. */
export type FeatureSummary = {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly at: readonly { readonly level: string; readonly topics: readonly string[] }[];
  readonly unknown: readonly string[];
};

/**
 * An area summed up by the features of the instrument. Counted and named, never a mean: levels are descriptions in an order, and the
 * distance between two of them is not known.
 */
export function featuresOf(
  today: Instrument,
  levels: ReadonlyMap<string, string>
): readonly FeatureSummary[] {
  const titles = new Map(topicsOf(today).map(({ id, title }) => [id, title]));
  const titleOf = (topic: string) => titles.get(topic) ?? topic;
  return today.features.map(({ id, title, means, elements }) => ({
    id,
    title,
    means,
    at: today.levels
      .map(({ id: level }) => ({
        level,
        topics: elements.filter((topic) => levels.get(topic) === level).map(titleOf)
      }))
      .filter(({ topics }) => topics.length > 0),
    unknown: elements.filter((topic) => levels.get(topic) === undefined).map(titleOf)
  }));
}

/** A feature of an area in words; `unknownWords` says what is the matter with the topics that have no level here. */
export function featureWords(
  { at, unknown }: Pick<FeatureSummary, 'at' | 'unknown'>,
  scale: Parameters<typeof levelTitle>[0],
  unknownWords: string
): string {
  const known = at.map(
    ({ level, topics }) => `${levelTitle(scale, level)}: ${topics.join('; ').toLowerCase()}.`
  );
  return [
    ...known,
    ...(unknown.length === 0 ? [] : [`${unknownWords}: ${unknown.join('; ').toLowerCase()}.`])
  ].join(' ');
}
