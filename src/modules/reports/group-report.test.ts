import type { ProgressLine } from '#modules/delivery';
import { describe, expect, test } from 'vitest';
import { groupReport, groupReportProblem, reportChanges } from './group-report.ts';

const line = (id: string, values: Partial<ProgressLine> = {}): ProgressLine => ({
  kind: 'action',
  id,
  aimId: 'a',
  title: id,
  standing: 'on-time',
  daysLate: null,
  needsAttention: false,
  dueOn: '2026-12-18',
  saidOn: null,
  lead: '',
  note: '',
  ...values
});

test('the report names as done what was done within its period, both days included', () => {
  const report = groupReport(
    {
      lines: [
        line('before', { standing: 'done', saidOn: '2026-08-31' }),
        line('first day', { standing: 'done', saidOn: '2026-09-01' }),
        line('last day', { standing: 'done', saidOn: '2026-11-30' }),
        line('under way', { saidOn: '2026-10-01' })
      ],
      counts: {} as never // handed through
    },
    {
      group: 'Talk and Play Group',
      to: 'Board',
      sponsor: '',
      leadOfficial: '',
      asks: [],
      said: '',
      period: { from: '2026-09-01', until: '2026-11-30' }
    }
  );
  expect(report.done.map(({ id }) => id)).toEqual(['first day', 'last day']);
});

test('two reports are compared line by line, by what the lines are and not by what they are called', () => {
  const changes = reportChanges(
    {
      lines: [
        line('finished', { standing: 'done' }),
        line('slipped', { standing: 'late', daysLate: 3 }),
        line('stuck', { standing: 'held-up', title: 'Stuck, under a new name' }),
        line('moved', { dueOn: '2027-03-31' }),
        line('freed'),
        line('new and late', { standing: 'late', daysLate: 1 })
      ]
    },
    {
      lines: [
        line('finished', { standing: 'late', daysLate: 9 }),
        line('slipped'),
        line('stuck', { standing: 'late', daysLate: 2 }),
        line('moved'),
        line('freed', { standing: 'held-up' }),
        line('dropped')
      ]
    }
  );
  expect(changes).toEqual({
    done: ['finished'],
    newlyLate: ['slipped', 'new and late'],
    stillLate: [{ title: 'Stuck, under a new name', daysLate: null }],
    moved: [{ title: 'moved', from: '2026-12-18', to: '2027-03-31' }],
    noLongerHeldUp: ['freed'],
    added: ['new and late'],
    gone: ['dropped']
  });
});

describe('a report', () => {
  const wanted = { toGroupId: 'board', from: '2026-09-01', said: '' };
  const known = { reportsTo: ['board'], late: 0, today: '2026-11-30' };
  test.each([
    [wanted, known, null],
    [wanted, { ...known, reportsTo: [] }, 'reports-to-nobody'],
    [{ ...wanted, toGroupId: 'other' }, known, 'not-above'],
    [{ ...wanted, from: '2026-12-01' }, known, 'period-ahead'],
    [wanted, { ...known, late: 1 }, 'said-missing'],
    [{ ...wanted, said: 'The hall was shut' }, { ...known, late: 1 }, null]
  ])('%# is refused or not', (given, where, kind) => {
    expect(groupReportProblem(given, where)?.kind ?? null).toBe(kind);
  });
});
