import { firstChoice } from '#modules/evidence';
import { getEvidence } from '#modules/evidence/server';
import { chosen } from '#modules/priorities/server';
import type { Spine } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import type { ThreadChoice } from './types.ts';

/** What an address may ask for. */
export const choiceInput = { outcome: v.optional(v.string()), age: v.optional(v.string()) };

/**
 * The outcome and age to look at: those asked for, else the partnership's first chosen outcome with the first of its ages, else
 * the first choice of the evidence. Null when the spine does not name what was asked for.
 */
export async function choose(
  tx: Tx,
  scope: ReadScope,
  spine: Spine,
  asked: { readonly outcome?: string | undefined; readonly age?: string | undefined }
): Promise<ThreadChoice | null> {
  const outcome = spine.outcomes.find((each) => each.id === asked.outcome)?.id;
  const age = spine.ages.find((each) => each.id === asked.age)?.id;
  if (asked.outcome !== undefined && outcome === undefined) return null;
  if (asked.age !== undefined && age === undefined) return null;
  if (outcome !== undefined && age !== undefined) return { outcome, age, because: 'asked' };

  const { outcomes } = await chosen(tx, scope);
  const [first] = outcomes.filter((each) => outcome === undefined || each.outcome === outcome);
  const { pack } = await getEvidence(tx, scope);
  const fallback = firstChoice(spine, pack?.matrix ?? null, outcome ?? first?.outcome);
  return {
    outcome: fallback.outcome,
    age: age ?? first?.ages[0] ?? fallback.age,
    because: first === undefined ? 'evidence' : 'priorities'
  };
}
