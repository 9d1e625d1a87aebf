import { describe, expect, test } from 'vitest';
import type { FactorId } from '#modules/vocabulary';
import { FactorWords, suggestFactors } from './suggest.ts';

const factor = (id: string, title: string, words: string[]) => ({
  id: id as FactorId, // made up for the test
  title,
  words
});
const words = new FactorWords([
  factor('play', 'Play and verbal exchanges', ['rhyme', 'stay and play']),
  factor('nutrition', 'Nutrition', ['food', 'weaning']),
  factor('stress', 'Parent stress', ['food bank']),
  factor('schools', 'Schools', ['school']),
  factor('nursery', 'Nursery provision', ['pre school'])
]);
const service = (name: string, description = '', tags: string[] = []) => ({
  name,
  description,
  tags,
  type: ''
});

describe('factors are suggested by the words of the vocabulary', () => {
  test('in the name before the description, each with the word that says so', () => {
    expect(
      suggestFactors(service('Rhyme Time', 'Rhyme, and weaning for beginners'), words)
    ).toEqual([
      { factor: 'play', word: 'rhyme', field: 'name' },
      { factor: 'nutrition', word: 'weaning', field: 'description' }
    ]);
  });

  test('and a longer word counts before the one that stands within it', () => {
    expect(suggestFactors(service('Vale Food Bank'), words).map((one) => one.factor)).toEqual([
      'stress'
    ]);
    expect(
      suggestFactors(service('Pre-school at the Mill'), words).map((one) => one.factor)
    ).toEqual(['nursery']);
  });

  test('which stand there whole', () => {
    expect(suggestFactors(service('Rhymes and foods', 'Schooling'), words)).toEqual([]);
  });

  test('in tags too, but not across two of them', () => {
    expect(suggestFactors(service('Hub', '', ['Stay and play']), words)).toEqual([
      { factor: 'play', word: 'stay and play', field: 'tags' }
    ]);
    expect(suggestFactors(service('Hub', '', ['Food', 'Bank']), words)).toEqual([
      { factor: 'nutrition', word: 'food', field: 'tags' }
    ]);
  });
});
