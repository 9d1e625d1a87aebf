import { yearWords } from './amounts.ts';
import {
  resourceLimitKind,
  resourceLineKind,
  riskKind,
  type ResourceLimit,
  type ResourceLine,
  type Risk
} from './kinds.ts';
import {
  foundFromNames,
  impactWords,
  likelihoodNames,
  resourceKindNames,
  riskKindWords,
  riskLevelNames,
  riskStatusNames,
  unitNames
} from './labels.ts';
import { levelOf, priorityOf, unitOf, type PlanHere } from './rules.ts';

/** Lists as rows of text to take away, their headings first. What nobody has said is an empty cell. */

const text = (count: number | null): string => count?.toString() ?? '';

/** The risk register, one risk a row. */
export function risksTable(
  risks: readonly Risk[],
  { aims }: { readonly aims: readonly { readonly id: string; readonly title: string }[] }
): string[][] {
  const { labels } = riskKind;
  return [
    [
      labels.title,
      labels.kind,
      labels.likelihood,
      labels.impact,
      'Level',
      labels.response,
      labels.ownerRole,
      labels.reviewOn,
      labels.status,
      labels.outcome,
      labels.aimIds,
      labels.assumption,
      labels.source
    ],
    ...risks.map((risk) => [
      risk.title,
      riskKindWords[risk.kind],
      likelihoodNames[risk.likelihood],
      impactWords[risk.impact],
      riskLevelNames[levelOf(risk)],
      risk.response,
      risk.ownerRole,
      risk.reviewOn ?? '',
      riskStatusNames[risk.status],
      risk.outcome,
      aims
        .filter(({ id }) => risk.aimIds.includes(id))
        .map(({ title }) => title)
        .join('; '),
      risk.assumption,
      risk.source
    ])
  ];
}

/** Resource lines, one a row; the unit stands in a column of its own, so that no program adds pounds to hours unawares. */
export function resourcesTable(lines: readonly ResourceLine[], plan: PlanHere): string[][] {
  const { labels } = resourceLineKind;
  const titleOf = (list: readonly { id: string; title: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.title ?? '';
  return [
    [
      labels.title,
      labels.kind,
      'Financial year',
      'Priority',
      'Aim',
      'Action',
      'Unit',
      'Needed',
      'Committed',
      labels.partner,
      labels.confirmedOn,
      labels.foundFrom,
      labels.role,
      'Cost of the hours, in pounds',
      labels.note,
      labels.source
    ],
    ...lines.map((line) => {
      const unit = unitOf(line.kind);
      const action = plan.actions.find(({ id }) => id === line.actionId);
      return [
        line.title,
        resourceKindNames[line.kind],
        line.yearStart === null ? '' : yearWords(line.yearStart),
        titleOf(plan.priorities, priorityOf(line, plan)),
        titleOf(plan.aims, action?.aimId ?? line.aimId),
        action?.title ?? '',
        unit === null ? '' : unitNames[unit],
        text(line.needed),
        text(line.committed),
        line.partner,
        line.confirmedOn ?? '',
        foundFromNames[line.foundFrom],
        line.role,
        text(line.hoursCost),
        line.note,
        line.source
      ];
    })
  ];
}

/** What each partner has, one amount a row. */
export function limitsTable(limits: readonly ResourceLimit[]): string[][] {
  const { labels } = resourceLimitKind;
  return [
    [labels.partner, 'Financial year', 'Unit', labels.amount, labels.statedOn, labels.note],
    ...limits.map((one) => [
      one.partner,
      yearWords(one.yearStart),
      unitNames[one.unit],
      one.amount.toString(),
      one.statedOn ?? '',
      one.note
    ])
  ];
}
