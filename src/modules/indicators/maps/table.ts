import { periodWords } from '../figures/periods.ts';
import { type FigureRow, type FigureTable, rounded } from '../figures/table.ts';
import { areaNote } from './sentences.ts';
import { classNumber, type MapView } from './view.ts';

/** A row for each area of a map, by name: its figure, its class where there is a drawing, and why it has none. */
export function mapTable(view: MapView): FigureTable {
  const hasDrawing = view.outlines.length > 0;
  const rows = [...view.areas]
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
    .map((area): FigureRow => ({
      name: area.name,
      values: [
        rounded(area.value, view.measure),
        ...(hasDrawing ? [classNumber(area, view.classes)] : [])
      ],
      note: areaNote(area, view.measure)
    }));
  const period = periodWords(view.period, view.measure.periodKind);
  return {
    headings: ['Area', period, ...(hasDrawing ? ['Class'] : []), 'Note'],
    kinds: ['figure', ...(hasDrawing ? ['whole' as const] : [])],
    rows
  };
}
