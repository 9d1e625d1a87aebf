import {
  standingNames,
  type GroupProgress,
  type ProgressLine,
  type Standing
} from '#modules/delivery';

/** What a group reports to the one above it: drawn from live records, frozen when it is sent, compared with the one before. */

/** An ask of the group that nobody has answered yet. */
export type OpenAsk = {
  readonly id: string;
  readonly kind: 'ask' | 'obstacle' | 'opportunity';
  readonly title: string;
  readonly to: string;
  readonly answerBy: string | null;
};

/** A report as it is kept. Everything it shows is in it, by the words of the day on which it was sent. */
export type FrozenGroupReport = {
  readonly format: 1;
  readonly group: string;
  readonly to: string;
  /** Roles: a report goes up through both together, where the group has them. */
  readonly sponsor: string;
  readonly leadOfficial: string;
  readonly lines: readonly ProgressLine[];
  readonly counts: Readonly<Record<Standing, number>>;
  /** What was done or reached within the period. */
  readonly done: readonly Pick<ProgressLine, 'kind' | 'id' | 'title' | 'saidOn' | 'note'>[];
  readonly asks: readonly OpenAsk[];
  /** What the group says itself: why something is late, what it needs. */
  readonly said: string;
};

/** The report of a group over a period, both days included, as its records stand. */
export function groupReport(
  progress: Pick<GroupProgress, 'lines' | 'counts'>,
  {
    period,
    ...head
  }: Pick<FrozenGroupReport, 'group' | 'to' | 'sponsor' | 'leadOfficial' | 'asks' | 'said'> & {
    readonly period: { readonly from: string; readonly until: string };
  }
): FrozenGroupReport {
  const done = progress.lines.filter(
    ({ standing, saidOn }) =>
      standing === 'done' && saidOn !== null && saidOn >= period.from && saidOn <= period.until
  );
  return {
    format: 1,
    ...head,
    lines: progress.lines,
    counts: progress.counts,
    done: done.map(({ kind, id, title, saidOn, note }) => ({ kind, id, title, saidOn, note }))
  };
}

/** What is different between two reports of a group. */
export type ReportChanges = {
  readonly done: readonly string[];
  readonly newlyLate: readonly string[];
  readonly stillLate: readonly { readonly title: string; readonly daysLate: number | null }[];
  readonly moved: readonly { readonly title: string; readonly from: string; readonly to: string }[];
  readonly noLongerHeldUp: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
};

const isLate = ({ standing }: ProgressLine): boolean =>
  standing === 'late' || standing === 'held-up';

/** What became of each line since the report before, by the identifiers of the lines. A line is named by its title of now. */
export function reportChanges(
  now: Pick<FrozenGroupReport, 'lines'>,
  before: Pick<FrozenGroupReport, 'lines'>
): ReportChanges {
  const keyOf = ({ kind, id }: ProgressLine) => `${kind} ${id}`;
  const then = new Map(before.lines.map((line) => [keyOf(line), line]));
  const here = new Set(now.lines.map(keyOf));
  const pairs = now.lines.map((line) => ({ line, was: then.get(keyOf(line)) }));
  const titles = (some: typeof pairs) => some.map(({ line }) => line.title);
  return {
    done: titles(
      pairs.filter(
        ({ line, was }) => line.standing === 'done' && was !== undefined && was.standing !== 'done'
      )
    ),
    newlyLate: titles(
      pairs.filter(({ line, was }) => isLate(line) && (was === undefined || !isLate(was)))
    ),
    stillLate: pairs
      .filter(({ line, was }) => isLate(line) && was !== undefined && isLate(was))
      .map(({ line: { title, daysLate } }) => ({ title, daysLate })),
    moved: pairs.flatMap(({ line, was }) =>
      was === undefined || was.dueOn === null || line.dueOn === null || was.dueOn === line.dueOn
        ? []
        : [{ title: line.title, from: was.dueOn, to: line.dueOn }]
    ),
    noLongerHeldUp: titles(
      pairs.filter(
        ({ line, was }) => was?.standing === 'held-up' && !isLate(line) && line.standing !== 'done'
      )
    ),
    added: titles(pairs.filter(({ was }) => was === undefined)),
    gone: before.lines.filter((line) => !here.has(keyOf(line))).map(({ title }) => title)
  };
}

/** Why a report cannot be sent. */
export type GroupReportProblem =
  | { readonly kind: 'reports-to-nobody' }
  | { readonly kind: 'not-above' }
  | { readonly kind: 'period-ahead' }
  | { readonly kind: 'said-missing'; readonly late: number };

/**
 * Why a report of a group cannot be sent, or null. It goes up a reporting line of the group, over a period that has begun, and what is
 * late or held up is explained in words.
 */
export function groupReportProblem(
  wanted: { readonly toGroupId: string; readonly from: string; readonly said: string },
  {
    reportsTo,
    late,
    today
  }: { readonly reportsTo: readonly string[]; readonly late: number; readonly today: string }
): GroupReportProblem | null {
  if (reportsTo.length === 0) return { kind: 'reports-to-nobody' };
  if (!reportsTo.includes(wanted.toGroupId)) return { kind: 'not-above' };
  if (wanted.from > today) return { kind: 'period-ahead' };
  if (late > 0 && wanted.said === '') return { kind: 'said-missing', late };
  return null;
}

/** The sentence for a problem, and the field it stands beside. */
export function explainGroupReport(
  problem: GroupReportProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'reports-to-nobody':
      return 'This group reports to no other. A coordinator can draw its reporting line under Administration, Groups.';
    case 'not-above':
      return { field: 'toGroupId', sentence: 'Choose a group to which this one reports' };
    case 'period-ahead':
      return {
        field: 'from',
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'said-missing':
      return {
        field: 'said',
        sentence: `${problem.late === 1 ? 'One line is' : `${problem.late} lines are`} late or held up: say why, and what is needed`
      };
  }
}

/** Progress by group as rows of text to take away, their headings first; groups and lines in the order of the page. */
export function progressTable(
  groups: readonly (Pick<GroupProgress, 'lines'> & { readonly name: string | null })[]
): string[][] {
  const kinds = { aim: 'Aim', action: 'Action', milestone: 'Milestone' } as const;
  return [
    ['Group', 'Kind', 'What', 'How it stands', 'Days late', 'Due on', 'Lead', 'Last word', 'On'],
    ...groups.flatMap(({ name, lines }) =>
      lines.map((line) => [
        name ?? '',
        kinds[line.kind],
        line.title,
        standingNames[line.standing],
        line.daysLate?.toString() ?? '',
        line.dueOn ?? '',
        line.lead,
        line.note,
        line.saidOn ?? ''
      ])
    )
  ];
}
