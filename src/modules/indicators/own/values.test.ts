import { describe, expect, test } from 'vitest';
import { parsePeriod } from '#core/written-periods';
import { explainValue } from '../sentences.ts';
import { checkValue, readArea, type TypedValue, type ValueMeasure, workOut } from './values.ts';

const measure: ValueMeasure = {
  unit: 'percent',
  decimals: 1,
  frequency: 'financial-quarter',
  breakdowns: [{ id: 'two-nurseries', title: 'Two nurseries' }]
};
const typed = (given: Partial<TypedValue>): TypedValue => ({
  period: '2024/25 Q1',
  area: '',
  breakdown: '',
  value: '',
  numerator: '',
  denominator: '',
  status: '',
  note: '',
  ...given
});
const problemsOf = (given: Partial<TypedValue>, of: ValueMeasure = measure) => {
  const answer = checkValue(typed(given), of);
  return answer.ok ? [] : answer.error.map(({ field, problem }) => [field, problem.kind]);
};

test.each([
  ['percent', '72.5 %', []],
  ['per-1000', '72.5 %', [['value', 'not-a-number']]],
  ['percent', '54,5', [['value', 'not-a-number']]],
  ['score', '£4', [['value', 'not-a-number']]]
] as const)(
  'a value counted in %s and typed as %j has these problems: %j',
  (unit, value, problems) => {
    expect(problemsOf({ value }, { ...measure, unit })).toEqual(problems);
  }
);

test('a rate out of a hundred thousand is worked out', () => {
  expect(workOut(3, 2000, 'per-100000')).toBe(150);
});

describe('a value is accepted', () => {
  test('and worked out from its numerator and denominator', () => {
    expect(workOut(41, 58, 'percent')).toBeCloseTo(70.6897, 3);
    const answer = checkValue(typed({ numerator: '41', denominator: '58' }), measure);
    expect(answer).toMatchObject({
      ok: true,
      value: { period: '2024/25 Q1', starts: '2024-04-01', breakdown: 'all', status: 'final' }
    });
    expect(answer.ok && answer.value.value).toBeCloseTo(70.6896551724, 8);
  });

  test('as given, when it agrees with them to its own precision', () => {
    const answer = checkValue(
      typed({ value: '70.7', numerator: '41', denominator: '58' }),
      measure
    );
    expect(answer).toMatchObject({ ok: true, value: { value: 70.7 } });
  });

  test('as nothing with its reason, never as zero', () => {
    const answer = checkValue(typed({ status: 'suppressed' }), measure);
    expect(answer).toMatchObject({ ok: true, value: { value: null, status: 'suppressed' } });
  });

  test.each(['low', 'not applicable', 'Not available', 'not_collected'])(
    'as nothing, for it is %s',
    (status) => {
      const answer = checkValue(typed({ status }), measure);
      const kept = status.toLowerCase().replace(/[ _]/g, '-');
      expect(answer).toMatchObject({ ok: true, value: { value: null, status: kept } });
      expect(checkValue(typed({ status, value: '5' }), measure)).toMatchObject({
        ok: false,
        error: [{ field: 'value', problem: { kind: 'figure-with-reason', status: kept } }]
      });
    }
  );

  test('for a group named by its title', () => {
    const answer = checkValue(typed({ value: '50', breakdown: 'two nurseries' }), measure);
    expect(answer).toMatchObject({ ok: true, value: { breakdown: 'two-nurseries' } });
  });

  test('of zero, which is a figure', () => {
    expect(problemsOf({ value: '0' })).toEqual([]);
  });
});

describe('a value is refused', () => {
  test.each([
    [{ value: '50', period: '2024/25 Q7' }, [['period', 'unreadable-period']]],
    [{}, [['value', 'no-figure']]],
    [{ value: 'about half' }, [['value', 'not-a-number']]],
    [{ value: '101' }, [['value', 'percentage-out-of-range']]],
    [{ numerator: '4', denominator: '-58' }, [['denominator', 'denominator-not-above-zero']]],
    [{ numerator: '4', denominator: '0' }, [['denominator', 'denominator-not-above-zero']]],
    [{ numerator: '60', denominator: '58' }, [['numerator', 'numerator-too-large']]],
    [{ numerator: '-1', denominator: '58' }, [['numerator', 'below-zero']]],
    [{ numerator: '4.5', denominator: '58' }, [['numerator', 'not-whole']]],
    [{ numerator: '4' }, [['denominator', 'other-half-missing']]],
    [{ value: '50', numerator: '41', denominator: '58' }, [['value', 'does-not-agree']]],
    [{ value: '50', status: 'not collected' }, [['value', 'figure-with-reason']]],
    [{ value: '50', status: 'maybe' }, [['status', 'unknown-status']]],
    [{ value: '50', breakdown: 'boys' }, [['breakdown', 'unknown-breakdown']]]
  ] as const)('%j', (given, problems) => {
    expect(problemsOf(given)).toEqual(problems);
  });

  test('with every problem at once', () => {
    expect(problemsOf({ period: '', value: '120', breakdown: 'boys' })).toEqual([
      ['period', 'no-period'],
      ['breakdown', 'unknown-breakdown'],
      ['value', 'percentage-out-of-range']
    ]);
  });

  test('on a day that does not exist', () => {
    const daily: ValueMeasure = { ...measure, unit: 'count', frequency: 'day' };
    expect(problemsOf({ period: '30 February 2024', value: '3' }, daily)).toEqual([
      ['period', 'no-such-date']
    ]);
  });
});

describe('the area of a value', () => {
  const areas = { whole: ['Fernhollow', 'X99'], areas: [{ id: 'X01', name: 'Hope & Mill Ward' }] };

  test.each([
    { given: '', area: '' },
    { given: ' All ', area: '' },
    { given: 'fernhollow', area: '' },
    { given: 'x99', area: '' },
    { given: 'X01', area: 'X01' },
    { given: 'hope and mill  ward', area: 'X01' },
    { given: ' North   cluster', area: 'North cluster' },
    { given: '北', area: '北' }
  ])('“$given” is “$area”', ({ given, area }) => {
    expect(readArea(given, areas)).toBe(area);
  });

  test('is at most 200 characters long', () => {
    expect(problemsOf({ value: '50', area: 'x'.repeat(201) })).toEqual([['area', 'area-too-long']]);
  });
});

test('a quarter of one year is said to be of two', () => {
  const quarter = (given: string) => {
    const read = parsePeriod(given);
    return read.ok ? '' : explainValue(read.error);
  };
  expect(quarter('2024 Q4')).toBe(
    '“2024 Q4” could be October to December 2024 or January to March 2025: write 2024/25 Q3 or 2024/25 Q4'
  );
  expect(quarter('Q1 2024')).toBe(
    '“Q1 2024” could be January to March 2024 or April to June 2024: write 2023/24 Q4 or 2024/25 Q1'
  );
});
