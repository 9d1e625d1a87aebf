import { peopleField } from '#core/form-state';
import { parse } from '#platform/command';
import { id, neededText, text } from '#platform/fields';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { lookedThrough } from './looked-through.ts';

const phone = 'Ring 0161 496 0000';
const shape = lookedThrough(
  {
    id: id(),
    title: neededText('Enter a title'),
    note: text(),
    contact: text(),
    results: v.optional(v.array(v.object({ result: text() })), []),
    cells: v.optional(v.array(v.array(v.string())), [])
  },
  { names: { note: 'The note', results: 'Result' }, except: ['contact'] }
);
const given = { id: '07700900-1234-4000-8000-016149600001', title: 'Story bags' };

/** The sentences by field, as a form shows them. */
function sentences(input: object): Record<string, string> {
  const answer = parse(shape, input);
  if (answer.ok) return {};
  return Object.fromEntries(answer.error.issues.map(({ path, message }) => [path, message]));
}

describe('an input that is looked through', () => {
  test('passes without the tick where nothing was found, and its command never sees the tick', () => {
    const answer = parse(shape, given);
    expect(answer).toEqual({
      ok: true,
      value: { ...given, note: '', contact: '', results: [], cells: [] }
    });
  });

  test('says beside the field what was found, and asks for the tick', () => {
    const found = sentences({ ...given, note: phone });
    expect(found).toEqual({
      note: '“The note” may hold a telephone number.',
      [peopleField]: expect.stringMatching(/^Take out what .* or tick that you have checked\.$/)
    });
  });

  test.each([true, 'yes', ['yes']])('passes once somebody has looked: %j', (checkedForPeople) => {
    const answer = parse(shape, { ...given, note: phone, checkedForPeople });
    expect(answer.ok && answer.value.note).toBe(phone);
    expect(answer.ok && peopleField in answer.value).toBe(false);
  });

  test('names a part of a list as forms do', () => {
    const found = sentences({ ...given, results: [{ result: 'Well' }, { result: phone }] });
    expect(Object.keys(found)).toEqual(['results.1.result', peopleField]);
    expect(found['results.1.result']).toBe('“Result” may hold a telephone number.');
  });

  test('says beside the tick what was found in the cells of a spreadsheet', () => {
    const cells = [
      ['Name', 'Note'],
      ['Brook', phone]
    ];
    expect(sentences({ ...given, cells })).toEqual({
      [peopleField]: expect.stringMatching(/^Row 2 may hold a telephone number\. Take out/)
    });
  });

  test('passes over what is meant to be seen', () => {
    expect(sentences({ ...given, contact: phone })).toEqual({});
  });

  test('calls a field without a label “this”', () => {
    expect(sentences({ ...given, title: phone })['title']).toBe(
      'This may hold a telephone number.'
    );
  });

  test('tells what else is wrong at the same time', () => {
    expect(sentences({ ...given, title: '', note: phone })).toMatchObject({
      title: 'Enter a title',
      note: '“The note” may hold a telephone number.'
    });
  });

  test('is refused as any other where it is no object at all', () => {
    expect(parse(shape, null).ok).toBe(false);
    expect(parse(shape, 'text').ok).toBe(false);
  });
});
