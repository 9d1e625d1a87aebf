import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { defaultRule, outputs, type Output } from './rule.ts';
import type { RuleSetting } from './rule-setting.ts';
import type { Rule } from './types.ts';

/** All SQL about the rules a partnership set. */

/** The rule of every output, in the order they are listed; the default where none was set. */
export async function ruleSettings(tx: Tx, scope: ReadScope): Promise<RuleSetting[]> {
  const rows = await tx
    .selectFrom('disclosureRule as r')
    .leftJoin('person', 'person.id', 'r.updatedBy')
    .select(['r.id', 'r.hideFrom', 'r.hideTo', 'r.roundTo', 'r.reason', 'r.version'])
    .select(['r.updatedAt', 'person.name'])
    .where('r.partnershipId', '=', scope.partnershipId)
    .execute();
  return outputs.map((output): RuleSetting => {
    const row = rows.find((each) => each.id === output);
    if (row === undefined)
      return { output, rule: defaultRule, reason: '', version: 0, setAt: null, setBy: '' };
    return {
      output,
      rule: {
        hideFrom: row.hideFrom,
        hideTo: row.hideTo,
        roundTo: row.roundTo
      },
      reason: row.reason,
      version: row.version,
      setAt: row.updatedAt,
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
    hideFrom: rule.hideFrom,
    hideTo: rule.hideTo,
    roundTo: rule.roundTo,
    reason,
    updatedAt: now,
    updatedBy: scope.personId
  };
  if (expected === 0) {
    const row = await tx
      .insertInto('disclosureRule')
      .values({ partnershipId: scope.partnershipId, id: output, ...values })
      .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('disclosureRule')
    .set({ ...values, version: expected + 1 })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', output)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
