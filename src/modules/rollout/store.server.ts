import { records } from '#modules/records/server';
import type { SettingId } from '#modules/settings';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { reportKind, rollOutKind, type Report, type RollOut } from './kinds.ts';
import type { RollOutId } from './types.ts';

/** Roll-outs, and what was said of settings. */

export const rollOuts = records(rollOutKind);
export const reports = records(reportKind);

/** Every roll-out by title, those that ended last. */
export async function everyRollOut(tx: Tx, scope: ReadScope): Promise<RollOut[]> {
  const all = await rollOuts.list(tx, scope);
  return all.toSorted(
    (one, other) => Number(one.endedOn !== null) - Number(other.endedOn !== null)
  );
}

/** What was said, newest day first: of everything, of one roll-out, or of one setting. Which account said it stays here. */
export async function reportsOf(
  tx: Tx,
  scope: ReadScope,
  of: { readonly rollOutId?: RollOutId; readonly settingId?: SettingId } = {}
): Promise<Report[]> {
  return (await reports.list(tx, scope, of)).map(({ reportedBy: _, ...report }) => report);
}
