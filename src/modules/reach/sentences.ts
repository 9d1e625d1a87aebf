import { dateSentence, shortened, type DateProblem } from '#core/written-dates';
import type { ChangedMeanwhile } from '#platform/command';
import { gapWords } from './draw-groups.ts';
import { isBelowItsShare, outcomeIn, reachByGroup, receivedIn, servedIn } from './figures.ts';
import type { CyclesProblem, CycleRowProblem } from './parse-cycles.ts';
import type { CycleMisfit } from './rules.ts';
import type { Cycle, Programme, Rhythm, Verdict } from './types.ts';

export const verdictNames: Readonly<Record<Verdict, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'cannot-tell': 'Cannot tell yet'
};

export const rhythmNames: Readonly<Record<Rhythm, string>> = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  termly: 'Every term',
  quarterly: 'Every quarter'
};

export const fieldNames = {
  title: 'Title',
  about: 'What it is',
  serviceId: 'Service',
  projectId: 'Project',
  factorIds: 'Factors',
  who: 'Who is counted',
  rhythm: 'How often',
  stages: 'Stages',
  servedStage: 'Served from which stage on',
  retentionSessions: 'Still coming after how many sessions',
  bands: 'How much a family received',
  engagementScale: 'How they took part',
  groups: 'Groups',
  outcome: 'What should be true afterwards',
  startsOn: 'Starts on',
  sessionsOffered: 'Sessions offered',
  sessionsAttended: 'Sessions attended',
  retained: 'Still coming',
  beforeYes: 'Before: how many',
  beforeAsked: 'Before: of how many asked',
  afterYes: 'Afterwards: how many',
  afterAsked: 'Afterwards: of how many asked',
  note: 'Note'
} as const;

const lists: Readonly<
  Record<
    string,
    { list: 'stages' | 'bands' | 'engagementScale' | 'groups'; words: (name: string) => string }
  >
> = {
  counts: { list: 'stages', words: (name) => name },
  bands: { list: 'bands', words: (name) => `Received: ${name}` },
  engagement: { list: 'engagementScale', words: (name) => `Took part: ${name}` },
  groupEligible: { list: 'groups', words: (name) => `Could come: ${name}` },
  groupServed: { list: 'groups', words: (name) => `Served: ${name}` }
};

/** The label of a field of a cycle, also of those in a list: `counts.0` is the name of the first stage. */
export function cycleFieldName(programme: Programme, field: string): string {
  const [name = '', at = ''] = field.split('.');
  const list = lists[name];
  if (list !== undefined && at !== '') return list.words(programme[list.list][Number(at)] ?? name);
  return Object.hasOwn(fieldNames, name) ? fieldNames[name as keyof typeof fieldNames] : name; // seen to be a key
}

export const fieldSentences = {
  title: 'Enter what it is called, such as “Sing and Play at the hub”',
  stages: 'Enter at least two stages, one a line, from all who could come to those who stayed',
  servedStage: 'Choose the first stage that received something',
  startsOn: 'Enter the first day of the cycle',
  count: 'Enter a whole number, or leave it empty where nobody counted',
  retention: 'Enter a number of sessions, or leave it empty',
  rhythm: 'Choose how often figures come in'
} as const;

export type ReachProblem =
  | ChangedMeanwhile
  | CyclesProblem
  | { readonly kind: 'unknown-factor'; readonly factorId: string }
  | { readonly kind: 'served-off-stages' }
  | {
      readonly kind: 'lists-have-counts';
      readonly list: 'stages' | 'bands' | 'engagementScale' | 'groups';
    }
  | { readonly kind: 'does-not-add-up'; readonly misfits: readonly CycleMisfit[] }
  | { readonly kind: 'nothing-counted' }
  | { readonly kind: 'starts-ahead' }
  | { readonly kind: 'cycle-taken' }
  | { readonly kind: 'changed-since-preview' }
  | { readonly kind: 'nothing-to-do' };

