/** Made-up words and figures of the field, for the gallery alone. */
import type { Column, NavEntry, SummaryRow, Task, TimelineEvent } from '#design';

/** The gallery's own "now", so that its pictures stay the same. */
export const now = '2026-11-21T10:00:00Z';

const entries: readonly (readonly [string, boolean?])[] = [
  ['Home'],
  ['Thread'],
  ['Evidence', true],
  ['Need'],
  ['System'],
  ['Priorities', true],
  ['Strategy'],
  ['Plan'],
  ['Improvement', true],
  ['Learning'],
  ['Assess', true],
  ['Administration']
];

export const mainNavigation: NavEntry[] = entries.map(([label, startsGroup]) => ({
  href: `#${label.toLowerCase()}`,
  label,
  startsGroup,
  current: label === 'Improvement',
  available: label !== 'Assess'
}));

export const summaryRows: SummaryRow[] = [
  {
    label: 'Aim',
    value: 'By June 2027, 85% of three-year-olds in Fernhollow hear a shared story every day.',
    actions: [{ href: '#change-aim', label: 'Change', about: 'the aim' }]
  },
  { label: 'Baseline', value: '62% in the spring term of 2025' },
  {
    label: 'Lead',
    value: 'Head of Meadowbank Nursery',
    actions: [{ href: '#change-lead', label: 'Change', about: 'the lead' }]
  },
  {
    label: 'Balancing measure',
    value: null,
    actions: [{ href: '#add-measure', label: 'Add', about: 'a balancing measure' }]
  }
];

export const tasks: Task[] = [
  { title: 'Choose the outcomes and ages', href: '#t1', status: 'Done', tone: 'lichen' },
  {
    title: 'Agree what matters here',
    href: '#t2',
    hint: 'Four of nine members have answered',
    status: 'In hand',
    tone: 'loch'
  },
  { title: 'Name the data that is missing', href: '#t3', status: 'Not started' },
  {
    title: 'Test the choice against your principles',
    hint: 'Opens when the factors are agreed',
    status: 'Cannot start yet',
    tone: 'sand'
  }
];

export const history: TimelineEvent[] = [
  {
    at: '2026-11-18T15:20:00Z',
    title: 'Cycle 4 recorded: adapt',
    by: 'Isla Example',
    text: 'Story bags went home with fathers at pick-up. Eleven of twelve families kept one for the week.',
    href: '#cycle-4'
  },
  { at: '2026-10-02T09:00:00Z', title: 'Prediction written for cycle 4', by: 'Callum Sample' },
  {
    at: '2025-09-20T09:00:00Z',
    title: 'Project opened',
    by: 'Isla Example',
    text: 'From the priority “Play and verbal exchanges at home”.'
  }
];

export type ActionRow = {
  action: string;
  lead: string;
  due: string;
  families: number | null;
  status: 'On course' | 'Late' | 'Done' | 'Not started';
};

export const actions: ActionRow[] = [
  {
    action: 'Train two story-sharing leads in every nursery',
    lead: 'Early years team',
    due: '31 January 2027',
    families: 214,
    status: 'On course'
  },
  {
    action: 'Antenatal classes cover talking to your bump',
    lead: 'Midwifery',
    due: '30 September 2026',
    families: 88,
    status: 'Late'
  },
  {
    action: 'Library cards offered at every birth registration',
    lead: 'Libraries',
    due: '1 May 2026',
    families: 402,
    status: 'Done'
  },
  {
    action: 'Home visits for families in temporary housing',
    lead: 'Health visiting',
    due: '31 March 2027',
    families: null,
    status: 'Not started'
  }
];

export const actionColumns: Column<ActionRow>[] = [
  {
    key: 'action',
    label: 'Action',
    rowHeader: true,
    value: (row) => row.action,
    sort: { href: '?sort=action', direction: 'none' }
  },
  { key: 'lead', label: 'Lead', value: (row) => row.lead },
  {
    key: 'due',
    label: 'Due',
    value: (row) => row.due,
    sort: { href: '?sort=-due', direction: 'ascending' }
  },
  {
    key: 'families',
    label: 'Families reached',
    align: 'end',
    value: (row) => row.families,
    missing: 'Not collected'
  },
  { key: 'status', label: 'Status' }
];

