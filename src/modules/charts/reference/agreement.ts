/** Comparing an answer with the figures of a reference implementation. */
import { isJsonObject, type Json } from './json.ts';

/** Relative tolerance of floating-point figures, as the reference cases state it. */
export function toleranceFor(chart: unknown): number {
  if (chart === 'constants') return 1e-10;
  return chart === 's' ? 1e-11 : 1e-12;
}

/**
 * The first place where the two differ, in words, or `null` when they agree: whole numbers, words,
 * yes and no, and missing figures exactly; other figures to a relative tolerance.
 */
export function firstDifference(
  answer: Json | undefined,
  expected: Json | undefined,
  tolerance: number,
  place = ''
): string | null {
  if (typeof answer === 'number' && typeof expected === 'number') {
    const isWhole = Number.isInteger(answer) && Number.isInteger(expected);
    const reach = tolerance * Math.max(Math.abs(answer), Math.abs(expected));
    const isAlike = isWhole ? answer === expected : Math.abs(answer - expected) <= reach;
    return isAlike ? null : `${place}: ${answer} instead of ${expected}`;
  }
  if (Array.isArray(answer) && Array.isArray(expected)) {
    if (answer.length !== expected.length) {
      return `${place}: ${answer.length} entries instead of ${expected.length}`;
    }
    for (let i = 0; i < expected.length; i++) {
      const difference = firstDifference(answer[i], expected[i], tolerance, `${place}[${i}]`);
      if (difference !== null) return difference;
    }
    return null;
  }
  if (isJsonObject(answer) && isJsonObject(expected)) {
    for (const key of new Set([...Object.keys(answer), ...Object.keys(expected)])) {
      const difference = firstDifference(answer[key], expected[key], tolerance, `${place}.${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  return answer === expected
    ? null
    : `${place}: ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)}`;
}

/** Figures that are the same double, of all figures compared: for a report. */
export function countIdentical(
  answer: Json | undefined,
  expected: Json | undefined
): [number, number] {
  if (typeof answer === 'number' && typeof expected === 'number')
    return [answer === expected ? 1 : 0, 1];
  if (Array.isArray(answer) && Array.isArray(expected)) return addUp(expected.map((each, i) => countIdentical(answer[i], each))); // prettier-ignore
  if (isJsonObject(answer) && isJsonObject(expected)) {
    return addUp(Object.entries(expected).map(([key, each]) => countIdentical(answer[key], each)));
  }
  return [0, 0];
}

function addUp(pairs: readonly [number, number][]): [number, number] {
  let identical = 0;
  let all = 0;
  for (const [same, compared] of pairs) {
    identical += same;
    all += compared;
  }
  return [identical, all];
}

/**
 * Case files repeat the same figure for every point of a phase. Stretches of four or more equal
 * entries are stored as `{ "…": [value, times] }`; this writes them out again.
 */
export function unpackRepeats(packed: Json): Json {
  if (Array.isArray(packed)) {
    return packed.flatMap((each: Json) => {
      const repeat = isJsonObject(each) ? each['…'] : undefined;
      if (!Array.isArray(repeat)) return [unpackRepeats(each)];
      const [value = null, times] = repeat as readonly Json[];
      return Array.from({ length: Number(times) }, () => value);
    });
  }
  if (!isJsonObject(packed)) return packed;
  return Object.fromEntries(
    Object.entries(packed).map(([key, each]) => [key, unpackRepeats(each)])
  );
}

/** The other way: for writing case files. */
export function packRepeats(plain: Json): Json {
  if (Array.isArray(plain)) {
    const values = plain as readonly Json[];
    const packed: Json[] = [];
    for (let start = 0; start < values.length;) {
      const value = values[start] ?? null;
      let end = start + 1;
      while (end < values.length && values[end] === value && typeof value !== 'object') end++;
      if (value === null) while (end < values.length && values[end] === null) end++;
      if (end - start >= 4) packed.push({ '…': [value, end - start] });
      else for (let i = start; i < end; i++) packed.push(packRepeats(values[i] ?? null));
      start = end;
    }
    return packed;
  }
  if (!isJsonObject(plain)) return plain;
  return Object.fromEntries(Object.entries(plain).map(([key, each]) => [key, packRepeats(each)]));
}
