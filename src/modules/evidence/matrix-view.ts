import type { AgeId, FactorGroup, OutcomeId, Spine } from '#modules/vocabulary';
import { compareDifferences, differenceOf } from './compare.ts';
import { compareMatters, compareWorks, strengthOf, worksOf } from './strength.ts';
import type { Evidence, MatrixColumn, MatrixRow } from './types.ts';

/** What the address asks for: one outcome or all, one age or all. */
export type MatrixChoice = { readonly outcome: OutcomeId | 'all'; readonly age: AgeId | 'all' };

/** What one outcome at one age is laid beside: the same outcome at another age, or another outcome at the same age. */
export type CompareWith =
  | { readonly kind: 'age'; readonly age: AgeId }
  | { readonly kind: 'outcome'; readonly outcome: OutcomeId };

/**
 * How rows are ordered: `factor` keeps the spine's groups, `works` and a column's key put the strongest first, `difference`
 * puts what differs between the two columns of a comparison first.
 */
export type MatrixSort = string;

/**
 * The columns that a choice opens, outcome by outcome. All outcomes are the primary ones: the published matrix speaks of
 * no others, so a foundation is shown only when it is asked for by name.
 */
export function columnsOf(spine: Spine, choice: MatrixChoice): MatrixColumn[] {
  const outcomes = spine.outcomes.filter((each) =>
    choice.outcome === 'all' ? each.kind === 'primary' : each.id === choice.outcome
  );
  const ages = spine.ages.filter((each) => choice.age === 'all' || each.id === choice.age);
  return outcomes.flatMap((outcome) =>
    ages.map((age) => ({ key: `${outcome.id}.${age.id}`, outcome: outcome.id, age: age.id }))
  );
}

/** The two columns of a comparison: what was chosen, and what is laid beside it. */
export function comparedColumns(
  choice: { readonly outcome: OutcomeId; readonly age: AgeId },
  beside: CompareWith
): MatrixColumn[] {
  const second =
    beside.kind === 'age'
      ? { outcome: choice.outcome, age: beside.age }
      : { outcome: beside.outcome, age: choice.age };
  return [choice, second].map(({ outcome, age }) => ({ key: `${outcome}.${age}`, outcome, age }));
}

/** The columns and rows of one outcome, out of a matrix of several. */
export function withinOutcome<Group>(
  view: {
    readonly columns: readonly MatrixColumn[];
    readonly groups: readonly { readonly group: Group; readonly rows: readonly MatrixRow[] }[];
  },
  outcome: OutcomeId
): {
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly { readonly group: Group; readonly rows: readonly MatrixRow[] }[];
} {
  return {
    columns: view.columns.filter((column) => column.outcome === outcome),
    groups: view.groups.map(({ group, rows }) => ({
      group,
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.filter((cell) => cell.outcome === outcome)
      }))
    }))
  };
}

/**
 * The rows of the matrix in groups. Sorted by strength there is one group without a title, strongest first and in the
 * spine's order among equals; otherwise one for each group of factors. An order nobody knows is read as `factor`.
 */
export function rowsOf(
  evidence: Evidence,
  columns: readonly MatrixColumn[],
  sort: MatrixSort
): readonly { readonly group: FactorGroup | null; readonly rows: readonly MatrixRow[] }[] {
  const { spine, pack, ratings } = evidence;
  const groupTitles = new Map<string, string>(
    spine.factorGroups.map((group) => [group.id, group.title])
  );
  const rows: (MatrixRow & { groupId: string })[] = spine.factors.map((factor) => ({
    factor: factor.id,
    title: factor.title,
    group: groupTitles.get(factor.group) ?? '',
    groupId: factor.group,
    cells: columns.map((column) =>
      strengthOf(pack?.matrix ?? null, ratings, factor.id, column.outcome, column.age)
    ),
    works: worksOf(pack?.whatWorks ?? null, ratings, factor.id)
  }));
  if (sort === 'works') {
    return [{ group: null, rows: rows.toSorted((a, b) => compareWorks(a.works, b.works)) }];
  }
  if (sort === 'difference' && columns.length === 2) {
    const differs = ({ cells: [first, second] }: MatrixRow) =>
      first && second ? differenceOf(first, second) : 'neither-known';
    const compare = (a: MatrixRow, b: MatrixRow) => compareDifferences(differs(a), differs(b));
    return [{ group: null, rows: rows.toSorted(compare) }];
  }
  const index = columns.findIndex((column) => column.key === sort);
  if (index >= 0) {
    const compare = (a: MatrixRow, b: MatrixRow) => {
      const [one, other] = [a.cells[index], b.cells[index]];
      return one && other ? compareMatters(one, other) : 0;
    };
    return [{ group: null, rows: rows.toSorted(compare) }];
  }
  return spine.factorGroups
    .map((group) => ({ group, rows: rows.filter((row) => row.groupId === group.id) }))
    .filter(({ rows: inGroup }) => inGroup.length > 0);
}
