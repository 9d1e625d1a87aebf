import {
  byRule,
  countWords,
  ruleSentence,
  whatLeaves,
  type ProtectedCount,
  type Rule
} from '#modules/disclosure';
import { receivedIn, servedIn } from './figures.ts';
import { askedOf, flowsBefore, peopleOf } from './flows-of-a-cycle.ts';
import { cycleName } from './sentences.ts';
import type { Cycle, CycleDetails, MaybeCount, Programme } from './types.ts';

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
 * each with those asked. `before`: how the cycle stood at the ends of earlier days, the oldest first; what left of it then is reckoned with.
 * See docs/methods/reach.md and docs/methods/small-numbers.md.
 * Assumes: cycles hold different families, or the same counted anew; nothing else about them is published.
 */
export function sharedLines(
  programme: Programme,
  cycle: Cycle,
  rule: Rule,
  before: readonly CycleDetails[] = []
): SharedLine[] {
  const name = cycleName(programme, cycle.startsOn);
  const line = (about: string, what: string, count: ProtectedCount): SharedLine => ({
    cycle: name,
    about,
    what,
    count
  });
  const counts = countsOf(programme, [...before, cycle], rule);
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
    ...outcomeLines(programme, [...before, cycle], rule, line)
  ];
}

type SafeCounts = ReadonlyMap<string, ProtectedCount>;

/** What leaves of the last of these states, each made safe beside all before it. */
function countsOf(programme: Programme, states: readonly CycleDetails[], rule: Rule): SafeCounts {
  return safeInTurn(states, rule, (state, left) => ({
    ...peopleOf(programme, state),
    before: left.map((one) => ({ flows: flowsBefore(programme, one.state, state), left: one.left }))
  }));
}

type Given = Parameters<typeof whatLeaves<'flows'>>[1];

function safeInTurn<State>(
  states: readonly State[],
  rule: Rule,
  flowsOf: (state: State, before: readonly { state: State; left: SafeCounts }[]) => Given
): SafeCounts {
  const before: { state: State; left: SafeCounts }[] = [];
  for (const state of states)
    before.push({ state, left: whatLeaves('flows', flowsOf(state, before), byRule(rule)) });
  return before.at(-1)?.left ?? new Map();
}

function outcomeLines(
  programme: Programme,
  states: readonly CycleDetails[],
  rule: Rule,
  line: (about: string, what: string, count: ProtectedCount) => SharedLine
): SharedLine[] {
  if (programme.outcome === '') return [];
  const pairs = [
    { when: 'before', of: (one: CycleDetails) => ({ yes: one.beforeYes, asked: one.beforeAsked }) },
    {
      when: 'afterwards',
      of: (one: CycleDetails) => ({ yes: one.afterYes, asked: one.afterAsked })
    }
  ];
  return pairs.flatMap(({ when, of }) => {
    const counted = states.map(of).map(({ yes, asked }) => bothOf(yes, asked));
    const safe: SafeCounts =
      (counted.at(-1) ?? null) === null
        ? new Map()
        : safeInTurn(
            counted.filter((one) => one !== null),
            rule,
            ({ yes, asked }, before) => ({
              ...askedOf(yes, asked),
              before: before.map(({ state, left }) => ({
                flows: askedOf(state.yes, state.asked).flows,
                left
              }))
            })
          );
    return [
      line(`Outcome ${when}`, programme.outcome, safe.get('yes') ?? notCollected),
      line(`Outcome ${when}`, 'Asked', safe.get('asked') ?? notCollected)
    ];
  });
}

function bothOf(yes: MaybeCount, asked: MaybeCount): { yes: number; asked: number } | null {
  return yes === null || asked === null || yes > asked ? null : { yes, asked };
}

/** How cycles stood before, by their id; those that never changed are not in it. */
export type CyclesBefore = ReadonlyMap<string, readonly CycleDetails[]>;

/** Everything of a programme that may leave the partnership, as a table; the last line says by which rule. */
export function safeReachTable(
  programme: Programme,
  { cycles, before }: { readonly cycles: readonly Cycle[]; readonly before: CyclesBefore },
  rule: Rule
): string[][] {
  const rows = cycles.flatMap((cycle) => [
    ...sharedLines(programme, cycle, rule, before.get(cycle.id)).map(
      ({ cycle: name, about, what, count }) => [name, about, what, countWords(count, rule)]
    ),
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
