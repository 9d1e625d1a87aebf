import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSpine } from './index.ts';

const json = (): Record<string, unknown> =>
  // Parsed JSON of a file in this repository; its shape is what the reader is asked to prove.
  JSON.parse(readFileSync('content/spine/early-years/spine.json', 'utf8')) as Record<
    string,
    unknown
  >;

describe('the early years spine', () => {
  test('has three primary outcomes on two foundations, four ages and 24 factors in three groups', () => {
    const read = readSpine(json());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { outcomes, ages, factors, factorGroups } = read.value;
    expect(outcomes.filter((each) => each.kind === 'primary')).toHaveLength(3);
    expect(outcomes.filter((each) => each.kind === 'foundation')).toHaveLength(2);
    expect(ages).toHaveLength(4);
    expect(
      factorGroups.map((group) => factors.filter((each) => each.group === group.id).length)
    ).toEqual([14, 5, 5]);
  });

  test('names six kinds of action, of which three change something', () => {
    const read = readSpine(json());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.actionKinds.map((kind) => [kind.id, kind.isChange])).toEqual([
      ['implement', true],
      ['improve', true],
      ['innovate', true],
      ['sustain-and-monitor', false],
      ['re-prioritise', false],
      ['gather-evidence', false]
    ]);
  });

  test('gives each outcome and factor words a parent would use', () => {
    const read = readSpine(json());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const titles = [...read.value.outcomes, ...read.value.factors].map((each) => each.plainTitle);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('a spine that is wrong', () => {
  test('is refused with the file and the place of each problem', () => {
    const broken = { ...json(), ages: [] };
    expect(readSpine(broken)).toMatchObject({
      ok: false,
      error: [{ kind: 'wrong-shape', file: 'spine.json', path: 'ages' }]
    });
  });

  test('is refused when a factor stands twice or in a group nobody named', () => {
    const spine = json();
    const factors = spine['factors'] as Record<string, unknown>[]; // checked by the test above
    const first = factors[0];
    const broken = { ...spine, factors: [...factors, { ...first, group: 'weather' }] };
    expect(readSpine(broken)).toEqual({
      ok: false,
      error: [
        {
          kind: 'repeated-id',
          file: 'spine.json',
          path: 'factors.24',
          id: 'sensitive-parenting-and-attachment'
        },
        { kind: 'unknown-id', file: 'spine.json', path: 'factors.24.group', id: 'weather' }
      ]
    });
  });

  test('is refused when it is not JSON of the right kind at all', () => {
    expect(readSpine('hello')).toMatchObject({ ok: false, error: [{ kind: 'wrong-shape' }] });
  });
});
