import type { Explained } from '#core/form-state';
import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command, query, type Command, type CommonProblem, type Query } from '#platform/command';
import type { Tx } from '#platform/database';
import { id } from '#platform/fields';
import type { WriteScope } from '#platform/scope';
import * as v from 'valibot';
import {
  asForm,
  changedInput,
  newInput,
  oneInput,
  rowFields,
  type Kind,
  type RecordOf,
  type ValuesOf
} from './kind.ts';
import { explainRecordProblem, isRecordProblem, type RecordProblem } from './problems.ts';
import {
  choicesFor,
  findParent,
  isTaken,
  records,
  unknownChoices,
  whatKeeps,
  type Choices,
  type Chosen,
  type Records
} from './store.server.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** What a command of a kind says of itself, so that no page says it again: its sentences, and which fields are numbered rows. */
export type Telling<Problem> = {
  readonly explain: (problem: Problem) => Explained;
  readonly done: string;
  readonly rows: readonly string[];
};
type Told<Value, Problem extends { readonly kind: string }> = Command<Value, Problem> &
  Telling<Problem>;

type Context = { readonly tx: Tx; readonly scope: WriteScope; readonly now: Date };

/** A kind's own rules about adding and changing. */
export type SavingRules<Given extends Kind, Own extends { readonly kind: string }> = {
  readonly example: v.InferInput<ReturnType<typeof newInput<Given>>>;
  /** Answers the values to store, or a problem of the kind's own. `stored` is null for a new record. */
  readonly check?: (
    context: Context & {
      readonly values: ValuesOf<Given>;
      readonly stored: RecordOf<Given> | null;
    }
  ) => Result<ValuesOf<Given>, Own> | Promise<Result<ValuesOf<Given>, Own>>;
  readonly explain?: (problem: Own) => Explained;
};

/** A kind's own rules about removing, beside the records that keep one (`keptBy`). */
export type RemovalRules<Own extends { readonly kind: string }> = {
  readonly mayRemove?: (
    context: Context & { readonly id: string }
  ) => Promise<Result<undefined, Own>>;
  readonly explain?: (problem: Own) => Explained;
};

/** What the forms of a part show of the record that it is part of. */
type PartOf<Given extends Kind> = Given['fields'] extends infer Fields
  ? true extends {
      [Name in keyof Fields]: Fields[Name] extends { isParent: true } ? true : never;
    }[keyof Fields]
    ? { readonly parent: Chosen }
    : object
  : object;

/** The commands that edit a kind of record, and the queries its forms are filled from. */
export type Editing<Given extends Kind, Own extends { readonly kind: string }> = {
  readonly add: Told<{ id: string }, RecordProblem | Own>;
  readonly change: Told<{ version: number }, RecordProblem | Own>;
  readonly remove: Told<undefined, RecordProblem | Own>;
  /**
   * What its forms show: what may be chosen, and the record that is changed. Whoever may not send the form may not ask either, so
   * that no form is shown that would refuse.
   */
  readonly blank: Query<{ choices: Choices } & PartOf<Given>, { kind: 'not-found' }>;
  readonly form: Query<
    { record: RecordOf<Given>; choices: Choices } & PartOf<Given>,
    { kind: 'not-found' }
  >;
};

/** Everything by which records of a kind are edited. What is special about a kind is a command written by hand beside it. */
export function editing<const Given extends Kind, Own extends { readonly kind: string } = never>(
  kind: Given,
  rules: SavingRules<Given, Own> & RemovalRules<Own>
): Editing<Given, Own> {
  return {
    add: adding(kind, rules),
    change: changing(kind, rules),
    remove: removing(kind, rules),
    ...forms(kind)
  };
}

const nameOf = (kind: Kind, verb: string) => kind.name.replace('.', `.${verb}-`);

function telling<Own extends { readonly kind: string }>(
  kind: Kind,
  done: string,
  explain: ((problem: Own) => Explained) | undefined
): Telling<RecordProblem | Own> {
  return {
    explain: (problem) =>
      isRecordProblem(problem)
        ? explainRecordProblem(problem)
        : (explain?.(problem) ?? 'This could not be saved.'),
    done,
    rows: rowFields(kind)
  };
}

/**
 * A command written by hand that says of itself what the commands of a kind say, so that no page says it again: `done` afterwards,
 * `explain` of its own problems, and which of its fields are numbered `rows`.
 */
