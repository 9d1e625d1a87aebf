/** Rows of a text whose cells are parted by a sign, read as they come: no more of it is held than a row needs. */

/** A quotation mark that is never closed. */
export class UnclosedQuote extends Error {
  /** The row it stands in, counted from 1. */
  readonly row: number;

  constructor(row: number) {
    super(`a quotation mark in row ${row} is not closed`);
    this.row = row;
  }
}

/**
 * The rows of a text that comes in parts. Lines may end with LF, CR LF or CR, each in its own way: a file may be put together from several. A cell
 * that begins with a quotation mark ends with one, and may hold separators, line ends and doubled quotation marks; where something stands
 * behind the second one, and inside a cell that does not begin with one, it is a letter like any other. The mark of the order of bytes is
 * passed over.
 *
 * Refuses: throws `UnclosedQuote`.
 * Source: RFC 4180, read leniently.
 */
export function* rowsOfText(
  parts: Iterable<string>,
  separator: string
): Generator<readonly string[]> {
  const reader = new RowReader(separator);
  let waiting = '';
  let isFirst = true;
  for (const part of parts) {
    waiting += isFirst && part.startsWith('\ufeff') ? part.slice(1) : part;
    isFirst &&= part === '';
    // A row that did not end is looked through again: only once there is twice as much, so that it is not done too often.
    if (waiting.length < 2 * reader.left) continue;
    yield* reader.take(waiting, false);
    waiting = '';
  }
  yield* reader.take(waiting, true);
}

class RowReader {
  readonly #separator: string;
  #text = '';
  #at = 0;
  #rows = 0;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** How many characters wait for their row to end. */
  get left(): number {
    return this.#text.length - this.#at;
  }

  *take(more: string, isLast: boolean): Generator<readonly string[]> {
    this.#text = this.#text.slice(this.#at) + more;
    this.#at = 0;
    let lineEnd = -1;
    while (this.#at < this.#text.length) {
      if (lineEnd < this.#at) {
        lineEnd = this.#text.indexOf('\n', this.#at);
        if (lineEnd < 0) lineEnd = Infinity;
      }
      const row = this.#plainRow(lineEnd) ?? this.#anyRow(isLast);
      if (row === null) return;
      this.#rows += 1;
      yield row;
    }
  }

  /** A row without quotation marks, which ends as every other one does: nearly every row. */
  #plainRow(lineEnd: number): readonly string[] | null {
    if (lineEnd === Infinity) return null;
    const isTwo = this.#text.charCodeAt(lineEnd - 1) === 13 && lineEnd > this.#at;
    const line = this.#text.slice(this.#at, isTwo ? lineEnd - 1 : lineEnd);
    if (line.includes('"') || line.includes('\r')) return null;
    this.#at = lineEnd + 1;
    return line.split(this.#separator);
  }

  /** Any row, letter by letter; null where more has to come before it ends. */
  #anyRow(isLast: boolean): readonly string[] | null {
    const text = this.#text;
    const row: string[] = [];
    let at = this.#at;
    for (;;) {
      const cell = this.#cellAt(at, isLast);
      if (cell === null) return null;
      row.push(cell.text);
      at = cell.end;
      const sign = text[at];
      if (sign === this.#separator) {
        at += 1;
        if (at === text.length && !isLast) return null;
        continue;
      }
      if (sign === '\r') {
        if (at + 1 === text.length && !isLast) return null;
        at += text[at + 1] === '\n' ? 2 : 1;
      } else if (sign === '\n') at += 1;
      else if (!isLast) return null;
      this.#at = at;
      return row;
    }
  }

  /** The cell that begins here, and where it ends; null where more has to come before it does. */
  #cellAt(start: number, isLast: boolean): { readonly text: string; readonly end: number } | null {
    const text = this.#text;
    let at = start;
    if (text[at] === '"') {
      let said = '';
      for (let from = at + 1; ; from = at + 2) {
        at = text.indexOf('"', from);
        if (at < 0) {
          if (isLast) throw new UnclosedQuote(this.#rows + 1);
          return null;
        }
        said += text.slice(from, at);
        if (text[at + 1] !== '"') break;
        said += '"';
      }
      if (at + 1 === text.length && !isLast) return null;
      at += 1;
      if (this.#endsAt(at)) return { text: said, end: at };
      // It was no quotation after all: what follows belongs to the cell, and so do both marks.
      const end = this.#endFrom(at);
      return { text: `"${said}"${text.slice(at, end)}`, end };
    }
    const end = this.#endFrom(at);
    return { text: text.slice(at, end), end };
  }

  #endsAt(at: number): boolean {
    const sign = this.#text[at];
    return sign === undefined || sign === this.#separator || sign === '\n' || sign === '\r';
  }

  #endFrom(start: number): number {
    let at = start;
    while (!this.#endsAt(at)) at += 1;
    return at;
  }
}

const linesLookedAt = 20;
const lettersLookedAt = 100_000;

/**
 * The separator that parts the most of the first lines alike; on level terms the tab before the semicolon before the comma, for a
 * comma may stand in numbers and in sentences.
 */
export function separatorOf(parts: Iterable<string>): string {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length >= lettersLookedAt) break;
  }
  const lines = text
    .slice(0, lettersLookedAt)
    .split(/\r?\n|\r/, linesLookedAt)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const alike = (separator: string) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(separator).length;
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  return ['\t', ';', ','].reduce((best, each) => (alike(each) > alike(best) ? each : best));
}
