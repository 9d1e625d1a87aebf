/** Columns of a table from anywhere, told by their headings: for every import whose fields are its own. */

/** The headings under which people write each field, as plain words; the first is how we write it ourselves. */
export type FieldHeadings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/**
 * A heading as plain words: small letters, marks and punctuation gone, `&` as “and”, words that were written together parted.
 * @example plainHeading('Who is it for?*') // 'who is it for'
 * @example plainHeading('ServiceName') // 'service name'
 */
export function plainHeading(heading: string): string {
  return heading
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .normalize('NFKD')
    .replace(/\p{Mark}|['’]/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** The field that a heading names outright; undefined where it names none. */
export function fieldNamed<Field extends string>(
  heading: string,
  headings: FieldHeadings<Field>
): Field | undefined {
  const plain = plainHeading(heading);
  return plain === '' ? undefined : fieldsOf(headings).find((one) => headings[one].includes(plain));
}

/**
 * What columns probably hold, by what their headings mean: first those that name a field outright, then those in which the words of a
 * field stand among others, the longest words first. A field goes to one column, the first that fits, unless it is in `several`.
 * It is a guess: whoever sent the file sees it and may change it.
 */
export function guessFields<Field extends string>(
  columns: readonly string[],
  headings: FieldHeadings<Field>,
  several: ReadonlySet<Field> = new Set()
): (Field | null)[] {
  const taken = new Set<Field>();
  const isFree = (field: Field) => several.has(field) || !taken.has(field);
  const guesses = columns.map((heading): Field | null => {
    const field = fieldNamed(heading, headings);
    if (field === undefined || !isFree(field)) return null;
    taken.add(field);
    return field;
  });
  const phrases = fieldsOf(headings)
    .flatMap((field) => headings[field].map((words) => ({ field, words })))
    .sort((one, other) => other.words.length - one.words.length);
  return guesses.map((guess, index) => {
    if (guess !== null || fieldNamed(columns[index] ?? '', headings) !== undefined) return guess;
    const plain = ` ${plainHeading(columns[index] ?? '')} `;
    const found = phrases.find(
      ({ field, words }) =>
        words.length > 2 &&
        isFree(field) &&
        plain.includes(` ${words} `) &&
        !isOfSomethingElse(plain.trim(), words)
    );
    if (found === undefined) return null;
    taken.add(found.field);
    return found.field;
  });
}

/** “Provider status” is no provider and “Venue ID” no venue: their last word says what they hold. */
function isOfSomethingElse(heading: string, words: string): boolean {
  const last = heading.split(' ').at(-1) ?? '';
  const isOther =
    /^(?:status|id|urn|code|number|ref|reference|count|flag|rank|rating|email|phone|telephone|date)$/;
  const isDated = last === 'date' && /(?:ed|ing|date)\b/.test(words);
  return isOther.test(last) && !isDated && !words.split(' ').includes(last);
}

const rowsSearched = 30;

/**
 * In which row the headings stand, counted from 0: of the first rows the one with the most words that `isHeading` knows, if it knows
 * two in any, or a lone one in a row of its own; else the first of the rows that fill the most cells. Null where nothing stands there.
 */
export function headingRowOf(
  cells: readonly (readonly string[])[],
  isHeading: (text: string) => boolean
): number | null {
  const top = cells.slice(0, rowsSearched);
  const known = top.map((row) => row.filter(isHeading).length);
  const filled = top.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  if (widest === 0) return null;
  const most = Math.max(0, ...known);
  if (most > 1 || (most === 1 && widest <= 2)) return known.indexOf(most);
  return filled.findIndex((count) => count > 0 && count >= widest * 0.75);
}

/** What files of the same form have in common: their headings in order, as plain words. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(plainHeading).join('|');
}

/** The first few different texts of a column, for whoever says what it holds. */
export function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = (row[column] ?? '').trim();
    if (text !== '') samples.add(text.length > 60 ? `${text.slice(0, 59)}…` : text);
    if (samples.size === 3) break;
  }
  return [...samples];
}

/**
 * The letters over a column, counted from 0.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** What spreadsheets show in a cell whose formula failed (Excel, Google Sheets, LibreOffice): it is no text of anybody's. */
export function isErrorCell(text: string): boolean {
  return /^(#(N\/A|DIV\/0!|REF!|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|EXTERNAL!|BUSY!|PYTHON!|ERROR!|GETTING_DATA)|Err:\d{3})$/i.test(
    text.trim()
  );
}

/** How notes below a table begin: a note that holds commas stands in several cells of a text. */
const noteBeginning =
  /^(?:(?:foot)?notes?\b|sources?\b|contact\b|produced\b|published\b|extracted\b|(?:last )?updated\b|downloaded\b|copyright\b|©|crown\b|[([]?\d{1,2}[.)\]]\s|[*†‡]|[([]?[a-z:.~*]{1,3}[)\]]? ?(?:=|:|[-–—] )|there (?:is|are)\b|data (?:are|is|from|for)\b|figures\b|percentages\b|this (?:table|data)\b)/i;
/** What begins so is a note even where a number, perhaps a year, stands behind a comma. */
const noteWord =
  /^(?:(?:foot)?notes?|sources?|contact|published|extracted|downloaded|(?:last )?updated) ?\d?:/i;

/** Whether a row below a table may be a note, by its first text; one with figures only where it begins with such a word and a colon. */
export function beginsLikeNote(first: string, hasFigures: boolean): boolean {
  return hasFigures ? noteWord.test(first) : noteBeginning.test(first);
}

/**
 * A table without the notes that stand below it, each row keeping its number, and the numbers of those rows, counted from 1. Notes are the
 * last rows that are not blank: the first of them begins as notes do, each of the others does or holds one text alone.
 * Assumes: of a table with one column alone nothing is known to be a note.
 */
export function withoutNotesBelow(cells: readonly (readonly string[])[]): {
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly number[];
} {
  const filled = cells.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const begins = (texts: readonly string[]) =>
    beginsLikeNote(
      texts[0] ?? '',
      texts.slice(1).some((text) => /^[-+]?[\d.,]*\d%?$/.test(text))
    );
  const last = filled.findLastIndex((texts) => texts.length > 1 && !begins(texts));
  const first = filled.findIndex(
    (texts, index) => index > last && texts.length > 0 && begins(texts)
  );
  const stands = filled.slice(last + 1, first).some((texts) => texts.length > 0);
  if (last < 0 || first < 0 || stands) return { cells, rows: [] };
  return {
    cells: cells.slice(0, first),
    rows: filled.flatMap((texts, index) => (index >= first && texts.length > 0 ? [index + 1] : []))
  };
}

/** What is said of notes below a table, by the numbers of their rows; null where there are none. */
export function notesBelowSentence(rows: readonly number[]): string | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last
    ? `Row ${first} below the table holds a note and no value, and was passed over.`
    : `Rows ${first} to ${last} below the table hold notes and no values, and were passed over.`;
}

