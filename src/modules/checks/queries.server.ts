import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { gatherFacts } from './facts.server.ts';
import { everyPack } from './packs.server.ts';
import { findingOf } from './rules.ts';
import * as store from './store.server.ts';
import type { CheckLineView, CheckPack, CheckView, Facts } from './types.ts';

const notFound = { kind: 'not-found' } as const;
const yearOf = (today: string): number => Number(today.slice(0, 4));

/** The lines of a pack in a year: what a person said, and for this year what the records say now. */
async function viewOf(
  tx: Tx,
  scope: ReadScope,
  pack: CheckPack,
  given: { readonly year: number; readonly facts: Facts | null }
): Promise<CheckLineView[]> {
  const answers = await store.answers.list(tx, scope, { pack: pack.id, year: given.year });
  return pack.lines.map((line) => ({
    ...line,
    finding: given.facts === null || line.rule === null ? null : findingOf(line.rule, given.facts),
    answer: answers.find((one) => one.line === line.id) ?? null
  }));
}

/** Every check with how its lines stand this year. */
export const viewChecks = query({
  name: 'checks.view-checks',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const facts = await gatherFacts(tx, scope, today);
    const checks: { pack: CheckPack; lines: CheckLineView[] }[] = [];
    for (const pack of await everyPack(tx, scope)) {
      checks.push({ pack, lines: await viewOf(tx, scope, pack, { year: yearOf(today), facts }) });
    }
    return ok({ checks, year: yearOf(today) });
  }
});

/** One check in a year, this one where none is named; the years in which anything was answered. */
export const viewCheck = query({
  name: 'checks.view-check',
  needs: 'records:read',
  input: v.object({
    pack: v.pipe(v.string(), v.nonEmpty()),
    year: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null)
  }),
  example: { pack: 'ten-steps' },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const pack = (await everyPack(tx, scope)).find(({ id }) => id === input.pack);
    if (pack === undefined) return err(notFound);
    const year = input.year ?? yearOf(today);
    const facts = year === yearOf(today) ? await gatherFacts(tx, scope, today) : null;
    const answered = await store.answers.list(tx, scope, { pack: pack.id });
    const view: CheckView = {
      pack,
      year,
      isThisYear: facts !== null,
      years: [...new Set([yearOf(today), ...answered.map((one) => one.year)])].toSorted(
        (one, other) => other - one
      ),
      lines: await viewOf(tx, scope, pack, { year, facts })
    };
    return ok(view);
  }
});

/**
 * For the report of a year: what people said of the lines of each check from one day to another (`YYYY-MM-DD`, both among them), the
 * last word on each line. Checks of which nothing was confirmed in that time, and lines that no check has any more, are left out.
 */
export async function checksConfirmed(
  tx: Tx,
  scope: ReadScope,
  { from, until }: { readonly from: string; readonly until: string }
) {
  const said = (await store.answers.list(tx, scope))
    .filter(({ answeredOn }) => answeredOn >= from && answeredOn <= until)
    .toSorted((one, other) => other.answeredOn.localeCompare(one.answeredOn));
  return (await everyPack(tx, scope)).flatMap(({ id, title, lines }) => {
    const confirmed = lines.flatMap((line) => {
      const answer = said.find((one) => one.pack === id && one.line === line.id);
      return answer === undefined ? [] : [{ number: line.number, title: line.title, answer }];
    });
    return confirmed.length === 0 ? [] : [{ title, of: lines.length, lines: confirmed }];
  });
}
