import { distinct, firstText, numberOf, type Loose } from './json-parts.ts';

const days: Readonly<Record<string, string>> = {
  MO: 'Mondays',
  TU: 'Tuesdays',
  WE: 'Wednesdays',
  TH: 'Thursdays',
  FR: 'Fridays',
  SA: 'Saturdays',
  SU: 'Sundays'
};
const ordinals: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last'
};

/**
 * A time of a service in words. HSDS 1 says a weekday in its own words in `regular_schedule`; from version 2 on, `schedule` follows
 * iCalendar's rules (`freq`, `byday`, `interval`). What is not understood is given as it stands, and nothing is worked out.
 *
 * @example
 * scheduleWords({ freq: 'WEEKLY', byday: 'TU,TH', opens_at: '10:00:00', closes_at: '11:30' }) // 'Tuesdays, Thursdays, 10:00 to 11:30'
 */
export function scheduleWords(schedule: Loose): string {
  const parts = [
    [dayWords(schedule), everyWords(schedule)].filter((part) => part !== '').join(', '),
    clockWords(schedule),
    spanWords(schedule),
    ...distinct([firstText(schedule, 'description'), firstText(schedule, 'notes')])
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function dayWords(schedule: Loose): string {
  const given = firstText(schedule, 'byday', 'weekday');
  const words = given
    .split(/[,;]/)
    .map((part) => dayName(part.trim()))
    .filter((part) => part !== '');
  const dates = firstText(schedule, 'bymonthday');
  const ofTheMonth = dates === '' ? [] : [`on day ${dates} of the month`];
  const onDate = firstText(schedule, 'dtstart').slice(0, 10);
  const isOnce = words.length + ofTheMonth.length === 0 && firstText(schedule, 'freq') === '';
  return [...words, ...ofTheMonth, ...(isOnce && onDate !== '' ? [onDate] : [])].join(', ');
}

function dayName(given: string): string {
  const rule = /^(-?\d)?(MO|TU|WE|TH|FR|SA|SU)$/i.exec(given);
  const day = days[(rule?.[2] ?? given.slice(0, 2)).toUpperCase()];
  if (rule === null) {
    const isWhole = day !== undefined && day.slice(0, -1).toLowerCase() === given.toLowerCase();
    return isWhole ? day : given;
  }
  const which = rule[1];
  if (day === undefined || which === undefined) return day ?? given;
  const ordinal = ordinals[which];
  return ordinal === undefined ? given : `${ordinal} ${day.slice(0, -1)} of the month`;
}

function everyWords(schedule: Loose): string {
  const interval = numberOf(schedule['interval']) ?? 1;
  const often = firstText(schedule, 'freq').toUpperCase();
  const units: Readonly<Record<string, string>> = {
    DAILY: 'day',
    WEEKLY: 'week',
    MONTHLY: 'month',
    YEARLY: 'year'
  };
  const unit = units[often];
  if (unit === undefined) return often.toLowerCase();
  if (interval > 1) return `every ${interval} ${unit}s`;
  const isSaid = firstText(schedule, 'byday', 'weekday', 'bymonthday') !== '';
  return isSaid ? '' : `every ${unit}`;
}

/** `10:00:00`, `10:00` and a whole moment say the same time of day. */
function clock(text: string): string {
  return /(?:^|T)(\d{1,2}:\d{2})/.exec(text)?.[1] ?? text;
}

function clockWords(schedule: Loose): string {
  const opens = clock(firstText(schedule, 'opens_at'));
  const closes = clock(firstText(schedule, 'closes_at'));
  if (opens !== '' && closes !== '') return `${opens} to ${closes}`;
  if (opens !== '') return `from ${opens}`;
  return closes === '' ? '' : `until ${closes}`;
}

function spanWords(schedule: Loose): string {
  const from = firstText(schedule, 'valid_from').slice(0, 10);
  const to = firstText(schedule, 'valid_to', 'until').slice(0, 10);
  if (from !== '' && to !== '') return `from ${from} until ${to}`;
  if (from !== '') return `from ${from}`;
  return to === '' ? '' : `until ${to}`;
}
