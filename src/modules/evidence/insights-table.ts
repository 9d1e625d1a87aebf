import { sayDate } from '#core/written-dates';
import type { Names } from '#modules/vocabulary';
import { insightKind, type Insight } from './kinds.ts';

const { labels } = insightKind;

/** What was noticed as rows of text for a spreadsheet, the first row its headings. */
export function insightsTable(insights: readonly Insight[], names: Names): string[][] {
  return [
    [
      'Factor',
      labels.noticed,
      labels.noticedWhere,
      labels.noticedOn,
      labels.noticedBy,
      labels.outcome,
      'Version',
      'Last changed by',
      'Last changed at',
      'Archived at'
    ],
    ...insights.map((insight) => [
      names.factor(insight.factor),
      insight.noticed,
      insight.noticedWhere,
      insight.noticedOn,
      insight.noticedBy,
      insight.outcome === null ? 'The factor as a whole' : names.outcome(insight.outcome),
      String(insight.version),
      insight.updatedBy,
      insight.updatedAt.toISOString(),
      insight.archivedAt?.toISOString() ?? ''
    ])
  ];
}

/**
 * What was noticed, in a sentence that can be quoted where something is decided: the words, and in which role, where and when.
 * @example
 * insightQuote(insight) // '“The park is dark by four.” (Family support worker, Family learning group, 20 January 2026)'
 */
export function insightQuote(
  insight: Pick<Insight, 'noticed' | 'noticedBy' | 'noticedWhere' | 'noticedOn'>
): string {
  const where = insight.noticedWhere === '' ? '' : `, ${insight.noticedWhere}`;
  return `“${insight.noticed}” (${insight.noticedBy}${where}, ${sayDate(insight.noticedOn)})`;
}
