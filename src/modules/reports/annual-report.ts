import type { Block, WrittenDocument } from '#core/written-document';
import { paragraphs } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import { checkStateNames, type CheckAnswer } from '#modules/checks';
import type { Lesson } from '#modules/cooperation';
import type { Decision } from '#modules/decisions';
import { approvalWords, standingSentence, type ApprovalLine } from '#modules/bodies';
import { standingNames, type GroupProgress, type ProgressLine } from '#modules/delivery';
import { speakerName, type Speaker } from '#modules/surveys';
import { riskStatusNames, sayAmount, yearWords, type Risk, type SumRow } from '#modules/resources';

/** The report of a year as a document, from what the records say. Figures come in as words that may be shown to everybody. */

export type YearRecords = {
  readonly place: string;
  readonly period: { readonly from: string; readonly until: string };
  /** The day on which the records are read, `YYYY-MM-DD`: how work stands is of this day. */
  readonly today: string;
  readonly vision: string;
  readonly priorities: readonly {
    readonly number: number;
    readonly title: string;
    readonly statement: string;
    readonly groupId: string | null;
  }[];
  /** Figures made safe by the rule of the public page, in words. */
  readonly figures: readonly { readonly title: string; readonly says: string }[];
  readonly progress: readonly GroupProgress[];
  readonly tests: readonly {
    readonly on: string;
    readonly projectTitle: string;
    readonly changeTried: string;
    readonly learnt: string;
    readonly cameOut: string;
  }[];
  readonly decisions: readonly Pick<Decision, 'title' | 'decided' | 'decidedOn' | 'confirmedAt'>[];
  /** What children, parents and those who work with them said, in quotes that somebody has checked. */
  readonly voices: readonly {
    readonly theme: string;
    readonly words: string;
    readonly saidBy: Speaker;
  }[];
  /** The newest version of the plan, with what each body said of it; null where none is kept. */
  readonly version: {
    readonly number: number;
    readonly title: string;
    readonly madeOn: string;
    readonly approvals: readonly ApprovalLine[];
  } | null;
  /** What people confirmed of each check of the plan in the year. */
  readonly checks: readonly {
    readonly title: string;
    /** How many criteria the check has. */
    readonly of: number;
    readonly lines: readonly {
      readonly number: string;
      readonly title: string;
      readonly answer: Pick<CheckAnswer, 'state' | 'reason' | 'says'>;
    }[];
  }[];
  readonly lessons: readonly Pick<
    Lesson,
    'lesson' | 'differently' | 'learntOn' | 'reviewedOn' | 'holds'
  >[];
  readonly risks: readonly Pick<Risk, 'title' | 'status' | 'response' | 'outcome'>[];
  readonly sums: readonly SumRow<number | null>[];
  /** What changes next year, as the partnership says itself. */
  readonly nextYear: string;
};

const within = (on: string | null, { from, until }: YearRecords['period']): boolean =>
  on !== null && on >= from && on <= until;

/**
 * The report of a year: what was reached and what was not, tests that helped and tests that did not, what was decided, what it cost, what
 * was learnt, and what changes next year. A part that has nothing to say says so.
 */
