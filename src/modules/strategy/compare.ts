import type { FrozenSection, FrozenStrategy } from './types.ts';

/** A stretch of text that two versions share, or that only one of them has. */
export type TextPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

export type SectionChange = {
  readonly id: string;
  readonly title: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  /** The text of both, in reading order. */
  readonly parts: readonly TextPart[];
  /** What the records say otherwise: lines that went, that came, and that say something else of the same record. */
  readonly lines: readonly LineChange[];
};

export type LineChange = {
  /** The heading that the line stands under. */
  readonly list: string;
  readonly change: 'changed' | 'added' | 'removed';
  readonly parts: readonly TextPart[];
};

/** The most comparisons of words that are made; longer texts are compared by paragraph. About 0.1 s of work. */
const mostComparisons = 4_000_000;

/**
 * What changed from one text to another, in words; line breaks count as words, so that paragraphs stay apart.
 * Longest common subsequence of words; where that would take too long, of paragraphs.
 *
 * @example
 * diffWords('We test small.', 'We always test small.')
 * // [same 'We ', added 'always ', same 'test small.']
 */
export function diffWords(before: string, after: string): TextPart[] {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const parts =
    one.length * other.length <= mostComparisons
      ? diff(one, other)
      : diff(before.split(/(?<=\n)/), after.split(/(?<=\n)/));
  return joined(parts);
}

/** Words with the space that follows them; line ends are words of their own. */
function wordsOf(text: string): string[] {
  return text.match(/\n+|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? [];
}

function diff(before: readonly string[], after: readonly string[]): TextPart[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const parts: TextPart[] = before.slice(0, start).map((text) => ({ kind: 'same', text }));
  parts.push(
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end))
  );
  parts.push(...before.slice(before.length - end).map((text) => ({ kind: 'same' as const, text })));
  return parts;
}

function middle(before: readonly string[], after: readonly string[]): TextPart[] {
  const width = after.length + 1;
  // longest[i * width + j]: the longest common subsequence of before from i and after from j.
  const longest = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const parts: TextPart[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const removed = before[row];
    const added = after[column];
    if (removed !== undefined && removed === added) {
      parts.push({ kind: 'same', text: removed });
      row += 1;
      column += 1;
    } else if (
      removed !== undefined &&
      (added === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      parts.push({ kind: 'removed', text: removed });
      row += 1;
    } else if (added !== undefined) {
      parts.push({ kind: 'added', text: added });
      column += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind become one part; within a change, what was removed stands before what was added. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const answer: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') answer.push({ kind: 'removed', text: removed });
    if (added !== '') answer.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const part of parts) {
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else {
      flush();
      const last = answer.at(-1);
      if (last?.kind === 'same')
        answer[answer.length - 1] = { kind: 'same', text: last.text + part.text };
      else answer.push(part);
    }
  }
  flush();
  return answer;
}

/** What changed from one version to another, section by section: those of the later first, then those it lost. */
export function compareStrategies(before: FrozenStrategy, after: FrozenStrategy): SectionChange[] {
  const lost = before.sections.filter((one) => !after.sections.some(({ id }) => id === one.id));
  return [
    ...after.sections.map((section) =>
      compareSections(
        before.sections.find(({ id }) => id === section.id),
        section
      )
    ),
    ...lost.map((section) => compareSections(section, undefined))
  ];
}

function compareSections(
  before: FrozenSection | undefined,
  after: FrozenSection | undefined
): SectionChange {
  const lines = compareLines(linesOf(before), linesOf(after));
  const [textBefore, textAfter] = [before?.text ?? '', after?.text ?? ''];
  const isSame = textBefore === textAfter && lines.length === 0;
  return {
    id: (after ?? before)?.id ?? '',
    title: (after ?? before)?.title ?? '',
    change: isSame
      ? 'same'
      : before === undefined
        ? 'added'
        : after === undefined
          ? 'removed'
          : 'changed',
    parts: diffWords(textBefore, textAfter),
    lines
  };
}

type Line = {
  readonly kind: string;
  readonly list: string;
  readonly head: string;
  readonly words: string;
};

function linesOf(section: FrozenSection | undefined): Line[] {
  return (section?.lists ?? []).flatMap((list) =>
    list.lines.map(({ text, note, ownFigure }) => ({
      kind: list.kind,
      list: list.title,
      head: text,
      words: [text, note, ownFigure].filter((part) => part !== '').join(' – ')
    }))
  );
}

/** Lines under the same heading that begin alike are of the same record: what they say further is compared in words. */
function compareLines(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const isSameRecord = (one: Line, other: Line) =>
    one.kind === other.kind && one.head === other.head;
  const isIn = (lines: readonly Line[], line: Line) =>
    lines.some((one) => isSameRecord(one, line) && one.words === line.words);
  const gone = before.filter((line) => !isIn(after, line));
  const come = after.filter((line) => !isIn(before, line));
  const changes: LineChange[] = [];
  for (const line of gone) {
    const index = come.findIndex((one) => isSameRecord(one, line));
    const [now] = index === -1 ? [] : come.splice(index, 1);
    changes.push(
      now === undefined
        ? { list: line.list, change: 'removed', parts: [{ kind: 'removed', text: line.words }] }
        : { list: line.list, change: 'changed', parts: diffWords(line.words, now.words) }
    );
  }
  for (const line of come) {
    changes.push({
      list: line.list,
      change: 'added',
      parts: [{ kind: 'added', text: line.words }]
    });
  }
  return changes;
}
