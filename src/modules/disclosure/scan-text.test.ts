import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../tests/support/processor-time.ts';
import { findKinds, findSentence, scanText } from './index.ts';
import { hasCheckDigit } from './scan-identity-number.ts';
import { hasCandidateCheckDigit, hasPupilCheckLetter } from './scan-school-number.ts';

/** What is found, as "kind: words". All names, numbers and addresses here are made up. */
const found = (text: string) =>
  scanText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('the check digit', () => {
  // 943 476 5919 is the NHS's own worked example: 299 divided by 11 leaves 2, and 11 less 2 is 9.
  test.each([
    { digits: '9434765919', answer: true },
    { digits: '9434765918', answer: false },
    { digits: '9434765199', answer: false },
    // 0×10+1×9+0×8+4×7+2×6+1×5+0×4+0×3+0×2 = 54, 54 leaves 10, 11 less 10 is 1.
    { digits: '0104210001', answer: true },
    { digits: '1000000001', answer: true },
    // 10×1 + 2×1 = 12 leaves 1: the check digit would be ten, which no digit is.
    { digits: '1000000010', answer: false },
    { digits: '1000000011', answer: false }
  ])('of $digits is right: $answer', ({ digits, answer }) => {
    expect(hasCheckDigit(digits)).toBe(answer);
  });
});

describe('the check letter of a pupil number', () => {
  test.each([
    // 8×2 + 1×4 + 2×5 + 1×10 + 1×13 = 53, 53 divided by 23 leaves 7, and place 7 from 0 is H.
    { number: 'H801200001001', answer: true },
    { number: 'A801200001001', answer: false },
    { number: 'H801200001002', answer: false },
    // The letter A at the end counts 0: 40 leaves 17, and place 17 is U.
    { number: 'U80120000100A', answer: true }
  ])('of $number is right: $answer', ({ number, answer }) => {
    expect(hasPupilCheckLetter(number)).toBe(answer);
  });
});

describe('the check digit of a candidate number', () => {
  test.each([
    // 5×2 + 1×7 + 2×6 + 3×5 + 4×4 + 5×3 + 6×2 = 87, 87 leaves 10, and 11 less 10 is 1.
    { digits: '051234561', answer: true },
    { digits: '051234562', answer: false }
  ])('of $digits is right: $answer', ({ digits, answer }) => {
    expect(hasCandidateCheckDigit(digits)).toBe(answer);
  });
});