export function annualReport(records: YearRecords): WrittenDocument {
  const { place, period } = records;
  const lines = records.progress.flatMap((one) => one.lines);
  return {
    title: `Report of the year to ${sayDate(period.until)}`,
    caption: place,
    lead: `What ${place} set out to do, what came of it and what it learnt, from ${sayDate(period.from)} to ${sayDate(period.until)}. Drawn from its records; small numbers are protected as for the public.`,
    language: 'en-GB',
    author: place,
    hasContents: true,
    blocks: [
      heading('What we want for children'),
      ...(records.vision === ''
        ? nothing('No vision is written down.')
        : paragraphs(records.vision)),
      ...list(
        records.priorities.map(
          ({ number, title, statement }) =>
            `Priority ${number}, ${title}${statement === '' ? '' : `: ${statement}`}`
        ),
        'The plan has no priority.'
      ),
      heading('What the figures say'),
      ...figures(records.figures),
      heading('What was reached'),
      ...work(
        lines.filter(({ standing, saidOn }) => standing === 'done' && within(saidOn, period)),
        'Done or reached in this year',
        'Nothing was reported as done in this year.'
      ),
      heading('What is late, held up or stopped'),
      ...work(
        lines.filter(
          (line) =>
            line.needsAttention || (line.standing === 'stopped' && within(line.saidOn, period))
        ),
        `Late, held up, stopped, or without word, as it stood on ${sayDate(records.today)}`,
        'Nothing is late, held up or stopped.'
      ),
      heading('What was tried, and what did not help'),
      ...tests(records),
      heading('What people say'),
      ...list(
        records.voices.map(
          ({ theme, words, saidBy }) => `“${words}” ${speakerName[saidBy]}, on: ${theme}`
        ),
        'No quote is checked yet that may be shown.'
      ),
      heading('What the bodies said of the plan'),
      ...approvals(records.version),
      heading('What checks of the plan found'),
      ...checks(records.checks),
      heading('What was decided'),
      ...list(
        records.decisions
          .filter(({ confirmedAt, decidedOn }) => confirmedAt !== null && within(decidedOn, period))
          .map(
            ({ title, decided, decidedOn }) =>
              `${sayDate(decidedOn ?? '')}: ${ended(title)} ${decided}`
          ),
        'No decision of this year is confirmed.'
      ),
      heading('Money and people’s time'),
      ...money(records.sums),
      heading('Risks'),
      ...list(
        records.risks.map(
          ({ title, status, response, outcome }) =>
            `${ended(title)} ${status === 'open' ? response || 'What is done about it is not written down.' : `${riskStatusNames[status]}: ${outcome}`}`
        ),
        'No risk is written down.'
      ),
      heading('What we learnt about working together'),
      ...list(
        records.lessons
          .filter(
            ({ learntOn, reviewedOn }) => within(learntOn, period) || within(reviewedOn, period)
          )
          .map(({ lesson, differently, holds }) =>
            [
              lesson,
              differently === '' ? '' : `Since then: ${differently}`,
              holds === 'no' ? 'It no longer holds.' : ''
            ]
              .filter((part) => part !== '')
              .join(' ')
          ),
        'Nothing was written down in this year.'
      ),
      heading('What changes next year'),
      ...(records.nextYear === ''
        ? nothing('Nobody has said it yet.')
        : paragraphs(records.nextYear))
    ]
  };
}

/** A title before another sentence: with one full stop at its end. */
const ended = (title: string): string => (/[.!?]$/.test(title.trim()) ? title : `${title}.`);
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const nothing = (words: string): Block[] => [{ kind: 'paragraph', words, soft: true }];
const list = (items: readonly string[], empty: string): Block[] =>
  items.length === 0 ? nothing(empty) : [{ kind: 'list', ordered: false, items }];

function approvals(version: YearRecords['version']): Block[] {
  if (version === null) return nothing('No version of the plan is kept yet.');
  const { number, title, madeOn, approvals: lines } = version;
  return [
    {
      kind: 'paragraph',
      words: `Version ${number}, “${title}”, of ${sayDate(madeOn)}. ${standingSentence(lines)}`
    },
    ...(lines.length === 0
      ? []
      : [
          {
            kind: 'list',
            ordered: false,
            items: lines.map((line) => `${line.body}: ${approvalWords(line)}`)
          } as const
        ])
  ];
}

function checks(given: YearRecords['checks']): Block[] {
  if (given.length === 0) return nothing('No check of the plan was confirmed in this year.');
  return given.map(({ title, of, lines }) => ({
    kind: 'table',
    caption:
      lines.length === of ? title : `${title}: ${lines.length} of ${of} criteria are confirmed`,
    rowHeaders: true,
    columns: [
      { heading: 'Criterion', share: 3 },
      { heading: 'How it stands' },
      { heading: 'What is said of it', share: 4 }
    ],
    rows: lines.map(({ number, title: criterion, answer: { state, says, reason } }) => [
      `${number} ${criterion}`,
      checkStateNames[state],
      [says, reason].filter((one) => one !== '').join(' ')
    ])
  }));
}

function figures(given: YearRecords['figures']): Block[] {
  if (given.length === 0) return nothing('No figure is followed.');
  return [
    {
      kind: 'table',
      caption: 'Figures that are followed, with the latest of each',
      rowHeaders: true,
      columns: [
        { heading: 'What', share: 2 },
        { heading: 'Latest', share: 3 }
      ],
      rows: given.map(({ title, says }) => [title, says])
    }
  ];
}

