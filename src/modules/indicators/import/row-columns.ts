import type { FileValue } from './rows.ts';

/** Values of a file as the database takes many at once: each column a list, written as PostgreSQL writes an array. */
export type RowColumns = Readonly<Record<keyof FileValue, string>>;

/**
 * Writes values column by column. The same few texts stand in a column again and again, so that each is put between quotation marks once.
 *
 * @example
 * arrayOf(['Hope', null]) // '{"Hope",NULL}'
 */
export function rowColumns(values: readonly FileValue[]): RowColumns {
  const plain = (one: keyof FileValue) =>
    `{${values.map((each) => each[one] ?? 'NULL').join(',')}}`;
  const texts = (
    one: 'area' | 'breakdown' | 'period' | 'status' | 'note' | 'indicatorId' | 'starts'
  ) => arrayOf(values.map((each) => each[one]));
  const json = (one: 'problems' | 'cells') =>
    arrayOf(values.map((each) => (each[one] === null ? null : JSON.stringify(each[one]))));
  return {
    row: plain('row'),
    position: plain('position'),
    indicatorId: texts('indicatorId'),
    area: texts('area'),
    breakdown: texts('breakdown'),
    period: texts('period'),
    starts: texts('starts'),
    value: plain('value'),
    numerator: plain('numerator'),
    denominator: plain('denominator'),
    countsGiven: plain('countsGiven'),
    status: texts('status'),
    note: texts('note'),
    isPassedOver: plain('isPassedOver'),
    isElsewhere: plain('isElsewhere'),
    problems: json('problems'),
    cells: json('cells')
  };
}

/** A list of texts as PostgreSQL writes an array. */
export function arrayOf(texts: readonly (string | null)[]): string {
  const written = new Map<string | null, string>([[null, 'NULL']]);
  const parts = texts.map((text) => {
    let part = written.get(text);
    if (part === undefined) {
      part = `"${(text ?? '').replace(/["\\]/g, '\\$&')}"`;
      written.set(text, part);
    }
    return part;
  });
  return `{${parts.join(',')}}`;
}
