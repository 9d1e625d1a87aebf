import { lookedThrough } from '#modules/disclosure';
import type { FormValues } from '#core/form-state';
import { version } from '#platform/fields';
import type { Permission } from '#platform/permissions';
import type { IdentifiedTable, VersionedTable } from '#platform/saving';
import type { DB } from '#platform/schema';
import type { InsertType, SelectType } from 'kysely';
import * as v from 'valibot';
import { isOnForm, type Field, type Order, type Other } from './field.ts';

/**
 * A record as it is stored: every column but the partnership's, which the scope says. Written out by column: Kysely's own type of a row
 * is too much for the checker where the table is only known to be one of all.
 */
export type Stored<Table extends VersionedTable> = {
  readonly [Column in Exclude<keyof DB[Table], 'partnershipId'>]: SelectType<DB[Table][Column]>;
};

type Fields = Readonly<Record<string, Field>>;

type Editable<Table extends VersionedTable> = Exclude<
  keyof DB[Table],
  'partnershipId' | 'id' | 'version'
>;

/** A field that fits the column of its name, or what is wrong with it. JSON takes what its field makes. */
type Fitting<Table extends VersionedTable, Name, One extends Field> =
  Name extends Editable<Table>
    ? One extends { readonly isJson: true }
      ? One
      : v.InferOutput<One['schema']> extends InsertType<DB[Table][Name]> | undefined
        ? One
        : {
            readonly 'this field does not give what its column takes': InsertType<DB[Table][Name]>;
          }
    : { readonly 'this is no column of the table': Name };

/** Each field has to be a column of the table, and to give what that column takes. */
type FieldsOf<Table extends VersionedTable, Given extends Fields> = {
  readonly [Name in keyof Given]: Fitting<Table, Name, Given[Name]>;
};

type EntriesOf<Given extends Fields> = {
  readonly [Name in keyof Given]: Given[Name]['schema'];
};

/** The values of a kind's fields, as its command takes them. */
export type ValuesOf<Kind extends { readonly fields: Fields }> = {
  readonly [Name in keyof Kind['fields']]: v.InferOutput<Kind['fields'][Name]['schema']>;
};

/** A record of a kind, as it is stored. */
export type RecordOf<Kind extends { readonly table: VersionedTable }> = Stored<Kind['table']>;

/** The sentences of a kind, said by buttons, headings and after a change. */
export type KindWords = {
  /** What one is called inside a sentence: "source". */
  readonly one: string;
  /** Heading and button of the form that adds one, and what is said afterwards. */
  readonly add: string;
  readonly addButton: string;
  readonly added: string;
  readonly change: string;
  readonly changed: string;
  readonly remove: string;
  /** What removing does, said before it is done. Empty where that is plain from the button, which then stands by itself. */
  readonly removal: string;
  readonly removed: string;
};

/** The sentences about removing, of a kind whose records are never removed. */
export const neverRemoved = { remove: '', removal: '', removed: '' } as const;

/** A table whose rows keep a record from being removed, and the sentence that says so. */
export type KeptBy = {
  [Table in IdentifiedTable]: {
    readonly table: Table;
    readonly column: keyof DB[Table] & string;
    readonly sentence: string;
  };
}[IdentifiedTable];

/** A table whose rows are part of a record, and go when it is removed. */
export type TakenAlong = {
  [Table in IdentifiedTable]: { readonly table: Table; readonly column: keyof DB[Table] & string };
}[IdentifiedTable];

/**
 * A column in which no two records of a partnership hold the same, or no two parts of one record, and what is said of the second.
 */
export type Unique<Column extends string = string> = {
  readonly column: Column;
  readonly sentence: string | ((value: unknown) => string);
};

/** The record that records of a kind are part of: the column that names it, and where it is kept. */
export type Parent = { readonly column: string; readonly of: Other };

/** The permission that each of a kind's commands needs. */
export type Permissions = {
  readonly add: Permission;
  readonly change: Permission;
  readonly remove: Permission;
};

/** What a kind of record is, declared once: form, command, store, conflict and history read it. */
export type Kind<Table extends VersionedTable = VersionedTable, Given extends Fields = Fields> = {
  readonly table: Table;
  /** `<module>.<noun>`: its commands are `<module>.add-<noun>`, `change-`, `remove-`. */
  readonly name: string;
  /** Who may add, change and remove one. */
  readonly permission: Permissions;
  readonly words: KindWords;
  readonly order: readonly Order[];
  /** The column that reads as its name. */
  readonly title: string;
  readonly keptBy: readonly KeptBy[];
  readonly takesAlong: readonly TakenAlong[];
  readonly unique: Unique | null;
  readonly parent: Parent | null;
  readonly fields: Given;
  /** The fields' names as forms, conflicts and history show them. */
  readonly labels: { readonly [Name in keyof Given]: string };
  /** The schemas of its fields, for commands that take some of them. */
  readonly entries: EntriesOf<Given>;
  /** Fields of text that nobody looks through. */
  readonly notLookedThrough: readonly string[];
};

/**
 * Declares a kind of record.
 * Type-checks against the database: a field that is no column of `table`, or gives what the column does not take, does not compile.
 * Columns without a field belong to special commands, and are read with the record all the same.
 */
