import { sayDate, shortened } from '#core/written-dates';
import type { RollOut } from './kinds.ts';
import type { CurvePoint, GoalState, placesReached, ReportProblem } from './rules.ts';
import type { Counts } from './types.ts';

export type RollOutProblem =
  | ReportProblem
  | { readonly kind: 'nothing-picked' }
  | { readonly kind: 'nobody-uses-it' }
  | { readonly kind: 'ends-before-it-starts' }
  | { readonly kind: 'not-eligible'; readonly name: string }
  | { readonly kind: 'day-taken'; readonly since: string }
  | { readonly kind: 'part-in-use'; readonly part: string }
  | { readonly kind: 'scale-in-use'; readonly needed: number };

/** The field that a problem belongs to. */
const fieldOf: Readonly<Record<RollOutProblem['kind'], string>> = {
  'reason-missing': 'reason',
  'since-ahead': 'since',
  'day-taken': 'since',
  'not-eligible': 'standing',
  'level-off-scale': 'level',
  'unknown-part': 'parts',
  'nothing-picked': 'picked',
  'nobody-uses-it': 'approach',
  'ends-before-it-starts': 'endedOn',
  'part-in-use': 'parts',
  'scale-in-use': 'scale'
};

/** What happened, and what to do now, beside the field that it belongs to. */
export function explainRollOutProblem(problem: RollOutProblem): {
  field: string;
  sentence: string;
} {
  return { field: fieldOf[problem.kind], sentence: rollOutSentence(problem) };
}

function rollOutSentence(problem: RollOutProblem): string {
  switch (problem.kind) {
    case 'reason-missing':
      return 'Enter why it stopped, in a few words. It helps the next setting.';
    case 'since-ahead':
      return `${sayDate(problem.since)} lies ahead. Say where the setting is now; come back when it has moved on.`;
    case 'level-off-scale':
      return problem.most === 0
        ? 'This roll-out has no scale. Leave it out.'
        : `The scale has ${problem.most} steps. Choose one of them.`;
    case 'unknown-part':
      return `“${shortened(problem.part)}” is not among the parts of this change. Choose from the list.`;
    case 'nothing-picked':
      return 'Choose at least one setting, or let a rule say which could use it.';
    case 'nobody-uses-it':
      return 'No setting said that it uses this, so there is nothing to take up.';
    case 'ends-before-it-starts':
      return 'It would end before it started. Change one of the two dates.';
    case 'not-eligible':
      return `${problem.name} is not among the settings that could use this change. A lead can take it in.`;
    case 'day-taken':
      return `Something was said of this setting for ${sayDate(problem.since)} already. Correct that, or give another day.`;
    case 'part-in-use':
      return `“${shortened(problem.part)}” was said to be in place somewhere, so it stays in the list. Put it back, word for word.`;
    case 'scale-in-use':
      return `A setting was put on step ${problem.needed} of the scale. Keep at least so many steps; you may reword them.`;
  }
}

const settingsCounted = (count: number): string =>
  `${count} ${count === 1 ? 'setting' : 'settings'}`;

/** @example usingSentence({ eligible: 43, using: 14, … }) // '14 of 43 settings use it' */
export function usingSentence({ using, eligible }: Pick<Counts, 'using' | 'eligible'>): string {
  if (eligible === 0) return 'No setting could use it yet';
  return `${using} of ${eligible} ${eligible === 1 ? 'setting uses' : using === 1 ? 'settings uses' : 'settings use'} it`;
}

/** Where all settings stand, in one or two sentences. */
export function countsSentence(counts: Counts): string {
  const parts = [
    ...(counts.using > 0 ? [fullyWords(counts)] : []),
    ...(counts.preparing > 0
      ? [
          `${counts.preparing}${counts.using > 0 ? ' more' : ''} ${counts.preparing === 1 ? 'is' : 'are'} preparing`
        ]
      : []),
    ...(counts.stopped > 0 ? [`${counts.stopped} stopped`] : [])
  ];
  return `${[usingSentence(counts), ...parts].join(', ')}.`;
}

function fullyWords({ using, fully }: Pick<Counts, 'using' | 'fully'>): string {
  if (using === 1) return fully === 1 ? 'fully' : 'not fully yet';
  return `${fully === 0 ? 'none' : fully === using ? 'all' : fully} of them fully`;
}

/** How the roll-out stands to its goal; empty where it has none. */
export function goalSentence(
  rollOut: Pick<RollOut, 'goalSettings'>,
  goal: GoalState | null
): string {
  if (goal === null) return '';
  const wanted = `The goal of ${settingsCounted(rollOut.goalSettings ?? 0)}`;
  switch (goal.kind) {
    case 'reached':
      return `${wanted} has been met since ${sayDate(goal.on)}.`;
    case 'to-go':
      return `${wanted}${goal.by === null ? '' : ` by ${sayDate(goal.by)}`}: ${goal.settings} to go.`;
    case 'passed':
      return `${wanted} was for ${sayDate(goal.by)}; ${goal.settings} to go. Keep it, move it, or say what was learnt.`;
  }
}

/** What the curve shows: where it began, where it is, and how often a setting stopped. */
export function curveSentence(curve: readonly CurvePoint[]): string {
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return 'There is nothing to draw yet.';
  if (curve.every(({ using }) => using === 0))
    return first.on === last.on
      ? `No setting uses it yet on ${sayDate(last.on)}.`
      : `Since ${sayDate(first.on)} no setting has used it yet.`;
  if (first.on === last.on) return `${usingSentence(last)} on ${sayDate(last.on)}.`;
  const rise = `From ${first.using} on ${sayDate(first.on)} to ${last.using} of ${settingsCounted(last.eligible)} on ${sayDate(last.on)}.`;
  const stops = curve.reduce(
    (sum, point, at) => sum + Math.max(0, point.stopped - (curve[at - 1]?.stopped ?? 0)),
    0
  );
  const fall =
    stops === 0 ? '' : ` ${stops === 1 ? 'One setting' : `${stops} settings`} stopped on the way.`;
  return rise + fall;
}

/**
 * How many places for children there are in the settings that use a change: "They have 214 of the 420 places for children." Null where
 * nobody said of any setting how many it has.
 */
export function placesSentence(of: ReturnType<typeof placesReached>): string | null {
  if (of.eligible === 0) return null;
  const unknown =
    of.unknown === 0
      ? ''
      : ` Of ${settingsCounted(of.unknown)} nobody has said how many places there are.`;
  const have =
    of.using === 0
      ? `None of the ${of.eligible} places for children that were counted is in one that uses it.`
      : `Those that use it have ${of.using} of the ${of.eligible} places for children that were counted.`;
  return have + unknown;
}