export function saying<Value, Problem extends { readonly kind: string }>(
  written: Command<Value, Problem>,
  words: {
    readonly done: string;
    readonly explain?: (problem: Exclude<Problem, RecordProblem | CommonProblem>) => Explained;
    readonly rows?: readonly string[];
  }
): Told<Value, Problem> {
  return {
    ...written,
    done: words.done,
    rows: words.rows ?? [],
    explain(problem) {
      if (isRecordProblem(problem)) return explainRecordProblem(problem);
      // The common problems never come here; those of every kind have left above.
      const own = problem as Exclude<Problem, RecordProblem | CommonProblem>;
      return words.explain?.(own) ?? 'This could not be saved.';
    }
  };
}

/** The rules that every kind has, then its own. */
async function checked<Given extends Kind, Own extends { readonly kind: string }>(
  kind: Given,
  rules: SavingRules<Given, Own>,
  context: Context & { readonly values: ValuesOf<Given>; readonly stored: RecordOf<Given> | null }
): Promise<Result<ValuesOf<Given>, RecordProblem | Own>> {
  const [field] = await unknownChoices(context.tx, context.scope, kind, context.values);
  if (field !== undefined) return err({ kind: 'unknown-link', field });
  // Every table that is edited has identifiers.
  const id = (context.stored as { readonly id: string } | null)?.id ?? null;
  if (await isTaken(context.tx, context.scope, kind, { id, values: context.values })) {
    return err(taken(kind, context.values));
  }
  return rules.check === undefined ? ok(context.values) : rules.check(context);
}

/** The problem that another record holds what only one of the kind may hold. */
export function taken(
  { unique }: Pick<Kind, 'unique'>,
  values: Readonly<Record<string, unknown>>
): RecordProblem {
  const { column = '', sentence = '' } = unique ?? {};
  return {
    kind: 'taken',
    field: column,
    sentence: typeof sentence === 'string' ? sentence : sentence(values[column])
  };
}

/** The command that adds a record of a kind, and answers its identifier. */
export function adding<const Given extends Kind, Own extends { readonly kind: string } = never>(
  kind: Given,
  rules: SavingRules<Given, Own>
): Told<{ id: string }, RecordProblem | Own> {
  const store = records(kind);
  const add = command({
    name: nameOf(kind, 'add'),
    needs: kind.permission.add,
    input: newInput(kind),
    example: rules.example as never, // typed by the kind
    async run({ scope, input, tx, now, newId }) {
      const values = input as ValuesOf<Given>; // the input of this kind
      if (kind.parent !== null && (await findParent(tx, scope, kind, values)) === null) {
        return err(notFound);
      }
      const right = await checked(kind, rules, { tx, scope, now, values, stored: null });
      if (!right.ok) return right;
      const id = newId();
      const given: Partial<ValuesOf<Given>> = right.value;
      return (await store.add(tx, scope, id, given)) ? ok({ id }) : err(taken(kind, values));
    }
  });
  const told = telling(kind, kind.words.added, rules.explain);
  // The checker sees the answers of a gate only as far as it knows the kind.
  return { ...add, ...told } as unknown as Told<{ id: string }, RecordProblem | Own>;
}

/** The command that saves a record over the version its editor had read, and answers the new version. */
export function changing<const Given extends Kind, Own extends { readonly kind: string } = never>(
  kind: Given,
  rules: SavingRules<Given, Own>
): Told<{ version: number }, RecordProblem | Own> {
  const store = records(kind);
  const change = command({
    name: nameOf(kind, 'change'),
    needs: kind.permission.change,
    input: changedInput(kind),
    example: { ...(rules.example as object), id: nobody, version: 1 } as never, // typed by the kind
    async run({ scope, input, tx, now }) {
      const { id, version, ...given } = input as ValuesOf<Given> & { id: string; version: number };
      const stored = await store.find(tx, scope, id);
      if (stored === null) return err(notFound);
      // The rest of the input of this kind, and what it is part of, as it was.
      const values = { ...given, ...partOf(kind, stored) } as unknown as ValuesOf<Given>;
      const right = await checked(kind, rules, { tx, scope, now, values, stored });
      if (!right.ok) return right;
      const changed: Partial<ValuesOf<Given>> = right.value;
      return savedOrChanged({ tx, scope, kind, id }, changed, version);
    }
  });
  const told = telling(kind, kind.words.changed, rules.explain);
  // As in `adding`.
  return { ...change, ...told } as unknown as Told<{ version: number }, RecordProblem | Own>;
}

