import type { ResourceLimit, ResourceLine, Risk } from './kinds.ts';
import {
  impacts,
  likelihoods,
  riskLevels,
  units,
  type ResourceKind,
  type RiskLevel,
  type Unit
} from './types.ts';

/**
 * How much attention a risk needs: the places of both its words, one to three, multiplied. Six and nine are high, three and four middle,
 * one and two low.
 * Source: the grid of three by three that public bodies use, as in HM Treasury, The Orange Book (2023); the bounds are ours.
 *
 * @example
 * levelOf({ likelihood: 'possible', impact: 'severe' }) // 'high': 2 × 3
 */
export function levelOf({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): RiskLevel {
  const product = (likelihoods.indexOf(likelihood) + 1) * (impacts.indexOf(impact) + 1);
  return product >= 6 ? 'high' : product >= 3 ? 'middle' : 'low';
}

/** Risks as the register lists them: those that are open first, the highest first, then by the day on which they are looked at again. */
export function byLevel<One extends Pick<Risk, 'likelihood' | 'impact' | 'status' | 'reviewOn'>>(
  risks: readonly One[]
): One[] {
  const endOfTime = '9999-12-31';
  return risks.toSorted(
    (one, other) =>
      Number(one.status !== 'open') - Number(other.status !== 'open') ||
      riskLevels.indexOf(levelOf(one)) - riskLevels.indexOf(levelOf(other)) ||
      (one.reviewOn ?? endOfTime).localeCompare(other.reviewOn ?? endOfTime)
  );
}

export type RiskProblem = { readonly kind: 'outcome-missing' };

/** Refuses a risk that is over and does not say what came of it. */
export function riskProblem({
  status,
  outcome
}: Pick<Risk, 'status' | 'outcome'>): RiskProblem | null {
  return status !== 'open' && outcome === '' ? { kind: 'outcome-missing' } : null;
}

/** What the amounts of a kind are counted in; null where it is not counted. */
export function unitOf(kind: ResourceKind): Unit | null {
  return kind === 'time' ? 'hours' : kind === 'goodwill' ? null : 'pounds';
}

export type LineProblem =
  | { readonly kind: 'not-counted'; readonly field: 'needed' | 'committed' }
  | { readonly kind: 'hours-only' }
  | { readonly kind: 'partner-missing' }
  | { readonly kind: 'nothing-committed' }
  | { readonly kind: 'day-ahead'; readonly field: 'confirmedOn' | 'statedOn' }
  | { readonly kind: 'two-homes' };

/** Why a line may not stand as it is, or null. `aimOfAction` is the aim of the action that it names. */
export function lineProblem(
  line: Pick<
    ResourceLine,
    'kind' | 'needed' | 'committed' | 'hoursCost' | 'partner' | 'confirmedOn' | 'aimId'
  >,
  { aimOfAction, today }: { readonly aimOfAction: string | null; readonly today: string }
): LineProblem | null {
  if (line.kind === 'goodwill') {
    if (line.needed !== null) return { kind: 'not-counted', field: 'needed' };
    if (line.committed !== null) return { kind: 'not-counted', field: 'committed' };
  }
  if (line.kind !== 'time' && line.hoursCost !== null) return { kind: 'hours-only' };
  if (line.committed !== null && line.committed > 0 && line.partner === '') {
    return { kind: 'partner-missing' };
  }
  if (line.confirmedOn !== null) {
    if (line.kind !== 'goodwill' && line.committed === null) return { kind: 'nothing-committed' };
    if (line.confirmedOn > today) return { kind: 'day-ahead', field: 'confirmedOn' };
  }
  const hasTwoHomes = aimOfAction !== null && line.aimId !== null && line.aimId !== aimOfAction;
  return hasTwoHomes ? { kind: 'two-homes' } : null;
}

export type LimitProblem =
  { readonly kind: 'stated-already' } | { readonly kind: 'day-ahead'; readonly field: 'statedOn' };

const samePartner = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB');

/** Why what a partner has may not be stated so, or null. `others` are the amounts that are stated already, without this one. */
export function limitProblem(
  limit: Pick<ResourceLimit, 'partner' | 'yearStart' | 'unit' | 'statedOn'>,
  others: readonly Pick<ResourceLimit, 'partner' | 'yearStart' | 'unit'>[],
  today: string
): LimitProblem | null {
  const isStated = others.some(
    (one) =>
      one.yearStart === limit.yearStart &&
      one.unit === limit.unit &&
      samePartner(one.partner, limit.partner)
  );
  if (isStated) return { kind: 'stated-already' };
  return limit.statedOn !== null && limit.statedOn > today
    ? { kind: 'day-ahead', field: 'statedOn' }
    : null;
}

/** The plan as far as resources name it. */
export type PlanHere = {
  readonly priorities: readonly { readonly id: string; readonly title: string }[];
  readonly aims: readonly {
    readonly id: string;
    readonly title: string;
    readonly planPriorityId: string;
  }[];
  readonly actions: readonly {
    readonly id: string;
    readonly title: string;
    readonly aimId: string;
    readonly status: string;
    readonly resource: string;
  }[];
};

/** The priority that a line is for: its action's, else its aim's, else the one it names; null for the whole plan. */
export function priorityOf(
  line: Pick<ResourceLine, 'planPriorityId' | 'aimId' | 'actionId'>,
  { aims, actions }: Pick<PlanHere, 'aims' | 'actions'>
): string | null {
  const aimId = actions.find(({ id }) => id === line.actionId)?.aimId ?? line.aimId;
  return aims.find(({ id }) => id === aimId)?.planPriorityId ?? line.planPriorityId;
}

/** Amounts of one unit. `gap` is what is needed and not committed, line by line: one line's plenty fills no other's gap. */
export type Sum = {
  readonly needed: number;
  readonly committed: number;
  readonly confirmed: number;
  /** Of what is committed, what comes from budgets and posts that are there. */
  readonly fromExisting: number;
  readonly gap: number;
};

/** A row of sums: what it is for (a partner, a year, a priority; null where none is named), in one unit. */
export type SumRow<Of> = Sum & { readonly of: Of; readonly unit: Unit };

function sum(lines: readonly ResourceLine[]): Sum {
  const total = { needed: 0, committed: 0, confirmed: 0, fromExisting: 0, gap: 0 };
  for (const { needed, committed, confirmedOn, foundFrom } of lines) {
    const given = committed ?? 0;
    total.needed += needed ?? 0;
    total.committed += given;
    if (confirmedOn !== null) total.confirmed += given;
    if (foundFrom === 'existing') total.fromExisting += given;
    total.gap += Math.max(0, (needed ?? 0) - given);
  }
  return total;
}

function rowsBy<Of>(lines: readonly ResourceLine[], of: (line: ResourceLine) => Of): SumRow<Of>[] {
  const rows: SumRow<Of>[] = [];
  for (const unit of units) {
    const counted = lines.filter(
      (line) => unitOf(line.kind) === unit && (line.needed !== null || line.committed !== null)
    );
    for (const [key, own] of Map.groupBy(counted, of)) rows.push({ of: key, unit, ...sum(own) });
  }
  return rows;
}

/** What is needed, committed and confirmed, by partner, by year and by priority; pounds and hours each for themselves. */
export function sumsOf(lines: readonly ResourceLine[], plan: PlanHere) {
  return {
    byYear: rowsBy(lines, ({ yearStart }) => yearStart).toSorted(
      (one, other) => (one.of ?? 0) - (other.of ?? 0)
    ),
    byPartner: rowsBy(lines, ({ partner }) => (partner === '' ? null : partner)),
    byPriority: rowsBy(lines, (line) => priorityOf(line, plan))
  };
}

/** What a partner commits in a year beside what it has. `over` is positive where it commits more than there is. */
export type Against = {
  readonly partner: string;
  readonly yearStart: number;
  readonly unit: Unit;
  readonly committed: number;
  readonly exists: number | null;
  readonly over: number;
};

/** Each partner's commitments of a year beside what it has; what it has and does not commit stands there too. */
export function againstWhatExists(
  lines: readonly ResourceLine[],
  limits: readonly ResourceLimit[]
): Against[] {
  const rows = new Map<string, Against>();
  const keyOf = (partner: string, yearStart: number, unit: Unit) =>
    `${partner.trim().toLocaleLowerCase('en-GB')} ${yearStart} ${unit}`;
  for (const { partner, yearStart, unit, amount } of limits) {
    const row = { partner, yearStart, unit, committed: 0, exists: amount, over: 0 };
    rows.set(keyOf(partner, yearStart, unit), row);
  }
  for (const { partner, yearStart, kind, committed } of lines) {
    const unit = unitOf(kind);
    if (unit === null || yearStart === null || committed === null || partner === '') continue;
    const key = keyOf(partner, yearStart, unit);
    const row = rows.get(key) ?? { partner, yearStart, unit, committed: 0, exists: null, over: 0 };
    rows.set(key, { ...row, committed: row.committed + committed });
  }
  return [...rows.values()]
    .map((row) => ({
      ...row,
      over: row.exists === null ? 0 : Math.max(0, row.committed - row.exists)
    }))
    .toSorted(
      (one, other) =>
        other.over - one.over ||
        one.yearStart - other.yearStart ||
        one.partner.localeCompare(other.partner, 'en-GB')
    );
}

/** What a reader of the plan has to know about its resources. */
export function missingOf(
  lines: readonly ResourceLine[],
  plan: Pick<PlanHere, 'actions'>,
  against: readonly Against[]
) {
  const open = plan.actions.filter(({ status }) => status !== 'done' && status !== 'stopped');
  return {
    openActions: open.length,
    /** Open actions that no line names; whether they say something in words stands with each. */
    withoutLine: open
      .filter(({ id }) => !lines.some(({ actionId }) => actionId === id))
      .map(({ id, title, resource }) => ({ id, title, inWords: resource })),
    unconfirmed: lines.filter(
      ({ committed, confirmedOn }) => committed !== null && committed > 0 && confirmedOn === null
    ),
    over: against.filter(({ over }) => over > 0)
  };
}
