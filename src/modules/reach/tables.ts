import { cycleFields } from './parse-cycles.ts';
import { cycleFieldName } from './sentences.ts';
import type { CycleDetails, Programme } from './types.ts';

/** One cell of a cycle as text: empty where nobody counted. */
export function cycleValue(cycle: CycleDetails, field: string): string {
  const [name = '', at] = field.split('.');
  const value = cycle[name as keyof CycleDetails]; // the fields of a cycle are made from these names
  const one = at === undefined ? value : (value as readonly (number | null)[])[Number(at)]; // only lists have a number after the point
  return one === null || one === undefined ? '' : String(one);
}

/** The figures as they were counted, one cycle a row, in a form that is read back without a change. For use inside. */
export function cyclesTable(programme: Programme, cycles: readonly CycleDetails[]): string[][] {
  const fields = cycleFields(programme);
  return [
    fields.map((field) => cycleFieldName(programme, field)),
    ...cycles.map((cycle) => fields.map((field) => cycleValue(cycle, field)))
  ];
}
