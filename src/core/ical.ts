import { dateOf } from './dates.ts';

/** Dates as a calendar that other programs read (iCalendar, RFC 5545). */

export type CalendarEntry = {
  /** The same for the same thing, whenever the calendar is made: programs then move it and do not double it. */
  readonly uid: string;
  /** A whole day, `YYYY-MM-DD`. A day has no time zone, so summer time cannot move it. */
  readonly on: string;
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly category: string;
};

export type CalendarFile = {
  readonly title: string;
  readonly entries: readonly CalendarEntry[];
};

const longestLine = 75; // octets, the line break not counted (RFC 5545, 3.1)
const encoder = new TextEncoder();

/**
 * The text of a calendar: lines that end in CRLF and are folded at 75 octets, no character cut in two; commas, semicolons,
 * backslashes and line breaks in texts escaped; each entry a whole day whose end is the day after (RFC 5545, 3.6.1).
 * `madeAt` is written in UTC. Programs are asked to look again every six hours.
 *
 * @example
 * icalText({ title: 'Fernhollow', entries: [] }, new Date('2026-03-02T10:00:00Z'))
 * // 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…'
 */
export function icalText({ title, entries }: CalendarFile, madeAt: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cairn//What is due//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => entryLines(entry, madeAt)),
    'END:VCALENDAR'
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, madeAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${utcMoment(madeAt)}`,
    `DTSTART;VALUE=DATE:${compact(entry.on)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(entry.on))}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escaped(entry.description)}`]),
    `URL:${entry.address.replaceAll(/[\r\n]/g, '')}`,
    `CATEGORIES:${escaped(entry.category)}`,
    'TRANSP:TRANSPARENT', // a reminder keeps nobody from meeting
    'END:VEVENT'
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** A line that is too long goes on in the next, which begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function dayAfter(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + 1);
  return dateOf(noon);
}

function utcMoment(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
