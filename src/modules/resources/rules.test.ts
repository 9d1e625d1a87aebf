import { describe, expect, test } from 'vitest';
import { sayAmount, yearWords } from './amounts.ts';
import type { ResourceLimit, ResourceLine } from './kinds.ts';
import {
  againstWhatExists,
  byLevel,
  levelOf,
  limitProblem,
  lineProblem,
  missingOf,
  priorityOf,
  riskProblem,
  sumsOf
} from './rules.ts';

// Worked by hand: places 1 to 3 of both words, multiplied.
test.each([
  ['unlikely', 'slight', 'low'],
  ['unlikely', 'severe', 'middle'],
  ['possible', 'slight', 'low'],
  ['possible', 'serious', 'middle'],
  ['possible', 'severe', 'high'],
  ['likely', 'slight', 'middle'],
  ['likely', 'serious', 'high'],
  ['likely', 'severe', 'high']
] as const)('a risk that is %s and %s is %s', (likelihood, impact, level) => {
  expect(levelOf({ likelihood, impact })).toBe(level);
});

test('the register lists open risks first, the highest first, then by the day they are looked at again', () => {
  const risk = (id: string, values: object) => ({
    id,
    likelihood: 'possible' as const,
    impact: 'slight' as const,
    status: 'open' as const,
    reviewOn: null,
    ...values
  });
  const ordered = byLevel([
    risk('closed', { status: 'closed', impact: 'severe' }),
    risk('later', { reviewOn: '2027-01-01' }),
    risk('no day', {}),
    risk('sooner', { reviewOn: '2026-12-01' }),
    risk('high', { impact: 'severe' })
  ]);
  expect(ordered.map(({ id }) => id)).toEqual(['high', 'sooner', 'later', 'no day', 'closed']);
});

test('a risk that is over says what came of it', () => {
  expect(riskProblem({ status: 'open', outcome: '' })).toBeNull();
  expect(riskProblem({ status: 'happened', outcome: '' })).toEqual({ kind: 'outcome-missing' });
  expect(riskProblem({ status: 'closed', outcome: 'The lease was signed' })).toBeNull();
});

const line = (values: Partial<ResourceLine>): ResourceLine => ({
  id: 'l',
  title: 'Something',
  kind: 'money',
  yearStart: 2026,
  planPriorityId: null,
  aimId: null,
  actionId: null,
  role: '',
  needed: null,
  committed: null,
  hoursCost: null,
  partner: '',
  confirmedOn: null,
  foundFrom: 'not-stated',
  note: '',
  source: '',
  version: 1,
  ...values
});
const limit = (values: Partial<ResourceLimit>): ResourceLimit => ({
  id: 'x',
  partner: 'Council',
  yearStart: 2026,
  unit: 'pounds',
  amount: 4000,
  statedOn: null,
  note: '',
  version: 1,
  ...values
});
const plan = {
  priorities: [
    { id: 'p', title: 'Talk' },
    { id: 'q', title: 'Books' }
  ],
  aims: [
    { id: 'a', title: 'Stories', planPriorityId: 'p' },
    { id: 'b', title: 'Cards', planPriorityId: 'q' }
  ],
  actions: [
    { id: 'x', title: 'Bags', aimId: 'a', status: 'under-way', resource: '' },
    { id: 'y', title: 'Sacks', aimId: 'b', status: 'not-started', resource: 'Volunteers' },
    { id: 'z', title: 'Songs', aimId: 'a', status: 'done', resource: '' }
  ]
};

describe('sums', () => {
  // Worked by hand. Money: 2,400 + 3,200 needed, 2,400 + 4,000 committed; what is given beyond need fills no other gap.
  const lines = [
    line({
      needed: 2400,
      committed: 2400,
      partner: 'Council',
      confirmedOn: '2026-04-13',
      foundFrom: 'existing',
      actionId: 'x'
    }),
    line({ needed: 3200, committed: 4000, partner: 'Hub', aimId: 'b' }),
    line({ kind: 'goods', needed: 600 }),
    line({
      kind: 'time',
      needed: 120,
      committed: 80,
      partner: 'Hub',
      hoursCost: 99_999,
      actionId: 'y'
    }),
    line({ kind: 'goodwill', partner: 'Panel' })
  ];

  test('never add pounds to hours, nor the cost of hours to money', () => {
    expect(sumsOf(lines, plan).byYear).toEqual([
      {
        of: 2026,
        unit: 'pounds',
        needed: 6200,
        committed: 6400,
        confirmed: 2400,
        fromExisting: 2400,
        gap: 600
      },
      {
        of: 2026,
        unit: 'hours',
        needed: 120,
        committed: 80,
        confirmed: 0,
        fromExisting: 0,
        gap: 40
      }
    ]);
  });

  test('stand by partner and by priority as well', () => {
    const { byPartner, byPriority } = sumsOf(lines, plan);
    expect(byPartner.map(({ of, unit, committed }) => [of, unit, committed])).toEqual([
      ['Council', 'pounds', 2400],
      ['Hub', 'pounds', 4000],
      [null, 'pounds', 0],
      ['Hub', 'hours', 80]
    ]);
    expect(byPriority.map(({ of, unit, needed }) => [of, unit, needed])).toEqual([
      ['p', 'pounds', 2400],
      ['q', 'pounds', 3200],
      [null, 'pounds', 600],
      ['q', 'hours', 120]
    ]);
  });

  test('take the priority of the action before that of the aim, and that before the one named', () => {
    expect(priorityOf({ actionId: 'x', aimId: null, planPriorityId: 'q' }, plan)).toBe('p');
    expect(priorityOf({ actionId: null, aimId: 'b', planPriorityId: 'p' }, plan)).toBe('q');
    expect(priorityOf({ actionId: null, aimId: null, planPriorityId: 'p' }, plan)).toBe('p');
  });
});

