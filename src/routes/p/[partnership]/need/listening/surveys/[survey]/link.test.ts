import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { surveyCode } from './link.server.ts';

const fixture = v.object({
  codes: v.array(v.object({ text: v.string(), rows: v.array(v.string()) }))
});
const { codes } = v.parse(
  fixture,
  JSON.parse(fs.readFileSync(path.resolve('tests/fixtures/qr/squares.json'), 'utf8'))
);

describe('the QR code of a survey', () => {
  // The fixture says what read these squares back.
  test.each(codes)('of "$text" has squares that were read back', ({ text, rows }) => {
    const svg = surveyCode(text);
    const size = rows.length + 2 * 4;
    expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
    const dark = [...svg.matchAll(/M(\d+),(\d+)h1v1h-1z/g)].map(
      ([, right, down]) => `${Number(right) - 4} ${Number(down) - 4}`
    );
    const wanted = rows.flatMap((row, down) =>
      [...row].flatMap((square, right) => (square === '#' ? [`${right} ${down}`] : []))
    );
    expect(dark.toSorted()).toEqual(wanted.toSorted());
  });
});
