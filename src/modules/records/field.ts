import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import * as fields from '#platform/fields';
import type { IdentifiedTable } from '#platform/saving';
import type { DB } from '#platform/schema';
import * as v from 'valibot';

const { fieldSentences } = fields;

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

// A schema of any input and output.
type AnySchema = v.GenericSchema<unknown, unknown>;

type Said = {
  readonly label: string;
  readonly asks?: string;
  readonly hint?: string | undefined;
};
/** The sentence that is shown when a field that must be filled is empty; a field without one is optional. */
type Needed = { readonly needed?: string };

function made<Schema extends AnySchema>(
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

const words = (needed: string | undefined, most: number) =>
  needed === undefined ? fields.text(most) : fields.neededText(needed, most);

/** One line of text, looked through. At most 300 characters unless `most` says otherwise. */
function line(
  say: Said & Needed & { readonly most?: number; readonly width?: 2 | 4 | 5 | 10 | 20 | 'full' }
) {
  return made(
    words(say.needed, say.most ?? 300),
    say,
    { as: 'line', width: say.width ?? 'full', type: 'text' },
    { isOptional: say.needed === undefined, isLookedThrough: true }
  );
}

/** A text of several lines, looked through. At most 4,000 characters unless `most` says otherwise. */
function text(say: Said & Needed & { readonly most?: number; readonly rows?: number }) {
  return made(
    words(say.needed, say.most ?? 4000),
    say,
    { as: 'text', rows: say.rows ?? 2 },
    { isOptional: say.needed === undefined, isLookedThrough: true }
  );
}

/** An identifier that others gave, or null; looked through as any other text. */
function code(say: Said & { readonly most: number; readonly width?: 10 | 20 }) {
  const schema = v.pipe(
    fields.text(say.most),
    v.transform((given) => (given === '' ? null : given))
  );
  const asked: Asked = { as: 'line', width: say.width ?? 20, type: 'text' };
  return made(schema, say, asked, { isLookedThrough: true });
}

const webAddressSentence = 'Enter an address that begins with https:// or http://';

function isWebAddress(value: string): boolean {
  return value === '' || (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value));
}

/** An address on the web, or empty. Addresses are copied and not written: nobody looks through them. */
function webAddress(say: Said) {
  return made(v.pipe(fields.text(500), v.check(isWebAddress, webAddressSentence)), say, {
    as: 'line',
    width: 'full',
    type: 'url'
  });
}

/** A calendar date such as `2026-11-21`, or null. `what` begins what is said of a wrong one. */
function day(say: Said & { readonly what?: string }) {
  return made(fields.optionalDate(say.what ?? say.label), say, { as: 'day' });
}

/** A calendar date that must be given. */
function neededDay(say: Said & { readonly what?: string; readonly needed: string }) {
  const schema = fields.neededDate(say.what ?? say.label, say.needed);
  return made(schema, say, { as: 'day' }, { isOptional: false });
}

/** A number, or null. `wrong` is said of what is no number, or none within `least` and `most`. */
function number(
  say: Said & {
    readonly wrong: string;
    readonly least?: number;
    readonly most?: number;
    readonly isWhole?: boolean;
    readonly width?: 4 | 5 | 10;
    readonly prefix?: string;
    readonly suffix?: string;
  }
) {
  const isRight = (value: number | null) =>
    value === null ||
    (value >= (say.least ?? -Infinity) &&
      value <= (say.most ?? Infinity) &&
      (say.isWhole !== true || Number.isInteger(value)));
  const asked: Asked = {
    as: 'number',
    isWhole: say.isWhole ?? false,
    width: say.width ?? 5,
    ...(say.prefix === undefined ? {} : { prefix: say.prefix }),
    ...(say.suffix === undefined ? {} : { suffix: say.suffix })
  };
  return made(v.pipe(fields.optionalNumber(say.wrong), v.check(isRight, say.wrong)), say, asked);
}

/** A whole number, which must be given unless there is one to stand `otherwise`. `wrong` is said of anything else. */
function wholeNumber(
  say: Said & {
    readonly wrong: string;
    readonly least: number;
    readonly most?: number;
    readonly otherwise?: number;
    readonly width?: 4 | 5 | 10;
  }
) {
  const schema = v.pipe(
    fields.optionalNumber(say.wrong),
    v.transform((given) => given ?? say.otherwise ?? Number.NaN),
    v.integer(say.wrong),
    v.minValue(say.least, say.wrong),
    v.maxValue(say.most ?? Number.MAX_SAFE_INTEGER, say.wrong)
  );
  const asked: Asked = { as: 'number', isWhole: true, width: say.width ?? 5 };
  return made(schema, say, asked, { isOptional: say.otherwise !== undefined });
}

