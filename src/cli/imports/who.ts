import { usualUses } from '#core/columns';
import { err, ok, type Result } from '#core/result';
import { findPartnershipAt, findPerson } from '#modules/partnerships/server';
import type { Actor, Command, CommonProblem, Query, World } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import type { Keeper } from '../keeper.ts';

/** In whose name, and where, an import is looked at or saved. */
export type Hand = {
  readonly actor: Exclude<Actor, null>;
  readonly place: PartnershipId;
  readonly world: World;
};

/** The person and the partnership that `--as` and `--place` name. What they may do there, each command says. */
export async function findHand(
  { app, owner }: Keeper,
  { as, place }: { readonly as: string; readonly place: string }
): Promise<Result<Hand, string>> {
  const person = await findPerson(app, as);
  if (person === null) return err(`Nobody here has the e-mail address ${as}.`);
  const partnership = await findPartnershipAt(owner, place);
  if (partnership === null) {
    return err(`There is no partnership at "${place}". "cairn partnership list" names them.`);
  }
  return ok({ actor: { personId: person.id }, place: partnership.id, world: app });
}

/** Gives a command, or asks a query, in somebody's name; what goes wrong comes back as a sentence. */
export async function asked<Value, Problem extends { readonly kind: string }>(
  { actor, place, world }: Hand,
  gate: Command<Value, Problem> | Query<Value, Problem>,
  input: unknown,
  explain: (problem: Exclude<Problem, CommonProblem>) => string
): Promise<Result<Value, string>> {
  const answer = await gate.run(actor, place, input, world);
  if (answer.ok) return answer;
  const problem = answer.error as Problem | CommonProblem; // what any run may answer
  if (isCommon(problem)) return err(commonSentence(problem));
  return err(explain(problem as Exclude<Problem, CommonProblem>)); // the common kinds have left above
}

function isCommon(problem: { readonly kind: string }): problem is CommonProblem {
  return ['not-found', 'not-allowed', 'invalid-input'].includes(problem.kind);
}

function commonSentence(problem: CommonProblem): string {
  switch (problem.kind) {
    case 'not-found':
      return 'This person does not belong to that partnership, or what was asked for is not there.';
    case 'not-allowed':
      return `This person’s role there does not allow it: it needs ${problem.needs}.`;
    case 'invalid-input':
      return problem.issues.map(({ message }) => `${message}.`).join('\n');
  }
}

/** What the columns of a file are taken for: as somebody said of the same headings before on a page, else as they were told. */
export async function usesBefore(
  hand: Hand,
  before: Query<
    { readonly before: { readonly uses: readonly string[] } | null },
    { readonly kind: string }
  >,
  of: string,
  columns: readonly { readonly heading: string; readonly use: string | null }[]
): Promise<Result<readonly string[], string>> {
  const headings = columns.map(({ heading }) => heading.slice(0, 1000));
  const found = await asked(hand, before, { of, headings }, () => '');
  return found.ok ? ok(usualUses(columns, found.value.before?.uses ?? null)) : found;
}

/** A sentence for a number of things that were left out, or that there are none. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