export function kind<const Table extends VersionedTable, const Given extends Fields>(
  table: Table,
  declared: {
    readonly name: `${string}.${string}`;
    /** One permission for all its commands, or one for each. */
    readonly permission: Permission | Permissions;
    readonly words: KindWords;
    readonly title: keyof DB[Table] & string;
    readonly order?: readonly Order<keyof DB[Table] & string>[];
    readonly keptBy?: readonly KeptBy[];
    readonly takesAlong?: readonly TakenAlong[];
    readonly unique?: Unique<keyof DB[Table] & string>;
    readonly fields: Given & FieldsOf<Table, Given>;
  }
): Kind<Table, Given> {
  const fields: Given = declared.fields;
  const all = Object.entries(fields);
  const { permission } = declared;
  return {
    table,
    name: declared.name,
    permission:
      typeof permission === 'string'
        ? { add: permission, change: permission, remove: permission }
        : permission,
    words: declared.words,
    order: declared.order ?? [{ words: declared.title }],
    title: declared.title,
    keptBy: declared.keptBy ?? [],
    takesAlong: declared.takesAlong ?? [],
    unique: declared.unique ?? null,
    parent: parentIn(all),
    fields,
    // The same names, each with one part of its field.
    labels: Object.fromEntries(all.map(([name, one]) => [name, one.label])) as Kind<
      Table,
      Given
    >['labels'],
    entries: Object.fromEntries(
      all.map(([name, one]) => [name, one.schema])
    ) as unknown as EntriesOf<Given>,
    notLookedThrough: all.flatMap(([name, one]) => (one.isLookedThrough ? [] : [name]))
  };
}

function parentIn(fields: readonly (readonly [string, Field])[]): Parent | null {
  for (const [column, { asked }] of fields) {
    if (asked.as === 'parent') return { column, of: asked.of };
  }
  return null;
}

type ParentNames<Given> =
  Given extends Kind<VersionedTable, infer Declared>
    ? {
        [Name in keyof Declared]: Declared[Name] extends { readonly isParent: true } ? Name : never;
      }[keyof Declared] &
        string
    : never;

type Names<Given> =
  Given extends Kind<VersionedTable, infer Declared> ? keyof Declared & string : never;

/** A part of an input, by the labels of its kind; fields that are not looked through are left out of the looking. */
function looked<Given extends Kind, const Entries extends v.ObjectEntries>(
  kind: Given,
  entries: Entries
) {
  return lookedThrough(entries, { names: fieldNamer(kind), except: kind.notLookedThrough });
}

/** The label of a field by its name; of a part of a row: `programme.0.title` is "Programme, row 1: title". */
export function fieldNamer(kind: Pick<Kind, 'fields'>): (name: string) => string {
  return (name) => {
    const [first = '', index, part] = name.split('.');
    const field = kind.fields[first];
    if (field === undefined) return name;
    if (field.asked.as !== 'rows' || part === undefined) return field.label;
    return `${field.label}, row ${Number(index) + 1}: ${field.asked.parts[part]?.label ?? part}`;
  };
}

/** The input that adds a record of a kind, of all its fields or of some; `more` are fields that are no columns. */
export function newInput<
  Given extends Kind,
  const Name extends Names<Given> = Names<Given>,
  const More extends v.ObjectEntries = Record<never, never>
>(kind: Given, names?: readonly Name[], more?: More) {
  return looked(kind, { ...entriesOf(kind, names), ...(more as More) });
}

/**
 * The input that changes a record of a kind: its identifier, the version that was read, and every field but the record that it is
 * part of.
 */
export function changedInput<Given extends Kind>(kind: Given) {
  type Own = Exclude<Names<Given>, ParentNames<Given>>;
  const names = Object.keys(kind.fields).filter((name) => name !== kind.parent?.column) as Own[];
  return looked(kind, { ...entriesOf<Given, Own>(kind, names), ...head });
}

/** The input that changes some fields of a record, for a form that asks for those alone; `more` are fields that are no columns. */
export function partInput<
  Given extends Kind,
  const Name extends Names<Given>,
  const More extends v.ObjectEntries = Record<never, never>
>(kind: Given, names: readonly Name[], more?: More) {
  return looked(kind, { ...entriesOf(kind, names), ...head, ...(more as More) });
}

function entriesOf<Given extends Kind, Name extends Names<Given>>(
  kind: Given,
  names: readonly Name[] = Object.keys(kind.fields) as Name[]
) {
  // A kind has a field by each of its names.
  return Object.fromEntries(
    names.map((name) => [name, kind.fields[name]?.schema])
  ) as unknown as Pick<Given['entries'], Name>;
}

const head = { id: v.pipe(v.string(), v.uuid()), version };

/** The input that names one record. */
export const oneInput = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** A stored record by the names of its form's fields, as the form would send it. */
export function asForm(
  kind: Pick<Kind, 'fields'>,
  record: Readonly<Record<string, unknown>>
): FormValues {
  const values: FormValues = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!isOnForm(field)) continue;
    const value = field.lines?.write(record[name]) ?? record[name];
    if (field.asked.as === 'rows') {
      for (const [index, row] of (value as readonly object[]).entries()) {
        for (const [part, cell] of Object.entries(row)) {
          values[`${name}.${index}.${part}`] = asSent(cell);
        }
      }
    } else if (value === false && field.asked.as === 'radios') values[name] = 'no';
    else values[name] = asSent(value);
  }
  return values;
}

/** One value as a form sends it. */
function asSent(value: unknown): string | string[] {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** The names of the fields that are numbered rows: `readForm` puts what a form sent of them together as lists. */
export function rowFields(kind: Pick<Kind, 'fields'>): string[] {
  return Object.entries(kind.fields).flatMap(([name, field]) =>
    field.asked.as === 'rows' ? [name] : []
  );
}
