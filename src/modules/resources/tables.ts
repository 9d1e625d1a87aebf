import { column, fieldColumns, tableOf } from '#modules/records';
import { yearWords } from './amounts.ts';
import {
  resourceLimitKind,
  resourceLineKind,
  riskKind,
  type ResourceLimit,
  type ResourceLine,
  type Risk
} from './kinds.ts';
import { impactWords, riskKindWords, riskLevelNames, unitNames } from './labels.ts';
import { levelOf, priorityOf, unitOf, type PlanHere } from './rules.ts';

/** Lists as rows of text to take away, their headings first. What nobody has said is an empty cell. */

type Titled = readonly { readonly id: string; readonly title: string }[];

/** The risk register, one risk a row. */
export function risksTable(
  risks: readonly Risk[],
  { aims }: { readonly aims: Titled }
): string[][] {
  const of = fieldColumns(riskKind, { aimIds: aims });
  return tableOf(risks, [
    ...of('title'),
    column(riskKind.labels.kind, ({ kind }) => riskKindWords[kind]),
    ...of('likelihood'),
    column(riskKind.labels.impact, ({ impact }) => impactWords[impact]),
    column('Level', (risk) => riskLevelNames[levelOf(risk)]),
    ...of('response', 'ownerRole', 'reviewOn', 'status', 'outcome', 'aimIds', 'assumption'),
    ...of('source')
  ]);
}

/** Resource lines, one a row; the unit stands in a column of its own, so that no program adds pounds to hours unawares. */
export function resourcesTable(lines: readonly ResourceLine[], plan: PlanHere): string[][] {
  const of = fieldColumns(resourceLineKind);
  const titleOf = (list: Titled, id: string | null) =>
    list.find((one) => one.id === id)?.title ?? null;
  const actionOf = ({ actionId }: ResourceLine) => plan.actions.find(({ id }) => id === actionId);
  return tableOf(lines, [
    ...of('title', 'kind'),
    column('Financial year', ({ yearStart }) => (yearStart === null ? null : yearWords(yearStart))),
    column('Priority', (line) => titleOf(plan.priorities, priorityOf(line, plan))),
    column('Aim', (line) => titleOf(plan.aims, actionOf(line)?.aimId ?? line.aimId)),
    column('Action', (line) => actionOf(line)?.title ?? null),
    column('Unit', ({ kind }) => {
      const unit = unitOf(kind);
      return unit === null ? null : unitNames[unit];
    }),
    column('Needed', ({ needed }) => needed),
    column('Committed', ({ committed }) => committed),
    ...of('partner', 'confirmedOn', 'foundFrom', 'role'),
    column('Cost of the hours, in pounds', ({ hoursCost }) => hoursCost),
    ...of('note', 'source')
  ]);
}

/** What each partner has, one amount a row. */
export function limitsTable(limits: readonly ResourceLimit[]): string[][] {
  const of = fieldColumns(resourceLimitKind);
  return tableOf(limits, [
    ...of('partner'),
    column('Financial year', ({ yearStart }) => yearWords(yearStart)),
    column('Unit', ({ unit }) => unitNames[unit]),
    ...of('amount', 'statedOn', 'note')
  ]);
}
