import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { icalText, type CalendarEntry } from './ical.ts';

const madeAt = new Date('2026-03-28T22:30:00.000Z');
const entry: CalendarEntry = {
  uid: 'test-1@cairn',
  on: '2026-03-29', // the day that summer time begins
  title: 'Test 3: a bag, a book; and a song',
  description: 'Say what happened.\nC:\\nursery',
  address: 'https://cairn.example/p/fernhollow',
  category: 'Test of change'
};

/** Reads a calendar as a program would: unfolds, splits, takes the escapes away. Written for this test alone. */
function read(text: string): { name: string; value: string }[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const value = line
        .slice(colon + 1)
        .replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
      return { name: line.slice(0, colon), value };
    });
}
const valueOf = (text: string, name: string) =>
  read(text).find((line) => line.name === name)?.value;

describe('a calendar', () => {
  const text = icalText({ title: 'What is due in Fernhollow', entries: [entry] }, madeAt);

  test('has whole days that summer time does not move, and its own moment in UTC', () => {
    expect(valueOf(text, 'DTSTART;VALUE=DATE')).toBe('20260329');
    expect(valueOf(text, 'DTEND;VALUE=DATE')).toBe('20260330');
    expect(valueOf(text, 'DTSTAMP')).toBe('20260328T223000Z');
    const autumn = icalText({ title: '', entries: [{ ...entry, on: '2026-10-25' }] }, madeAt);
    expect(valueOf(autumn, 'DTEND;VALUE=DATE')).toBe('20261026');
    const newYear = icalText({ title: '', entries: [{ ...entry, on: '2027-12-31' }] }, madeAt);
    expect(valueOf(newYear, 'DTEND;VALUE=DATE')).toBe('20280101');
  });

  test('escapes what the format gives a meaning', () => {
    expect(text).toContain('SUMMARY:Test 3: a bag\\, a book\\; and a song\r\n');
    expect(text).toContain('DESCRIPTION:Say what happened.\\nC:\\\\nursery\r\n');
  });

  test('begins and ends as programs expect', () => {
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(valueOf(text, 'UID')).toBe('test-1@cairn');
  });

  test('is read again as it was written, in lines of at most 75 octets, whatever the texts', () => {
    // The character that stands for a torn one is what the test looks for, so no text may hold it.
    const texts = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .map((text) => text.replaceAll('\uFFFD', ''));
    fc.assert(
      fc.property(texts, texts, (title, description) => {
        const made = icalText({ title, entries: [{ ...entry, title, description }] }, madeAt);
        for (const line of made.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('\uFFFD');
        }
        const cleaned = (said: string) =>
          said
            .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
            .replaceAll(/\r\n?/g, '\n');
        expect(valueOf(made, 'SUMMARY')).toBe(cleaned(title));
        expect(valueOf(made, 'DESCRIPTION') ?? '').toBe(cleaned(description));
      })
    );
  });
});