/** Which record a stored one is part of, by the name of its column; nothing where it is part of none. */
function partOf(
  { parent }: Pick<Kind, 'parent'>,
  stored: object
): Readonly<Record<string, string>> {
  if (parent === null) return {};
  return { [parent.column]: (stored as Readonly<Record<string, string>>)[parent.column] ?? '' };
}

/** The command that removes a record which nothing keeps. Its history stays. */
export function removing<const Given extends Kind, Own extends { readonly kind: string } = never>(
  kind: Given,
  rules: RemovalRules<Own> = {}
): Told<undefined, RecordProblem | Own> {
  const store = records(kind);
  const remove = command({
    name: nameOf(kind, 'remove'),
    needs: kind.permission.remove,
    input: oneInput,
    example: { id: nobody },
    async run({ scope, input: { id }, tx, now }) {
      const sentence = await whatKeeps(tx, scope, kind, id);
      if (sentence !== null) return err({ kind: 'in-use', sentence } as const);
      const may = await rules.mayRemove?.({ tx, scope, now, id });
      if (may?.ok === false) return may;
      return (await store.remove(tx, scope, id)) ? ok() : err(notFound);
    }
  });
  const told = telling(kind, kind.words.removed, rules.explain);
  // As in `adding`.
  return { ...remove, ...told } as unknown as Told<undefined, RecordProblem | Own>;
}

/**
 * The queries that fill the forms of a kind. Those of a part name the record that it is part of, as the page's address does, and
 * answer with its title.
 */
export function forms<const Given extends Kind>(
  kind: Given
): Pick<Editing<Given, never>, 'blank' | 'form'> {
  const store = records(kind);
  const { parent } = kind;
  const inParent: v.ObjectEntries = parent === null ? {} : { [parent.column]: id() };
  const blank = query({
    name: nameOf(kind, 'blank'),
    needs: kind.permission.add,
    input: v.object(inParent),
    example: parent === null ? {} : { [parent.column]: nobody },
    async run({ scope, input, tx }) {
      const choices = await choicesFor(tx, scope, kind);
      if (parent === null) return ok({ choices });
      const found = await findParent(tx, scope, kind, input);
      return found === null ? err(notFound) : ok({ choices, parent: found });
    }
  });
  const form = query({
    name: nameOf(kind, 'form-of'),
    needs: kind.permission.change,
    input: v.object({ ...oneInput.entries, ...v.partial(v.object(inParent)).entries }),
    example: { id: nobody },
    async run({ scope, input, tx }) {
      const record = await store.find(tx, scope, input.id);
      if (record === null) return err(notFound);
      const choices = await choicesFor(tx, scope, kind);
      if (parent === null) return ok({ record, choices });
      const own = partOf(kind, record);
      const asked = (input as Readonly<Record<string, unknown>>)[parent.column];
      const found = await findParent(tx, scope, kind, own);
      if (found === null || (asked ?? found.id) !== found.id) return err(notFound);
      return ok({ record, choices, parent: found });
    }
  });
  // The checker cannot see whether the kind is part of another.
  return { blank, form } as unknown as Pick<Editing<Given, never>, 'blank' | 'form'>;
}

/**
 * Saves fields of a stored record over the version its editor had read, or tells the second of two editors what the first saved:
 * every field of the form, or those alone that the form `asked`. For the commands of a kind that are written by hand.
 */
export async function savedOrChanged<Given extends Kind>(
  record: {
    readonly tx: Tx;
    readonly scope: WriteScope;
    readonly kind: Given;
    readonly id: string;
    readonly asked?: readonly string[];
  },
  values: Parameters<Records<Given>['save']>[3],
  expected: number
): Promise<Result<{ version: number }, RecordProblem | { readonly kind: 'not-found' }>> {
  const { tx, scope, kind, id, asked } = record;
  const store = records(kind);
  const version = await store.save(tx, scope, { id, expected }, values);
  if (version !== null) return ok({ version });
  const stored = await store.find(tx, scope, id);
  if (stored === null) return err(notFound);
  const theirs = Object.entries(asForm(kind, stored)).filter(
    ([name]) => asked === undefined || asked.includes(name)
  );
  // Every table that is edited has a version.
  const head = stored as unknown as { id: string; version: number };
  return err(await changedMeanwhile(tx, scope, tableName(kind), head, Object.fromEntries(theirs)));
}

/** The table's name as the record of changes writes it. */
function tableName(kind: Pick<Kind, 'table'>): string {
  return kind.table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
