import { defaultRule, type ProtectedCount } from '#modules/disclosure';
import { describe, expect, test } from 'vitest';
import { safeTallies } from './safe-tallies.ts';

const read = (counts: readonly ProtectedCount[]) =>
  counts.map((one) => (one.kind === 'shown' ? Number(one.value) : 'hidden'));

describe('the tallies of a survey', () => {
  const several = (counts: number[], responses: number) =>
    safeTallies({
      responses,
      questions: [
        {
          questionId: 'q',
          labels: counts.map(String),
          counts,
          answered: responses,
          leftOut: 0,
          overlapping: true,
          sum: null
        }
      ]
    });

  test('hide an answer that few gave, that nearly all gave, or that everybody gave', () => {
    const { questions, responses } = several([20, 3, 31, 34, 0], 34);
    expect(questions[0] && read(questions[0].counts)).toEqual([
      20,
      'hidden',
      'hidden',
      'hidden',
      0
    ]);
    expect(questions[0]?.leftOut).toBeNull();
    expect(read([responses])).toEqual([35]);
  });

  test('hide the zeros of a question that everybody must answer, where they would tell who chose the rest', () => {
    const tally = {
      questionId: 'q',
      labels: ['a', 'b'],
      counts: [0, 34],
      answered: 34,
      leftOut: 0
    };
    const tallies = { responses: 34, questions: [{ ...tally, overlapping: true, sum: null }] };
    const counts = (must: readonly string[]) =>
      read(safeTallies(tallies, defaultRule, new Set(must)).questions[0]?.counts ?? []);
    expect(counts([])).toEqual([0, 'hidden']);
    expect(counts(['q'])).toEqual(['hidden', 'hidden']);
  });

  test('take a zero that everybody knows for no help in hiding', () => {
    const tally = {
      questionId: 'q',
      labels: ['a', 'b'],
      counts: [3, 31],
      answered: 34,
      leftOut: 0
    };
    const tallies = { responses: 34, questions: [{ ...tally, overlapping: false, sum: null }] };
    const [question] = safeTallies(tallies, defaultRule, new Set(['q'])).questions;
    expect(read(question?.counts ?? [])).toEqual(['hidden', 'hidden']);
    expect(question?.leftOut).toEqual({ kind: 'shown', value: 0 });
  });

  test('hide everything of a survey that few answered', () => {
    const { questions, responses } = several([5, 2], 6);
    expect(questions[0] && read(questions[0].counts)).toEqual(['hidden', 'hidden']);
    expect(read([responses])).toEqual(['hidden']);
  });
});
