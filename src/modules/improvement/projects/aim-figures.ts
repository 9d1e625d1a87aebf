/** Figures in prose: those that say how much, apart from those that say when, of what age, or which one. */

/** What a figure counts, as far as the words around it tell. */
export type AimUnit = 'percent' | 'points' | 'share' | 'rate' | 'time' | 'plain';

export type AimFigure = {
  readonly value: number;
  readonly unit: AimUnit;
  /** Of a share (3 in 10) and of a rate (4 per 1,000): of how many. */
  readonly of: number | null;
  /** Of a length of time: minute, hour, day, week, month or year. */
  readonly span: string | null;
  /** The figure is a change to be made ("by 10%", "10 more"), not a level to be reached. */
  readonly isChange: boolean;
  /** How often: "3 times a week" is 3 per week. */
  readonly per: string | null;
  /** The figure is the one to start from ("75%, up from 55%", "rather than 55%"). */
  readonly isStart: boolean;
  /** The level lies beyond the figure and never on it: "below 5%", "more than 12". */
  readonly isBeyond?: true;
};

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const spans = '(?:minutes?|hours?|days?|weeks?|months?|terms?|years?)';

/** Dates, ages, lengths of time a thing is done for, and numbers that name one of many. None says how much. */
const notAmounts = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${months}\\b(?:,?\\s+\\d{4})?`, 'gi'),
  new RegExp(`\\b${months}\\s+\\d{1,2}(?:st|nd|rd|th)?,\\s+\\d{4}\\b`, 'gi'),
  new RegExp(`\\b${months}\\s+\\d{4}\\b`, 'gi'),
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g,
  /\b(?:19|20)\d{2}\s*[/–-]\s*\d{2}(?!\d)/g,
  /\bq[1-4]\b/gi,
  /\b24\s*\/\s*7\b/g,
  /\b\d{1,2}(?:[.:]\d{2})?\s*[ap]\.?m\b/gi,
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /\b\d+(?:\s*(?:to|and|or|–|-)\s*\d+)?[- ](?:year|month|week|day)[- ]olds?\b/gi,
  /\b(?:aged?|ages)\s+(?:of\s+)?\d+(?:\s*(?:to|and|or|–|-)\s*\d+)?/gi,
  /\b(?:under|over)[- ]?\d+s\b/gi,
  new RegExp(
    `\\b(?:over|for|during|throughout|after|every|since|last|past|next|first)\\s+(?:the\\s+)?(?:(?:last|past|next|first)\\s+)?\\d+\\s*(?:(?:to|–|-)\\s*\\d+\\s*)?${spans}\\b`,
    'gi'
  ),
  new RegExp(
    `\\b\\d+\\s*(?:(?:to|–|-)\\s*\\d+\\s*)?${spans}\\s+(?:ago|later|of age|after|before)\\b`,
    'gi'
  ),
  /\b(?:key stage|stage|year|phase|level|band|grade|class|room|group|ward|tier|primary|step|goal|cycle|test|wave|week|day|term)\s+\d+\b/gi
];

const units: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19
};
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90
};
const multiples: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6 };
const parts: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };

const shortSpans: Readonly<Record<string, string>> = {
  min: 'minute',
  hr: 'hour',
  wk: 'week',
  mth: 'month',
  yr: 'year'
};

const unitWords = Object.keys(units).join('|');
const tenWords = Object.keys(tens).join('|');

/** "3/4" and "60/75": a part and its whole. "24/7" is none, nor is a date or a school year ("2024/25"). */
const fraction = /(?<![\w.,/])(\d[\d,]*)\s?\/\s?(\d[\d,]*)(?![\w/]|[.,]\d)/g;

function isShare(part: string, whole: string): boolean {
  const isYear = /^(?:19|20)\d{2}$/.test(part) && whole.length === 2;
  return !isYear && numberOf(part) <= numberOf(whole) && numberOf(whole) > 1;
}

/** Parts that have a sign of their own. */
const vulgar: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5]
};

/** "2½" is 2.5; a sign alone is a share. */
function inDecimals(whole: string | undefined, sign: string): string {
  const [part, of] = vulgar[sign] ?? [0, 1];
  return whole === undefined ? `${part} in ${of}` : String(Number(whole) + part / of);
}

/** Numbers written as words, as figures: "three in four" is 3 in 4, "two thirds" 2 in 3, "two thousand" 2000. */
function inFigures(text: string): string {
  return text
    .replace(
      new RegExp(`(?<![\\d.])(\\d+)?\\s?([${Object.keys(vulgar).join('')}])`, 'g'),
      (_, whole: string | undefined, sign: string) => inDecimals(whole, sign)
    )
    .replace(/\b(?:zero|nil|nought)\b/gi, '0')
    .replace(/\b(?:an|1|one)\s+hour\s+and\s+a\s+half\b/gi, '90 minutes')
    .replace(/\bhalf\s+an\s+hour\b/gi, '30 minutes')
    .replace(/\bthree[\s-]quarters\s+of\s+an\s+hour\b/gi, '45 minutes')
    .replace(/\b(?:a\s+)?quarter\s+of\s+an\s+hour\b/gi, '15 minutes')
    .replace(
      /(^\s*|\b(?:within|than|under|to|about|around|most|least)\s+)(?:a|an)\s+(?=(?:minute|hour|day|week|month|year)\b)/gi,
      '$11 '
    )
    .replace(
      /\bone(?=[\s-]+(?:minute|hour|day|week|month|year|per\s?cent|percentage|point|more|extra|additional|fewer|less)\b)/gi,
      '1'
    )
    .replace(/(\d)\s*(?:pct|pc)\b/gi, '$1%')
    .replace(/(\d)(?=pp\b)/gi, '$1 ')
    .replace(
      /(\d)\s*(min|hr|wk|mth|yr)s?\b/gi,
      (_, digit: string, short: string) => `${digit} ${shortSpans[short.toLowerCase()] ?? short}s`
    )
    .replace(/\bonce(?=\s+(?:a|an|each|every|per)\b)/gi, '1')
    .replace(/\bone(?=\s+(?:a|each|every|per)\s+(?:day|week|fortnight|month|term|year)\b)/gi, '1')
    .replace(fraction, (written, part: string, whole: string) =>
      isShare(part, whole) ? `${part} in ${whole}` : written
    )
    .replace(/\btwice(?=\s+(?:a|an|each|every|per)\b)/gi, '2')
    .replace(/(?<!\b(?:once|1|twice|2|times|\d)\s+)\b(?:a|one)\s+fortnight\b/gi, '2 weeks')
    .replace(/\b(?:a|one)\s+dozen\b/gi, '12')
    .replace(
      new RegExp(`\\b(${tenWords})(?:[- ](one|${unitWords}))?\\b`, 'gi'),
      (_, ten: string, unit?: string) =>
        String(
          (tens[ten.toLowerCase()] ?? 0) +
            (unit?.toLowerCase() === 'one' ? 1 : (units[unit?.toLowerCase() ?? ''] ?? 0))
        )
    )
    .replace(new RegExp(`\\b(${unitWords})\\b`, 'gi'), (word) =>
      String(units[word.toLowerCase()] ?? word)
    )
    .replace(/\bone(?=\s+(?:in|out of)\s+(?:every\s+)?\d)/gi, '1')
    .replace(
      /(?<![\w.,])(a|one|\d[\d,]*(?:\.\d+)?)\s+(hundred|thousand|million)\b/gi,
      (_, many: string, multiple: string) =>
        String(
          Math.round(
            (/^\d/.test(many) ? numberOf(many) : 1) * (multiples[multiple.toLowerCase()] ?? 1) * 1e6
          ) / 1e6
        )
    )
    .replace(/(?<![\w.,])(\d+(?:\.\d+)?)k\b/gi, (_, many: string) => String(numberOf(many) * 1000))
    .replace(
      /\b(a|one|\d)[ -](third|quarter|fifth|tenth)s?\b/gi,
      (_, many: string, part: string) =>
        `${/\d/.test(many) ? many : '1'} in ${parts[part.toLowerCase()] ?? 1}`
    )
    .replace(
      /(?<!and a )\b(?:(?:a|one)\s+)?half\b(?![- ](?:terms?|years?|days?|hours?|way|past|a)\b)/gi,
      '1 in 2'
    );
}

/** People and things that are counted: a number of four digits before them is no year. */
const counted =
  /^\s+(?:more\s+)?(?:families|children|parents|carers|babies|households|homes|settings|nurseries|visits|places|books|mothers|fathers|pupils|people|staff|practitioners|sessions|referrals|reviews)\b/i;
/** A word that may be what is counted: not one that joins, and not what a year is put before. */
const anyNoun =
  /^\s+(?!(?:and|or|to|was|were|is|it|the|when|we|by|in|on|from|with|at|for|as|had|has|have|of|figures?|data|survey|census|baseline|cohort|intake|results?|values?|average)\b)[a-z]/i;
const timeBefore =
  /\b(?:in|since|during|until|till|year|early|late|mid|before|spring|summer|autumn|winter|end of|start of)[\s-]*$/i;
const amountBefore =
  /\b(?:reach|reaching|about|around|nearly|at least|at most|up to|more than|fewer than|less than)\s+$/i;
const yearLike =
  /(?<![\w.,/£])(?:19|20)\d{2}(?!\d|[,.]\d|\w|\s*(?:%|per\s?cent|percentage|points?\b))/gi;

/** The text with its years taken out. A number from 1900 to 2099 is one unless what stands around it counts something. */
function withoutYears(text: string): string {
  return text.replace(yearLike, (year, at: number) => {
    const before = text.slice(0, at);
    const after = text.slice(at + year.length);
    return isAmount(before, after) ? year : ' ; ';
  });
}

function isAmount(before: string, after: string): boolean {
  if (before.trim() === '' && /^[\s.]*$/.test(after)) return true;
  if (counted.test(after)) return true;
  if (timeBefore.test(before)) return false;
  if (anyNoun.test(after) || amountBefore.test(before)) return true;
  if (before.trim() === '' && /^\s+(?:by|in|from|up)\b/i.test(after)) return true;
  // Beside a number that is no year, or two of them before what is counted: from 1,500 to 2000, from 1950 to 2000 families.
  const from = /(\d[\d,]*)\s*(?:to|–|-)\s*$/.exec(before)?.[1];
  const to = /^\s*(?:to|–|-)\s*(\d[\d,]*)(.*)$/.exec(after);
  if (from !== undefined && !/^(?:19|20)\d{2}$/.test(from)) return true;
  return to !== null && (!/^(?:19|20)\d{2}$/.test(to[1] ?? '') || anyNoun.test(to[2] ?? ''));
}

/** What stands after a figure that is a change to be made and no level: "20 more families", "a quarter fewer". */
const moreOrLess =
  /^\s*(?:(?:a|an|each|every|per)\s+(?:day|week|fortnight|month|term|year)\s+)?(?:more|fewer|less|extra|additional|higher|lower|better|increase|rise|gain|improvement|decrease|reduction|drop|fall|cut|as\s+(?:many|much|long|often))\b/i;
/** What stands before a figure that is a change: "an increase of 10%", "gain 12 families". */
const changeBefore =
  /\b(?:(?:increase|rise|gain|growth|improvement|decrease|reduction|drop|fall|cut|difference|change)\s+of(?:\s+(?:at\s+least|about|around|some|up\s+to))?|gain(?:ing)?|add(?:ing)?|lose|losing|recruit)\s+$/i;
/** What stands before a figure that is not to be met but passed. "No more than" and "not below" may be met. */
const beyondBefore =
  /(?<!\b(?:no|not|never)\s+)\b(?:below|under|over|above|beyond|(?:more|less|fewer|higher|lower|greater|better|shorter|longer|sooner|quicker|faster)\s+than)\s+$/i;
/** What stands before a figure that is the one to start from. */
const startBefore =
  /\b(?:from|rather\s+than|instead\s+of|compared\s+(?:with|to)|against|versus|vs\.?|was|were|currently|presently)\s+(?:about\s+|around\s+|the\s+(?:present|current)\s+)?$/i;
/** How often, after a figure. */
const howOften =
  /^[^.;,\d]{0,24}?\b(?:a|an|per|each|every)\s+(day|week|fortnight|month|term|year)\b/i;

const figurePattern =
  /(\b(?:by|up|down|another|plus)\s+)?(?<![\w.,/])(\d[\d,]*(?:\.\d+)?)(?!\w)(?:[\s-]*(%|per\s?cent\b|percentage points?\b|points?\b|pp\b|(?:in|of|out of)\s+(?:every\s+)?(\d[\d,]*)(?!\s*%)|per\s+(\d[\d,]*)|(?:working\s+|school\s+)?(minute|hour|day|week|month|year)s?\b))?/gi;

/**
 * The figures of a text that say how much, in order; number words are read too. Dates, years, ages, and lengths of time that a
 * thing is done for are left out.
 *
 * @example
 * figuresIn('43% over twelve weeks from 13 April 2026') // [{ value: 43, unit: 'percent', of: null, span: null, isChange: false }]
 */
export function figuresIn(text: string): AimFigure[] {
  const figures = readFigures(text, notAmounts);
  return figures.length > 0 ? figures : readFigures(placesInWords(text), notAmounts.slice(0, -1));
}

/** Where nothing else says how much: a place on a scale ("level 4", "75th percentile") or how often ("weekly"). */
function placesInWords(text: string): string {
  const often: Readonly<Record<string, string>> = {
    daily: 'day',
    weekly: 'week',
    fortnightly: 'fortnight',
    monthly: 'month',
    termly: 'term',
    yearly: 'year',
    annually: 'year'
  };
  const scale =
    /\b(?:level|band|grade|step|rating|score)\s+(\d+)\b|\b(\d+)(?:st|nd|rd|th)\s+(?:per)?centile\b/gi;
  const found = [...text.matchAll(scale)].map((match) => match[1] ?? match[2] ?? '');
  if (found.length > 0) return found.join(' ; ');
  return Object.entries(often)
    .filter(([word]) => new RegExp(`\\b${word}\\b`, 'i').test(text))
    .map(([, span]) => `1 a ${span}`)
    .join(' ; ');
}

function readFigures(text: string, leftOut: readonly RegExp[]): AimFigure[] {
  const timeless = leftOut.reduce((left, pattern) => left.replace(pattern, ' ; '), inFigures(text));
  const found = [...withoutYears(timeless).matchAll(figurePattern)];
  const figures = found.map((match): AimFigure => {
    const of = match[4] ?? match[5];
    const before = (match.input ?? '').slice(0, match.index);
    const after = (match.input ?? '').slice(match.index + match[0].length);
    return {
      value: numberOf(match[2] ?? ''),
      unit: unitOfWords((match[3] ?? '').toLowerCase()),
      of: of === undefined ? null : numberOf(of),
      span: match[6]?.toLowerCase() ?? null,
      isChange: match[1] !== undefined || moreOrLess.test(after) || changeBefore.test(before),
      per:
        match[3] === undefined || match[6] !== undefined
          ? (howOften.exec(after)?.[1]?.toLowerCase() ?? null)
          : null,
      isStart: startBefore.test(before),
      ...(beyondBefore.test(before) ? { isBeyond: true as const } : {})
    };
  });
  // "40 to 50%": the first is a percentage as well.
  return figures.map((figure, i) => {
    const [here, next, match] = [found[i], figures[i + 1], found[i + 1]];
    if (figure.unit !== 'plain' || !here || !next || !match) return figure;
    const between = (here.input ?? '').slice(here.index + here[0].trimEnd().length, match.index);
    if (!/^\s*(?:to|and|or|–|-)\s*$/.test(between)) return figure;
    return { ...figure, unit: next.unit, of: next.of, span: next.span };
  });
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function unitOfWords(words: string): AimUnit {
  if (words === '') return 'plain';
  if (words.includes('point') || words === 'pp') return 'points';
  if (words === '%' || /^per\s?cent$/.test(words)) return 'percent';
  if (/^(?:in|of|out of)\s/.test(words)) return 'share';
  return words.startsWith('per') ? 'rate' : 'time';
}
