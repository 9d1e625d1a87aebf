import { peopleField } from '#core/form-state';
import { ticked } from '#platform/fields';
import * as v from 'valibot';
import { findPeople, peopleSentence, type PeopleFind } from './scan-texts.ts';
import { findsInWords } from './sentences.ts';

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
 * `nameOf` gives a field as people read it; `meantToBeSeen` names the fields that families need in order to come or to ask.
 * Assumes: an input made of another takes its entries before they were looked through.
 * An input that passes is no promise: names and stories are not looked for.
 *
 * @example
 * input: lookedThrough({ title: neededText('Enter a title'), note: text() }, { nameOf: fieldName })
 */
export function lookedThrough<const Entries extends v.ObjectEntries>(
  entries: Entries,
  {
    nameOf,
    meantToBeSeen = []
  }: {
    readonly nameOf?: (field: string) => string;
    readonly meantToBeSeen?: readonly (keyof Entries & string)[];
  } = {}
): LookedThrough<Entries> {
  const asked = v.object({ ...entries, [peopleField]: ticked });
  const looked = v.pipe(
    asked as v.GenericSchema<Record<string, unknown>>, // whatever its entries are, it is an object
    v.rawCheck(({ dataset, addIssue }) => {
      const given = dataset.value as Readonly<Record<string, unknown>> | null; // wrong in its parts, or no object at all
      if (given === null || typeof given !== 'object') return;
      if (given[peopleField] === true) return;
      const texts = Object.entries(given).filter(([field]) => !meantToBeSeen.includes(field));
      for (const issue of issuesOf(findPeople(Object.fromEntries(texts)), nameOf)) {
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

/** Cells of a spreadsheet have no field of their own: what was found in them is said beside the tick. */
const inCells = /^cells\.(\d+)\./;

type Said = { readonly field: string; readonly sentence: string };

function issuesOf(finds: readonly PeopleFind[], nameOf?: (field: string) => string): Said[] {
  if (finds.length === 0) return [];
  const beside = finds
    .filter(({ field }) => !inCells.test(field))
    .map((find) => ({ field: find.field, sentence: peopleSentence(find, nameOf) }));
  const inRows = finds.flatMap(({ field, found }) => {
    const row = inCells.exec(field)?.[1];
    return row === undefined ? [] : [`Row ${Number(row) + 1} may hold ${findsInWords(found)}.`];
  });
  const ask = 'Take out what could identify a child or family, or tick that you have checked.';
  return [...beside, { field: peopleField, sentence: [...inRows.slice(0, 5), ask].join(' ') }];
}
