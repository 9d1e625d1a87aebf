import {
  byRule,
  countWords,
  ruleSentence,
  whatLeaves,
  type ProtectedCount,
  type Rule
} from '#modules/disclosure';
import { receivedIn, servedIn } from './figures.ts';
import { peopleOf } from './flows-of-a-cycle.ts';
import { cycleName } from './sentences.ts';
import type { Cycle, Programme } from './types.ts';

/** One figure as it may leave the partnership. */
export type SharedLine = {
  readonly cycle: string;
  readonly about: string;
  readonly what: string;
  readonly count: ProtectedCount;
};

const notCollected: ProtectedCount = { kind: 'hidden', reason: 'not-collected' };

/**
 * The counts of a cycle made safe to leave the partnership: stages, amounts, steps and groups together, the shares of an outcome
 * each with those asked. See docs/methods/reach.md and docs/methods/small-numbers.md.
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
  const counts = whatLeaves('flows', peopleOf(programme, cycle), byRule(rule));
  const named = (about: string, what: string, count: string) =>
    line(about, what, counts.get(count) ?? notCollected);
  return [
    ...programme.stages.map((stage, at) => named('Stage', stage, `stage ${at}`)),
    ...(programme.retentionSessions === null
      ? []
      : [named('Still coming', `After ${programme.retentionSessions} sessions`, 'retained')]),
    ...programme.bands.map((band, at) => named('Received', band, `band ${at}`)),
    ...programme.engagementScale.map((step, at) => named('Took part', step, `step ${at}`)),
    ...programme.groups.flatMap((group, at) => [
      named('Could come, by group', group, `could ${at}`),
      named('Served, by group', group, `came ${at}`)
    ]),
    ...outcomeLines(programme, cycle, rule, line)
  ];
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
    const safe =
      part === null || whole === null ? null : whatLeaves('nested', { part, whole }, byRule(rule));
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
  const left = whatLeaves('average', { average: sessionsEach, people: served }, byRule(rule));
  return left.kind === 'shown' ? left.figure.average.toFixed(1) : 'group too small';
}
