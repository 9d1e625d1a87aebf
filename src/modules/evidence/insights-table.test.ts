import { describe, expect, test } from 'vitest';
import type { FactorId, Names, OutcomeId } from '#modules/vocabulary';
import { insightQuote, insightsTable } from './insights-table.ts';
import type { Insight } from './kinds.ts';
import type { InsightId } from './types.ts';

const insight: Insight = {
  id: '00000000-0000-4000-8000-000000000001' as InsightId, // made up here
  factor: 'safe-places-to-play' as FactorId,
  outcome: null,
  noticed: 'The park is dark by four.',
  noticedWhere: 'Family learning group',
  noticedOn: '2026-01-20',
  noticedBy: 'Family support worker',
  archivedAt: null,
  version: 1,
  updatedAt: new Date('2026-01-21T09:00:00Z'),
  updatedBy: 'Fernhollow lead'
};
const names: Names = {
  factor: () => 'Safe places to play',
  outcome: (id: OutcomeId) => id,
  age: (id) => id,
  actionKind: (id) => id
};

describe('something noticed', () => {
  test('is quoted with its role, its place and its day, and never a name', () => {
    expect(insightQuote(insight)).toBe(
      '“The park is dark by four.” (Family support worker, Family learning group, 20 January 2026)'
    );
    expect(insightQuote({ ...insight, noticedWhere: '' })).toBe(
      '“The park is dark by four.” (Family support worker, 20 January 2026)'
    );
  });

  test('is a row of its own in a spreadsheet, archived or not', () => {
    const archived = { ...insight, archivedAt: new Date('2026-02-01T10:00:00Z') };
    const [headings, current, away] = insightsTable([insight, archived], names);
    const last = (headings ?? []).indexOf('Archived at');
    expect(current?.[0]).toBe('Safe places to play');
    expect(current?.[last]).toBe('');
    expect(away?.[last]).toBe('2026-02-01T10:00:00.000Z');
    expect(current).toHaveLength(headings?.length ?? 0);
  });
});
