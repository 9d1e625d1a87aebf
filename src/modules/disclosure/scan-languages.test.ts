import { describe, expect, test } from 'vitest';
import { plainFigures } from './plain-figures.ts';
import { scanText } from './scan-text.ts';

/** What is found, as "kind: words". All names, numbers and addresses here are made up. */
const found = (text: string) =>
  scanText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('a date of birth in the languages of families', () => {
  test.each([
    // Welsh
    ['Ganwyd Gwenno Mair ar y 3ydd o Ebrill 2021', '3ydd o Ebrill 2021'],
    ['Dyddiad geni Llŷr: 3/4/2021', '3/4/2021'],
    ['Cafodd Gwenllian ei geni ar 12 Mehefin 2020', '12 Mehefin 2020'],
    ['Pen-blwydd Tomos: 4 Gorffennaf 2021', '4 Gorffennaf 2021'],
    // Gaelic
    ['Rugadh Eilidh NicDhòmhnaill air 3/4/2021', '3/4/2021'],
    ['Ceann-latha breith: 3 Giblean 2021', '3 Giblean 2021'],
    ['Rugadh i air an 12mh latha den Mhàrt 2019', '12mh latha den Mhàrt 2019'],
    // Polish
    ['Stanisław ur. 3 kwietnia 2021', '3 kwietnia 2021'],
    ['Zofia, data urodzenia 03.04.2021', '03.04.2021'],
    ['Łukasz urodził się 12 marca 2019', '12 marca 2019'],
    // Arabic and Urdu, in their own figures and in ours
    ['تاريخ الميلاد: ١٢/٠٣/٢٠١٩', '١٢/٠٣/٢٠١٩'],
    ['ولد أحمد في ٣/٤/٢٠٢١', '٣/٤/٢٠٢١'],
    ['تاریخ پیدائش 12-03-2019', '12-03-2019'],
    // Romanian, Spanish, French, Chinese
    ['Data nașterii: 03.04.2021', '03.04.2021'],
    ['fecha de nacimiento 3 abril 2021', '3 abril 2021'],
    ['née le 3 août 2021', '3 août 2021'],
    ['出生日期：２０２０－０３－０４', '２０２０－０３－０４']
  ])('in %j: %s', (text, date) => {
    expect(found(text)).toEqual([`date-of-birth: ${date}`]);
  });

  test.each([
    'Mai 2020, medi 2021',
    'geboren wurde die Idee am 3. März 2020',
    'data 12 lipca 2020'
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('figures of other keyboards', () => {
  test.each([
    ['هاتف ٠٧٧٠٠ ٩٠٠١٢٣', 'phone: ٠٧٧٠٠ ٩٠٠١٢٣'],
    ['رقم NHS ٩٤٣٤٧٦٥٩١٩', 'nhs-number: ٩٤٣٤٧٦٥٩١٩'],
    ['phone \u200e07700 900123\u200f', 'phone: 07700 900123'],
    ['07700\u200b900456', 'phone: 07700\u200b900456'],
    ['FK1\u00ad5RS', 'postcode: FK1\u00ad5RS']
  ])('in %j: %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test('are made plain one for one, so that positions hold', () => {
    expect(plainFigures('٠٧٧٠٠ ٩٠٠١٢٣')).toBe('07700 900123');
    expect(plainFigures('०७７＋\u200b')).toBe('077+ ');
  });
});
