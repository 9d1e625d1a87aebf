import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { qrSquares, qrSvg } from './qr-code.ts';

const file = path.resolve(import.meta.dirname, '../../tests/fixtures/qr/squares.json');
type Code = { text: string; version: number; rows: string[] };
const { codes } = JSON.parse(fs.readFileSync(file, 'utf8')) as { codes: Code[] }; // our own fixture

describe('a QR code', () => {
  // Made by other implementations: the fixture says which.
  test.each(codes)('of "$text" has the squares of another maker', ({ text, version, rows }) => {
    const made = qrSquares(text);
    if (!made.ok) throw new Error(made.error.kind);
    expect(made.value.length).toBe(version * 4 + 17);
    expect(made.value.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))).toEqual(rows);
  });

  test('takes 213 bytes and no more', () => {
    expect(qrSquares('x'.repeat(213)).ok).toBe(true);
    expect(qrSquares('x'.repeat(214))).toEqual({
      ok: false,
      error: { kind: 'qr-too-long', bytes: 214 }
    });
  });

  test('as a picture has a border of four squares, and escapes its label', () => {
    const svg = qrSvg(
      [
        [true, false],
        [false, false]
      ],
      'Link to "Songs & stories"'
    );
    expect(svg).toContain('viewBox="0 0 10 10"');
    expect(svg).toContain('M4 4h1v1h-1z');
    expect(svg).not.toContain('M5 4h1');
    expect(svg).toContain('aria-label="Link to &quot;Songs &amp; stories&quot;"');
  });
});
