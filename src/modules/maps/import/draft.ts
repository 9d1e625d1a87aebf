import { headingsKey } from '#core/columns';
import type { FactorWords } from '../suggest.ts';
import {
  guessMatchings,
  isPlain,
  matchingProblems,
  type FileTable,
  type TableMatching
} from './file-tables.ts';
import { foundIn } from './find-in-tables.ts';
import type { FoundFile } from './found.ts';
import {
  openMeanings,
  Words,
  type ImportSpine,
  type Meaning,
  type OpenMeaning
} from './meanings.ts';
import type { ImportNote } from './problems.ts';
import { readFound, type ImportFile } from './rows.ts';

/** What stands in a file: tables whose columns have to be told, or services as a format of its own says them. */
export type FileContent =
  | {
      readonly kind: 'tables';
      readonly tables: readonly FileTable[];
      readonly notes: readonly ImportNote[];
    }
  | { readonly kind: 'found'; readonly found: FoundFile };

/** A file on its way: its columns are told, then its words, then it can be previewed. */
export type ImportDraft = {
  /** Null where the form of the file says itself what is what. */
  readonly tables: readonly FileTable[] | null;
  readonly notes: readonly ImportNote[];
  readonly matchings: readonly TableMatching[];
  readonly isMatched: boolean;
  /** What a format of its own says; null for tables. */
  readonly found: FoundFile | null;
  /** Words of the file that have to be looked at; empty before the columns are told. */
  readonly open: readonly OpenMeaning[];
  readonly meanings: readonly Meaning[];
  /** What the file says; null while something has to be told first. */
  readonly file: ImportFile | null;
};

/** What a file waits for: to be told what its columns hold, what its words mean, or to be saved. */
export function stepOf({ isMatched, file }: ImportDraft): 'columns' | 'words' | 'preview' {
  return !isMatched ? 'columns' : file === null ? 'words' : 'preview';
}

/** What was said of earlier files here: how tables with the same headings were matched, and what words meant. */
export type Remembered = {
  readonly matchings: Readonly<Record<string, TableMatching>>;
  readonly meanings: readonly Meaning[];
};

export const nothingRemembered: Remembered = { matchings: {}, meanings: [] };

/** What somebody says, or nothing: then the file goes as far as it can by itself. */
export type Said = {
  readonly matchings?: readonly TableMatching[];
  readonly meanings?: readonly Meaning[];
  /** Whether guesses are taken as they are, for programs that ask nobody. */
  readonly takesGuesses?: boolean;
};

/** A file as it was read, with what is known of its headings from before. */
export function beginDraft(content: FileContent, remembered: Remembered): ImportDraft {
  const empty = { open: [], meanings: remembered.meanings, file: null };
  if (content.kind === 'found') {
    const { found } = content;
    return { ...empty, tables: null, notes: found.notes, matchings: [], isMatched: true, found };
  }
  const { tables, notes } = content;
  const guesses = guessMatchings(tables);
  const matchings = tables.map((table, index): TableMatching => {
    const key = headingsKey(table.headings);
    const before = Object.hasOwn(remembered.matchings, key) ? remembered.matchings[key] : undefined;
    return before ?? guesses[index] ?? { kind: 'nothing', uses: [] };
  });
  const isMatched =
    matchingProblems(tables, matchings).length === 0 &&
    tables.every((table, index) => {
      const matching = matchings[index];
      if (matching === undefined) return false;
      return (
        Object.hasOwn(remembered.matchings, headingsKey(table.headings)) ||
        isPlain(table, matching) ||
        (matching.kind === 'nothing' && tables.length > 1)
      );
    });
  return { ...empty, tables, notes, matchings, isMatched, found: null };
}

/** Takes a file as far as it goes: to the question of its columns, to that of its words, or to what it says. */
export function carryOn(
  draft: ImportDraft,
  said: Said,
  spine: ImportSpine,
  factorWords: FactorWords
): ImportDraft {
  const matchings = said.matchings ?? draft.matchings;
  const isGuessed =
    said.takesGuesses === true && matchingProblems(draft.tables ?? [], matchings).length === 0;
  const isMatched = draft.isMatched || said.matchings !== undefined || isGuessed;
  const meanings = [...(said.meanings ?? []), ...draft.meanings];
  const next = { ...draft, matchings, isMatched, meanings, open: [], file: null };
  if (!isMatched) return next;
  const found = draft.found ?? foundIn(draft.tables ?? [], matchings, draft.notes);
  const words = new Words(spine, meanings);
  const all = openMeanings(found, spine, (text) => [
    ...new Set(factorWords.in(text).flatMap(({ factors }) => factors))
  ]);
  const open = all.filter(({ kind, text }) => !words.isChosen(kind, text));
  const isTold = said.meanings !== undefined || said.takesGuesses === true;
  if (open.length > 0 && !isTold) return { ...next, open: all };
  return { ...next, open: all, file: readFound(found, meanings, spine) };
}