describe('the scanner finds', () => {
  test.each([
    // NHS numbers
    ['Child 943 476 5919 was seen.', ['nhs-number: 943 476 5919']],
    ['943-476-5919', ['nhs-number: 943-476-5919']],
    ['NHS no: 9434765919', ['nhs-number: 9434765919']],
    ['NHS9434765919', ['nhs-number: 9434765919']],
    ['943 - 476 - 5919', ['nhs-number: 943 - 476 - 5919']],
    ['943–476–5919.', ['nhs-number: 943–476–5919']],
    ['NHS number 94 34 76 59 19', ['nhs-number: 94 34 76 59 19']],
    // CHI numbers
    ['CHI 0104210001', ['chi-number: 0104210001']],
    ['chi: 010421 0001, seen twice', ['chi-number: 010421 0001']],
    ['010-421-0001', ['chi-number: 010-421-0001']],
    ['(3112991230)', ['chi-number: 3112991230']],
    // Dates of birth
    ['DOB 12/03/2019', ['date-of-birth: 12/03/2019']],
    ['d.o.b.: 12th of March 2019', ['date-of-birth: 12th of March 2019']],
    ['Date of birth is 2019-03-12', ['date-of-birth: 2019-03-12']],
    ['Date of birth (dd/mm/yyyy): 01.02.20', ['date-of-birth: 01.02.20']],
    ['"date of birth": "2019-03-12"', ['date-of-birth: 2019-03-12']],
    ['DOB: 120319', ['date-of-birth: 120319']],
    ['D.O.B 12-3-19', ['date-of-birth: 12-3-19']],
    ['date of birth 12 03 2019', ['date-of-birth: 12 03 2019']],
    ['birth date: 12-Mar-2019', ['date-of-birth: 12-Mar-2019']],
    ['Date of birth: 2019/03/12', ['date-of-birth: 2019/03/12']],
    ['b. 12/03/2019', ['date-of-birth: 12/03/2019']],
    ["the child's date of birth was the 3rd July 2018", ['date-of-birth: 3rd July 2018']],
    ['Jo was born on Monday 4 May 2021', ['date-of-birth: 4 May 2021']],
    ['Jo was born in Fernhollow on 4 May 2021', ['date-of-birth: 4 May 2021']],
    ['(born March 4th, 2021)', ['date-of-birth: March 4th, 2021']],
    ['4 May 2021 (DOB)', ['date-of-birth: 4 May 2021']],
    ['4 May 2021 is her date of birth', ['date-of-birth: 4 May 2021']],
    ['Her birthday is 4/5/21', ['date-of-birth: 4/5/21']],
    ['Jo was born early, on 4 May 2021', ['date-of-birth: 4 May 2021']],
    ['Jo turned two on 4 May 2021', ['date-of-birth: 4 May 2021']],
    ['4 May 2021, her birthday', ['date-of-birth: 4 May 2021']],
    // Days as words
    ['born in the early hours of 3 April 2021', ['date-of-birth: 3 April 2021']],
    ['Jo was born at midnight on 4 May 2021', ['date-of-birth: 4 May 2021']],
    ['born on the third of April 2021', ['date-of-birth: third of April 2021']],
    [
      'Jo was born on the twenty-first of March 2019.',
      ['date-of-birth: twenty-first of March 2019']
    ],
    ['DOB: April the third, 2021', ['date-of-birth: April the third, 2021']],
    // Birthdays of children, though a number stands before them
    ['Ava’s first birthday is on 3 April 2026', ['date-of-birth: 3 April 2026']],
    ["Sam's 10th birthday on 3 April 2026", ['date-of-birth: 3 April 2026']],
    // Pasted tables
    ['4586630167,2', ['nhs-number: 4586630167']],
    ['area,number,count\nFK1,4586630167,2\n', ['nhs-number: 4586630167']],
    ['ab123456c,3', ['nino: ab123456c']],
    ['2,4586630167', ['nhs-number: 4586630167']],
    ['1,0104210001,3', ['chi-number: 0104210001']],
    ['3,07700900123,4', ['phone: 07700900123']],
    [
      'name,DOB,visits\nAva,03/04/2021,2\nBo,"2020-01-02",3',
      ['date-of-birth: 03/04/2021', 'date-of-birth: 2020-01-02']
    ],
    ['Date of birth\tVisits\n3 April 2021\t4', ['date-of-birth: 3 April 2021']],
    // Numbers of pupils, candidates and the insured
    ['UPN H801200001001', ['upn: H801200001001']],
    ['h801200001001;2', ['upn: h801200001001']],
    ['H 801 2000 01001', ['upn: H 801 2000 01001']],
    ['SCN 051234561', ['scn: 051234561']],
    ['Scottish Candidate Number: 05 123 456 1', ['scn: 05 123 456 1']],
    ['051234561,2', ['scn: 051234561']],
    ['NI number QQ 12 34 56 C', ['nino: QQ 12 34 56 C']],
    ['AB123456C', ['nino: AB123456C']],
    ['NINO: ab 12 34 56', ['nino: ab 12 34 56']],
    // Postcodes
    ['They live at FK1 5RS.', ['postcode: FK1 5RS']],
    ['fk15rs', ['postcode: fk15rs']],
    ['EC1A 1BB and M1 1AE', ['postcode: EC1A 1BB', 'postcode: M1 1AE']],
    ['ZZ99 3CZ', ['postcode: ZZ99 3CZ']],
    // Telephone numbers, from the ranges kept for drama
    ['Ring 07700 900123', ['phone: 07700 900123']],
    ['07700900123', ['phone: 07700900123']],
    ['(01632) 960001', ['phone: (01632) 960001']],
    ['020 7946 0958', ['phone: 020 7946 0958']],
    ['0131-496-0123', ['phone: 0131-496-0123']],
    ['+44 (0)7700 900123', ['phone: +44 (0)7700 900123']],
    ['+447700900123', ['phone: +447700900123']],
    ['0044 7700 900123', ['phone: 0044 7700 900123']],
    ['tel:+44-7700-900-123', ['phone: +44-7700-900-123']],
    ['Mobile:07700-900-123;', ['phone: 07700-900-123']],
    ['01632 960 001 ext 12', ['phone: 01632 960 001']],
    // Numbers as people part them
    ['943.476.5919', ['nhs-number: 943.476.5919']],
    ['NHS No. 943/476/5919', ['nhs-number: 943/476/5919']],
    ['943_476_5919', ['nhs-number: 943_476_5919']],
    ['NHS number is 943\n476 5919', ['nhs-number: 943\n476 5919']],
    ['CHI 01/04/21 0001', ['chi-number: 01/04/21 0001']],
    ['CHI: 01.04.21.0001', ['chi-number: 01.04.21.0001']],
    ['010421/0001', ['chi-number: 010421/0001']],
    ['010421.0001', ['chi-number: 010421.0001']],
    ['chi no 104210001', ['chi-number: 104210001']],
    ['https://records.example/?nhs=9434765919', ['nhs-number: 9434765919']],
    ['AB.12.34.56.C', ['nino: AB.12.34.56.C']],
    ['AB 123 456 C', ['nino: AB 123 456 C']],
    ['AB/123456/C', ['nino: AB/123456/C']],
    ['FK1-5RS', ['postcode: FK1-5RS']],
    ['FK1, 5RS', ['postcode: FK1, 5RS']],
    ['She lives at fk1 2nd', ['postcode: fk1 2nd']],
    ['07700/900123', ['phone: 07700/900123']],
    ['tel 7700 900123', ['phone: 7700 900123']],
    ['447700900123', ['phone: 447700900123']],
    ['jo.bloggs (at) example.org', ['email: jo.bloggs (at) example.org']],
    ['jo [at] example [dot] org', ['email: jo [at] example [dot] org']],
    ['jo.bloggs at example dot org', ['email: jo.bloggs at example dot org']],
    ['jo.bloggs @ example.org', ['email: jo.bloggs @ example.org']],
    // Days and years in words, and without their year
    ['born 4th of May twenty twenty-one', ['date-of-birth: 4th of May twenty twenty-one']],
    [
      'born on the third of April two thousand and twenty-one',
      ['date-of-birth: third of April two thousand and twenty-one']
    ],
    [
      'DOB is the twelfth of March twenty nineteen',
      ['date-of-birth: twelfth of March twenty nineteen']
    ],
    ['Jo was born on 4 May', ['date-of-birth: 4 May']],
    ['DOB 4 May', ['date-of-birth: 4 May']],
    ['DOB: 2021-05', ['date-of-birth: 2021-05']],
    ['Date of birth May 2021', ['date-of-birth: May 2021']],
    ['Her birthday is the 4th of May', ['date-of-birth: 4th of May']],
    ['born, as she told us, on 3 April 2021', ['date-of-birth: 3 April 2021']],
    ['The twins were born on 3 and 4 April 2021', ['date-of-birth: 4 April 2021']],
    ['She gave birth on 3 April 2021', ['date-of-birth: 3 April 2021']],
    ['The baby arrived on 3 April 2021', ['date-of-birth: 3 April 2021']],
    ['Her baby is due on 3 April 2026', ['date-of-birth: 3 April 2026']],
    ['Ava will be three on 4 May 2026', ['date-of-birth: 4 May 2026']],
    ['She was one on 3 April 2022', ['date-of-birth: 3 April 2022']],
    // Initials with a date
    ['R.M. (3 April 2021) is waiting', ['one-child: R.M. (3 April 2021']],
    ['child KM 12/03/2019', ['one-child: KM 12/03/2019']],
    ['KM (12/03/2019) was referred', ['one-child: KM (12/03/2019']],
    ['Child A (12.3.19)', ['one-child: A (12.3.19']],
    ['pupil J.S. 2019-03-12', ['one-child: J.S. 2019-03-12']],
    // An exact age with a setting
    [
      'aged 4 years 2 months at Fernhollow Primary School',
      ['one-child: 4 years 2 months at Fernhollow Primary School']
    ],
    ["boy, 4y 2m, at St Mary's Nursery", ["one-child: 4y 2m, at St Mary's Nursery"]],
    [
      'she is 4 years and 2 months old and goes to Elm Park Primary',
      ['one-child: 4 years and 2 months old and goes to Elm Park Primary']
    ],
    [
      '2 year 3 month old boy at Mill Lane Nursery',
      ['one-child: 2 year 3 month old boy at Mill Lane Nursery']
    ],
    ['aged 26 months, at Mill Lane Nursery', ['one-child: 26 months, at Mill Lane Nursery']],
    [
      'At Elm Park Primary, a boy of 4 years 2 months',
      ['one-child: At Elm Park Primary, a boy of 4 years 2 months']
    ],
    // E-mail addresses
    ['Write to jo.bloggs@example.org.', ['email: jo.bloggs@example.org']],
    ["mail <a_b+c@nursery.example.sch.uk>, don't wait", ['email: a_b+c@nursery.example.sch.uk']]
  ])('in %j: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('several in one text, in order, with positions that cut them out', () => {
    const text = 'Ava, dob 3/4/2020, 010421 0001, FK1 5RS, 07700 900123, a@b.example';
    expect(found(text)).toEqual([
      'date-of-birth: 3/4/2020',
      'chi-number: 010421 0001',
      'postcode: FK1 5RS',
      'phone: 07700 900123',
      'email: a@b.example'
    ]);
  });

  test('positions in UTF-16 units after an emoji', () => {
    expect(scanText('👶 FK1 5RS')).toEqual([{ kind: 'postcode', start: 3, end: 10 }]);
  });

  test('a telephone number, not an NHS number, behind a country code', () => {
    expect(found('+44 943 476 5919')).toEqual(['phone: +44 943 476 5919']);
  });
});

