import { countPlaces } from './rules.ts';
import type { Counts, Place } from './types.ts';

/**
 * The counts of areas as they may leave the partnership: no line rests on one setting, and none can be taken from another, in this file or from one
 * that was taken away before, so that one setting is left. Whoever keeps every file and knows which settings there were on which
 * day learns of no setting by itself where it stands.
 *
 * As in a single file, a line of which all or none use the change says so of each of its settings.
 */
export type SharedArea = Counts & { readonly areas: readonly string[] };
export type SharedAreas = {
  readonly lines: readonly SharedArea[];
  /** Settings that are in no line: they came alone, or nothing can be said without telling of one. */
  readonly notCounted: number;
};

/** A setting that a roll-out counts, and its area. */
export type Member = { readonly id: string; readonly area: string };
/** A line of a file: the settings that are counted together. */
type Line = readonly Member[];

/**
 * Puts the areas of a roll-out together until nothing tells of one setting. `before` are the settings that it counted at the end of
 * earlier days, the oldest first.
 *
 * @example
 * areasToShare([], [north of 3, weir of 1, mill of 2]) // north; mill and weir together
 */
export function areasToShare(
  before: readonly (readonly Member[])[],
  places: readonly Place[]
): SharedAreas {
  const members = places.map(({ setting: { id, area } }) => ({ id, area }));
  const left: Line[] = [];
  for (const state of before) left.push(...linesBeside(left, state));
  const lines = linesBeside(left, members);
  const standing = new Map<string, Place>(places.map((place) => [place.setting.id, place]));
  const shared = lines.map((line) => ({
    areas: [...new Set(line.map(({ area }) => area))].sort(byName),
    ...countPlaces(line.flatMap(({ id }) => standing.get(id) ?? []))
  }));
  return {
    lines: shared.sort((one, other) => byName(one.areas[0] ?? '', other.areas[0] ?? '')),
    notCounted: members.length - shared.reduce((sum, { eligible }) => sum + eligible, 0)
  };
}

/** An area that nobody said comes last. */
function byName(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return one.localeCompare(other, 'en-GB');
}

/**
 * The lines of a file beside those that left before. The smallest that tells of one setting is put together with another; a
 * newcomer that no line can hold waits for the next; where neither helps a line is left out. With no line at all nothing is told, so it ends.
 */
function linesBeside(before: readonly Line[], members: readonly Member[]): Line[] {
  const known = new Set(before.flat().map(({ id }) => id));
  let lines: readonly Line[] = [...Map.groupBy(members, ({ area }) => area).values()];
  let told = toldOf([...before, ...lines]);
  while (told.size > 0) {
    const choices = [
      ...togetherTwo(lines, told),
      ...[...told].filter((id) => !known.has(id)).map((id) => without(lines, id)),
      ...lines.map((line) => lines.filter((other) => other !== line))
    ].map((choice) => ({ choice, told: toldOf([...before, ...choice]) }));
    const best = choices.reduce((least, one) => (one.told.size < least.told.size ? one : least));
    // Where nothing tells of fewer, the first step is taken all the same: each leaves less to tell.
    ({ choice: lines, told } = best);
  }
  return [...lines];
}

/** Two lines put together, one of them with a setting that would be told; the smallest first. */
function togetherTwo(lines: readonly Line[], told: ReadonlySet<string>): Line[][] {
  const bySize = lines.toSorted((one, other) => one.length - other.length);
  return bySize.flatMap((one, at) =>
    bySize
      .slice(at + 1)
      .filter((other) => [...one, ...other].some(({ id }) => told.has(id)))
      .map((other) => [
        ...lines.filter((line) => line !== one && line !== other),
        [...one, ...other]
      ])
  );
}

function without(lines: readonly Line[], id: string): Line[] {
  return lines
    .map((line) => line.filter((member) => member.id !== id))
    .filter((line) => line.length > 0);
}

/** Below any part of a factor that is not nought. */
const tiny = 1e-9;

/**
 * The settings of which the lines together tell by themselves: those whose count can be written as a sum of counts of lines, some taken off. Where
 * settings stand in the same lines they cannot be told apart. The lines are brought to reduced rows (Gauss and Jordan): a
 * single count follows from them just when one of these rows is that count alone.
 */
function toldOf(lines: readonly Line[]): Set<string> {
  const inLines = new Map<string, number[]>();
  lines.forEach((line, at) => {
    for (const { id } of line) inLines.set(id, [...(inLines.get(id) ?? []), at]);
  });
  const groups = [
    ...Map.groupBy(inLines.keys(), (id) => (inLines.get(id) ?? []).join(' ')).entries()
  ];
  const rows = lines.map((_, at) =>
    groups.map(([key]) => (key.split(' ').includes(String(at)) ? 1 : 0))
  );
  reduce(rows);
  const told = new Set<string>();
  for (const row of rows) {
    const places = row.flatMap((factor, at) => (Math.abs(factor) > tiny ? [at] : []));
    const [only, ...others] = groups[places[0] ?? -1]?.[1] ?? [];
    if (places.length === 1 && only !== undefined && others.length === 0) told.add(only);
  }
  return told;
}

/** Brings rows to their reduced form, in place. */
function reduce(rows: number[][]): void {
  let next = 0;
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width && next < rows.length; column += 1) {
    const from = rows.findIndex((row, at) => at >= next && Math.abs(row[column] ?? 0) > tiny);
    const pivot = rows[from];
    if (pivot === undefined) continue;
    rows.splice(from, 1);
    const scale = pivot[column] ?? 1;
    const scaled = pivot.map((factor) => factor / scale);
    for (const row of rows) {
      const factor = row[column] ?? 0;
      if (Math.abs(factor) > tiny)
        scaled.forEach((value, at) => (row[at] = (row[at] ?? 0) - factor * value));
    }
    rows.splice(next, 0, scaled);
    next += 1;
  }
}