function work(lines: readonly ProgressLine[], caption: string, empty: string): Block[] {
  if (lines.length === 0) return nothing(empty);
  const kinds = { aim: 'Aim', action: 'Action', milestone: 'Milestone' } as const;
  return [
    {
      kind: 'table',
      caption,
      rowHeaders: true,
      columns: [
        { heading: 'What', share: 3 },
        { heading: 'How it stands', share: 2 },
        { heading: 'What is said of it', share: 3 }
      ],
      rows: lines.map((line) => [
        `${kinds[line.kind]}: ${line.title}`,
        [
          standingNames[line.standing],
          line.dueOn === null ? '' : `due ${sayDate(line.dueOn)}`,
          line.daysLate === null
            ? ''
            : `${line.daysLate} ${line.daysLate === 1 ? 'day' : 'days'} late`
        ]
          .filter((part) => part !== '')
          .join(', '),
        line.note === '' ? 'Nothing' : line.note
      ])
    }
  ];
}

function tests({ tests: all, period }: Pick<YearRecords, 'tests' | 'period'>): Block[] {
  const own = all.filter(({ on }) => within(on, period));
  if (own.length === 0) return nothing('No test of this year was studied.');
  return [
    {
      kind: 'table',
      caption: 'Tests of change that were studied, those that did not help among them',
      rowHeaders: true,
      columns: [
        { heading: 'What was tried', share: 2 },
        { heading: 'Did it help?' },
        { heading: 'What was learnt', share: 3 }
      ],
      rows: own.map(({ changeTried, projectTitle, cameOut, learnt }) => [
        `${changeTried} (${projectTitle})`,
        cameOut,
        learnt
      ])
    }
  ];
}

function money(sums: YearRecords['sums']): Block[] {
  if (sums.length === 0) return nothing('Nothing is written down of money and time.');
  return [
    {
      kind: 'table',
      caption: 'What the plan needs and what is found, by financial year; pounds and hours apart',
      rowHeaders: true,
      columns: [
        { heading: 'Financial year' },
        { heading: 'Needed', align: 'right' },
        { heading: 'Committed', align: 'right' },
        { heading: 'Confirmed', align: 'right' },
        { heading: 'Not found yet', align: 'right' }
      ],
      rows: sums.map(({ of, unit, needed, committed, confirmed, gap }) => [
        of === null ? 'Every year' : yearWords(of),
        ...[needed, committed, confirmed, gap].map((amount) => sayAmount(amount, unit))
      ])
    }
  ];
}

/** The sentence of what is due for a report of a year that is to be written by a day. */
export function annualReportDueSentence(dueOn: string, today: string): string {
  return dueOn < today
    ? `It was due on ${sayDate(dueOn)}. Freeze it, or move the day.`
    : `It is due on ${sayDate(dueOn)}.`;
}

/** Why a report of a year cannot be frozen. */
export type AnnualReportProblem =
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'longer-than-a-year' }
  | { readonly kind: 'year-ahead' }
  | { readonly kind: 'next-in-the-past' }
  | { readonly kind: 'plan-empty' };

/** Refuses a period that is none, is longer than a leap year's days, has not ended by today, or a plan without a single aim. */
export function annualReportProblem(
  { from, until }: YearRecords['period'],
  { today, lines }: { readonly today: string; readonly lines: number }
): AnnualReportProblem | null {
  if (until < from) return { kind: 'ends-before-it-begins' };
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  if (days > 366) return { kind: 'longer-than-a-year' };
  if (until > today) return { kind: 'year-ahead' };
  return lines === 0 ? { kind: 'plan-empty' } : null;
}

/** The sentence for a problem, and the field it stands beside. */
export function explainAnnualReport(
  problem: AnnualReportProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'ends-before-it-begins':
      return { field: 'until', sentence: 'This is before the first day. Change one of the two.' };
    case 'longer-than-a-year':
      return { field: 'until', sentence: 'A report covers one year at most' };
    case 'year-ahead':
      return {
        field: 'until',
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'next-in-the-past':
      return {
        field: 'nextDueOn',
        sentence: 'Enter a day that is still to come, or leave it empty'
      };
    case 'plan-empty':
      return 'The plan has no aim yet, so there is nothing to report on.';
  }
}
