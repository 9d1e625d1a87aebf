import * as v from 'valibot';
import { dateSentence, readDate } from '#core/written-dates';
import { readNumber } from '#core/written-numbers';

/** What these fields say of themselves; a module may hold its own words beside them. */
export const fieldSentences = {
  tooLong: 'This is too long: shorten it',
  choice: 'Choose one from the list'
} as const;

/** The kinds of field that inputs are made of. Forms send text; other callers may send numbers and null. */

/** Lines end in one way, whatever the browser sends, so that nothing seems changed when nothing was. */
const oneLineEnd = v.transform((typed: string) => typed.replaceAll('\r\n', '\n'));

export function text(most = 2000) {
  return v.pipe(
    v.nullish(v.string(), ''),
    v.trim(),
    oneLineEnd,
    v.maxLength(most, fieldSentences.tooLong)
  );
}

export function neededText(sentence: string, most = 300) {
  return v.pipe(
    v.nullish(v.string(sentence), ''),
    v.trim(),
    oneLineEnd,
    v.nonEmpty(sentence),
    v.maxLength(most, fieldSentences.tooLong)
  );
}

/** A date that must be given; `what` begins what is said of a wrong one, `missing` is said when there is none. */
export function neededDate(what: string, missing: string) {
  return v.pipe(
    v.nullish(v.string(missing), ''),
    v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
      const date = readDate(dataset.value);
      if (date.ok) return date.value;
      addIssue({
        message: date.error.kind === 'date-missing' ? missing : dateSentence(date.error, what)
      });
      return NEVER;
    })
  );
}

export function optionalDate(what: string) {
  return v.pipe(
    v.nullish(v.string(), ''),
    v.rawTransform<string, string | null>(({ dataset, addIssue, NEVER }) => {
      const date = readDate(dataset.value);
      if (date.ok) return date.value;
      if (date.error.kind === 'date-missing') return null;
      addIssue({ message: dateSentence(date.error, what) });
      return NEVER;
    })
  );
}

/** A number, or null when nothing was typed. */
export function optionalNumber(sentence: string) {
  return v.pipe(
    v.nullish(v.union([v.string(), v.number()], sentence), ''),
    v.rawTransform<string | number, number | null>(({ dataset, addIssue, NEVER }) => {
      const number = readNumber(String(dataset.value));
      if (number.ok) return number.value;
      if (number.error.kind === 'number-missing') return null;
      addIssue({ message: sentence });
      return NEVER;
    })
  );
}

/** One of a list that must be chosen. */
export function choice<const Options extends readonly string[]>(
  options: Options,
  sentence: string
) {
  return v.pipe(v.nullish(v.string(sentence), ''), v.picklist(options, sentence));
}

/** One of a list, or null when nothing was chosen. */
export function optionalChoice<const Options extends readonly string[]>(
  options: Options,
  sentence: string
) {
  return v.pipe(
    v.nullish(v.union([v.literal(''), v.picklist(options)], sentence), ''),
    v.transform((chosen) => (chosen === '' ? null : (chosen as Options[number]))) // the union holds nothing else
  );
}

/** Any number of short texts: one, several, or none. Lines and empty ones are taken apart and left out. */
export function list(most = 200) {
  return v.pipe(
    v.nullish(v.union([v.string(), v.array(v.string())]), []),
    v.transform((given) =>
      (typeof given === 'string' ? given.split(/\r?\n/) : given)
        .map((one) => one.trim())
        .filter((one) => one !== '')
    ),
    v.array(v.pipe(v.string(), v.maxLength(most, fieldSentences.tooLong))),
    v.maxLength(50, fieldSentences.tooLong)
  );
}

export function id<Id extends string>() {
  return v.pipe(
    v.string(fieldSentences.choice),
    v.uuid(fieldSentences.choice),
    v.transform((given) => given as Id) // an identifier is known by its form; whether it exists, the store says
  );
}

export function optionalId<Id extends string>() {
  return v.pipe(
    v.nullish(v.union([v.literal(''), v.pipe(v.string(), v.uuid())], fieldSentences.choice), ''),
    v.transform((given) => (given === '' ? null : (given as Id))) // as in `id`
  );
}

/** The version that was read before the change was made. */
export const version = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());

const yesOrNot = v.picklist(['yes', 'no', '']);

/** A box that was ticked: nothing but a yes or a no, so that no text can hide in it. */
export const ticked = v.pipe(
  v.nullish(v.union([v.boolean(), yesOrNot, v.array(yesOrNot)], fieldSentences.choice), false),
  v.transform(
    (given) => given === true || given === 'yes' || (Array.isArray(given) && given.includes('yes'))
  )
);

/** A text for each column of a file: its heading, or what it holds. */
export const columnTexts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(200));

/**
 * What somebody said of the columns of a file, as a part of the input that saves it: `of` is what the file belongs to, where the fields
 * are not the same for all, and `uses` says what each column holds, empty where it is left out. Null where nobody said anything.
 */
export const columnsSaid = v.nullish(
  v.object({ of: text(100), headings: columnTexts, uses: columnTexts }),
  null
);
export type ColumnsSaid = v.InferOutput<typeof columnsSaid>;
