import { csvText } from '#core/csv';
import { outlineOf, type Entry } from './graph.ts';
import { trialSentence } from './sentences.ts';
import type { Diagram, Driver, FrozenDiagram, Idea } from './types.ts';

/** One way from the aim outwards: a line of the table. Parts that are not there are null. */
export type DiagramRow = {
  readonly primary: Driver | null;
  readonly secondary: Driver | null;
  readonly idea: Idea | null;
};

/** The diagram as a table: one row for each way through it, so that what hangs under several drivers has several rows. */
export function rowsOf(diagram: Diagram): DiagramRow[] {
  const outline = outlineOf(diagram);
  const whole = new Map<string, readonly Entry[]>();
  const remember = (entry: Entry) => {
    if (entry.kind !== 'driver' || entry.isAgain) return;
    whole.set(entry.driver.id, entry.entries);
    entry.entries.forEach(remember);
  };
  [...outline.entries, ...outline.looseDrivers].forEach(remember);
  const rows = (entry: Entry, above: DiagramRow): DiagramRow[] => {
    if (entry.kind === 'idea') return [{ ...above, idea: entry.idea }];
    const here: DiagramRow = { ...above, [entry.driver.level]: entry.driver };
    const below = whole.get(entry.driver.id) ?? [];
    return below.length === 0 ? [here] : below.flatMap((one) => rows(one, here));
  };
  const nothing = { primary: null, secondary: null, idea: null };
  return [
    ...[...outline.entries, ...outline.looseDrivers].flatMap((entry) => rows(entry, nothing)),
    ...outline.looseIdeas.map((idea) => ({ ...nothing, idea }))
  ];
}

const diagramHeadings = [
  'Aim',
  'Primary driver',
  'Secondary driver',
  'Change idea',
  'Tests',
  'Measures of the primary driver',
  'Measures of the secondary driver'
] as const;

/** The table as texts, headings first: for files. */
export function diagramTable({ aim, diagram }: Pick<FrozenDiagram, 'aim' | 'diagram'>): string[][] {
  const watching = (driver: Driver | null) =>
    diagram.measures
      .filter(({ id }) => driver?.measureIds.includes(id) ?? false)
      .map(({ title }) => title)
      .join('; ');
  return [
    [...diagramHeadings],
    ...rowsOf(diagram).map(({ primary, secondary, idea }) => [
      aim ?? '',
      primary?.title ?? '',
      secondary?.title ?? '',
      idea?.text ?? '',
      idea === null ? '' : trialSentence(idea),
      watching(primary),
      watching(secondary)
    ])
  ];
}

export const diagramCsv = (frozen: Pick<FrozenDiagram, 'aim' | 'diagram'>): string =>
  csvText(diagramTable(frozen));
