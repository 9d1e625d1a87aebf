import { describe, expect, test } from 'vitest';
import { chooseChart, type ChartQuestion } from './chooser.ts';

describe('the chart for', () => {
  const cases: { question: ChartQuestion; type: string }[] = [
    { question: { counted: 'share', points: 24 }, type: 'p' },
    { question: { counted: 'share', usualDenominator: 12_000 }, type: 'pp' },
    { question: { counted: 'share', usualDenominator: 60, usualCount: 0.3 }, type: 't' },
    { question: { counted: 'rate' }, type: 'u' },
    { question: { counted: 'rate', usualCount: 5_000 }, type: 'up' },
    { question: { counted: 'count' }, type: 'c' },
    { question: { counted: 'count', denominatorsAlike: false }, type: 'u' },
    { question: { counted: 'count', usualCount: 0.2 }, type: 't' },
    { question: { counted: 'time-between' }, type: 't' },
    { question: { counted: 'cases-between' }, type: 'g' },
    { question: { counted: 'measurement' }, type: 'i' },
    { question: { counted: 'measurement', denominatorsAlike: false }, type: 'ip' },
    { question: { counted: 'measurement', measurementsPerPoint: 'several' }, type: 'xbar' },
    { question: { counted: 'yes-no' }, type: 'bernoulli-cusum' },
    { question: { counted: 'reasons' }, type: 'pareto' }
  ];

  test.each(cases)('$question is $type', ({ question, type }) => {
    const choice = chooseChart(question);
    expect(choice.type).toBe(type);
    expect(choice.reason).toMatch(/\.$/);
    expect(choice.alternatives.map((other) => other.type)).not.toContain(type);
  });

  test('few points is a run chart, with what to change to', () => {
    const choice = chooseChart({ counted: 'share', points: 7 });
    expect(choice.type).toBe('run');
    expect(choice.alternatives[0]).toMatchObject({ type: 'p' });
  });

  test('yearly figures comes with a caution', () => {
    expect(chooseChart({ counted: 'measurement', howOften: 'year' }).cautions[0]).toContain(
      '12 years'
    );
  });

  test('anything in the order of time, a run chart would do too', () => {
    for (const counted of ['share', 'rate', 'count', 'measurement'] as const) {
      expect(chooseChart({ counted }).alternatives.map(({ type }) => type)).toContain('run');
    }
  });
});
