import type { Spine } from '#modules/vocabulary';
import {
  basisNames,
  confidenceNames,
  reasonOfMatters,
  reasonOfWorks,
  securityNames,
  sourceOfMatters,
  strengthNames
} from './sentences.ts';
import type { Matters, MatrixColumn, MatrixRow } from './types.ts';

/**
 * The matrix as rows of text for a spreadsheet, the first row its headings: one row for each factor and column, so that
 * every value keeps its doubt and its source. Values read as they do on the page; unknown is written out, never left empty.
 */
export function matrixTable(view: {
  readonly spine: Spine;
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly { readonly rows: readonly MatrixRow[] }[];
  readonly published: { readonly source: { readonly attribution: string } } | null;
}): string[][] {
  const { spine, columns, groups, published } = view;
  const title = (list: readonly { id: string; title: string }[], id: string) =>
    list.find((each) => each.id === id)?.title ?? id;
  const headings = [
    'Factor',
    'Group',
    'Outcome',
    'Age',
    'What matters',
    'How sure',
    'Whose rating',
    'Why',
    'Where from',
    'Dated',
    'Published value beneath',
    'Doubt of the published value',
    'What works',
    'How sure of what works',
    'Whose rating of what works',
    'What it rests on',
    'Where what works is from',
    'What works dated',
    'Attribution'
  ];
  const body = groups.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      columns.flatMap((column, index) => {
        const cell = row.cells[index];
        if (cell === undefined) return [];
        return [
          [
            row.title,
            row.group,
            title(spine.outcomes, column.outcome),
            title(spine.ages, column.age),
            strengthNames[cell.strength],
            confidenceNames[cell.confidence],
            basisNames[cell.basis],
            reasonOfMatters(cell),
            sourceOfMatters(cell),
            cell.own?.datedOn ?? '',
            ...publishedBeneath(cell),
            securityNames[row.works.security],
            confidenceNames[row.works.confidence],
            basisNames[row.works.basis],
            reasonOfWorks(row.works),
            row.works.own?.source ?? '',
            row.works.own?.datedOn ?? '',
            published?.source.attribution ?? ''
          ]
        ];
      })
    )
  );
  return [headings, ...body];
}

/** The published value and its doubt, where the partnership's own rating stands over it. */
function publishedBeneath({ own, published }: Matters): [string, string] {
  if (own === null || published === null) return ['', ''];
  return [strengthNames[published.strength], confidenceNames[published.confidence]];
}
