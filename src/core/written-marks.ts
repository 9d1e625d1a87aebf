/** What publishers write instead of a figure, or behind one: one list for everything that reads tables. */

/** Why a cell holds no figure. `low` is one that rounds to zero, `hidden` one held back; both are there, the others are not. */
export type MissingKind = 'hidden' | 'low' | 'not-available' | 'not-collected' | 'not-applicable';
/** What is said of a figure that is there. */
export type QualityKind =
  'provisional' | 'estimated' | 'forecast' | 'revised' | 'unreliable' | 'break-in-series' | 'note';

/** What stands in a cell instead of a figure, or behind one. */
export type Mark<Kind extends MissingKind | QualityKind = MissingKind | QualityKind> = {
  readonly kind: Kind;
  /** What publishers mean by it. */
  readonly meaning: string;
};

const missing = {
  hidden: { kind: 'hidden', meaning: 'hidden to protect people' },
  unreliable: { kind: 'hidden', meaning: 'left out as not reliable' },
  bound: { kind: 'hidden', meaning: 'hidden, as it is small' },
  nearZero: { kind: 'low', meaning: 'low: it rounds to zero' },
  atLeast: { kind: 'hidden', meaning: 'hidden: it is only said to be at least so much' },
  notAvailable: { kind: 'not-available', meaning: 'not available' },
  noneInSurvey: { kind: 'not-available', meaning: 'none recorded in the survey' },
  notCollected: { kind: 'not-collected', meaning: 'not collected' },
  notApplicable: { kind: 'not-applicable', meaning: 'does not apply' }
} as const satisfies Readonly<Record<string, Mark<MissingKind>>>;

/**
 * Marks that stand instead of a figure, in lower case and without brackets.
 * Source: Government Analysis Function, "Symbols in tables: definitions and help" (c, low, w, x, z); Department for Education, explore
 * education statistics, "GSS symbols" (c, k, low, x, z, :); Nomis, "Symbols used" (!, ~, #, -); NHS Digital, "data not available"
 * (DNA); Eurostat and Scottish tables (:, .., *); what databases and spreadsheets write for nothing (NULL, NaN).
 */
const instead: Readonly<Record<string, Mark<MissingKind>>> = {
  c: missing.hidden,
  '*': missing.hidden,
  '**': missing.hidden,
  '***': missing.hidden,
  s: missing.hidden,
  supp: missing.hidden,
  suppressed: missing.hidden,
  hidden: missing.hidden,
  withheld: missing.hidden,
  redacted: missing.hidden,
  confidential: missing.hidden,
  '#': missing.unreliable,
  '!': missing.unreliable,
  low: missing.nearZero,
  k: missing.nearZero,
  '~': missing.nearZero,
  negligible: missing.nearZero,
  w: missing.noneInSurvey,
  x: missing.notAvailable,
  ':': missing.notAvailable,
  '.': missing.notAvailable,
  '..': missing.notAvailable,
  '...': missing.notAvailable,
  '…': missing.notAvailable,
  '-': missing.notAvailable,
  '--': missing.notAvailable,
  na: missing.notAvailable,
  'n/a': missing.notAvailable,
  'n.a.': missing.notAvailable,
  nan: missing.notAvailable,
  null: missing.notAvailable,
  dna: missing.notAvailable,
  'no data': missing.notAvailable,
  'not available': missing.notAvailable,
  unavailable: missing.notAvailable,
  'not known': missing.notAvailable,
  'not published': missing.notAvailable,
  'not collected': missing.notCollected,
  'not recorded': missing.notCollected,
  missing: missing.notCollected,
  closed: missing.notCollected,
  z: missing.notApplicable,
  'not applicable': missing.notApplicable,
  'n/ap': missing.notApplicable
};

const count = String.raw`\d{1,4}(?:\.\d+)?%?`;
/** A bound instead of a figure: <5, ≤5, fewer than 5, 1 to 4, up to 5, 5 or fewer. */
const tooLow = new RegExp(
  `^(?:(?:<=?|≤|⩽|=<|(?:fewer|less|lower) than|under|below|up to|at most|no more than) ?${count}` +
    `|${count} (?:or|and) (?:fewer|less|under|below)|[01] ?(?:to|-) ?\\d{1,2})$`
);
/** More than nearly all: >95%, ≥ 98%, 95+. */
const nearlyAll = new RegExp(
  `^(?:(?:>=?|≥|⩾|=>|more than|over|above|at least) ?${count}|${count} ?\\+|${count} (?:or|and) (?:more|over|above))$`
);

