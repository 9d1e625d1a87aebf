import { documentProblems, textOfWords, type Block } from '#core/written-document';
import { nothingOf } from '#modules/delivery';
import { describe, expect, test } from 'vitest';
import {
  annualReport,
  annualReportDueSentence,
  annualReportProblem,
  type YearRecords
} from './annual-report.ts';

const empty: YearRecords = {
  place: 'Fernhollow',
  period: { from: '2025-12-01', until: '2026-11-30' },
  today: '2026-12-01',
  vision: '',
  priorities: [],
  figures: [],
  progress: [],
  tests: [],
  decisions: [],
  voices: [],
  version: null,
  checks: [],
  lessons: [],
  risks: [],
  sums: [],
  nextYear: ''
};

function textsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [textOfWords(block.words)]
        : block.kind === 'list'
          ? block.items.map(textOfWords)
          : block.kind === 'table'
            ? block.rows.flat().map(textOfWords)
            : []
    )
    .join('\n');
}

const line = (id: string, values: object) => ({
  kind: 'action' as const,
  id,
  aimId: 'a',
  title: id,
  standing: 'on-time' as const,
  daysLate: null,
  needsAttention: false,
  dueOn: null,
  saidOn: null,
  lead: '',
  note: '',
  ...values
});

describe('the report of a year', () => {
  test('says of every part that has nothing to say that it has nothing', () => {
    const report = annualReport(empty);
    expect(documentProblems(report)).toEqual([]);
    const headings = report.blocks.filter(({ kind }) => kind === 'heading');
    expect(report.blocks.filter(({ kind }) => kind === 'paragraph').length).toBeGreaterThanOrEqual(
      headings.length
    );
  });

  test('ends a title once, and says where no response to a risk is written down', () => {
    const risk = { title: 'Money may end.', status: 'open' as const, response: '', outcome: '' };
    const text = textsOf(annualReport({ ...empty, risks: [risk] }).blocks);
    expect(text).toContain('Money may end. What is done about it is not written down.');
  });

  test('says what bodies said of the newest version, and what people said', () => {
    const report = annualReport({
      ...empty,
      voices: [{ theme: 'Getting there', words: 'The bus came late.', saidBy: 'parent' }],
      version: {
        number: 2,
        title: 'Plan for 2026',
        madeOn: '2026-03-02',
        approvals: []
      }
    });
    const said = textsOf(report.blocks);
    expect(said).toContain('“The bus came late.” A parent or carer, on: Getting there');
    expect(said).toContain(
      'Version 2, “Plan for 2026”, of 2 March 2026. No body is asked to approve it.'
    );
  });

  test('says what was confirmed of each check of the plan, and of how many criteria', () => {
    const line = (number: string, state: 'met' | 'not-yet', reason: string) => ({
      number,
      title: 'Money',
      answer: { state, says: '12 of 31 actions have no named resource.', reason }
    });
    const lines = [line('4', 'not-yet', ''), line('5', 'met', 'Found since.')];
    const report = annualReport({ ...empty, checks: [{ title: 'Ten steps', of: 10, lines }] });
    expect(documentProblems(report)).toEqual([]);
    expect(report.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      caption: 'Ten steps: 2 of 10 criteria are confirmed',
      rows: [
        ['4 Money', 'Not yet', '12 of 31 actions have no named resource.'],
        ['5 Money', 'Met', '12 of 31 actions have no named resource. Found since.']
      ]
    });
    const whole = annualReport({ ...empty, checks: [{ title: 'Ten steps', of: 2, lines }] });
    expect(whole.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      caption: 'Ten steps'
    });
  });

  test('is due on a day, and owed after it', () => {
    expect(annualReportDueSentence('2026-06-30', '2026-06-30')).toBe('It is due on 30 June 2026.');
    expect(annualReportDueSentence('2026-06-30', '2026-07-01')).toBe(
      'It was due on 30 June 2026. Freeze it, or move the day.'
    );
  });

  test('holds what was done, stopped, tried, decided and learnt within the year, and nothing of another', () => {
    const test = (on: string, changeTried: string) => ({
      on,
      changeTried,
      projectTitle: 'Stories',
      learnt: 'Too long',
      cameOut: 'It did not help'
    });
    const decision = (title: string, decidedOn: string, confirmedAt: Date | null) => ({
      title,
      decided: 'So',
      decidedOn,
      confirmedAt
    });
    const lesson = (words: string, learntOn: string) => ({
      lesson: words,
      differently: '',
      learntOn,
      reviewedOn: null,
      holds: null
    });
    const now = new Date('2026-11-30T10:00:00Z');
    const text = textsOf(
      annualReport({
        ...empty,
        progress: [
          {
            ...nothingOf('g'),
            lines: [
              line('done in it', { standing: 'done', saidOn: '2026-11-30' }),
              line('done before', { standing: 'done', saidOn: '2025-11-30' }),
              line('late now', { standing: 'late', daysLate: 1, needsAttention: true }),
              line('stopped in it', { standing: 'stopped', saidOn: '2025-12-01' }),
              line('stopped before', { standing: 'stopped', saidOn: '2025-11-30' })
            ]
          }
        ],
        tests: [test('2026-05-01', 'A long book'), test('2025-05-01', 'A song')],
        decisions: [
          decision('Confirmed', '2026-03-01', now),
          decision('Only a draft', '2026-03-01', null),
          decision('Of last year', '2025-03-01', now)
        ],
        lessons: [lesson('Ask first', '2026-01-01'), lesson('Ask later', '2024-01-01')]
      }).blocks
    );
    for (const there of [
      'done in it',
      'late now',
      '1 day late',
      'stopped in it',
      'A long book',
      'It did not help',
      'Confirmed',
      'Ask first'
    ]) {
      expect(text).toContain(there);
    }
    for (const absent of [
      'done before',
      'stopped before',
      'A song',
      'Only a draft',
      'Of last year',
      'Ask later'
    ]) {
      expect(text).not.toContain(absent);
    }
  });
});

describe('a year', () => {
  const known = { today: '2026-11-30', lines: 3 };
  test.each([
    [{ from: '2025-12-01', until: '2026-11-30' }, known, null],
    [{ from: '2023-03-01', until: '2024-02-29' }, known, null],
    [{ from: '2025-11-29', until: '2026-11-30' }, known, 'longer-than-a-year'],
    [{ from: '2026-11-30', until: '2026-11-29' }, known, 'ends-before-it-begins'],
    [{ from: '2025-12-02', until: '2026-12-01' }, known, 'year-ahead'],
    [{ from: '2025-12-01', until: '2026-11-30' }, { ...known, lines: 0 }, 'plan-empty']
  ])('%# is refused or not', (period, where, kind) => {
    expect(annualReportProblem(period, where)?.kind ?? null).toBe(kind);
  });
});
