import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from './command.ts';

const schema = v.object({
  answer: v.picklist(['yes', 'no'], 'Choose an answer'),
  note: v.optional(v.string(), ''),
  inner: v.object({ title: v.pipe(v.string(), v.nonEmpty('Enter a title')) })
});

describe('what a form sent', () => {
  test('is the input when nothing is wrong', () => {
    expect(parse(schema, { answer: 'yes', inner: { title: 'A' } })).toEqual({
      ok: true,
      value: { answer: 'yes', note: '', inner: { title: 'A' } }
    });
  });

  test('tells every problem by its field, one left alone in the words of that field', () => {
    expect(parse(schema, { inner: { title: '' } })).toEqual({
      ok: false,
      error: {
        kind: 'invalid-input',
        issues: [
          { path: 'answer', message: 'Choose an answer' },
          { path: 'inner.title', message: 'Enter a title' }
        ]
      }
    });
  });

  test('may be no form at all', () => {
    expect(parse(schema, null).ok).toBe(false);
  });
});
