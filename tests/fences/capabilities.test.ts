import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  capabilities,
  readCapabilities,
  states,
  unfoundedClaims
} from '../support/capabilities.ts';

const journeys = path.resolve(import.meta.dirname, '../journeys');

describe('the table of capabilities', () => {
  const rows = capabilities();

  test('has all eighty-six rows in order', () => {
    expect(rows.map((row) => row.number)).toEqual(
      Array.from({ length: 86 }, (_, index) => index + 1)
    );
  });

  test('knows three states', () => {
    expect(rows.filter((row) => !states.some((state) => state === row.state))).toEqual([]);
  });

  test('names, for each row that works, a page or command and a journey that is there', () => {
    const claimed = rows.filter((row) => row.state === 'works');
    const lacking = claimed.filter(
      (row) => row.where === '' || !fs.existsSync(path.join(journeys, `${row.journey}.test.ts`))
    );
    expect(lacking).toEqual([]);
    expect(claimed.length).toBeGreaterThan(0);
  });
});

describe('a claim', () => {
  const table = '| 7 | A public page | `/public/x` | `c07-public-page` | works |';

  test('stands when its journey passed', () => {
    expect(unfoundedClaims(readCapabilities(table), new Set(['c07-public-page']))).toEqual([]);
  });

  test('falls when its journey did not pass', () => {
    expect(unfoundedClaims(readCapabilities(table), new Set())).toEqual([
      '7. A public page: claims to work, but c07-public-page did not pass'
    ]);
  });

  test('of being begun needs no journey', () => {
    expect(unfoundedClaims(readCapabilities(table.replace('works', 'begun')), new Set())).toEqual(
      []
    );
  });
});
