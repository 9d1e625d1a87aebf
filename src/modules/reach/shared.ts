import {
  countWords,
  protectAverage,
  protectOverlapping,
  protectPart,
  protectTable,
  ruleSentence,
  type ProtectedCount,
  type Rule
} from '#modules/disclosure';
import { receivedIn, servedIn } from './figures.ts';
import { cycleName } from './sentences.ts';
import type { Cycle, MaybeCount, Programme } from './types.ts';

/** One figure as it may leave the partnership. */
export type SharedLine = {
  readonly cycle: string;
  readonly about: string;
  readonly what: string;
  readonly count: ProtectedCount;
};

const withheld: ProtectedCount = { kind: 'hidden', reason: 'protects-another' };
const notCollected: ProtectedCount = { kind: 'hidden', reason: 'not-collected' };

/**
 * The counts of a cycle made safe to leave the partnership, so that no small number can be had from two of them.
 *
 * Stages and those still coming lie within one another: whoever knows two knows the difference. They are published from the largest on,
 * and one that would give a small difference away is hidden (`protectOverlapping`). Amounts, steps and groups are parts of those served:
 * small ones are hidden, and where a hidden one could be narrowed with the number served, all of that list are (`protectTable`). Shares of an
 * outcome pass `protectPart`. See docs/methods/reach.md and docs/methods/small-numbers.md.
 * Assumes: cycles hold different families, or the same counted anew; nothing else about them is published.
 */
export function sharedLines(programme: Programme, cycle: Cycle, rule: Rule): SharedLine[] {
  const name = cycleName(programme, cycle.startsOn);
  const line = (about: string, what: string, count: ProtectedCount): SharedLine => ({
    cycle: name,
    about,
    what,
    count
  });
  const nested = nestedCounts(programme, cycle, rule);
  const stages = programme.stages.map((stage, at) =>
    line('Stage', stage, nested.get(`stage ${at}`) ?? notCollected)
  );
  const served = nested.get(`stage ${programme.servedStage}`) ?? notCollected;
  const retained =
    programme.retentionSessions === null
      ? []
      : [
          line(
            'Still coming',
            `After ${programme.retentionSessions} sessions`,
            nested.get('retained') ?? notCollected
          )
        ];
  const bands = partsOf(cycle.bands, served, rule);
  const engagement = partsOf(cycle.engagement, served, rule);
  const groups = groupsOf(cycle, served, rule);
  return [
    ...stages,
    ...retained,
    ...programme.bands.map((band, at) => line('Received', band, bands[at] ?? notCollected)),
    ...programme.engagementScale.map((step, at) =>
      line('Took part', step, engagement[at] ?? notCollected)
    ),
    ...programme.groups.flatMap((group, at) => [
      line('Could come, by group', group, groups[at]?.eligible ?? notCollected),
      line('Served, by group', group, groups[at]?.served ?? notCollected)
    ]),
    ...outcomeLines(programme, cycle, rule, line)
  ];
}

/** Counts that lie within one another, largest first; equal ones keep their order. */
function nestedCounts(
  programme: Programme,
  cycle: Cycle,
  rule: Rule
): ReadonlyMap<string, ProtectedCount> {
  const chain = [
    ...programme.stages.map((_, at) => ({ id: `stage ${at}`, count: cycle.counts[at] ?? null })),
    { id: 'retained', count: cycle.retained }
  ]
    .flatMap(({ id, count }) => (count === null ? [] : [{ id, count }]))
    .sort((one, other) => other.count - one.count);
  // Each piece is those who are in one count and not in the next smaller.
  const pieces = new Map(
    chain.map(({ id, count }, at) => [id, count - (chain[at + 1]?.count ?? 0)])
  );
  const outputs = chain.map((_, at) => chain.slice(at).map(({ id }) => id));
  const answer = protectOverlapping(pieces, outputs, rule);
  // Counts were checked when they were saved: they are whole and not below zero.
  return new Map(
    chain.map(({ id }, at) => [id, answer.ok ? (answer.value[at] ?? withheld) : withheld])
  );
}

