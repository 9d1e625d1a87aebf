import { dateOf } from '#core/dates';
import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { answerKind, criterionKind, packKind } from './kinds.ts';

export const packs = records(packKind);
export const criteria = records(criterionKind);
export const answers = records(answerKind);

/** The days, `YYYY-MM-DD`, on which reports of a year were frozen. */
export async function annualReportDays(tx: Tx, scope: ReadScope): Promise<string[]> {
  const reports = await tx
    .selectFrom('annualReport')
    .select('frozenAt')
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
  return reports.map(({ frozenAt }) => dateOf(frozenAt));
}
