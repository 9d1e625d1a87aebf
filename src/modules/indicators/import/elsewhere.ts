import { type ElsewhereArea, type ElsewhereKind, findElsewhere } from '../own/elsewhere.ts';
import { isOfficialHere, isPartHere, readArea } from '../own/values.ts';
import type { ElsewhereChoice, Known, Matching } from './meanings.ts';
import type { Overview } from './overview.ts';

/** Rows of a file about other councils, regions and nations: found by the whole of a column, for one name alone may as well be a ward's. */

/** What a text of the column of areas stands for, where it is not left to be matched by name. */
export type AreaFinding =
  { readonly kind: 'whole' } | { readonly kind: 'elsewhere'; readonly area: ElsewhereArea } | null;

/** The texts that name areas in a file: those of its column, or the headings of its columns of figures. */
export function areaTexts(overview: Overview, matching: Matching): readonly string[] {
  const inHeadings = overview.columns
    .filter((_, index) => matching.across === 'area' && matching.uses[index] === 'across')
    .map(({ heading }) => heading);
  const inColumns = overview.columns.flatMap((column, index) =>
    matching.uses[index] === 'area' || matching.uses[index] === 'wider-area'
      ? (column.names ?? [])
      : []
  );
  return [...new Set([...inHeadings, ...inColumns])].filter((text) => text !== '');
}

const fewestNumbers = 5;

/**
 * Answers, for a file, what each text of an area stands for. A nation, a code, and a council that says it is one tell for themselves. A
 * bare name of a council or a region tells where at least half of the names that are not known here are such, and a region of England
 * only beside England or one of its councils: localities are called "North West" too. Three digits are the number of an authority where
 * every name of the column is one.
 */
export function areaFinder(
  overview: Overview,
  matching: Matching,
  known: Pick<Known, 'areas'>
): (text: string) => AreaFinding {
  const { areas } = known;
  const texts = areaTexts(overview, matching);
  const candidates = texts
    .filter((text) => !isOfficialHere(text, areas))
    .map((text) => ({ text, found: findElsewhere(text, areas) }));
  const isKnown = (text: string) => isPartHere(readArea(text, areas), areas);
  const named = candidates.filter(({ text, found }) => found !== null || !isKnown(text));
  const takesNames =
    named.filter(({ found }) => found !== null && found.sureness !== 'number').length * 2 >=
    named.length;
  const takesRegions = candidates.some(
    ({ found }) =>
      found !== null &&
      found.sureness !== 'number' &&
      found.area.code.startsWith('E') &&
      (found.area.kind === 'nation' || found.area.kind === 'council')
  );
  const isNumber = (text: string) =>
    text.trim() === areas.own.laNumber || findElsewhere(text, areas)?.sureness === 'number';
  const takesNumbers = texts.length >= fewestNumbers && texts.every(isNumber);
  const findings = new Map<string, AreaFinding>();

  const find = (text: string): AreaFinding => {
    if (takesNumbers && text.trim() === areas.own.laNumber) return { kind: 'whole' };
    if (isOfficialHere(text, areas)) return null;
    const found = findElsewhere(text, areas);
    if (found === null) return null;
    const { area, sureness } = found;
    const isTaken =
      sureness === 'certain' ||
      (sureness === 'number' && takesNumbers) ||
      (sureness === 'name' &&
        takesNames &&
        !isKnown(text) &&
        (area.kind !== 'region' || takesRegions));
    return isTaken ? { kind: 'elsewhere', area } : null;
  };
  return (text) => {
    let finding = findings.get(text);
    if (finding === undefined) {
      finding = find(text);
      findings.set(text, finding);
    }
    return finding;
  };
}

/** What is done with the rows of a kind of area elsewhere; left out where nobody has said. */
export function choiceFor(matching: Matching, kind: ElsewhereKind): ElsewhereChoice {
  return matching.elsewhere?.[kind] ?? 'leave-out';
}

/** Areas elsewhere of one kind that a file names, and what was chosen for them; `chosen` is null where nobody has yet. */
export type ElsewhereNames = {
  readonly kind: ElsewhereKind;
  readonly names: readonly string[];
  readonly chosen: ElsewhereChoice | null;
};

/** The areas elsewhere that a file names, by kind, in the order of the file. */
export function elsewhereNames(
  overview: Overview,
  matching: Matching,
  known: Pick<Known, 'areas'>
): ElsewhereNames[] {
  const find = areaFinder(overview, matching, known);
  const byKind = new Map<ElsewhereKind, Map<string, string>>();
  for (const text of areaTexts(overview, matching)) {
    const finding = find(text);
    if (finding?.kind !== 'elsewhere') continue;
    const { kind, code, name } = finding.area;
    const names = byKind.get(kind) ?? new Map<string, string>();
    if (!names.has(code)) names.set(code, name);
    byKind.set(kind, names);
  }
  return [...byKind].map(([kind, names]) => ({
    kind,
    names: [...names.values()],
    chosen: matching.elsewhere?.[kind] ?? null
  }));
}
