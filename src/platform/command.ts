import type { Conflict } from '#core/form-state';
import { plainText } from '#core/plain-text';
import { err, type Result } from '#core/result';
import { largestNumber } from '#core/written-numbers';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import * as v from 'valibot';
import type { Clock } from './clock.ts';
import { DatabaseTrouble, troubleIn } from './database-trouble.ts';
import { inTransaction, type Database, type Tx } from './database.ts';
import { isUuid, type PartnershipId, type PersonId } from './ids.ts';
import { lesserRole, mayDo, type Permission, type Role } from './permissions.ts';
import type { Outside } from './outside.server.ts';
import type { Reading } from './reading.ts';
import { mintReadScope, mintWriteScope, type ReadScope, type WriteScope } from './scope.ts';
import type { Throttle } from './throttle.ts';

/** What commands and queries need of the outside: handed in, so that tests can hand in another. */
export type World = {
  readonly database: Database;
  /** What the request at hand reads; there is none on the command line. */
  readonly reading?: Reading;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly throttle: Throttle;
  /** The way to other servers; the internet, where none is handed in. */
  readonly outside?: Outside;
};

/** Who asks. Through a token of the API somebody acts with at most the role that the token has. */
export type Actor = {
  readonly personId: PersonId;
  readonly token?: { readonly id: string; readonly atMost: Role };
} | null;

/** One thing wrong with the input: where, and the sentence to show there. */
export type InputIssue = { readonly path: string; readonly message: string };

/** What may go wrong with any command or query. */
export type CommonProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-allowed'; readonly needs: Permission }
  | { readonly kind: 'invalid-input'; readonly issues: readonly InputIssue[] };

/** Somebody else saved the record first. */
export type ChangedMeanwhile = { readonly kind: 'changed-meanwhile' } & Conflict;

type AnySchema = v.GenericSchema<unknown, unknown>;
type AnyAnswer = Result<unknown, { readonly kind: string }>;
type ValueOf<Answer> = Answer extends { readonly ok: true; readonly value: infer Value }
  ? Value
  : never;
/** The same answer, told apart by `ok`: the type checker does not see that a union of results is a result of unions. */
type Typed<Answer> = Result<ValueOf<Answer>, ProblemOf<Answer>>;
type ProblemOf<Answer> = Answer extends { readonly ok: false; readonly error: infer Problem }
  ? Problem
  : never;

/** What is walked by whoever wants to know or change something: every call is checked the same way. */
type Gate<Kind extends 'query' | 'command', Value, Problem extends { readonly kind: string }> = {
  readonly kind: Kind;
  readonly name: string;
  readonly needs: Permission;
  /** The shape of its input, and an input of that shape, for the suites that walk everything. */
  readonly input: AnySchema;
  readonly example: unknown;
  run(
    actor: Actor,
    place: PartnershipId,
    input: unknown,
    world: World
  ): Promise<Result<Value, Problem | CommonProblem>>;
};

export type Query<Value, Problem extends { readonly kind: string }> = Gate<'query', Value, Problem>;
export type Command<Value, Problem extends { readonly kind: string }> = Gate<
  'command',
  Value,
  Problem
>;

/**
 * A view of a partnership's records: who may see it, what is asked, and how it is found.
 * It runs in a read-only transaction, so it cannot change anything by mistake.
 * Refuses: strangers and members of other partnerships (`not-found`), roles without `needs` (`not-allowed`), bad input.
 */