/** The words for each value of a column that holds one of a few. */
type WordsFor<Value extends string> = Readonly<Record<Value, string>>;

function choicesOf<Value extends string>(
  options: readonly Value[],
  names: WordsFor<Value>,
  hints: Partial<WordsFor<Value>> | undefined
): Choice[] {
  return options.map((value) => {
    const hint = hints?.[value];
    return { value, label: names[value], ...(hint === undefined ? {} : { hint }) };
  });
}

type OneOf<Value extends string> = Said & {
  readonly options: readonly Value[];
  readonly names: WordsFor<Value>;
  readonly hints?: Partial<WordsFor<Value>>;
  readonly as?: 'radios' | 'select';
  readonly inline?: boolean;
};

function asked(say: Pick<OneOf<string>, 'as' | 'inline'>, choices: readonly Choice[]): Asked {
  return { as: say.as ?? 'radios', choices, ...(say.inline === true ? { inline: true } : {}) };
}

/** One of a few, which must be chosen: `needed` is said when nothing is. */
function oneOf<const Value extends string>(say: OneOf<Value> & { readonly needed: string }) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const schema = fields.choice(say.options, say.needed);
  return made(schema, say, asked(say, choices), { isOptional: false });
}

/** One of a few; `otherwise` stands when nothing was sent. */
function oneOfOr<const Value extends string>(
  say: OneOf<Value> & { readonly otherwise: NoInfer<Value>; readonly needed?: string }
) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const sentence = say.needed ?? fieldSentences.choice;
  const schema = v.pipe(
    v.nullish(v.union([v.literal(''), v.picklist(say.options)], sentence), ''),
    v.transform((value): Value => (value === '' ? say.otherwise : value))
  );
  return made(schema, say, asked(say, choices), { isOptional: false });
}

/** One of a few, or null when nothing was chosen. */
function oneOfOrNone<const Value extends string>(say: OneOf<Value>) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const schema = fields.optionalChoice(say.options, fieldSentences.choice);
  return made(schema, say, asked(say, choices));
}

/** Any number of a few. */
function someOf<const Value extends string>(say: Omit<OneOf<Value>, 'as' | 'inline'>) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const schema = v.pipe(
    chosen(),
    v.array(v.picklist(say.options, fieldSentences.choice), fieldSentences.choice)
  );
  return made(schema, say, { as: 'picks', from: 'page', choices });
}

/** One of what the page offers, which must be chosen; the command says whether it is known. */
function offered(say: Said & { readonly needed: string }) {
  const schema = v.pipe(
    fields.neededText(say.needed),
    v.check((value) => value === '' || isName(value), say.needed)
  );
  return made(schema, say, { as: 'radios', choices: [] }, { isOptional: false });
}

/** A yes or a no that must be given. Read as true or false; `names` may say it in other words, `hints` what either means. */
function yesOrNo(
  say: Said & {
    readonly needed: string;
    readonly names?: WordsFor<'yes' | 'no'>;
    readonly hints?: Partial<WordsFor<'yes' | 'no'>>;
  }
) {
  const choices = choicesOf(['yes', 'no'], say.names ?? { yes: 'Yes', no: 'No' }, say.hints);
  const schema = v.pipe(
    fields.choice(['yes', 'no'], say.needed),
    v.transform((value) => value === 'yes')
  );
  return made(schema, say, { as: 'radios', choices }, { isOptional: false });
}

/** A box to tick: true or false. `boxLabel` is what stands beside the box. */
function box(say: Said & { readonly boxLabel: string }) {
  return made(fields.ticked, say, { as: 'box', boxLabel: say.boxLabel });
}

/** Factors of the spine; one outside it is refused. */
function factors(say: Said) {
  return made(chosen<FactorId>(), say, { as: 'picks', from: 'factors' });
}

/** Outcomes of the spine; one outside it is refused. */
function outcomes(say: Said) {
  return made(chosen<OutcomeId>(), say, { as: 'picks', from: 'outcomes' });
}

/** Ages of the spine; one outside it is refused, and none at all where at least one is `needed`. */
function ages(say: Said & Needed) {
  const { needed } = say;
  const schema = v.pipe(
    chosen<AgeId>(),
    v.check((ids) => needed === undefined || ids.length > 0, needed ?? fieldSentences.choice)
  );
  return made(schema, say, { as: 'picks', from: 'ages' }, { isOptional: needed === undefined });
}

