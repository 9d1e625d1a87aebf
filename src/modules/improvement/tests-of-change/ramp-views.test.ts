import { describe, expect, test } from 'vitest';
import { beliefByIdea, beliefSentence } from './belief.ts';
import { conditionGrid, joinConditions, readConditions, readinessGaps } from './conditions.ts';
import { someTest } from '../builders.ts';

describe('the conditions of a test', () => {
  test('stand on lines or between semicolons, each once, as first written', () => {
    expect(readConditions('A wet day; the afternoon group\na WET day.\n\n New colleague ')).toEqual(
      ['A wet day', 'the afternoon group', 'New colleague']
    );
    expect(readConditions(' ;\n')).toEqual([]);
    expect(joinConditions(['A wet day'], 'a wet day\nFriday')).toBe('A wet day\nFriday');
  });

  test('stand beside the tests that were under them', () => {
    const grid = conditionGrid([
      someTest({ number: 2, conditions: 'Friday; A wet day' }),
      someTest({ number: 1, conditions: 'A wet day' }),
      someTest({ number: 3, conditions: '' })
    ]);
    expect(grid.tests.map(({ number }) => number)).toEqual([1, 2]);
    expect(grid.rows).toEqual([
      { condition: 'A wet day', cells: [true, true] },
      { condition: 'Friday', cells: [false, true] }
    ]);
  });
});

describe('before a change becomes the usual way for everyone', () => {
  const wet = someTest({ number: 1, status: 'acted', conditions: 'A wet day', degreeOfBelief: 4 });
  test('somebody is warned when it was tried under one condition, or under none that is named', () => {
    expect(readinessGaps([wet])).toEqual([{ kind: 'one-condition', condition: 'A wet day' }]);
    expect(readinessGaps([{ ...wet, conditions: '' }])).toEqual([{ kind: 'no-condition-named' }]);
    expect(readinessGaps([])).toEqual([{ kind: 'never-tried' }]);
  });

  test('a test that is only planned does not count', () => {
    const planned = someTest({ number: 2, status: 'planned', conditions: 'Friday' });
    expect(readinessGaps([wet, planned])).toHaveLength(1);
    expect(readinessGaps([wet, { ...planned, status: 'done' }])).toEqual([]);
  });

  test('the last degree of belief is what counts', () => {
    const second = someTest({
      number: 2,
      status: 'acted',
      conditions: 'Friday',
      degreeOfBelief: 3
    });
    expect(readinessGaps([second, wet])).toEqual([{ kind: 'not-sure', belief: 3 }]);
  });
});

describe('the degree of belief', () => {
  const idea = { id: someTest().changeIdeaId, text: 'A bag' };
  const points = beliefByIdea(
    [idea, { id: 'another', text: 'Never judged' }],
    [
      someTest({ number: 2, rampStep: '5', degreeOfBelief: 4 }),
      someTest({ number: 1, degreeOfBelief: 2 }),
      someTest({ number: 3 })
    ]
  );

  test('is taken along the tests of an idea, in their order', () => {
    expect(points).toHaveLength(1);
    expect(points[0]?.points.map(({ belief }) => belief)).toEqual([2, 4]);
  });

  test('is said in a sentence', () => {
    expect(beliefSentence(points[0]?.points ?? [])).toBe(
      'How sure the team is grew: 2 of 5, somewhat sure after test 1 with one; 4 of 5, very sure after test 2 with five.'
    );
    expect(beliefSentence((points[0]?.points ?? []).slice(0, 1))).toBe(
      'How sure the team is after test 1 with one: 2 of 5, somewhat sure.'
    );
  });
});
