import type { IdentifiedTable } from '#platform/saving';
import type { DB } from '#platform/schema';
import type * as v from 'valibot';

/** One of a few answers, as a form offers it. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

/** Where the answers of a field come from that only the database knows. */
export type ChoicesFrom =
  /** Outcomes, factors and ages of the spine. */
  | 'factors'
  | 'outcomes'
  | 'ages'
  | Other
  /** The page hands them in, and the database does not check them. */
  | 'page';

/** A column by which records are sorted: as people sort words, or as the database sorts its values. */
export type Order<Column extends string = string> =
  | Column
  | { readonly words: Column }
  | { readonly latest: Column }
  /** In the order of these values; others come before them. */
  | { readonly listed: Column; readonly as: readonly string[] };

/** Records of another kind: where they are kept, the column that reads as their name, and their order where it is not by name. */
export type Other = {
  readonly table: IdentifiedTable;
  readonly title: string;
  readonly order?: readonly Order[];
};

/** The same as it is declared: the columns are those of its table. Only declarations are checked by it, for it is one type a table. */
export type DeclaredOther = {
  [Table in IdentifiedTable]: {
    readonly table: Table;
    readonly title: keyof DB[Table] & string;
    readonly order?: readonly Order<keyof DB[Table] & string>[];
  };
}[IdentifiedTable];

/** How a form asks for a field. */
export type Asked =
  | {
      readonly as: 'line';
      readonly width: 2 | 4 | 5 | 10 | 20 | 'full';
      readonly type: 'text' | 'url' | 'email';
    }
  | { readonly as: 'text'; readonly rows: number }
  | { readonly as: 'day' }
  | {
      readonly as: 'number';
      readonly isWhole: boolean;
      readonly width: 4 | 5 | 10;
      readonly prefix?: string;
      readonly suffix?: string;
    }
  | {
      readonly as: 'radios' | 'select';
      readonly choices: readonly Choice[];
      /** Radio buttons in one line. */
      readonly inline?: boolean;
    }
  | {
      readonly as: 'pick';
      readonly from: ChoicesFrom;
      readonly placeholder?: string;
      /** Factors under the names of their groups. */
      readonly isGrouped?: boolean;
    }
  | { readonly as: 'picks'; readonly from: ChoicesFrom; readonly choices?: readonly Choice[] }
  | { readonly as: 'box'; readonly boxLabel: string }
  /** Numbered rows of the same parts; a component of their own asks for them. */
  | { readonly as: 'rows'; readonly parts: Readonly<Record<string, Field>> }
  /** A person laid this field out by hand: `Fields` leaves its place to a snippet. */
  | { readonly as: 'own'; readonly choices?: readonly Choice[] }
  /** The record that this one is part of: its page says which, and it stays the same. */
  | { readonly as: 'parent'; readonly of: Other }
  /** No form asks for it. What is not sent stays as it is stored. */
  | { readonly as: 'kept' };

/** Whether a form asks for the field. */
export const isOnForm = ({ asked }: Pick<Field, 'asked'>): boolean =>
  asked.as !== 'kept' && asked.as !== 'parent';

/** What is declared of one field of a kind of record, for form, command, conflict and history alike. */
export type Field<Schema extends v.GenericSchema<unknown, unknown> = AnySchema> = {
  readonly schema: Schema;
  /** What it is called on pages, in conflicts and in the history. */
  readonly label: string;
  /** What the form asks, where that is more than its label. */
  readonly asks: string;
  readonly hint: string | undefined;
  readonly asked: Asked;
  readonly isOptional: boolean;
  /** Whether its text is looked through for personal details before it is saved. */
  readonly isLookedThrough: boolean;
  /** Whether the column is JSON, in which a list has to be written as text. */
  readonly isJson: boolean;
  /** How the text of a form becomes the list that is kept, and the list that text again. */
  readonly lines?: {
    readonly read: (text: string) => readonly unknown[];
    readonly write: (list: unknown) => string;
  };
};

/** A schema of any input and output. */
export type AnySchema = v.GenericSchema<unknown, unknown>;

/** The words of a field: its label, and what the form asks and hints at where there is more to say. */
export type Said = {
  readonly label: string;
  readonly asks?: string;
  readonly hint?: string | undefined;
};
/** The sentence that is shown when a field that must be filled is empty; a field without one is optional. */
export type Needed = { readonly needed?: string };

/** A field of a schema, its words and how a form asks for it. Optional, not looked through and no JSON unless `more` says otherwise. */
export function made<Schema extends AnySchema>(
  schema: Schema,
  { label, asks = label, hint }: Said,
  asked: Asked,
  more: Partial<Pick<Field, 'isOptional' | 'isLookedThrough' | 'isJson'>> = {}
): Field<Schema> {
  return {
    schema,
    label,
    asks,
    hint,
    asked,
    isOptional: true,
    isLookedThrough: false,
    isJson: false,
    ...more
  };
}