/** One factor of the spine, or null. */
function factor(say: Said & { readonly placeholder?: string; readonly isGrouped?: boolean }) {
  const asked = pick('factors', say.placeholder);
  return made(
    orNone<FactorId>(),
    say,
    say.isGrouped === true ? { ...asked, isGrouped: true } : asked
  );
}

/** A factor of the spine, which must be chosen. */
function neededFactor(say: Said & { readonly needed: string; readonly isGrouped?: boolean }) {
  const asked = pick('factors', undefined);
  return made(
    one<FactorId>(say.needed),
    say,
    say.isGrouped === true ? { ...asked, isGrouped: true } : asked,
    { isOptional: false }
  );
}

/** One outcome of the spine, or null. */
function outcome(say: Said & { readonly placeholder?: string }) {
  return made(orNone<OutcomeId>(), say, pick('outcomes', say.placeholder));
}

/** An outcome of the spine, which must be chosen. */
function neededOutcome(say: Said & { readonly needed: string }) {
  return made(one<OutcomeId>(say.needed), say, pick('outcomes', undefined), { isOptional: false });
}

function one<Id extends string>(needed: string) {
  return v.pipe(
    fields.neededText(needed),
    v.check(isName, needed),
    v.transform((value) => value as Id) // as in `chosen`
  );
}

/** Whether it has the shape of an identifier: nobody looks through those, so no words may hide in one. */
function isName(value: string): boolean {
  return /^[\w.:-]{1,100}$/.test(value);
}

/** Any number of texts from the boxes that were ticked. */
function chosen<Id extends string>() {
  return v.pipe(
    v.nullish(v.union([v.string(), v.array(v.string())], fieldSentences.choice), []),
    // Whether it is known is asked of the database before anything is saved.
    v.transform((value) => [value].flat().filter((one): one is Id => one !== '')),
    v.check((ids) => ids.every(isName), fieldSentences.choice)
  );
}

function orNone<Id extends string>() {
  return v.pipe(
    v.nullish(v.string(fieldSentences.choice), ''),
    v.check((value) => value === '' || isName(value), fieldSentences.choice),
    // As in `chosen`.
    v.transform((value) => (value === '' ? null : (value as Id)))
  );
}

function pick(
  from: ChoicesFrom,
  placeholder: string | undefined
): Extract<Asked, { readonly as: 'pick' }> {
  return { as: 'pick', from, ...(placeholder === undefined ? {} : { placeholder }) };
}

/** A record of another kind of this partnership, which must be chosen. */
function record<Id extends string = string>(
  say: Said & { readonly of: DeclaredOther; readonly needed: string }
) {
  const schema = v.pipe(
    v.string(say.needed),
    v.uuid(say.needed),
    v.transform((value) => value as Id) // whether it is there is asked before anything is saved
  );
  return made(schema, say, { as: 'pick', from: say.of }, { isOptional: false });
}

/**
 * The record of another kind that this one is part of. It is named when one is added, has to be here (`not-found`), and never changes;
 * what only one may hold, only one may hold in it.
 */
function partOf<Id extends string = string>(say: Said & { readonly of: DeclaredOther }) {
  const parent = made(fields.id<Id>(), say, { as: 'parent', of: say.of }, { isOptional: false });
  return { ...parent, isParent: true as const };
}

/** A record of another kind of this partnership, or null. */
function recordOrNone<Id extends string = string>(
  say: Said & { readonly of: DeclaredOther; readonly placeholder?: string }
) {
  return made(fields.optionalId<Id>(), say, pick(say.of, say.placeholder));
}

/** Any number of records of another kind. */
function records<Id extends string = string>(say: Said & { readonly of: DeclaredOther }) {
  const schema = v.pipe(
    chosen<Id>(),
    v.check((ids) => ids.every((id) => v.is(uuid, id)), fieldSentences.choice)
  );
  return made(schema, say, { as: 'picks', from: say.of });
}

/** One of what the page offers, or null; nothing is asked of the database. */
function offeredOrNone<Id extends string = string>(say: Said & { readonly placeholder?: string }) {
  return made(fields.optionalId<Id>(), say, pick('page', say.placeholder));
}

/** One of what the page offers as radio buttons, or null; the command says whether it is known. */
function offeredRadios(say: Said) {
  const schema = v.pipe(
    fields.text(100),
    v.check((value) => value === '' || isName(value), fieldSentences.choice),
    v.transform((value) => (value === '' ? null : value))
  );
  return made(schema, say, { as: 'radios', choices: [] });
}

/** Any number of what the page offers; nothing is asked of the database. */
function ticks<Id extends string = string>(say: Said) {
  return made(chosen<Id>(), say, { as: 'picks', from: 'page' });
}

const uuid = v.pipe(v.string(), v.uuid());