export function query<Schema extends AnySchema, Answer extends AnyAnswer>(definition: {
  name: string;
  needs: Permission;
  input: Schema;
  example: v.InferInput<Schema>;
  run(context: {
    scope: ReadScope;
    input: v.InferOutput<Schema>;
    tx: Tx;
    now: Date;
  }): Promise<Answer>;
}): Query<ValueOf<Answer>, ProblemOf<Answer>> {
  const { name, needs, input: shape, example } = definition;
  const namesNothing = wrongIdentifiers(example);
  return {
    kind: 'query',
    name,
    needs,
    input: shape,
    example,
    async run(actor, place, input, world) {
      if (actor === null || !isUuid(place)) return err({ kind: 'not-found' });
      const now = world.clock();
      const settings = { partnershipId: place, personId: actor.personId, now };
      return foundOrNot(() =>
        inTransaction(world, settings, 'read', async (tx) => {
          const role = await roleHere(tx, place, actor);
          if (role === null) return err({ kind: 'not-found' });
          if (!mayDo(role, needs)) return err({ kind: 'not-allowed', needs });
          const parsed = parse(definition.input, input);
          if (!parsed.ok) return parsed;
          if (namesNothing(parsed.value)) return err({ kind: 'not-found' });
          const scope = mintReadScope({ partnershipId: place, personId: actor.personId, role });
          return (await definition.run({ scope, input: parsed.value, tx, now })) as Typed<Answer>;
        })
      );
    }
  };
}

/**
 * One change to a partnership's records, in the order every change has: who may, what is asked, what the rules say, save.
 * Everything happens in one transaction: a problem or a fault leaves nothing behind. Every run leaves a row in
 * `command_run`, refusals too, and every row it writes is recorded with before and after.
 */
export function command<Schema extends AnySchema, Answer extends AnyAnswer>(definition: {
  name: string;
  needs: Permission;
  input: Schema;
  example: v.InferInput<Schema>;
  run(context: {
    scope: WriteScope;
    input: v.InferOutput<Schema>;
    tx: Tx;
    now: Date;
    newId: () => string;
  }): Promise<Answer>;
}): Command<ValueOf<Answer>, ProblemOf<Answer>> {
  const { name, needs, input: shape, example } = definition;
  return {
    kind: 'command',
    name,
    needs,
    input: shape,
    example,
    async run(actor, place, input, world) {
      // What was read so far is of an earlier moment than the change.
      await world.reading?.letGo();
      const now = world.clock();
      const personId = actor?.personId ?? null;
      const tokenId = actor?.token?.id ?? null;
      const refuse = async <Refusal extends { readonly kind: string }>(refusal: Refusal) => {
        const commandRun = { id: world.newId(), partnershipId: isUuid(place) ? place : null };
        await recordRun(world, {
          ...commandRun,
          personId,
          tokenId,
          name,
          now,
          outcome: refusal.kind
        });
        return err(refusal);
      };
      if (actor === null || !isUuid(place)) return refuse({ kind: 'not-found' } as const);

      const commandRunId = world.newId();
      const settings = { partnershipId: place, personId: actor.personId, commandRunId, now };
      const runFacts = { id: commandRunId, partnershipId: place, personId, tokenId, name, now };
      const attempt = async (): Promise<Typed<Answer> | Refused<Answer>> => {
        const rolledBack = new RolledBack<ProblemOf<Answer> | CommonProblem>();
        let done: Typed<Answer> | undefined;
        try {
          return await inTransaction(world, settings, 'write', async (tx) => {
            const role = await roleHere(tx, place, actor);
            if (role === null) return rolledBack.with({ kind: 'not-found' });
            if (!mayDo(role, needs)) return rolledBack.with({ kind: 'not-allowed', needs });
            const parsed = parse(definition.input, input);
            if (!parsed.ok) return rolledBack.with(parsed.error);
            const scope = mintWriteScope({ partnershipId: place, personId: actor.personId, role });
            const context = { scope, input: parsed.value, tx, now, newId: world.newId };
            const answer = (await definition.run(context)) as Typed<Answer>;
            if (!answer.ok) return rolledBack.with(answer.error);
            await tx
              .insertInto('commandRun')
              .values(runRow({ ...runFacts, outcome: 'done' }))
              .execute();
            done = answer;
            return answer;
          });
        } catch (fault) {
          if (done !== undefined && troubleIn(fault) === 'unsure') {
            const run = { ...runFacts, outcome: 'database-away' };
            if (await wasSaved(world, run, fault)) return done;
            throw new DatabaseTrouble('away', fault);
          }
          if (isNoIdentifier(fault)) return err({ kind: 'not-found' });
          if (fault !== rolledBack) throw fault;
          return err(rolledBack.problem as ProblemOf<Answer> | CommonProblem); // set before it was thrown
        }
      };

      let answer = await attempt().catch((fault: unknown) => {
        if (!wasInTheWay(fault)) throw fault;
        // Done again it reads what the other has saved, and finds its own words for it.
        return attempt();
      });
      if (!answer.ok && wasReadTooEarly(answer.error, input)) answer = await attempt();
      if (answer.ok) return answer;
      await recordRun(world, { ...runFacts, outcome: answer.error.kind }).catch(
        (fault: unknown) => {
          // Nothing was to be saved but the record of the refusal: nobody need wonder whether it was.
          throw troubleIn(fault) === 'unsure' ? new DatabaseTrouble('away', fault) : fault;
        }
      );
      return answer;
    }
  };
}

