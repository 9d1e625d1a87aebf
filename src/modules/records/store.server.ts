import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import {
  removeRow,
  saveVersion,
  type IdentifiedTable,
  type VersionedTable
} from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql, type UpdateObject } from 'kysely';
import type { DB } from '#platform/schema';
import type { ChoicesFrom, Field, Order } from './field.ts';
import type { Kind, RecordOf, ValuesOf } from './kind.ts';

/**
 * The type checker cannot follow a table that is only known to be one of several: one of them stands for all. What a kind names
 * was checked where it was declared.
 */
type One = 'dataSource';

/** A record's title beside its identifier, for lists to choose from; a factor's group as well. */
export type Chosen = { readonly id: string; readonly title: string; readonly group?: string };

/** Only records whose columns hold these values. */
export type Where<Given extends Kind> = Partial<RecordOf<Given>>;

/** Values of a record as a command takes them, or as they are stored; what is left out is not touched. */
export type Storable<Given extends Kind> =
  | Partial<ValuesOf<Given>>
  | {
      readonly [
        Column in keyof RecordOf<Given> as Exclude<Column, 'id' | 'version'>
      ]?: RecordOf<Given>[Column];
    };

/** Everything that is plain about storing records of a kind. Each function asks for a scope: none can forget the partnership. */
export type Records<Given extends Kind> = {
  /** Records in the kind's order; those alone whose columns hold the given values. */
  list(tx: Tx, scope: ReadScope, where?: Where<Given>): Promise<RecordOf<Given>[]>;
  /** One record, or null when it is not here. */
  find(tx: Tx, scope: ReadScope, id: string): Promise<RecordOf<Given> | null>;
  /** Identifier and title of every record, in the kind's order. */
  choose(tx: Tx, scope: ReadScope): Promise<Chosen[]>;
  /**
   * Adds a record under that identifier. What is not given takes the database's own default.
   * False when another record holds what only one may hold.
   */
  add(tx: Tx, scope: WriteScope, id: string, values: Storable<Given>): Promise<boolean>;
  /** Adds many records, each under its own identifier; all of them give the same fields. */
  addAll(
    tx: Tx,
    scope: WriteScope,
    given: readonly ({ readonly id: string } & Storable<Given>)[]
  ): Promise<void>;
  /** Saves those fields that are given over the version its editor had read; the new version, or null when another is stored. */
  save(
    tx: Tx,
    scope: WriteScope,
    record: { readonly id: string; readonly expected: number },
    values: Storable<Given>
  ): Promise<number | null>;
  /** Removes a record; its history stays. False when it was not here. */
  remove(tx: Tx, scope: WriteScope, id: string): Promise<boolean>;
};

/** So many rows of up to 60 columns stay below the 65,535 parameters of one statement. */
const rowsAtATime = 1000;

/** The plain store of a kind. What is special about a kind stays SQL of its own module. */
export function records<Given extends Kind>(kind: Given): Records<Given> {
  const table = kind.table as One;
  const select = (tx: Tx, scope: ReadScope) =>
    tx.selectFrom(table).where('partnershipId', '=', scope.partnershipId);
  return {
    async list(tx, scope, where = {}) {
      let rows = select(tx, scope).selectAll();
      for (const [column, value] of Object.entries(where)) {
        rows = rows.where(column as 'id', value === null ? 'is' : '=', value as string);
      }
      for (const order of kind.order) rows = rows.orderBy(orderOf(order));
      return (await rows.execute()).map((row) => recordOf<Given>(row));
    },
    async find(tx, scope, id) {
      const row = await select(tx, scope).selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : recordOf<Given>(row);
    },
    choose: (tx, scope) => chosenFrom(tx, scope, kind.table, kind.title, kind.order),
    async add(tx, scope, id, values) {
      const columns = columnsOf(kind, values) as { title: string };
      const insert = tx
        .insertInto(table)
        .values({ ...columns, partnershipId: scope.partnershipId, id });
      const { unique, parent } = kind;
      const added = await (
        unique === null
          ? insert
          : insert.onConflict((conflict) =>
              conflict
                .columns([
                  'partnershipId',
                  ...(parent === null ? [] : [parent.column as 'id']),
                  unique.column as 'id'
                ])
                .doNothing()
            )
      ).executeTakeFirst();
      return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async addAll(tx, scope, given) {
      const { partnershipId } = scope;
      for (let start = 0; start < given.length; start += rowsAtATime) {
        const rows = given
          .slice(start, start + rowsAtATime)
          .map(({ id, ...values }) => ({ ...columnsOf(kind, values), partnershipId, id }));
        // Columns of the kind's own table.
        await tx
          .insertInto(table)
          .values(rows as unknown as { id: string; partnershipId: string; title: string }[])
          .execute();
      }
    },
    save: (tx, scope, record, values) =>
      saveVersion(
        tx,
        scope,
        kind.table,
        record,
        columnsOf(kind, values) as UpdateObject<DB, VersionedTable, VersionedTable>
      ),
    async remove(tx, scope, id) {
      for (const part of kind.takesAlong) {
        await tx
          .deleteFrom(part.table as One)
          .where('partnershipId', '=', scope.partnershipId)
          .where(part.column as 'id', '=', id)
          .execute();
      }
      return removeRow(tx, scope, kind.table, id);
    }
  };
}

/** How the database sorts by it: words as people sort them, the latest first, or a column as it is. */
function orderOf(order: Order) {
  if (typeof order === 'string') return sql`${sql.ref(order)}`;
  if ('words' in order) return sql`${sql.ref(order.words)} collate "und-x-icu"`;
  return 'latest' in order
    ? sql`${sql.ref(order.latest)} desc nulls last`
    : sql`array_position(${[...order.as]}::text[], ${sql.ref(order.listed)}) nulls first`;
}

/** A row without the partnership: everybody who reads it knows whose it is. */
function recordOf<Given extends Kind>({
  partnershipId: _,
  ...record
}: { partnershipId: string } & object): RecordOf<Given> {
  return record as unknown as RecordOf<Given>; // a row of the kind's own table
}

/** The values that were given, as their columns take them. */
function columnsOf(kind: Kind, values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, columnOf(kind.fields[name], value)])
  );
}