describe('the scanner leaves alone', () => {
  test.each([
    'It cost £9434765919, or 9434765919.50 with tax.',
    '9434765918 has the wrong check digit',
    '94347659190 has eleven digits',
    '0000000000 and 1111111111',
    'In 2019, 2020 and 2021 there were 120, 345 and 1,234,567 visits.',
    '2019 2020 2021 2022',
    'Counts by month: 94 34 76 59 19',
    '12, 14, 9, 30 and 41 children; 9 of 10 settings; 35-40 hours',
    'between 2019-2020 and 2020-21',
    'aged 4 on 12/03/2019',
    'The rate rose from 12.5% to 30.25 per 1000.',
    'Families in FK1, FK2 and EC1A took part.',
    'The review was on 12/03/2019.',
    'We met on 4 May 2021 and again on 2021-06-01.',
    'Children born between 1 April 2023 and 31 March 2024',
    'children born on or after 1 March 2020',
    'Babies born in 2021',
    'Review on 12 March 2019, born too early',
    'Date of birth was not recorded on the form of 12 May 2021',
    'dob 31/02/2019',
    'on 01-02-2024 100 children came',
    'Q4 3pm, S1 1st, A4 paper, B12 vitamins, COVID19',
    'E06000001 and S12000014 are area codes',
    'The centre’s 10th birthday on 3 April 2026',
    "Our family centre's first birthday is on 3 April 2026",
    'The nursery celebrates its 10th birthday on 3 April 2026',
    'We mark the 25th birthday on 3 April 2026 with a fair',
    '3 April 2026 is the centre’s birthday',
    'The Orchard Centre was born on 3 April 2016',
    'Born to Move on 3 April 2026',
    'King’s Birthday 14 June 2026',
    'Closed for the Queen’s official birthday, 11 June 2022',
    'the project was born on the third of April 2016',
    'The hub turned five on 3 April 2026',
    'Born out of a meeting on 3 April 2026',
    'A801200001001 has the wrong check letter',
    '051234562 and 999999999 are no candidate numbers, nor is 250000000',
    'name,date,visits\nAva,03/04/2021,2',
    'dob,visits\n\nThe review was on 3 April 2021, as planned',
    'BG123456A and GB123456Z are not given out',
    'In all 1,234,567,890 and 12,345,678.90 pounds',
    // What is counted off, in any letters
    'Families in SIMD L1 2nd decile',
    'M1 2ND DECILE',
    'S1 2ND YEAR PUPILS',
    'L1 4TH FLOOR',
    'S1 3YR OLDS',
    'W1 8hr',
    // Registers of books, bodies, places and goods
    'ISBN 0306406152',
    'dataset 0104210001',
    'SNOMED code 9434765919',
    'order number 9434765919',
    'invoice AB123456D',
    'UPRN 01632960001',
    'grid reference NS 12 34 56',
    'NS 25 73 12 a school, and at 12 30 45 a day later',
    'ICD-10 code F80 9AB',
    'LAESTAB 330/4321, URN 123456, EY123456, UKPRN 10001234',
    'E08000009, S12000033, W06000015, N09000003, E02006534',
    '6c62ed14-8b3b-4e43-b6d6-010421000112',
    'https://www.gov.scot/publications/0104210001/',
    'doi 10.1371/0104210001',
    // Counts after words that announce numbers of people
    'patient counts: 12, 14, 19, 20, 33',
    // A decimal: no date stands before its point.
    'The sum came to 943476.5919',
    'NHS England 2019, 2020, 2021, 2022',
    // Telephones of services
    'Helpline 0808 800 2222, Childline 0800 1111',
    'call us on 0345 600 4444',
    'The switchboard is 01632 960001',
    // Years of children, and birthdays of what was never born
    'children born 1 September 2020 to 31 August 2021',
    'babies born on 1 April 2020 or later',
    'Babies born in May 2021 were weighed',
    'Bookbug’s third birthday on 4 May 2021',
    'the NHS was born on 5 July 1948',
    'The strategy was born on 4 May 2021',
    'The nursery’s birthday is 4 May',
    'date of birth (2021), and DOB 12',
    'N.B. 4 May 2021 is a holiday',
    // Posts, bodies and writers with a date; ages of many, of reviews and of contracts
    'HV (12/03/2019), CPP, 4 May 2021, and the AGM 4 May 2021',
    'Action: JB, 4 May 2021; approved by KM, 12/03/2019',
    'The mean age was 4 years 2 months at Fernhollow Primary',
    'Children aged 4 years 2 months at Fernhollow Primary may defer',
    '27-30 month review at Mill Lane Nursery',
    'We ran it for 1 year 3 months at Elm Park Centre',
    'follow @fernhollow, or see https://example.org/a/b',
    '999, 111, 0800',
    ''
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('most ten-digit numbers: about one in eleven has the right last digit', () => {
    let right = 0;
    for (let n = 4_000_000_000; n < 4_000_011_000; n += 1) right += scanText(String(n)).length;
    expect(right / 11_000).toBeCloseTo(1 / 11, 1);
  });
});

test('finds never overlap and lie within the text, whatever the text', () => {
  const pieces = fc.constantFrom(
    ...['943 476 5919', '0104210001', 'dob ', '1/2/20', ' ', '-', 'FK1 5RS', '07700 900123'],
    ...['a@b.example', '+44', 'born on ', '4 May 2021', '(', ')', '.', '0', '12', '\n', '\u00a0']
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const find of scanText(text)) {
        if (find.start < end || find.end <= find.start) return false;
        end = find.end;
      }
      return end <= text.length;
    })
  );
});

test('a hundred thousand characters of any sort are read in a moment', () => {
  for (const piece of [
    '0',
    '1 ',
    'a.',
    'a@',
    '+1',
    'dob ',
    '1/',
    'A1 ',
    '-',
    'born in a ',
    '(0',
    ' \n',
    'A1',
    'dob,1/2/20\n',
    'SCN 1',
    'the third of ',
    'our 10th birthday ',
    'twenty ',
    'A.B. ',
    'NHS 1 ',
    '4 years 2 months at ',
    'Elm Park ',
    'at Elm ',
    'a at b dot ',
    'tel 7',
    'https://a/',
    'born , ',
    'ganwyd Mair ',
    'oh seven ',
    'room G1 2AB, ',
    'Ysgol Glan: ',
    'DOB Ava '
  ]) {
    const spent = processorTimeOf(() => scanText(`${piece.repeat(100_000 / piece.length)}%`));
    expect({ piece, quick: spent < 3_000 }).toEqual({ piece, quick: true });
  }
});

test('every kind has a sentence that says what it is and what to do', () => {
  for (const kind of findKinds)
    expect(findSentence(kind)).toMatch(/^This looks like an? .+\. .+\.$/);
});