const patienceForDatabase = 10; // seconds; a restart takes about one

/**
 * Whether a run was saved whose database went away at the moment of saving. A record of the same run is written, saying that it came
 * to nothing: where the run was saved, or still is being saved, its own record stands in the way, and is waited for.
 * Waits for the database to come back. Refuses: throws what was the matter when it has not within ten seconds.
 */
async function wasSaved(world: World, run: CommandRun, fault: unknown): Promise<boolean> {
  for (let second = 0; second < patienceForDatabase; second += 1) {
    try {
      await recordRun(world, run);
      return false;
    } catch (refusal) {
      if (isSameRun(refusal)) return (await outcomeOf(world, run)) === 'done';
      if (troubleIn(refusal) === null) throw refusal;
      await pause(1000);
    }
  }
  throw fault;
}

function isSameRun(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && fault.constraint === 'command_run_pkey';
}

async function outcomeOf(world: World, run: CommandRun): Promise<string | undefined> {
  const settings = { partnershipId: run.partnershipId, now: run.now };
  return inTransaction(world, settings, 'read', async (tx) => {
    const row = await tx
      .selectFrom('commandRun')
      .select('outcome')
      .where('partnershipId', '=', run.partnershipId)
      .where('id', '=', run.id)
      .executeTakeFirst();
    return row?.outcome;
  });
}

/**
 * What PostgreSQL, or a rule of our own in it (CR001, CR002), says of a change that another's at the same moment stands against: a value taken,
 * a record removed or come into use, a deadlock.
 */
const inTheWay = new Set(['23505', '23503', '23P01', '40001', '40P01', 'CR001', 'CR002']);

function wasInTheWay(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && inTheWay.has(fault.code ?? '');
}

const malformed = '22P02';

/** An address or a form named a record by what is no identifier: nothing has that name. */
function isNoIdentifier(fault: unknown): boolean {
  return (
    fault instanceof pg.DatabaseError &&
    fault.code === malformed &&
    fault.message.includes('type uuid')
  );
}

type NotFound = { readonly ok: false; readonly error: { readonly kind: 'not-found' } };

async function foundOrNot<Answer>(find: () => Promise<Answer>): Promise<Answer | NotFound> {
  try {
    return await find();
  } catch (fault) {
    if (isNoIdentifier(fault)) return { ok: false, error: { kind: 'not-found' } };
    throw fault;
  }
}

type Refused<Answer> = {
  readonly ok: false;
  readonly error: ProblemOf<Answer> | CommonProblem;
};

/**
 * Whether a command read the record just before somebody else's change to it was saved, and so tells the second editor of the very
 * version that this one had read. Done again, it reads what the first saved.
 */
function wasReadTooEarly(problem: { readonly kind: string }, input: unknown): boolean {
  if (problem.kind !== 'changed-meanwhile') return false;
  const { version } = problem as ChangedMeanwhile; // the kind says so
  return Number((input as { version?: unknown } | null)?.version) === version;
}

/** Ends a transaction without saving, carrying the problem out. Not a fault: it never leaves `command()`. */
class RolledBack<Problem> extends Error {
  problem: Problem | undefined;

  with(problem: Problem): never {
    this.problem = problem;
    throw this;
  }
}

/**
 * Whether an input names a record by what is no identifier, where `example` names one by an identifier. It is refused before the
 * database sees it, which would give up the transaction that the rest of a page is read in.
 */
