import fc from 'fast-check';
import type { AgeId, FactorId, Names, OutcomeId, Spine } from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import {
  coverageLevels,
  needLevels,
  patternOf,
  readCoverage,
  readNeed,
  type AlignmentRow,
  type NeedSign
} from './alignment.ts';
import { alignmentTable, arrange, countPatterns, readFilter } from './alignment-view.ts';
import {
  coverageWords,
  needReasons,
  needSilence,
  patternNames,
  patternSentence
} from './alignment-words.ts';
import { need, strands } from './builders.ts';
import type { Need, ServiceAtFactor } from './types.ts';

const toddlers = 'months-8-36' as AgeId; // in the spine
const babies = 'months-0-11' as AgeId;
const gap = (change: 'wider' | 'narrower' | 'similar' | null): Need['gap'] => ({
  period: '2025',
  text: '28.8 points',
  change
});
const silent = { latest: null, comparison: 'unknown' } as const;
const service = (name: string, ...ages: AgeId[]): ServiceAtFactor => ({
  id: name,
  name,
  organisation: '',
  ages
});
const wellListed = { active: 10, tied: 8 };

describe('how high local need is', () => {
  test.each<{ one: Partial<Need>; level: string; kinds: NeedSign['kind'][] }>([
    { one: { comparison: 'worse' }, level: 'high', kinds: ['worse'] },
    { one: { comparison: 'similar' }, level: 'some', kinds: ['similar'] },
    { one: { comparison: 'better' }, level: 'lower', kinds: ['better'] },
    // Trafford, good level of development 2024/25: above England, while the gap grew from 28.4 to 28.8 points.
    { one: { comparison: 'better', gap: gap('wider') }, level: 'high', kinds: ['gap-wider'] },
    { one: { comparison: 'better', gap: gap('similar') }, level: 'some', kinds: ['gap-stays'] },
    { one: { comparison: 'better', gap: gap('narrower') }, level: 'some', kinds: ['gap-narrower'] },
    // One year alone says that there is a gap, and nothing of how it moves.
    { one: { comparison: 'unknown', gap: gap(null) }, level: 'some', kinds: ['gap-alone'] },
    { one: { ...silent }, level: 'unknown', kinds: [] }
  ])('is $level by $kinds', ({ one, level, kinds }) => {
    const reading = readNeed([need(one)]);
    expect(reading.level).toBe(level);
    expect(reading.because.map((sign) => sign.kind)).toEqual(kinds);
  });

  test('is not known without an indicator, and never low', () => {
    const reading = readNeed([]);
    expect(reading).toEqual({ level: 'unknown', because: [], indicators: 0, silent: 0 });
    expect(needSilence(reading)).toBe('No indicator bears on it');
  });

  test('is as high as its highest sign, and says which figures say nothing', () => {
    const reading = readNeed([
      need({ comparison: 'better' }),
      need({ comparison: 'worse' }),
      need(silent)
    ]);
    expect(reading).toMatchObject({ level: 'high', indicators: 3, silent: 1 });
    expect(needReasons(reading)).toEqual(['Children who talk as expected at two: stands worse']);
    expect(needSilence(reading)).toBe('1 of 3 indicators cannot be judged');
  });

  test('a figure is not judged where nothing can be laid beside it, whatever it is', () => {
    expect(readNeed([need({ comparison: 'unknown' })]).level).toBe('unknown');
    expect(readNeed([need({ latest: null, comparison: 'worse' })]).level).toBe('unknown');
  });

  test('never falls when another figure is added', () => {
    const anyNeed = fc.record({
      comparison: fc.constantFrom('better', 'worse', 'similar', 'unknown' as const),
      gap: fc.constantFrom(null, gap('wider'), gap('narrower'), gap('similar'), gap(null))
    });
    const height = { high: 3, some: 2, lower: 1, unknown: 0 };
    fc.assert(
      fc.property(fc.array(anyNeed), anyNeed, (some, more) => {
        const before = readNeed(some.map((one) => need(one as Partial<Need>))); // the record has its form
        const after = readNeed([...some, more].map((one) => need(one as Partial<Need>)));
        expect(height[after.level]).toBeGreaterThanOrEqual(height[before.level]);
      })
    );
  });
});

describe('who serves a factor at an age', () => {
  test.each([
    { services: [], level: 'nobody' },
    { services: [service('Song bags', toddlers)], level: 'one' },
    { services: [service('Song bags', toddlers), service('Drop-in')], level: 'several' },
    { services: [service('Baby massage', babies)], level: 'other-ages' }
  ])('is $level', ({ services, level }) => {
    expect(readCoverage(services, toddlers, wellListed).level).toBe(level);
  });

  test('is not known where less than half of the services are tied to a factor', () => {
    const scarcely = { active: 10, tied: 4 };
    expect(readCoverage([], toddlers, scarcely).level).toBe('unknown');
    expect(readCoverage([service('Baby massage', babies)], toddlers, scarcely).level).toBe(
      'unknown'
    );
    expect(readCoverage([service('Song bags')], toddlers, scarcely).level).toBe('one');
    expect(readCoverage([], toddlers, { active: 10, tied: 5 }).level).toBe('nobody');
    expect(readCoverage([], toddlers, { active: 0, tied: 0 }).level).toBe('unknown');
  });

  test('is said by name, the first three, and what is there for other ages', () => {
    const four = ['One', 'Two', 'Three', 'Four'].map((name) => service(name, toddlers));
    expect(coverageWords(readCoverage(four, toddlers, wellListed))).toBe(
      'One, Two, Three and 1 more'
    );
    const other = readCoverage([service('Baby massage', babies)], toddlers, wellListed);
    expect(coverageWords(other)).toBe('For other ages: Baby massage');
  });
});

