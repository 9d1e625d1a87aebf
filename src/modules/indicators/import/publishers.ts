import * as v from 'valibot';
import { err, ok, type Result } from '#core/result';
import type { ColumnUse } from './meanings.ts';
import type { Overview } from './overview.ts';

/** Files of publishers that are known by their columns. What they are is data: `content/data/published-files`. */

const sentence = v.pipe(v.string(), v.nonEmpty());
const usesInPacks = [
  'indicator',
  'period',
  'period-kind',
  'area',
  'wider-area',
  'breakdown',
  'value',
  'numerator',
  'denominator',
  'status',
  'note'
] as const satisfies readonly ColumnUse[];

const publishedFiles = v.strictObject({
  publishers: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
      title: sentence,
      publisher: sentence,
      source: v.strictObject({
        document: sentence,
        url: v.pipe(v.string(), v.url()),
        readOn: v.pipe(v.string(), v.isoDate())
      }),
      /** Headings that a file of the publisher has, all of them. */
      recognisedBy: v.pipe(v.array(sentence), v.minLength(2)),
      /** What columns hold; of several for the same, the first that a file has. */
      columns: v.array(v.tuple([sentence, v.picklist(usesInPacks)])),
      /** The texts of which a row must hold one, by heading. An empty text is an empty cell. */
      only: v.record(sentence, v.array(v.string())),
      /** How the file is read, for whoever brings it in. */
      reads: sentence
    })
  ),
  /** Words that stand for everybody where rows are told apart. */
  totals: v.array(sentence)
});
export type PublishedFiles = v.InferOutput<typeof publishedFiles>;
export type Publisher = PublishedFiles['publishers'][number];

/** Reads the catalogue of published files. Refuses another shape. */
export function readPublishedFiles(json: unknown): Result<PublishedFiles, readonly string[]> {
  const read = v.safeParse(publishedFiles, json);
  return read.success
    ? ok(read.output)
    : err(read.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`));
}

const plain = (heading: string) => heading.trim().toLowerCase();

/** The publisher whose files have these columns; null where none is known by them. Of several, the one known by the most columns. */
export function publisherOf(
  { columns }: Pick<Overview, 'columns'>,
  published: PublishedFiles | undefined
): Publisher | null {
  const headings = new Set(columns.map(({ heading }) => plain(heading)));
  const fitting = (published?.publishers ?? []).filter(({ recognisedBy }) =>
    recognisedBy.every((heading) => headings.has(plain(heading)))
  );
  return (
    fitting.sort((one, other) => other.recognisedBy.length - one.recognisedBy.length)[0] ?? null
  );
}

/**
 * How the columns of a publisher's file are read. A column of figures that nothing speaks of is the value where it is the only one;
 * of several, somebody has to choose.
 */
export function matchingOfPublisher(
  { columns }: Pick<Overview, 'columns'>,
  publisher: Publisher
): {
  readonly uses: readonly ColumnUse[];
  readonly only: Readonly<Record<string, readonly string[]>>;
} {
  const indexOf = (wanted: string) =>
    columns.findIndex(({ heading }) => plain(heading) === plain(wanted));
  const uses = columns.map((): ColumnUse => 'nothing');
  for (const [heading, use] of publisher.columns) {
    const index = indexOf(heading);
    if (index >= 0 && (use === 'wider-area' || !uses.includes(use))) uses[index] = use;
  }
  const named = new Set(publisher.columns.map(([heading]) => plain(heading)));
  const figures = columns.flatMap(({ heading, isFigures }, index) =>
    uses[index] === 'nothing' &&
    isFigures === true &&
    !named.has(plain(heading)) &&
    !isCode(heading)
      ? [index]
      : []
  );
  const [only, ...others] = figures;
  if (!uses.includes('value') && only !== undefined && others.length === 0) uses[only] = 'value';
  return {
    uses,
    only: Object.fromEntries(
      Object.entries(publisher.only).flatMap(([heading, texts]) => {
        const index = indexOf(heading);
        return index < 0 ? [] : [[String(index), texts]];
      })
    )
  };
}

/** Whether a heading says that numbers below it are codes, not figures. */
export function isCode(heading: string): boolean {
  return /(^|[_ ])(code|id|urn|laestab)$/i.test(heading.trim());
}
