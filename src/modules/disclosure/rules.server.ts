import { err, ok } from '#core/result';
import { command, query, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { defaultRule, readRule, type Output } from './rule.ts';
import type { RuleSetting } from './rule-setting.ts';
import { outputInput, ruleInput } from './schema.ts';
import * as store from './rules.store.server.ts';
import type { Rule } from './types.ts';
import { sightOf, type Asker, type Sight } from './what-leaves.ts';

/**
 * The rule by which this partnership makes its counts safe on one way out. Whatever leaves asks here, in the transaction
 * that reads the counts.
 */
export async function ruleOf(tx: Tx, scope: ReadScope, output: Output): Promise<Rule> {
  const settings = await store.ruleSettings(tx, scope);
  return settings.find((each) => each.output === output)?.rule ?? defaultRule;
}

/**
 * How somebody sees counts on a way out, under the rules of this partnership. Whatever lets counts leave asks here, in the
 * transaction that reads them, and hands the answer to `whatLeaves`.
 */
export async function sightFor(tx: Tx, scope: ReadScope, asker: Asker): Promise<Sight> {
  const settings = await store.ruleSettings(tx, scope);
  return sightOf(asker, Object.fromEntries(settings.map(({ output, rule }) => [output, rule])));
}

/** The rule of every way out, with why it is so. */
export const viewRules = query({
  name: 'disclosure.view-rules',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok({ settings: await store.ruleSettings(tx, scope) });
  }
});

/** The rule of one way out, for its form. */
export const viewRule = query({
  name: 'disclosure.view-rule',
  needs: 'partnership:manage',
  input: outputInput,
  example: { output: 'export' },
  async run({ scope, input, tx }) {
    const settings = await store.ruleSettings(tx, scope);
    const setting = settings.find((each) => each.output === input.output);
    return setting === undefined ? err({ kind: 'not-found' } as const) : ok({ setting });
  }
});

/** Sets the rule of one way out, with the reason. Never weaker than the floor. */
export const setRule = command({
  name: 'disclosure.set-rule',
  needs: 'partnership:manage',
  input: ruleInput,
  example: {
    output: 'export',
    hideFrom: '1',
    hideTo: '9',
    roundTo: '10',
    reason: 'As agreed with the health board'
  },
  async run({ scope, input, tx, now }) {
    const { output, reason, version, ...fields } = input;
    const rule = readRule(fields);
    if (!rule.ok) return err({ kind: 'rounds-to-nothing' } as const);
    const saved = await store.saveRule(tx, scope, {
      output,
      rule: rule.value,
      reason,
      expected: version,
      now
    });
    if (saved !== null) return ok({ version: saved });
    const settings = await store.ruleSettings(tx, scope);
    return err(
      conflictWith(
        settings.find((each) => each.output === output),
        now
      )
    );
  }
});

function conflictWith(stored: RuleSetting | undefined, now: Date): ChangedMeanwhile {
  const rule = stored?.rule ?? defaultRule;
  return {
    kind: 'changed-meanwhile',
    theirs: {
      hideFrom: String(rule.hideFrom),
      hideTo: String(rule.hideTo),
      roundTo: String(rule.roundTo),
      reason: stored?.reason ?? ''
    },
    version: stored?.version ?? 0,
    changedBy: stored?.setBy ?? '',
    changedAt: stored?.setAt ?? now
  };
}