function wrongIdentifiers(example: unknown): (input: unknown) => boolean {
  const isNamed = (value: unknown) => typeof value === 'string' && isUuid(value);
  const keys = Object.entries(example ?? {}).flatMap(([key, value]) => (isNamed(value) ? key : []));
  return (input) => {
    const given = (input ?? {}) as Readonly<Record<string, unknown>>; // queries are asked with objects
    // An empty one, where a query takes it, names nothing.
    const names = keys.map((key) => given[key]).filter((value) => value !== '');
    return names.some((value) => typeof value === 'string' && !isUuid(value));
  };
}

async function roleHere(
  tx: Tx,
  place: PartnershipId,
  { personId: person, token }: NonNullable<Actor>
): Promise<Role | null> {
  const row = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.role')
    .where('membership.partnershipId', '=', place)
    .where('membership.personId', '=', person)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const role = row.role as Role; // a check constraint holds the column to these
  return token === undefined ? role : lesserRole(role, token.atMost);
}

/**
 * Turns what a form or a caller sent into the command's input, or into the list of what is wrong with it. Control characters are left
 * out of every text, and numbers beyond what anything here counts are refused, whatever the schema is.
 */
export function parse<Schema extends AnySchema>(
  schema: Schema,
  input: unknown
): Result<v.InferOutput<Schema>, CommonProblem & { kind: 'invalid-input' }> {
  const issuesOfNumbers: InputIssue[] = [];
  const plain = plainInput(input, '', issuesOfNumbers);
  if (issuesOfNumbers.length > 0) return err({ kind: 'invalid-input', issues: issuesOfNumbers });
  const parsed = v.safeParse(schema, withEveryKey(schema, plain));
  if (parsed.success) return { ok: true, value: parsed.output };
  const issues = parsed.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: issue.message
  }));
  return err({ kind: 'invalid-input', issues });
}

/** What was sent, with its texts made plain; what is neither text, number, list nor record stays as it is. */
function plainInput(given: unknown, path: string, issues: InputIssue[]): unknown {
  if (typeof given === 'string') return plainText(given);
  if (typeof given === 'number') {
    if (!(Math.abs(given) <= largestNumber)) {
      issues.push({ path, message: 'This number is too large' });
    }
    return given;
  }
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(given)) return given.map((one, index) => plainInput(one, at(index), issues));
  if (!isPlainRecord(given)) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      plainText(key),
      plainInput(value, at(key), issues)
    ])
  );
}

function isPlainRecord(given: unknown): given is Record<string, unknown> {
  if (typeof given !== 'object' || given === null) return false;
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === Object.prototype || prototype === null;
}

/**
 * A form sends nothing at all for radio buttons and boxes that were left alone. Naming every key lets the field's own schema
 * say its own sentence, where valibot would speak of a missing key.
 */
function withEveryKey(schema: AnySchema, input: unknown): unknown {
  const entries = (schema as { entries?: Readonly<Record<string, unknown>> }).entries; // objects alone have them
  if (entries === undefined || typeof input !== 'object' || input === null) return input;
  const blank = Object.fromEntries(Object.keys(entries).map((key) => [key, undefined]));
  return { ...blank, ...input };
}

type CommandRun = {
  id: string;
  partnershipId: string | null;
  personId: string | null;
  tokenId: string | null;
  name: string;
  now: Date;
  outcome: string;
};

function runRow(run: CommandRun) {
  return {
    id: run.id,
    partnershipId: run.partnershipId,
    personId: run.personId,
    apiTokenId: run.tokenId,
    command: run.name,
    at: run.now,
    outcome: run.outcome
  };
}

/** Leaves the record of a run that changed nothing: the refusal outlives the transaction it rolled back. */
async function recordRun(world: World, run: CommandRun): Promise<void> {
  const settings = { partnershipId: run.partnershipId, personId: run.personId, now: run.now };
  await inTransaction(world, settings, 'write', async (tx) => {
    await tx.insertInto('commandRun').values(runRow(run)).execute();
  });
}
