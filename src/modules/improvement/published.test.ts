import { describe, expect, test } from 'vitest';
import { sourceParts } from './published.ts';

describe('the parts of a source', () => {
  test('are addresses by the name of their site, and the words between', () => {
    expect(
      sourceParts('https://a.example/b.pdf  http://c.example As far as it could be read.')
    ).toEqual([
      { text: 'a.example', href: 'https://a.example/b.pdf' },
      { text: 'c.example', href: 'http://c.example/' },
      { text: 'As far as it could be read.', href: null }
    ]);
  });

  test('are words where there is no address that can be followed', () => {
    expect(sourceParts('javascript:alert(1)')).toEqual([
      { text: 'javascript:alert(1)', href: null }
    ]);
    expect(sourceParts('https://')).toEqual([{ text: 'https://', href: null }]);
    expect(sourceParts('')).toEqual([]);
  });
});
