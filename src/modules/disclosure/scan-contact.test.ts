import { describe, expect, test } from 'vitest';
import { scanText } from './scan-text.ts';

/** What is found, as "kind: words". Telephone numbers are from the ranges kept for drama; all else is made up. */
const found = (text: string) =>
  scanText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('a telephone number', () => {
  test.each([
    ['0 7700 900 456', '0 7700 900 456'],
    ['07 700 900 456', '07 700 900 456'],
    ['Mum 07700 900 12 3', '07700 900 12 3'],
    ['07700_900_456', '07700_900_456'],
    ['07700 / 900456', '07700 / 900456'],
    ['00 44 7700 900456', '00 44 7700 900456'],
    ['44 7700 900456', '44 7700 900456'],
    ['call mum on 7700 900 456', '7700 900 456'],
    ['ph07700900456', '07700900456'],
    ['O7700 900456', 'O7700 900456'],
    ['077OO 9OO123', '077OO 9OO123'],
    [
      'oh seven seven double oh nine oh oh four five six',
      'oh seven seven double oh nine oh oh four five six'
    ],
    [
      'zero one four one, four nine six, zero four five six',
      'zero one four one, four nine six, zero four five six'
    ],
    ['01632 960456 (the nursery mum)', '01632 960456']
  ])('is in %j: %s', (text, number) => {
    expect(found(text)).toEqual([`phone: ${number}`]);
  });

  test.each([
    '07 70 09 00 12 3',
    'In 07 settings 700 children, 900 of them',
    '44 7000 children, 123 456',
    'one two three four five six seven eight nine',
    // Said before or after to be a desk's
    'call the family centre on 01632 960000',
    '0141 496 0000 is our reception number',
    '01632 960456 (main office)'
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a mailbox of an office', () => {
  test.each([
    'info@fernhollow.example',
    'nursery@council.example.gov.uk',
    'early.years@council.example',
    'earlyyears@council.example',
    'elmparknursery@council.example',
    'elm.park.nursery@council.example',
    'Family-Support@council.example',
    'hv.team@health.example',
    'no-reply@example.org',
    'ymholiadau@cyngor.example',
    'enquiries (at) council dot gov dot uk'
  ])('is nobody’s own: %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    'jo.bloggs@council.example',
    'jo.info@council.example',
    'mrs.smith@elmpark.example.sch.uk',
    'team-leader.jo@council.example',
    'elmpark@council.example',
    'jane@admin.example',
    // A childminder's own, at a host of private people
    'elmparknursery@gmail.com'
  ])('is not %j', (text) => {
    expect(found(text)).toEqual([`email: ${text}`]);
  });
});

describe('the code of a room', () => {
  test.each([
    'Room B2 4AB is booked',
    'in Room G12 4BX',
    'room G12 4B',
    'Classes P1 2SM and P2 3JB',
    'Locker E4 2HD',
    'rm: B2 4AB'
  ])('is no postcode: %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each(['room 12, PA3 4BX', 'the block at PA3 4BX', 'class of PA3 4BX'])(
    'is not taken for one that stands further off: %j',
    (text) => {
      expect(found(text)).toEqual(['postcode: PA3 4BX']);
    }
  );
});