/** What happened, and what to do now. */
export function explainReachProblem(problem: ReachProblem): string {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'unknown-factor':
      return `“${problem.factorId}” is not a factor of this partnership’s vocabulary. Choose one from the list.`;
    case 'served-off-stages':
      return fieldSentences.servedStage;
    case 'lists-have-counts':
      return `There are counts for each of the ${{ stages: 'stages', bands: 'amounts', engagementScale: 'steps', groups: 'groups' }[problem.list]} already. Keep as many lines as there are; you may reword them.`;
    case 'does-not-add-up':
      return problem.misfits.map(misfitSentence).join(' ');
    case 'nothing-counted':
      return 'Enter at least one count.';
    case 'starts-ahead':
      return 'This day lies ahead. Record the cycle once it has begun.';
    case 'cycle-taken':
      return 'There are figures for this day already. Change those instead.';
    case 'changed-since-preview':
      return 'Somebody changed the figures after you looked. Look again at what would change.';
    case 'nothing-to-do':
      return 'Everything in these rows is here already. Nothing was changed.';
    case 'nothing-to-read':
      return 'There is no row to read. Give a row of headings and at least one cycle.';
    case 'too-many-rows':
      return `There are ${problem.rows} rows; at most ${problem.most} can be read at once.`;
    case 'wrong-headings':
      return `The first row needs the heading “${fieldNames.startsOn}” and at least one of the programme’s own headings. We found: ${problem.given.map((one) => `“${shortened(one)}”`).join(', ') || 'nothing'}.`;
    case 'heading-twice':
      return `The heading “${shortened(problem.heading)}” stands twice. Leave one of the two columns.`;
    case 'bad-rows':
      return 'Some rows cannot be read, so nothing was saved. Mend them and look again.';
  }
}

/** What cannot be, and what to look at. */
export function misfitSentence(misfit: CycleMisfit): string {
  switch (misfit.kind) {
    case 'stage-above-former':
      return `“${misfit.stage}” is ${misfit.count}, but “${misfit.former}” before it is only ${misfit.formerCount}. Each stage is part of the one before: check both.`;
    case 'above-served':
      return `${{ retained: 'Those still coming are', bands: 'The amounts add up to', engagement: 'The steps add up to', groups: 'The groups add up to' }[misfit.what]} ${misfit.count}, more than the ${misfit.served} who were served.`;
    case 'group-above-eligible':
      return `Of “${misfit.group}” ${misfit.count} came, but only ${misfit.eligible} could. Check both.`;
    case 'attended-above-offered':
      return `${misfit.attended} sessions attended of only ${misfit.offered} offered cannot be. Count a session once for each family.`;
    case 'yes-above-asked':
      return `${misfit.count} of only ${misfit.asked} asked cannot be. Check which is which.`;
    case 'part-without-whole':
      return 'Enter of how many asked: a number alone says nothing.';
  }
}

/** One wrong row: where, what, and what to do. */
export function cycleRowSentence(problem: CycleRowProblem): string {
  const words = () => {
    switch (problem.kind) {
      case 'formula':
        return `“${shortened(problem.given)}” is a formula. Copy the cells as values and paste again.`;
      case 'not-a-count':
        return `${problem.heading}, “${shortened(problem.given)}”, is not a whole number. Leave it empty where nobody counted.`;
      case 'date-twice':
        return `this day stands in row ${problem.first} already.`;
      case 'date-ahead':
        return `${problem.date} lies ahead. Check the year.`;
      case 'misfit':
        return misfitSentence(problem.misfit);
      case 'note-too-long':
        return 'the note is longer than 1,000 characters. Shorten it.';
      case 'row-empty':
        return 'nothing is counted in it.';
      default:
        return dateSentence(problem satisfies DateProblem, 'the date');
    }
  };
  return `Row ${problem.row}: ${words()}`;
}

const monthWords = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});
const dayWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A cycle by the name people give it: "October 2026", or the day on which it began. */
export function cycleName(programme: Pick<Programme, 'rhythm'>, startsOn: string): string {
  const date = new Date(`${startsOn}T00:00:00Z`);
  return programme.rhythm === 'monthly' ? monthWords.format(date) : `From ${dayWords.format(date)}`;
}