/** Marks that follow a figure. A revised figure is final until it is revised again. */
const behind: Readonly<Record<string, Mark<QualityKind>>> = {
  p: { kind: 'provisional', meaning: 'provisional' },
  prov: { kind: 'provisional', meaning: 'provisional' },
  provisional: { kind: 'provisional', meaning: 'provisional' },
  e: { kind: 'estimated', meaning: 'estimated' },
  est: { kind: 'estimated', meaning: 'estimated' },
  estimate: { kind: 'estimated', meaning: 'estimated' },
  estimated: { kind: 'estimated', meaning: 'estimated' },
  f: { kind: 'forecast', meaning: 'a forecast' },
  u: { kind: 'unreliable', meaning: 'of low reliability' },
  r: { kind: 'revised', meaning: 'revised' },
  revised: { kind: 'revised', meaning: 'revised' },
  b: { kind: 'break-in-series', meaning: 'break in the series' }
};
const aNote: Mark<QualityKind> = { kind: 'note', meaning: 'with a note' };

const longestMark = 40;

/** What HTML and typesetters write for the same signs. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&le;/g, '≤'],
  [/&ge;/g, '≥'],
  [/&amp;/g, '&'],
  [/&nbsp;|\s+/g, ' '],
  [/[\u2010-\u2015\u2212]/g, '-']
];

function bare(text: string): string {
  const plain = spellings.reduce(
    (one, [form, sign]) => one.replace(form, sign),
    text.toLowerCase()
  );
  return plain
    .trim()
    .replace(/^[[(](.*)[\])]$/, '$1')
    .trim();
}

/**
 * The mark that a cell holds instead of a figure; null for anything else.
 *
 * @example
 * readMark('[c]') // { kind: 'hidden', meaning: 'hidden to protect people' }
 * readMark('fewer than 5') // { kind: 'hidden', meaning: 'hidden, as it is small' }
 */
export function readMark(cell: string): Mark<MissingKind> | null {
  if (cell === '' || cell.length > longestMark || /^[-+]?[\d.,]*\d$/.test(cell)) return null; // nearly every cell
  const word = bare(cell.replace(notesBehind, ''));
  if (Object.hasOwn(instead, word)) return instead[word] ?? null;
  if (tooLow.test(word)) return missing.bound;
  return nearlyAll.test(word) ? missing.atLeast : null;
}

const noteSigns = String.raw`[†‡§¶*¹²³⁴⁵⁶⁷⁸⁹⁰]+`;
const noteNumbers = String.raw`\d{1,2}(?: ?(?:,|&|and) ?(?:note )?\d{1,2})*`;
const noteWords = String.raw`(?:[[(] ?(?:notes?|fn|footnotes?)? ?${noteNumbers} ?[\])]|notes? ${noteNumbers})`;
const letterMark = String.raw`(?:[[(] ?[a-z]+ ?[\])]|[a-z]+)`;
const lastMark = new RegExp(`^(.*?\\d.*?) ?(${noteSigns}|${noteWords}|${letterMark})$`, 'i');
/** Notes behind a mark: “[c] [note 1]”, “<5†”. A star alone is a mark itself. */
const notesBehind = new RegExp(`(?<=\\S)(?: ?(?:[†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰]+|${noteWords}))+$`, 'i');
const firstNote = new RegExp(`^(?:${noteSigns}|${noteWords}) ?(?=[-+]?[\\d.])`, 'i');

/**
 * A figure and the marks behind it, in the order they stand; a note's sign may also stand before it.
 *
 * @example
 * splitMarks('54.5 [p]') // { figure: '54.5', marks: [{ kind: 'provisional', meaning: 'provisional' }] }
 * splitMarks('61.2†') // { figure: '61.2', marks: [{ kind: 'note', meaning: 'with a note' }] }
 */
export function splitMarks(cell: string): {
  readonly figure: string;
  readonly marks: readonly Mark<QualityKind>[];
} {
  const marks: Mark<QualityKind>[] = [];
  let figure = cell.trim();
  // Nearly every cell; and a long one is a text.
  if (/^[-+]?[\d.,]*\d%?$/.test(figure) || figure.length > longestMark) return { figure, marks };
  const without = figure.replace(firstNote, '');
  if (without !== figure) {
    figure = without;
    marks.push(aNote);
  }
  for (let parts = lastMark.exec(figure); parts !== null; parts = lastMark.exec(figure)) {
    const [, before = '', sign = ''] = parts;
    const mark = markBehind(sign);
    if (mark === null) break;
    marks.unshift(mark);
    figure = before.trim();
  }
  return /\d/.test(figure) && marks.length > 0
    ? { figure, marks }
    : { figure: cell.trim(), marks: [] };
}

function markBehind(sign: string): Mark<QualityKind> | null {
  const word = bare(sign);
  if (Object.hasOwn(behind, word)) return behind[word] ?? null;
  return /[a-z]/i.test(word) && !/^(?:notes?|fn|footnote)\b/.test(word) ? null : aNote;
}

/** The mark that a column of statuses holds: one that stands instead of a figure, or behind one. */
export function statusMark(cell: string): Mark | null {
  if (cell === '' || cell.length > longestMark) return null;
  const word = bare(cell);
  return readMark(cell) ?? (Object.hasOwn(behind, word) ? (behind[word] ?? null) : null);
}