describe('what is there', () => {
  test('is held against what each partner commits in that year and unit, whatever the case of its name', () => {
    const against = againstWhatExists(
      [
        line({ partner: 'council ', committed: 4400 }),
        line({ partner: 'Council', committed: 100, yearStart: 2027 }),
        line({ partner: 'Council', kind: 'time', committed: 9000 })
      ],
      [limit({}), limit({ partner: 'Hub', amount: 500 })]
    );
    expect(
      against.map(({ partner, yearStart, unit, committed, exists, over }) => [
        partner,
        yearStart,
        unit,
        committed,
        exists,
        over
      ])
    ).toEqual([
      ['Council', 2026, 'pounds', 4400, 4000, 400],
      ['Council', 2026, 'hours', 9000, null, 0],
      ['Hub', 2026, 'pounds', 0, 500, 0],
      ['Council', 2027, 'pounds', 100, null, 0]
    ]);
  });

  test('what is missing names open actions without a line, commitments nobody confirmed, and what exceeds what there is', () => {
    const lines = [line({ actionId: 'x', committed: 4400, partner: 'Council' })];
    const against = againstWhatExists(lines, [limit({})]);
    const missing = missingOf(lines, plan, against);
    expect(missing.openActions).toBe(2);
    expect(missing.withoutLine).toEqual([{ id: 'y', title: 'Sacks', inWords: 'Volunteers' }]);
    expect(missing.unconfirmed).toHaveLength(1);
    expect(missing.over).toMatchObject([{ partner: 'Council', over: 400 }]);
  });
});

describe('a line', () => {
  const known = { aimOfAction: null, today: '2026-11-30' };
  test.each([
    [line({ kind: 'goodwill', needed: 3 }), 'not-counted'],
    [line({ kind: 'goodwill', committed: 3 }), 'not-counted'],
    [line({ kind: 'money', hoursCost: 3 }), 'hours-only'],
    [line({ committed: 3 }), 'partner-missing'],
    [line({ committed: 0 }), null],
    [line({ confirmedOn: '2026-11-01' }), 'nothing-committed'],
    [line({ kind: 'goodwill', confirmedOn: '2026-11-01' }), null],
    [line({ committed: 3, partner: 'Hub', confirmedOn: '2026-12-01' }), 'day-ahead'],
    [line({ committed: 3, partner: 'Hub', confirmedOn: '2026-11-30' }), null]
  ])('%# is refused or not', (given, kind) => {
    expect(lineProblem(given, known)?.kind ?? null).toBe(kind);
  });

  test('names no aim that its action does not belong to', () => {
    const given = line({ actionId: 'x', aimId: 'b' });
    expect(lineProblem(given, { ...known, aimOfAction: 'a' })).toEqual({ kind: 'two-homes' });
    expect(lineProblem(given, { ...known, aimOfAction: 'b' })).toBeNull();
  });
});

test('what a partner has in a year is stated once in each unit', () => {
  const wanted = { partner: ' council', yearStart: 2026, unit: 'pounds', statedOn: null } as const;
  expect(limitProblem(wanted, [limit({})], '2026-11-30')).toEqual({ kind: 'stated-already' });
  expect(limitProblem({ ...wanted, unit: 'hours' }, [limit({})], '2026-11-30')).toBeNull();
  expect(limitProblem({ ...wanted, yearStart: 2027 }, [limit({})], '2026-11-30')).toBeNull();
  expect(limitProblem({ ...wanted, statedOn: '2026-12-01' }, [], '2026-11-30')).toMatchObject({
    kind: 'day-ahead'
  });
});

test('amounts and years are said as they are written', () => {
  expect(sayAmount(12_400, 'pounds')).toBe('£12,400');
  expect(sayAmount(1, 'hours')).toBe('1 hour');
  expect(sayAmount(-390, 'hours')).toBe('−390 hours');
  expect(yearWords(2099)).toBe('2099/00');
  expect(yearWords(2026)).toBe('2026/27');
});