const { matters: critical } = strands({ id: 'talk', strength: 'critical' }).evidence;
const { matters: moderate } = strands({ id: 'talk', strength: 'moderate' }).evidence;
const { matters: unknown } = strands({ id: 'talk', strength: 'unknown' }).evidence;

describe('the pattern of a factor', () => {
  test.each([
    { need: 'high', coverage: 'nobody', pattern: 'unserved' },
    { need: 'high', coverage: 'other-ages', pattern: 'unserved' },
    { need: 'high', coverage: 'one', pattern: 'thinly-served' },
    { need: 'high', coverage: 'several', pattern: 'served-yet-high' },
    { need: 'high', coverage: 'unknown', pattern: 'who-serves-unknown' },
    { need: 'some', coverage: 'nobody', pattern: 'gap' },
    { need: 'unknown', coverage: 'nobody', pattern: 'gap' },
    { need: 'unknown', coverage: 'one', pattern: 'need-unknown' },
    { need: 'some', coverage: 'several', pattern: 'some-need' },
    { need: 'lower', coverage: 'one', pattern: 'held' }
  ] as const)('of one that matters, need $need, served by $coverage, is $pattern', (given) => {
    expect(patternOf(critical, given.need, given.coverage)).toBe(given.pattern);
  });

  test('is never drawn from what is not known', () => {
    for (const level of needLevels) {
      for (const coverage of coverageLevels) {
        const pattern = patternOf(unknown, level, coverage);
        expect(pattern).toBe(level === 'high' ? 'unclear' : 'not-known');
        expect(patternOf(moderate, level, coverage)).toBe(
          level === 'high' ? 'less-yet-high' : 'less'
        );
      }
    }
  });

  test('says in its sentence what is known of what works', () => {
    const { evidence } = strands({ id: 'talk', security: 'unknown' });
    expect(patternSentence({ pattern: 'unserved', evidence })).toBe(
      'Matters, need is high, nobody serves it; not known what works.'
    );
  });
});

describe('the rows', () => {
  const row = (id: string, over: Partial<AlignmentRow> = {}): AlignmentRow => {
    const { factor, evidence, priority } = strands({ id });
    return {
      factor,
      evidence,
      priority,
      need: readNeed([]),
      coverage: readCoverage([], toddlers, wellListed),
      pattern: 'gap',
      ...over
    };
  };
  const any = { group: '', need: '', coverage: '', pattern: '' } as const;
  const rows = [
    row('first', { need: readNeed([need({ comparison: 'better' })]) }),
    row('second'),
    row('third', { need: readNeed([need({ comparison: 'worse' })]), pattern: 'unserved' })
  ];
  const ids = (some: readonly AlignmentRow[]) => some.map((one) => one.factor.id);

  test('keep the order of the spine until somebody asks for another, unknown need between some and lower', () => {
    expect(ids(arrange(rows, any, 'factor'))).toEqual(['first', 'second', 'third']);
    expect(ids(arrange(rows, any, 'need'))).toEqual(['third', 'second', 'first']);
    expect(ids(arrange(rows, any, 'pattern'))).toEqual(['third', 'first', 'second']);
  });

  test('are filtered by what the address asks for, and words that nobody knows ask for nothing', () => {
    expect(ids(arrange(rows, { ...any, need: 'high' }, 'factor'))).toEqual(['third']);
    const spine = { factorGroups: [{ id: 'services' }] } as unknown as Spine; // all that is read of it
    const given = { group: 'services', need: 'dire', coverage: 'nobody', pattern: 'unserved' };
    expect(readFilter(given, spine)).toEqual({ ...given, need: '' });
  });

  test('are counted by pattern, those that ask to be looked at first', () => {
    expect(countPatterns(rows).map((each) => [each.pattern, each.rows.length])).toEqual([
      ['unserved', 1],
      ['gap', 2]
    ]);
  });

  test('as a table leave nothing empty that is not known', () => {
    const names = { factor: String, outcome: String, age: String } as unknown as Names; // what is asked of it
    const choice = { outcome: 'communication' as OutcomeId, age: toddlers };
    const [headings, ...body] = alignmentTable([row('second' as FactorId)], choice, names);
    const at = (heading: string) => body[0]?.[headings?.indexOf(heading) ?? -1];
    expect(at('Local need')).toBe('Not known');
    expect(at('Why need is read so')).toBe('No indicator bears on it');
    expect(at('Who serves it')).toBe('Nobody');
    expect(body[0]).toHaveLength(headings?.length ?? 0);
  });
});

test('beside a wide gap nobody is told that need is not high', () => {
  const wide: Need['gap'] = { period: '2025', text: '34.6 points', change: 'similar' };
  const reading = readNeed([need({ comparison: 'better', gap: wide })]);
  expect(needReasons(reading)).toEqual([`${need({}).title}: the gap of 34.6 points stays`]);
  for (const name of Object.values(patternNames))
    expect(name).not.toMatch(/need is not (?:high|known to be high)/);
});