function partsOf(
  parts: readonly MaybeCount[],
  whole: ProtectedCount,
  rule: Rule
): ProtectedCount[] {
  const known = parts.map((count) => count ?? 0);
  const table = known.length === 0 ? null : protectTable([known], rule);
  if (table === null || !table.ok) return [];
  const narrows = table.value.total.kind === 'hidden' && whole.kind === 'shown';
  const cells = table.value.cells[0] ?? [];
  return parts.map((count, at) =>
    count === null ? notCollected : narrows ? withheld : (cells[at] ?? withheld)
  );
}

/** Those served and those not are the two columns of one table, whose row totals are those who could come. */
function groupsOf(
  cycle: Cycle,
  whole: ProtectedCount,
  rule: Rule
): { eligible: ProtectedCount; served: ProtectedCount }[] {
  const rows = cycle.groupEligible.map((could, at) => [
    cycle.groupServed[at] ?? 0,
    Math.max(0, (could ?? 0) - (cycle.groupServed[at] ?? 0))
  ]);
  const table = rows.length === 0 ? null : protectTable(rows, rule);
  if (table === null || !table.ok) return [];
  const { cells, rowTotals, columnTotals, total } = table.value;
  const narrows =
    whole.kind === 'shown' && (columnTotals[0]?.kind === 'hidden' || total.kind === 'hidden');
  return cycle.groupEligible.map((could, at) => ({
    eligible: could === null ? notCollected : (rowTotals[at] ?? withheld),
    served:
      (cycle.groupServed[at] ?? null) === null
        ? notCollected
        : narrows
          ? withheld
          : (cells[at]?.[0] ?? withheld)
  }));
}

function outcomeLines(
  programme: Programme,
  cycle: Cycle,
  rule: Rule,
  line: (about: string, what: string, count: ProtectedCount) => SharedLine
): SharedLine[] {
  if (programme.outcome === '') return [];
  const pairs = [
    { when: 'before', part: cycle.beforeYes, whole: cycle.beforeAsked },
    { when: 'afterwards', part: cycle.afterYes, whole: cycle.afterAsked }
  ];
  return pairs.flatMap(({ when, part, whole }) => {
    const safe = part === null || whole === null ? null : protectPart({ part, whole }, rule);
    const [yes, asked] =
      safe !== null && safe.ok ? [safe.value.part, safe.value.whole] : [notCollected, notCollected];
    return [
      line(`Outcome ${when}`, programme.outcome, yes),
      line(`Outcome ${when}`, 'Asked', asked)
    ];
  });
}

/** Everything of a programme that may leave the partnership, as a table; the last line says by which rule. */
export function safeReachTable(
  programme: Programme,
  cycles: readonly Cycle[],
  rule: Rule
): string[][] {
  const rows = cycles.flatMap((cycle) => [
    ...sharedLines(programme, cycle, rule).map(({ cycle: name, about, what, count }) => [
      name,
      about,
      what,
      countWords(count, rule)
    ]),
    [
      cycleName(programme, cycle.startsOn),
      'Sessions attended for each one served',
      '',
      sessionsWords(programme, cycle, rule)
    ]
  ]);
  return [
    ['Cycle', 'About', 'What', 'Count'],
    ...rows,
    ['', 'How it was made safe', ruleSentence(rule), '']
  ];
}

/** An average of sessions, to one decimal, where it rests on enough people. */
function sessionsWords(programme: Programme, cycle: Cycle, rule: Rule): string {
  const { sessionsEach } = receivedIn(programme, cycle);
  const served = servedIn(programme, cycle);
  if (sessionsEach === null || served === null) return 'not collected';
  const safe = protectAverage(sessionsEach, served, rule);
  return safe.ok && safe.value.kind === 'shown' ? safe.value.value.toFixed(1) : 'group too small';
}