export type FactorRow = { factor: string; levels: readonly (0 | 1 | 2 | 3 | null)[] };

const ages = ['Gestation and birth', '0–11 months', '8–36 months', '30–60+ months'];

export const factors: FactorRow[] = [
  { factor: 'Sensitive parenting and attachment', levels: [1, 3, 3, 2] },
  { factor: 'Play and verbal exchanges', levels: [0, 2, 3, 3] },
  { factor: 'Learning resources in the home', levels: [0, 1, 2, 3] },
  { factor: 'Parent mental health', levels: [2, 3, 2, null] },
  { factor: 'Overcrowded accommodation', levels: [null, 1, 1, null] }
];

export const factorColumns: Column<FactorRow>[] = [
  { key: 'factor', label: 'Factor', rowHeader: true, value: (row) => row.factor },
  ...ages.map((label, index) => ({ key: String(index), label, align: 'centre' as const }))
];

const months = 'Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov'.split(' ');
const values = [61, 64, 60, 63, 59, 65, 66, 71, 70, 74, 73, 76];

export type MonthRow = { month: string; percentage: number };
export const monthRows: MonthRow[] = months.map((month, index) => ({
  month: `${month} ${index === 0 ? 2025 : 2026}`,
  percentage: values[index] ?? 0
}));

export const monthColumns: Column<MonthRow>[] = [
  { key: 'month', label: 'Month', rowHeader: true, value: (row) => row.month },
  {
    key: 'percentage',
    label: 'Children who heard a story yesterday (%)',
    align: 'end',
    value: (row) => row.percentage
  }
];

/** A run chart drawn by the rules of the chart properties, to see the frame with something in it. */
export function sampleChart(): string {
  const x = (index: number): number => 56 + index * 56;
  const y = (value: number): number => 220 - (value - 50) * 6;
  const line = values.map((value, index) => `${x(index)},${y(value)}`).join(' ');
  const points = values
    .map((value, index) =>
      index >= 6
        ? `<rect x="${x(index) - 5}" y="${y(value) - 5}" width="10" height="10" transform="rotate(45 ${x(index)} ${y(value)})" fill="var(--chart-signal)"/>`
        : `<circle cx="${x(index)}" cy="${y(value)}" r="3.5" fill="var(--chart-ink)"/>`
    )
    .join('');
  const names = months
    .map((month, index) => `<text x="${x(index)}" y="248" text-anchor="middle">${month}</text>`)
    .join('');
  const grid = [50, 60, 70, 80]
    .map(
      (value) =>
        `<line x1="40" x2="690" y1="${y(value)}" y2="${y(value)}" stroke="var(--line)"/><text x="34" y="${y(value) + 4}" text-anchor="end">${value}%</text>`
    )
    .join('');
  return `<svg viewBox="0 0 720 264" role="img" aria-label="Run chart of twelve months, from 61% to 76%, with a run of six months above the median since June" font-size="12" fill="var(--chart-ink)">${grid}<line x1="40" x2="690" y1="${y(80)}" y2="${y(80)}" stroke="var(--chart-target)" stroke-width="1.5" stroke-dasharray="2 4"/><text x="690" y="${y(80) - 6}" text-anchor="end" fill="var(--chart-target)">Aim 80%</text><line x1="40" x2="690" y1="${y(65.5)}" y2="${y(65.5)}" stroke="var(--chart-median)" stroke-width="1.5" stroke-dasharray="8 5"/><text x="690" y="${y(65.5) + 16}" text-anchor="end" fill="var(--chart-median)">Median 65.5%</text><polyline points="${line}" fill="none" stroke="var(--chart-ink)" stroke-width="1.5"/>${points}${names}<text x="${x(6)}" y="${y(66) - 14}" text-anchor="middle" fill="var(--chart-signal)" font-weight="600">Run begins</text></svg>`;
}
