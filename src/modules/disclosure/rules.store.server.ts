import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { defaultRule, outputs, type Output } from './rule.ts';
import type { RuleSetting } from './rule-setting.ts';
import type { Rule } from './types.ts';

/** All SQL about the rules a partnership set. */

/** The rule of every output, in the order they are listed; the default where none was set. */
export async function ruleSettings(tx: Tx, scope: ReadScope): Promise<RuleSetting[]> {
  const rows = await tx
    .selectFrom('disclosure_rule as r')
    .leftJoin('person', 'person.id', 'r.updated_by')
    .select(['r.id', 'r.hide_from', 'r.hide_to', 'r.round_to', 'r.reason', 'r.version'])
    .select(['r.updated_at', 'person.name'])
    .where('r.partnership_id', '=', scope.partnershipId)
    .execute();
  return outputs.map((output): RuleSetting => {
    const row = rows.find((each) => each.id === output);
    if (row === undefined)
      return { output, rule: defaultRule, reason: '', version: 0, setAt: null, setBy: '' };
    return {
      output,
      rule: {
        hideFrom: row.hide_from as Rule['hideFrom'], // held by a check constraint
        hideTo: row.hide_to,
        roundTo: row.round_to
      },
      reason: row.reason,
      version: row.version,
      setAt: row.updated_at,
      setBy: row.name ?? 'Somebody'
    };
  });
}

/** Saves over version `expected`, 0 where none was set; answers the new version, or null when somebody saved first. */
export async function saveRule(
  tx: Tx,
  scope: WriteScope,
  setting: { output: Output; rule: Rule; reason: string; expected: number; now: Date }
): Promise<number | null> {
  const { output, rule, reason, expected, now } = setting;
  const values = {
    hide_from: rule.hideFrom,
    hide_to: rule.hideTo,
    round_to: rule.roundTo,
    reason,
    updated_at: now,
    updated_by: scope.personId
  };
  if (expected === 0) {
    const row = await tx
      .insertInto('disclosure_rule')
      .values({ partnership_id: scope.partnershipId, id: output, ...values })
      .onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('disclosure_rule')
    .set({ ...values, version: expected + 1 })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', output)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
