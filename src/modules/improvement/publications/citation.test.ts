import { expect, test } from 'vitest';
import { citationParts } from './citation.ts';

test.each([
  {
    about: 'words and an address, with words after it',
    source: 'NHS Fife 2019 https://example.org/a As far as it could be read.',
    parts: [
      { text: 'NHS Fife 2019' },
      { text: 'example.org', href: 'https://example.org/a' },
      { text: 'As far as it could be read.' }
    ]
  },
  {
    about: 'two addresses',
    source: 'https://a.example/x\nhttp://b.example/y',
    parts: [
      { text: 'a.example', href: 'https://a.example/x' },
      { text: 'b.example', href: 'http://b.example/y' }
    ]
  },
  {
    about: 'what only looks like an address',
    source: 'https:// http',
    parts: [{ text: 'https:// http' }]
  },
  {
    about: 'an address that would run something',
    source: 'javascript:alert(1)',
    parts: [{ text: 'javascript:alert(1)' }]
  },
  { about: 'nothing', source: ' ', parts: [] }
])('a citation of $about is shown in its parts', ({ source, parts }) => {
  expect(citationParts(source)).toEqual(parts);
});
