import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { AreaFigure } from '../types.ts';

/** All SQL that reads the figures of other areas which a partnership kept beside an indicator of its own. */

/** The figures of some areas elsewhere for one indicator; of several imports the newest. */
export async function comparatorFigures(
  tx: Tx,
  scope: ReadScope,
  indicatorId: string,
  codes: readonly string[]
): Promise<AreaFigure[]> {
  if (codes.length === 0) return [];
  const rows = await tx
    .selectFrom('indicatorComparatorValue')
    .select(['areaCode', 'breakdown', 'period', 'starts', 'value', 'status'])
    .distinctOn(['areaCode', 'breakdown', 'period'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', indicatorId)
    .where('areaCode', 'in', [...codes])
    .orderBy('areaCode')
    .orderBy('breakdown')
    .orderBy('period')
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map(({ areaCode, ...row }) => ({
    ...row,
    indicator: indicatorId,
    area: areaCode,
    numerator: null,
    denominator: null
  }));
}
