import { describe, expect, test } from 'vitest';
import { dateInOrder, datesSentence, orderOfDates, withDatesInOrder } from './date-order.ts';

describe('which number of a date in digits is the day', () => {
  test.each([
    { texts: ['01/02/2024', '13/02/2024'], kind: 'decided', order: 'day-first' },
    { texts: ['01/02/2024', '02/13/2024'], kind: 'decided', order: 'month-first' },
    { texts: ['1.2.24', '28.2.24 09:30'], kind: 'decided', order: 'day-first' },
    { texts: ['01/02/2024', '03/04/2024'], kind: 'open' },
    { texts: ['13/02/2024', '02/13/2024'], kind: 'contrary' }
  ])('$texts: $kind $order', ({ texts, ...expected }) => {
    expect(orderOfDates(texts)).toMatchObject(expected);
  });

  test.each([[['05/05/2024']], [['2024-02-01', '1 Feb 2024', '']], [['61.2', '3']]])(
    'is in no doubt in %j',
    (texts) => {
      expect(orderOfDates(texts)).toBeNull();
    }
  );

  test('a date is read in either order, if it is in the calendar', () => {
    expect(dateInOrder('01/02/2024', 'day-first')).toBe('2024-02-01');
    expect(dateInOrder('01/02/24 10:15', 'month-first')).toBe('2024-01-02');
    expect(dateInOrder('02/30/2024', 'month-first')).toBeNull();
    expect(dateInOrder('1 Feb 2024', 'month-first')).toBeNull();
  });
});

describe('a table with dates in digits', () => {
  const table = (...dates: string[]) => [['Date', 'Value'], ...dates.map((date) => [date, '4'])];

  test('is read month first where one of its dates can be nothing else', () => {
    const { cells, dates } = withDatesInOrder(table('01/02/2024', '01/13/2024', ''));
    expect(cells.map(([date]) => date)).toEqual(['Date', '2024-01-02', '2024-01-13', '']);
    expect(dates && datesSentence(dates)).toContain('01/13/2024 can be nothing else');
  });

  test('is read as somebody says where its dates leave it open, and day first where nobody does', () => {
    const given = table('01/02/2024', '01/03/2024');
    expect(withDatesInOrder(given).cells).toEqual(given);
    expect(withDatesInOrder(given).dates).toMatchObject({ order: 'day-first' });
    expect(withDatesInOrder(given, 'month-first').cells[1]).toEqual(['2024-01-02', '4']);
  });

  test('one column that decides speaks for the others', () => {
    const given = [
      ['Opened', 'Closed'],
      ['01/02/2024', '12/31/2024'],
      ['03/04/2024', '']
    ];
    expect(withDatesInOrder(given).cells[2]).toEqual(['2024-03-04', '']);
  });

  test('keeps what is against what somebody says, and what is contrary', () => {
    const british = table('13/02/2024', '01/02/2024');
    expect(withDatesInOrder(british, 'month-first').cells).toEqual(british);
    const mixed = table('13/02/2024', '02/13/2024');
    expect(withDatesInOrder(mixed).cells).toEqual(mixed);
    expect(withDatesInOrder(mixed).dates?.found.kind).toBe('contrary');
  });

  test('leaves alone dates within a column of notes, and figures', () => {
    const notes = [
      ['Date', 'Note'],
      ['2024-01-01', '01/13/2024'],
      ['2024-02-01', 'snow']
    ];
    expect(withDatesInOrder(notes)).toEqual({ cells: notes, dates: null });
    const ratios = [['Ratio'], ['1.2'], ['12.13']];
    expect(withDatesInOrder(ratios).dates).toBeNull();
  });
});
