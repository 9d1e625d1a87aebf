import { describe, expect, test } from 'vitest';
import { crossTableOf, talliesOf } from './tallies.ts';
import type { SurveyQuestion } from './kinds.ts';
import type { Answers, QuestionKind } from './types.ts';

function question(id: string, kind: QuestionKind, options: string[] = []): SurveyQuestion {
  const rest = { surveyId: 's', text: id, hint: '', required: false, version: 1 };
  return { id, kind, options, ...rest };
}
const often = question('often', 'scale', ['Never', 'Sometimes', 'Often']);
const did = question('did', 'several', ['Sing', 'Read']);
const where = question('where', 'one', ['Mill Lane', 'Orchard']);
const people = question('people', 'people');
const words = question('words', 'long');
const from = (...answers: Answers[]) => answers.map((one) => ({ answers: one }));

// Counted by hand.
describe('the tally of a question', () => {
  test('of one choice counts each choice, and who left it out', () => {
    const [tally] = talliesOf(
      [often],
      from({ often: 2 }, { often: 2 }, { often: 0 }, {})
    ).questions;
    expect(tally).toMatchObject({ counts: [1, 0, 2], answered: 3, leftOut: 1, overlapping: false });
  });

  test('of several choices counts one person as often as they chose', () => {
    const [tally] = talliesOf([did], from({ did: [0, 1] }, { did: [1] })).questions;
    expect(tally).toMatchObject({ counts: [1, 2], answered: 2, overlapping: true });
  });

  test('of numbers of people shares one line from six on, and adds them up', () => {
    const [tally] = talliesOf(
      [people],
      from({ people: 1 }, { people: 6 }, { people: 9 })
    ).questions;
    expect(tally).toMatchObject({
      labels: ['0', '1', '2', '3', '4', '5', '6 or more'],
      counts: [0, 1, 0, 0, 0, 0, 2],
      sum: 16
    });
  });

  test('of texts says how many wrote, and nothing of what', () => {
    const [tally] = talliesOf([words], from({ words: 'More songs' }, {})).questions;
    expect(tally).toMatchObject({ labels: [], counts: [], answered: 1, leftOut: 1 });
  });

  test('of nobody is nothing but zeros', () => {
    const { responses, questions } = talliesOf([often, people], []);
    expect(responses).toBe(0);
    expect(questions.map(({ counts }) => counts)).toEqual([[0, 0, 0], [0]]);
  });
});

describe('a table of two questions', () => {
  test('counts choices within groups, of those who answered both', () => {
    const given = from(
      { where: 0, often: 2 },
      { where: 0, often: 2 },
      { where: 1, often: 0 },
      { often: 1 }
    );
    expect(crossTableOf(often, where, given)?.counts).toEqual([
      [0, 0, 2],
      [1, 0, 0]
    ]);
  });

  test('is not made of answers that overlap, of one question twice, or of nobody', () => {
    expect(crossTableOf(did, where, from({ where: 0, did: [0] }))).toBeNull();
    expect(crossTableOf(where, where, from({ where: 0 }))).toBeNull();
    expect(crossTableOf(often, where, from({ where: 0 }))).toBeNull();
  });
});