function columnOf(field: Field | undefined, value: unknown): unknown {
  const kept = typeof value === 'string' ? (field?.lines?.read(value) ?? value) : value;
  return field?.isJson === true && kept !== null ? JSON.stringify(kept) : kept;
}

/** Identifier and name of every record of a table, in an order. */
async function chosenFrom(
  tx: Tx,
  scope: ReadScope,
  table: IdentifiedTable,
  title: string,
  orders: readonly Order[] = [{ words: title }]
): Promise<Chosen[]> {
  let rows = tx
    .selectFrom(table as One)
    .select(['id', sql<string>`${sql.ref(title)}`.as('title')])
    .where('partnershipId', '=', scope.partnershipId);
  for (const order of orders) rows = rows.orderBy(orderOf(order));
  return rows.execute();
}

/** What a form may choose from, by the names of the fields that ask the database. */
export type Choices = Readonly<Record<string, readonly Chosen[]>>;

/** What the form of a kind may choose from. */
export async function choicesFor(tx: Tx, scope: ReadScope, kind: Kind): Promise<Choices> {
  const choices: Record<string, readonly Chosen[]> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const from = choicesOf(field);
    if (from === null) continue;
    choices[name] =
      typeof from === 'string'
        ? await chosenOfSpine(tx, from)
        : await chosenFrom(tx, scope, from.table, from.title, from.order);
  }
  return choices;
}

async function chosenOfSpine(tx: Tx, from: Extract<ChoicesFrom, string>): Promise<Chosen[]> {
  if (from === 'page') return [];
  const { factorGroups, ...spine } = await getSpine(tx);
  const groupOf = (group: string) => factorGroups.find(({ id }) => id === group)?.title ?? group;
  return spine[from].map((one) => ({
    id: one.id,
    title: one.title,
    ...('group' in one ? { group: groupOf(one.group) } : {})
  }));
}

/** The names of the fields that hold what is not among their choices: an outcome of no spine, a record of no place here. */
export async function unknownChoices(
  tx: Tx,
  scope: ReadScope,
  kind: Kind,
  values: Readonly<Record<string, unknown>>
): Promise<string[]> {
  const unknown: string[] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const from = choicesOf(field);
    const wanted = [values[name] ?? []].flat().map(String);
    if (from === null || wanted.length === 0) continue;
    if (!(await areAllThere(tx, scope, from, wanted))) unknown.push(name);
  }
  return unknown;
}

async function areAllThere(
  tx: Tx,
  scope: ReadScope,
  from: Exclude<ChoicesFrom, 'page'>,
  wanted: readonly string[]
): Promise<boolean> {
  if (typeof from === 'string') {
    const known = new Set<string>((await getSpine(tx))[from].map(({ id }) => id));
    return wanted.every((id) => known.has(id));
  }
  const rows = await tx
    .selectFrom(from.table as One)
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', 'in', wanted)
    .execute();
  return new Set(wanted).size === rows.length;
}

function choicesOf(field: Field): Exclude<ChoicesFrom, 'page'> | null {
  const { asked } = field;
  if (!('from' in asked) || asked.from === 'page') return null;
  return asked.from;
}

/** The record that a new one is to be part of; null where it is not here, or the kind is part of nothing. */
export async function findParent(
  tx: Tx,
  scope: ReadScope,
  { parent }: Pick<Kind, 'parent'>,
  values: Readonly<Record<string, unknown>>
): Promise<Chosen | null> {
  if (parent === null) return null;
  const { table, title } = parent.of;
  const row = await tx
    .selectFrom(table as One)
    .select(['id', sql<string>`${sql.ref(title)}`.as('title')])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', String(values[parent.column]))
    .executeTakeFirst();
  return row ?? null;
}

/** Whether another record of the kind, in the same record where it is part of one, holds what only one may hold. */
export async function isTaken(
  tx: Tx,
  scope: ReadScope,
  kind: Pick<Kind, 'table' | 'unique' | 'parent'>,
  record: { readonly id: string | null; readonly values: Readonly<Record<string, unknown>> }
): Promise<boolean> {
  const held = kind.unique === null ? undefined : record.values[kind.unique.column];
  if (kind.unique === null || held === undefined) return false;
  let select = tx
    .selectFrom(kind.table as One)
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where(kind.unique.column as 'id', '=', held as string); // a value of that column
  const { parent } = kind;
  if (parent !== null) {
    select = select.where(parent.column as 'id', '=', String(record.values[parent.column]));
  }
  const rows = await select.execute();
  return rows.some(({ id }) => id !== record.id);
}

/** The sentence that keeps a record from being removed, or null when nothing does. */
export async function whatKeeps(
  tx: Tx,
  scope: ReadScope,
  kind: Kind,
  id: string
): Promise<string | null> {
  for (const { table, column, sentence } of kind.keptBy) {
    const row = await tx
      .selectFrom(table as One)
      .select('id')
      .where('partnershipId', '=', scope.partnershipId)
      .where(column as 'id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return sentence;
  }
  return null;
}