/** @example percentWords(51.72) // '52%' */
export function percentWords(share: number | null): string | null {
  return share === null ? null : `${Math.round(share)}%`;
}

/** @example pointsWords(-3.2) // '3 points fewer' */
function pointsWords(points: number): string {
  const whole = Math.round(Math.abs(points));
  if (whole === 0) return 'as before';
  return `${whole} ${whole === 1 ? 'point' : 'points'} ${points > 0 ? 'more' : 'fewer'}`;
}

/**
 * What changed since the cycle before, in one or two sentences: how many were served, how many stayed to the end, and where the widest
 * gap between those who could come and those who came is now. With one cycle alone it says where things stand. One cycle beside another
 * is no trend: the chart says whether anything lasts.
 */
export function changeSentence(programme: Programme, latest: Cycle, before: Cycle | null): string {
  const name = cycleName(programme, latest.startsOn);
  const served = servedIn(programme, latest);
  const servedBefore = before === null ? null : servedIn(programme, before);
  const completed = receivedIn(programme, latest).completed;
  const completedBefore = before === null ? null : receivedIn(programme, before).completed;
  const parts: string[] = [];
  if (served !== null) {
    const difference = servedBefore === null ? null : served - servedBefore;
    parts.push(
      `${servedWords(served, programme.who)}${difference === null ? '' : difference === 0 ? ', as many as before' : `, ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than before`}`
    );
  }
  if (completed !== null) {
    parts.push(
      `${percentWords(completed) ?? ''} of them reached “${programme.stages.at(-1) ?? ''}”${completedBefore === null ? '' : ` (${pointsWords(completed - completedBefore)})`}`
    );
  }
  if (parts.length === 0)
    return `In ${name.replace(/^From /, 'the cycle from ')} those served were not counted.`;
  const first = `${name}: ${parts.join('; ')}.`;
  const outcome = outcomeIn(latest);
  const second =
    outcome.change === null || programme.outcome === ''
      ? ''
      : ` “${programme.outcome}”: ${percentWords(outcome.before) ?? ''} of those asked before, ${percentWords(outcome.after) ?? ''} of those asked afterwards.`;
  return first + second + widestGapWords(programme, latest);
}

/** "27 families were served"; who is served is a word for several, in the programme's own words. */
function servedWords(served: number, who: string): string {
  if (served === 0) return `none of the ${who} were served`;
  return served === 1 ? `1 of the ${who} was served` : `${served} ${who} were served`;
}

function widestGapWords(programme: Programme, cycle: Cycle): string {
  const missed = leastServed(programme, cycle);
  return missed === null ? '' : ` Least served: ${missed.group}, ${gapWords(missed.gap)}.`;
}

/** The group that falls furthest short of its share among those who could come; null where none does by more than chance would do. */
export function leastServed(
  programme: Programme,
  cycle: Cycle
): { readonly group: string; readonly gap: number } | null {
  const all = reachByGroup(programme, cycle);
  const short = all.flatMap((one) =>
    one.gap !== null && isBelowItsShare(one, all) ? [{ group: one.group, gap: one.gap }] : []
  );
  return short.toSorted((one, other) => one.gap - other.gap)[0] ?? null;
}

/** Where most are lost between two stages, for the question of what to try next; null where nothing can be compared. */
export function largestLoss(
  programme: Programme,
  cycle: Cycle
): {
  readonly from: string;
  readonly to: string;
  readonly lost: number;
  readonly of: number;
} | null {
  let largest: { from: string; to: string; lost: number; of: number } | null = null;
  for (const [at, to] of programme.stages.entries()) {
    const [of, count] = [cycle.counts[at - 1] ?? null, cycle.counts[at] ?? null];
    const from = programme.stages[at - 1];
    if (from === undefined || of === null || count === null || of === 0) continue;
    const lost = of - count;
    if (largest === null || lost / of > largest.lost / largest.of) largest = { from, to, lost, of };
  }
  return largest;
}