function fieldsOf<Field extends string>(headings: FieldHeadings<Field>): Field[] {
  return Object.keys(headings) as Field[]; // the keys of the record
}

/** What the columns of a table are taken for: one entry a column, with its first values. */
export type ToldColumns<Field extends string> = {
  /** Where the headings stand, counted from 0; null where nothing stands in the table. */
  readonly row: number | null;
  readonly columns: readonly {
    readonly heading: string;
    readonly samples: readonly string[];
    readonly use: Field | null;
  }[];
};

/** Looks which columns a table has and what each probably holds. Titles above the headings are passed over. */
export function tellColumns<Field extends string>(
  cells: readonly (readonly string[])[],
  headings: FieldHeadings<Field>
): ToldColumns<Field> {
  const row = headingRowOf(cells, (text) => fieldNamed(text, headings) !== undefined);
  if (row === null) return { row, columns: [] };
  const names = (cells[row] ?? []).map((cell) => cell.trim());
  const uses = guessFields(names, headings);
  const below = cells.slice(row + 1);
  return {
    row,
    columns: names.map((heading, column) => ({
      heading: heading === '' ? `Column ${columnLetters(column)}` : heading,
      samples: samplesOf(below, column),
      use: uses[column] ?? null
    }))
  };
}

/**
 * A table under other headings: rows keep their numbers, what stands above the headings is blank, and a column without a name is left
 * out.
 */
export function underHeadings(
  cells: readonly (readonly string[])[],
  row: number,
  names: readonly string[]
): string[][] {
  return cells.map((line, index) => {
    if (index < row) return [];
    if (index === row) return line.map((_, column) => names[column] ?? '');
    return line.map((cell, column) => ((names[column] ?? '') === '' ? '' : cell));
  });
}

/** What each column is taken for, empty where it is left out: as somebody said of the same headings before, else as it was told. */
export function usualUses(
  columns: readonly { readonly use: string | null }[],
  before: readonly string[] | null
): readonly string[] {
  if (before !== null && before.length === columns.length) return before;
  return columns.map(({ use }) => use ?? '');
}
