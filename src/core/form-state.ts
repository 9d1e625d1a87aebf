/** What was typed, by field name; a field that may be ticked more than once holds a list. */
export type FormValues = Record<string, string | string[]>;

/** The version that somebody else saved while this person was writing. */
export type Conflict = {
  readonly theirs: Readonly<FormValues>;
  /** What to send to save over their version, knowingly. */
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
};

/** What a form action gives back when something was wrong: everything typed, every problem, and the other version. */
export type FormState = {
  values: FormValues;
  errors: Record<string, string>;
  /** A problem of the whole form. */
  formError?: string | undefined;
  conflict?: Conflict | undefined;
};

type FieldSentence = { readonly field: string; readonly sentence: string };

/** What is said of a problem: of the whole form, or beside the field or fields that it belongs to. */
export type Explained = string | FieldSentence | readonly FieldSentence[];

/** One value of a form as text, or empty. */
export function textOf(values: Readonly<FormValues>, name: string): string {
  const value = values[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

/** All values of a field that may be ticked more than once. */
export function listOf(values: Readonly<FormValues>, name: string): string[] {
  const value = values[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** The names under which the choice between two versions travels in a form. */
export const conflictNames = {
  keep: (field: string) => `keep-${field}`,
  yours: (field: string) => `yours-${field}`,
  theirs: (field: string) => `theirs-${field}`,
  version: 'conflict-version'
} as const;

/** The tick by which a person says that they have looked again at texts that may let somebody be recognised. */
export const peopleField = 'checkedForPeople';

/**
 * Puts what a person chose between two versions into the ordinary fields of their form.
 * While a choice is missing the form stays as it was sent, its old version included, so that saving it asks again.
 */
export function settleConflict(values: Readonly<FormValues>): FormValues {
  const version = values[conflictNames.version];
  if (version === undefined) return values;
  // The old version comes from the form and from what the panel carries along: once is enough.
  const settled: FormValues = { ...values, version: textOf(values, 'version') };
  let isSettled = true;
  for (const name of Object.keys(values)) {
    if (!name.startsWith('yours-')) continue;
    const field = name.slice('yours-'.length);
    const choice = values[conflictNames.keep(field)];
    const kept = choice === 'theirs' ? values[conflictNames.theirs(field)] : values[name];
    settled[field] = kept ?? '';
    // A date travels in three parts as well: the chosen date must not be put together again from what was typed.
    for (const part of ['day', 'month', 'year'])
      Reflect.deleteProperty(settled, `${field}-${part}`);
    if (choice === undefined) isSettled = false;
  }
  if (isSettled) settled['version'] = version;
  return settled;
}

/**
 * What a form sent with the numbered fields of the named lists put together: `predictions.0.prediction` and its like become a
 * list of records under `predictions`. Other fields stay as they are; gaps in the numbers become empty records.
 *
 * @example
 * listsOf({ title: 'A', 'team.0.role': 'Room lead' }, ['team']) // { title: 'A', team: [{ role: 'Room lead' }] }
 */
export function listsOf(
  values: Readonly<FormValues>,
  names: readonly string[]
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const lists = new Map<string, Record<string, string>[]>();
  for (const [name, value] of Object.entries(values)) {
    const [, list = '', index = '', part = ''] =
      /^([a-z]+)\.(\d{1,2})\.([a-z]+)$/i.exec(name) ?? [];
    if (!names.includes(list)) {
      input[name] = value;
      continue;
    }
    const records = lists.get(list) ?? [];
    records[Number(index)] = { ...records[Number(index)], [part]: textOf({ value }, 'value') };
    lists.set(list, records);
  }
  for (const [list, records] of lists) input[list] = Array.from(records, (record) => record ?? {});
  return input;
}
