import { describe, expect, test } from 'vitest';
import { scanText } from './scan-text.ts';

/** What is found, as "kind: words". All of it is made up. */
const found = (text: string) =>
  scanText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('a date of birth', () => {
  test.each([
    ['born the 2nd day of January 2020', '2nd day of January 2020'],
    ['born nine August twenty twenty', 'nine August twenty twenty'],
    ['born 9th of the 8th 2020', '9th of the 8th 2020'],
    ['DOB ninth of the eighth 2020', 'ninth of the eighth 2020'],
    ['DOB 9 8 2020', '9 8 2020'],
    ['DoB ~ 09|08|2020', '09|08|2020'],
    ['DOB 9/8', '9/8'],
    ['date_of_birth=2020-08-09', '2020-08-09'],
    ['DOB Ava Smith: 9 August 2020', '9 August 2020'],
    ['birthday falls on the ninth of August', 'ninth of August'],
    ['Maja’s 2nd birthday party is on 9 August 2025', '9 August 2025'],
    ['was born at 3am on 9 August 2020', '9 August 2020'],
    ['born on Sun 9 Aug 2020', '9 Aug 2020'],
    ['Born in Stirling Royal, 9/8/2020', '9/8/2020'],
    ['delivered by emergency section on 9 August 2020', '9 August 2020'],
    ['baby boy, 9/8/2020, 7lb 2oz', '9/8/2020'],
    ['Her due date is 9 August 2026', '9 August 2026']
  ])('is in %j: %s', (text, date) => {
    expect(found(text)).toEqual([`date-of-birth: ${date}`]);
  });

  test.each([
    'Due date: 9 August 2026',
    'delivered by the team on 3 March 2026',
    'Date of birth given for 3/4 of children',
    'birthday cards, 3/4 of them',
    'playgroup’s birthday party is on 9 August 2025',
    'one, May 2020',
    'the report is due on 9 August 2026'
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('one child', () => {
  test.each([
    [
      'Elm Park Primary: a girl of 3 years 2 months',
      'Elm Park Primary: a girl of 3 years 2 months'
    ],
    [
      'Ysgol Gynradd Glan-y-Môr: girl of 4 years 3 months',
      'Ysgol Gynradd Glan-y-Môr: girl of 4 years 3 months'
    ]
  ])('is singled out in %j', (text, words) => {
    expect(found(text)).toEqual([`one-child: ${words}`]);
  });

  test.each([
    'At Elm Park Primary, 3 years 4 months of data',
    'Elm Park Primary: open for 3 years 2 months',
    'At Elm Park Nursery for 3 years 2 months of work'
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
