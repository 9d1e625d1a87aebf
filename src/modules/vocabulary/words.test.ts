import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linkedParts } from '#core/linked-words';
import { otherNames, readWords, wordsToLink } from './index.ts';

const json: unknown = JSON.parse(readFileSync('content/words/early-years/words.json', 'utf8'));
const read = readWords(json);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const words = read.value;
const toLink = wordsToLink(words);

describe('the words of the field', () => {
  // Forty-one of them were counted in the toolkit’s glossary.
  test('are eighty-one, each with a definition of its own', () => {
    expect(words).toHaveLength(81);
    expect(new Set(words.map(({ means }) => means)).size).toBe(81);
  });

  test('are refused where a form stands for two of them', () => {
    const one = { id: 'a', word: 'Actor', also: ['system'], means: 'x', topic: 'figures' };
    const other = { id: 'b', word: 'System', also: [], means: 'y', topic: 'figures' };
    expect(readWords({ words: [one, other] })).toMatchObject({
      error: [{ kind: 'repeated-id', id: 'system' }]
    });
  });
});

test('a plural is no other name', () => {
  const named = (word: string, ...also: string[]) =>
    otherNames({ id: 'a', word, also, means: 'x', topic: 'figures', everyday: false });
  expect(named('Theory of change', 'theories of change')).toEqual([]);
  expect(named('Boundary', 'boundaries')).toEqual([]);
  expect(named('Actor', 'actors', 'stakeholder', 'stakeholders')).toEqual([
    'stakeholder',
    'stakeholders'
  ]);
  expect(named('Place-based strategy', 'place-based')).toEqual(['place-based']);
});

describe('a text with its words linked', () => {
  const linked = (text: string, seen = new Set<string>()) =>
    linkedParts(text, toLink, seen).map((part) => (part.word === null ? part.text : [part.word]));

  test('links each word where it is used for the first time', () => {
    const seen = new Set<string>();
    expect(linked('Governance, then governance.', seen)).toEqual([
      ['governance'],
      ', then governance.'
    ]);
    expect(linked('Governance again', seen)).toEqual(['Governance again']);
  });

  test('takes the longest word, knows other forms, and none within a longer word', () => {
    expect(linked('A theory of change of a system')).toEqual([
      'A ',
      ['theory-of-change'],
      ' of a ',
      ['system']
    ]);
    expect(linked('Stakeholders are systematic')).toEqual([['actors'], ' are systematic']);
    expect(linked('Nothing to see')).toEqual(['Nothing to see']);
  });
});