type PartsOf = Readonly<Record<string, Field>>;
type EntriesOf<Parts extends PartsOf> = { readonly [Part in keyof Parts]: Parts[Part]['schema'] };

/**
 * Numbered rows of the same parts, kept in a JSON column. Rows without any words are left out; parts that are chosen from a list
 * do not count as words.
 */
function rows<const Parts extends PartsOf>(
  say: Said & { readonly parts: Parts; readonly most: number }
) {
  const entries = Object.fromEntries(
    Object.entries(say.parts).map(([name, part]) => [name, part.schema])
  ) as unknown as EntriesOf<Parts>; // the same names, each with its schema
  const worded = Object.entries(say.parts)
    .filter(([, part]) => !('choices' in part.asked))
    .map(([name]) => name);
  const schema = v.pipe(
    v.nullish(v.array(v.record(v.string(), v.unknown())), []),
    v.transform((given) => given.filter((one) => worded.some((name) => (one[name] ?? '') !== ''))),
    v.array(v.object(entries)),
    v.maxLength(say.most, fieldSentences.tooLong)
  );
  const asked: Asked = { as: 'rows', parts: say.parts };
  return { ...made(schema, say, asked, { isLookedThrough: true }), isJson: true as const };
}

/** A text of several lines that is kept as a list: `read` makes the list of what was typed, `write` the text again. */
function lines<Item>(
  say: Said & {
    readonly most: number;
    readonly rows?: number;
    readonly read: (text: string) => readonly Item[];
    readonly write: (list: readonly Item[]) => string;
  }
) {
  const { read, write } = say;
  return {
    ...text(say),
    isJson: true as const,
    // What is kept was read by this field.
    lines: { read, write: (list: unknown) => write(list as readonly Item[]) }
  };
}

/**
 * A list of short texts, written one to a line and kept in a column of texts. At most 20 lines of 200 characters unless `most` and
 * `longest` say otherwise; `needed` is said of fewer than `least`, `tooMany` of more than `most`.
 */
function list(
  say: Said &
    Needed & {
      readonly least?: number;
      readonly most?: number;
      readonly longest?: number;
      readonly tooMany?: string;
      readonly rows?: number;
    }
) {
  const { least = say.needed === undefined ? 0 : 1, most = 20 } = say;
  const schema = v.pipe(
    fields.list(say.longest),
    v.minLength(least, say.needed ?? fieldSentences.choice),
    v.maxLength(most, say.tooMany ?? fieldSentences.tooLong)
  );
  const asked: Asked = { as: 'text', rows: say.rows ?? 3 };
  return {
    ...made(schema, say, asked, { isOptional: least === 0, isLookedThrough: true }),
    // What is kept was read by this field's own schema.
    lines: {
      read: (text: string) => text.split('\n'),
      write: (kept: unknown) => (kept as readonly string[]).join('\n')
    }
  };
}

/** A field whose form a person lays out by hand. `choices` are the words of its values, where it has a few. */
function own<Schema extends AnySchema, const IsJson extends boolean = false>(
  schema: Schema,
  say: Said & {
    readonly choices?: readonly Choice[];
    readonly isLookedThrough?: boolean;
    readonly isJson?: IsJson;
    readonly isOptional?: boolean;
  }
): Field<Schema> & { readonly isJson: IsJson } {
  const asked: Asked = {
    as: 'own',
    ...(say.choices === undefined ? {} : { choices: say.choices })
  };
  const more = {
    isOptional: say.isOptional ?? true,
    isLookedThrough: say.isLookedThrough ?? false
  };
  // Left out means that the column is no JSON.
  return { ...made(schema, say, asked, more), isJson: (say.isJson ?? false) as IsJson };
}

/** A field that no form asks for, such as a position: what is not sent stays as it is stored. */
function kept<Schema extends AnySchema>(
  schema: Schema,
  say: Said & { readonly isLookedThrough?: boolean }
) {
  return made(
    v.optional(schema),
    say,
    { as: 'kept' },
    { isLookedThrough: say.isLookedThrough ?? false }
  );
}

/** The kinds of field that a kind of record is made of. */
export const field = {
  line,
  text,
  code,
  webAddress,
  day,
  neededDay,
  number,
  wholeNumber,
  oneOf,
  oneOfOr,
  oneOfOrNone,
  someOf,
  offered,
  yesOrNo,
  box,
  factor,
  neededFactor,
  factors,
  outcome,
  neededOutcome,
  outcomes,
  ages,
  record,
  partOf,
  recordOrNone,
  records,
  offeredOrNone,
  offeredRadios,
  ticks,
  rows,
  lines,
  list,
  own,
  kept
} as const;
