import { collate } from '#modules/improvement';
import { planStatuses, type PlanStatus } from '#modules/delivery';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicAims, publicTestsSentence } from './public-sentences.ts';
import type { PublicAim } from './public-types.ts';

const today = '2026-11-30';

describe('what families read of tests', () => {
  const outcomes = { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0 };

  // Worked by hand.
  test.each([
    { tests: 0, came: {}, says: '' },
    {
      tests: 4,
      came: { helped: 2, didNotHelp: 2 },
      says: 'We have tried it out in 4 small tests, the last on 3 August 2026: 2 helped and 2 did not help.'
    },
    {
      tests: 1,
      came: { didNotHelp: 1 },
      says: 'We have tried it out in one small test on 3 August 2026: it did not help.'
    },
    {
      tests: 3,
      came: { helped: 1, cannotTell: 1, notSaid: 1 },
      says: 'We have tried it out in 3 small tests, the last on 3 August 2026: 1 helped, for 1 we cannot tell and for 1 we have not said yet.'
    }
  ])('$tests tests: $says', ({ tests, came, says }) => {
    const lastTestOn = tests === 0 ? null : '2026-08-03';
    expect(publicTestsSentence({ tests, lastTestOn, outcomes: { ...outcomes, ...came } })).toBe(
      says
    );
  });

  test('is only how many were tried, on a page published before it was kept how they came out', () => {
    expect(publicTestsSentence({ tests: 6, lastTestOn: null })).toBe(
      'We have tried it out in 6 small tests.'
    );
  });
});

describe('what families read of aims', () => {
  const aim = (status: PlanStatus, dueOn: string | null): PublicAim => ({
    title: 'A story at bedtime',
    by: dueOn,
    dueOn,
    status
  });
  const said = (one: PublicAim, on = today) => publicAims([one], on)[0];

  test.each([
    {
      one: aim('under-way', '2026-10-31'),
      heading: 'What we want to reach',
      says: 'That date has passed, and it is not reached yet.'
    },
    {
      one: aim('not-stated', '2018-04-30'),
      heading: 'What we want to reach',
      says: 'That date has passed, and we have not recorded whether it was reached.'
    },
    { one: aim('held-up', '2026-12-31'), heading: 'What we want to reach', says: '' },
    { one: aim('under-way', today), heading: 'What we want to reach', says: '' },
    { one: aim('done', '2026-10-31'), heading: 'What we have reached', says: '' },
    { one: aim('stopped', null), heading: 'What we no longer work towards', says: '' }
  ])('$one.status, due $one.dueOn: $heading. $says', ({ one, heading, says }) => {
    expect(said(one)).toMatchObject({ heading, aims: [{ says }] });
  });

  test('changes by itself once the date has passed, though the page was published before', () => {
    const one = aim('under-way', '2026-12-01');
    expect(said(one)?.aims[0]?.says).toBe('');
    expect(said(one, '2026-12-02')?.aims[0]?.says).toContain('has passed');
  });

  test('stays as it was on a page published before the date was kept by itself', () => {
    expect(said({ title: 'Books', by: '31 October 2026' })).toEqual({
      heading: 'What we want to reach',
      aims: [{ title: 'Books', by: ', by 31 October 2026', says: '' }]
    });
  });
});

describe('the counts in the sentences, for any small partnership', () => {
  const someTest = fc.record({
    status: fc.constantFrom('planned', 'done', 'studied', 'acted'),
    carriedOut: fc.constantFrom(null, 'as-planned', 'changed', 'not-carried-out'),
    wasImprovement: fc.constantFrom(null, 'yes', 'no', 'cannot-tell')
  });

  test('add up to the tests that were tried, and name each that did not help', () => {
    fc.assert(
      fc.property(fc.array(someTest, { maxLength: 12 }), (recorded) => {
        // Counted here once more, in another way.
        let [tried, failed] = [0, 0];
        for (const one of recorded) {
          if (one.status === 'planned' || one.carriedOut === 'not-carried-out') continue;
          tried += 1;
          if (one.wasImprovement === 'no') failed += 1;
        }
        const {
          all,
          notTried: _,
          ...outcomes
        } = collate(recorded as Parameters<typeof collate>[0]);
        const says = publicTestsSentence({ tests: all, lastTestOn: null, outcomes });
        if (tried === 0) {
          expect(says).toBe('');
          return;
        }
        const named = [...says.matchAll(/\d+/g)].map(([number]) => Number(number));
        if (tried > 1) {
          expect(named[0]).toBe(tried);
          expect(named.slice(1).reduce((sum, one) => sum + one, 0)).toBe(tried);
        }
        expect(/(\d+|it) did not help/.exec(says)?.[1]).toBe(
          failed === 0 ? undefined : tried === 1 ? 'it' : String(failed)
        );
      }),
      { numRuns: 300 }
    );
  });

  const someAim = fc.record({
    title: fc.string({ minLength: 1, maxLength: 4 }),
    by: fc.constant('a day'),
    dueOn: fc.constantFrom(null, '2018-04-30', '2026-11-29', today, '2027-03-31'),
    status: fc.constantFrom(...planStatuses)
  });

  test('show every aim once, and say of each that is late and open that its date has passed', () => {
    fc.assert(
      fc.property(fc.array(someAim, { maxLength: 12 }), (aims) => {
        const parts = publicAims(aims, today);
        const shown = parts.flatMap((part) => part.aims);
        expect(shown.map(({ title }) => title).toSorted()).toEqual(
          aims.map(({ title }) => title).toSorted()
        );
        const late = aims.filter(
          ({ status, dueOn }) =>
            status !== 'done' && status !== 'stopped' && dueOn !== null && dueOn < today
        );
        expect(shown.filter(({ says }) => says.includes('has passed'))).toHaveLength(late.length);
        for (const part of parts) expect(part.aims).not.toHaveLength(0);
      }),
      { numRuns: 300 }
    );
  });
});
