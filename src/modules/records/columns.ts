import type { Kind } from './kind.ts';

/** A column of a file: its heading, and what stands under it for one row. */
export type FileColumn<Row> = { readonly heading: string; readonly text: (row: Row) => string };

type Titled = readonly { readonly id: string; readonly title: string }[];
type Fields = Kind['fields'];

/** Rows of text to take away, their headings first. Each heading stands beside what is under it, so that the two cannot part. */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly FileColumn<Row>[]
): string[][] {
  return [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ text }) => text(row)))
  ];
}

/** A column that no field gives by itself. What is null is an empty cell. */
export function column<Row>(
  heading: string,
  value: (row: Row) => string | number | null
): FileColumn<Row> {
  return { heading, text: (row) => String(value(row) ?? '') };
}

/**
 * Fields of a kind as columns of a file: under its label each value in its words, days as they are stored, several parted by semicolons, and
 * nothing where nobody has said anything.
 * @param titles the records that a field names; one that is not among them is left out
 *
 * @example
 * tableOf(papers, [...fieldColumns(paperKind, { groupId: groups })('title', 'groupId'), column('Led to', ({ led }) => led)])
 */
export function fieldColumns<Given extends Fields>(
  kind: { readonly fields: Given },
  titles: { readonly [Name in keyof Given]?: Titled } = {}
) {
  return <Name extends keyof Given & string>(
    ...names: readonly Name[]
  ): FileColumn<Readonly<Record<Name, unknown>>>[] =>
    names.map((name) => {
      const { label, asked } = kind.fields[name] as Fields[string]; // every field is one; the checker loses it by the name
      const named = titles[name]?.map(({ id, title }) => [id, title] as const);
      const words = 'choices' in asked ? asked.choices?.map((one) => [one.value, one.label] as const) : undefined; // prettier-ignore
      const known = named ?? words;
      const inWords = known === undefined ? null : new Map<string, string>(known);
      const say = (value: unknown): string => {
        if (value === null || value === undefined) return '';
        if (Array.isArray(value)) return value.map(say).filter((text) => text !== '').join('; '); // prettier-ignore
        if (typeof value === 'boolean') return value ? 'Yes' : 'No';
        const text = String(value);
        return inWords === null ? text : (inWords.get(text) ?? (named === undefined ? text : ''));
      };
      return { heading: label, text: (row) => say(row[name]) };
    });
}
