import { peopleField } from '#core/form-state';
import { ticked } from '#platform/fields';
import * as v from 'valibot';
import { findPeople, type PeopleFind } from './scan-texts.ts';
import { findsInWords } from './sentences.ts';

/** The labels of fields by their names, or what finds the label of one. */
export type FieldNames = Readonly<Record<string, string>> | ((field: string) => string);

type Tick = { readonly checkedForPeople: typeof ticked };
type Named<Entries extends v.ObjectEntries> = v.ObjectSchema<Entries, undefined>;
type Asked<Entries extends v.ObjectEntries> = Named<Entries & Tick>;

/** The shape of an input that is looked through. Its output lacks the tick: a command has nothing to do with it. */
export type LookedThrough<Entries extends v.ObjectEntries> = v.SchemaWithPipe<
  readonly [
    Asked<Entries>,
    v.TransformAction<v.InferOutput<Asked<Entries>>, v.InferOutput<Named<Entries>>>
  ]
>;

/**
 * The input of a command whose free texts are looked through for personal details before anything is saved. It takes one field
 * more, `checkedForPeople`: the tick of somebody who has looked again. What was found is an issue of the field it was found in,
 * as any other that a form shows beside its field, and one of the tick.
 * `names` are the labels of its fields. `except` are those that nobody looks through, however deep: they are meant to be seen, such as
 * the place where families go, or written by no person. `withoutField` are those that the form does not show; cells of a spreadsheet
 * never are. What was found there is said beside the tick.
 * Assumes: an input made of another takes its entries before they were looked through.
 * An input that passes is no promise: names and stories are not looked for.
 *
 * @example
 * input: lookedThrough({ title: neededText('Enter a title'), note: text() }, { names: fieldNames })
 */
export function lookedThrough<const Entries extends v.ObjectEntries>(
  entries: Entries,
  {
    names = {},
    except = [],
    withoutField = []
  }: {
    readonly names?: FieldNames;
    readonly except?: readonly string[];
    readonly withoutField?: readonly string[];
  } = {}
): LookedThrough<Entries> {
  const asked = v.object({ ...entries, [peopleField]: ticked });
  const looked = v.pipe(
    asked as v.GenericSchema<Record<string, unknown>>, // whatever its entries are, it is an object
    v.rawCheck(({ dataset, addIssue }) => {
      const given = dataset.value as Readonly<Record<string, unknown>> | null; // wrong in its parts, or no object at all
      if (given === null || typeof given !== 'object') return;
      if (given[peopleField] === true) return;
      // A field that is wrong in itself says so first.
      const wrong = (dataset.issues ?? []).map((issue) => v.getDotPath(issue) ?? '');
      const finds = findPeople(given, except).filter(
        ({ field }) => !wrong.some((path) => field === path || field.startsWith(`${path}.`))
      );
      for (const issue of issuesOf(finds, names, ['cells', ...withoutField])) {
        addIssue({ message: issue.sentence, path: [pathTo(given, issue.field)] });
      }
    }),
    v.transform(({ [peopleField]: _, ...rest }) => rest)
  );
  // The checker cannot follow entries that it does not know through a rest: the tick is taken off, nothing else.
  return looked as unknown as LookedThrough<Entries>;
}

/** A field by its name, however deep: forms call a part of a list `results.0.result`. */
function pathTo(input: Readonly<Record<string, unknown>>, field: string): v.ObjectPathItem {
  return { type: 'object', origin: 'value', input, key: field, value: undefined };
}

/** A field by its label, one of a list by that of the list, a row of cells by its number; “this” where it has no label. */
function called(names: FieldNames, field: string): string {
  const [first = '', at] = field.split('.');
  if (first === 'cells') return `Row ${Number(at) + 1}`;
  const name = typeof names === 'function' ? names(field) : (names[field] ?? names[first] ?? field);
  return name === field ? 'This' : `“${name}”`;
}

type Said = { readonly field: string; readonly sentence: string };

/** What to say beside which field; what has no field of its own is said beside the tick, five of them at most. */
function issuesOf(
  finds: readonly PeopleFind[],
  names: FieldNames,
  withoutField: readonly string[]
): Said[] {
  if (finds.length === 0) return [];
  const said = finds.map(({ field, found }) => ({
    field,
    sentence: `${called(names, field)} may hold ${findsInWords(found)}.`
  }));
  const isBeside = ({ field }: Said) => !withoutField.includes(field.split('.')[0] ?? '');
  const elsewhere = said.filter((one) => !isBeside(one)).slice(0, 5);
  const ask = 'Take out what could identify a child or family, or tick that you have checked.';
  const sentence = [...elsewhere.map((one) => one.sentence), ask].join(' ');
  return [...said.filter(isBeside), { field: peopleField, sentence }];
}
