import { describe, expect, test } from 'vitest';
import { shippedLaw } from '../../../tests/support/law.ts';
import { lawName, lawOffered, readLaw, recognisedBasis, standingOf } from './law.ts';

describe('the pack of law', () => {
  const law = shippedLaw();
  const today = '2026-11-30';

  // UK GDPR, Article 6(1)(a) to (f) with (ea) since 5 February 2026, Annex 1, and Article 9(2)(a) to (j).
  test('holds seven bases, five recognised interests and ten conditions, each with its letter', () => {
    const letters = law.bases.map(({ letter }) => /\((\w+)\)$/.exec(letter)?.[1]);
    expect(letters).toEqual(['a', 'b', 'c', 'd', 'e', 'ea', 'f']);
    expect(law.recognised).toHaveLength(5);
    expect(law.conditions.map(({ letter }) => letter.at(-2))).toEqual([...'abcdefghij']);
  });

  // Article 6(1), second subparagraph.
  test('knows which bases are closed to public authorities, and which interest needs somebody who asked', () => {
    expect(law.bases.filter((one) => one.exceptAuthorities).map(({ id }) => id)).toEqual([
      recognisedBasis,
      'legitimate-interests'
    ]);
    expect(law.recognised.filter((one) => one.needsAsker).map(({ id }) => id)).toEqual([
      'disclosure-for-public-task'
    ]);
  });

  // Data Protection Act 2018, sections 10 and 11 with Schedule 1, Parts 1 and 2.
  test('knows which conditions rest on Schedule 1 as well', () => {
    const needing = law.conditions.filter((one) => one.needsSchedule1);
    expect(needing.map(({ letter }) => letter)).toEqual([
      '9(2)(b)',
      '9(2)(g)',
      '9(2)(h)',
      '9(2)(i)',
      '9(2)(j)'
    ]);
  });

  test('dates every entry: complaints within 30 days since 19 June 2026, a duty to share since 1 June', () => {
    expect(law.complaints).toMatchObject({ withinDays: 30, from: '2026-06-19' });
    expect(law.gateways[0]).toMatchObject({
      from: '2026-06-01',
      letter: 'Children Act 2004, section 16LA'
    });
    expect(law.gateways[0]?.doubt).not.toBeNull();
  });

  test('names what it has, says what has ended or not begun, and an unknown one plainly', () => {
    expect(lawName(law.bases, 'public-task', today)).toBe('Public task, Article 6(1)(e)');
    expect(lawName(law.bases, recognisedBasis, '2026-02-04')).toBe(
      'Recognised legitimate interest, Article 6(1)(ea) (not in force before 5 February 2026)'
    );
    const ended = law.bases.map((one) => ({ ...one, until: '2026-03-31' }));
    expect(lawName(ended, 'public-task', '2026-03-31')).not.toMatch(/ended/);
    expect(lawName(ended, 'public-task', '2026-04-01')).toMatch(/\(ended on 31 March 2026\)$/);
    expect(lawName(law.bases, 'an-old-basis', today)).toBe('an-old-basis');
    expect(lawName(law.bases, null, today)).toBeNull();
  });

  test('offers what is in force on the day, and what an item rests on already', () => {
    const offered = (day: string, lawfulBasis: string | null = null) =>
      lawOffered(law, day, {
        lawfulBasis,
        specialCondition: null,
        recognisedInterest: null,
        legalGateway: null
      }).offered.lawfulBasis.map(({ value }) => value);
    expect(offered(today)).toContain(recognisedBasis);
    expect(offered('2026-02-04')).not.toContain(recognisedBasis);
    expect(offered('2026-02-04', recognisedBasis)).toContain(recognisedBasis);
    const day = { from: '2026-02-05', until: '2026-02-06' };
    expect(
      ['2026-02-04', '2026-02-05', '2026-02-06', '2026-02-07'].map((on) => standingOf(day, on))
    ).toEqual(['not-begun', 'in-force', 'in-force', 'ended']);
  });

  test('is refused when an entry stands twice, has no source, or ends before it begins', () => {
    const [first, ...others] = law.bases;
    expect(readLaw({ ...law, bases: [first, first] })).toMatchObject({
      error: [{ kind: 'repeated-id', path: 'bases.1' }]
    });
    const { source: _, ...sourceless } = { ...first };
    expect(readLaw({ ...law, bases: [sourceless] })).toMatchObject({
      error: [{ kind: 'wrong-shape', path: 'bases.0.source' }]
    });
    expect(
      readLaw({ ...law, bases: [{ ...first, until: '2018-05-24' }, ...others] })
    ).toMatchObject({
      error: [{ kind: 'out-of-order', path: 'bases.0.until' }]
    });
  });
});
