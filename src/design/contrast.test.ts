import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');

/** The colours of a block: custom properties of six hex digits, by name. */
function coloursOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex
    ])
  );
}

const [lightBlock = '', darkBlock = ''] = sheet.split(
  '@media screen and (prefers-color-scheme: dark)'
);
const light = coloursOf(lightBlock);
const dark = new Map([...light, ...coloursOf(darkBlock)]);

/** Relative luminance of sRGB, 0 to 1. Source: WCAG 2.2, definition of relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21. Source: WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
const tints = ['loch-tint', 'lichen-tint', 'heather-tint', 'sand-tint'];

/** Words on their grounds: at least 4.5. */
const words: [string, string][] = [
  ...['ink', 'slate', 'loch', 'loch-strong'].flatMap((word) =>
    grounds.map((ground): [string, string] => [word, ground])
  ),
  ...['lichen', 'heather', 'sand', 'error'].flatMap((word) =>
    ['paper', 'surface'].map((ground): [string, string] => [word, ground])
  ),
  ...tints.map((tint): [string, string] => ['ink', tint]),
  ['loch-strong', 'loch-tint'],
  ['lichen', 'lichen-tint'],
  ['heather', 'heather-tint'],
  ['sand', 'sand-tint'],
  ['error', 'error-tint'],
  ['on-loch', 'loch'],
  ['on-loch', 'loch-strong'],
  ['on-error', 'error'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
  ['band', 'on-band-soft'],
  ['ink', 'hill-near'],
  ['chart-ink', 'chart-surface'],
  ['chart-median', 'chart-surface'],
  ['chart-signal', 'chart-surface'],
  ['chart-accent', 'chart-surface'],
  ['chart-target', 'chart-surface']
];

/** Edges, shapes and rings that carry meaning: at least 3. */
const marks: [string, string][] = [
  ...[
    'line-strong',
    'focus-on-page',
    'loch',
    'error',
    'lichen-mark',
    'heather-mark',
    'sand-mark'
  ].flatMap((mark) => ['paper', 'surface'].map((ground): [string, string] => [mark, ground])),
  ['line-strong', 'sunken'],
  ['focus-on-page', 'sunken'],
  ['focus-on-page', 'loch-tint'],
  ['focus-on-band', 'band'],
  ['loch', 'loch-tint'],
  ['chart-muted', 'chart-surface'],
  ['chart-ink', 'chart-surface']
];

/** Colours that carry no meaning, or stand beside a word that does. */
const decoration = [
  ...['line', 'hill-far', 'hill-mid'],
  ...[1, 2, 3, 4, 5].flatMap((n) => [`stone-${n}`, `stone-on-band-${n}`])
];

function colour(scheme: Map<string, string>, name: string): string {
  const hex = scheme.get(name);
  if (hex === undefined) throw new Error(`There is no colour --${name}`);
  return hex;
}

describe.each([
  { name: 'light', scheme: light },
  { name: 'dark', scheme: dark }
])('in the $name palette', ({ scheme }) => {
  test.each(words)('the word colour %s can be read on %s', (word, ground) => {
    expect(contrast(colour(scheme, word), colour(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('the mark %s can be seen on %s', (mark, ground) => {
    expect(contrast(colour(scheme, mark), colour(scheme, ground))).toBeGreaterThanOrEqual(3);
  });

  test('red belongs to errors alone', () => {
    const reds = [...scheme].filter(([, hex]) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
        Number.parseInt(hex.slice(start, start + 2), 16)
      );
      return red - Math.max(green, blue) > 60 && Math.abs(green - blue) < 40;
    });
    const names = reds.map(([name]) => name);
    expect(names).toContain('error');
    expect(names.filter((name) => !name.includes('error'))).toEqual([]);
  });
});

test('every colour is checked, or is named as decoration', () => {
  const checked = new Set([...words, ...marks].flat().concat(decoration));
  expect([...light.keys()].filter((name) => !checked.has(name))).toEqual([]);
});

test('the dark palette only repaints colours that the light one has', () => {
  expect([...coloursOf(darkBlock).keys()].filter((name) => !light.has(name))).toEqual([]);
});

// Worked by hand: black on white is 21, the same colour on itself 1, #767676 on white 4.54.
test.each([
  ['#000000', '#ffffff', 21],
  ['#13566b', '#13566b', 1],
  ['#767676', '#ffffff', 4.54]
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});
