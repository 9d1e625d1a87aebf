import { listed } from '#core/written-lists';
import type { ChangedMeanwhile } from '#platform/command';
import { isOpen, slippageOf } from '#modules/delivery';
import { sayDate } from '#core/written-dates';
import type { Grouping, PublicAim, PublicProject } from './public-types.ts';

export const publicFieldSentences = {
  tooLong: 'This is too long: shorten it to 4,000 characters'
} as const;

export const publicSentences = {
  noFigure: 'No figure yet.',
  notCountable: 'Not shown, because nothing says how many people the figure rests on.',
  introductionChanged: 'The introduction is different.',
  hopeChanged: 'What you hope for is different.',
  placeChanged: 'The name of the partnership is different.',
  sourcesChanged: 'The sources are different.',
  partNames: {
    outcomes: 'Outcome',
    factors: 'Factor',
    aims: 'Aim',
    decisions: 'Decision',
    projects: 'Project',
    figures: 'Figure'
  },
  added: (part: string, title: string) => `${part} added: ${title}`,
  changed: (part: string, title: string) => `${part} changed: ${title}`,
  removed: (part: string, title: string) => `${part} no longer shown: ${title}`
} as const;

export const groupingNames: Readonly<Record<Grouping, string>> = {
  entry: '',
  month: 'Added up by month, so that no family can be recognised.',
  quarter: 'Added up by three months, so that no family can be recognised.'
};

/** A part of the aims under a heading of its own. */
export type PublicAims = {
  readonly heading: string;
  readonly aims: readonly {
    readonly title: string;
    /** By when, to follow the title: ", by 31 October 2026". */
    readonly by: string;
    /** What is to be said of it besides; empty where nothing is. */
    readonly says: string;
  }[];
};

/**
 * The aims as anybody reads them on a day (`YYYY-MM-DD`): what is wanted still, what was reached, what was given up. One whose date has
 * passed says so, and whether it was reached. Headings without an aim are left out.
 */
export function publicAims(aims: readonly PublicAim[], today: string): PublicAims[] {
  const parts: PublicAims[] = [
    {
      heading: 'What we want to reach',
      aims: aims.filter(isWanted).map((aim) => ({
        title: aim.title,
        by: aim.by === null ? '' : `, by ${aim.by}`,
        says: passedWords(aim, today)
      }))
    },
    {
      heading: 'What we have reached',
      aims: aims
        .filter(({ status }) => status === 'done')
        .map(({ title }) => ({ title, by: '', says: '' }))
    },
    {
      heading: 'What we no longer work towards',
      aims: aims
        .filter(({ status }) => status === 'stopped')
        .map(({ title }) => ({ title, by: '', says: '' }))
    }
  ];
  return parts.filter((part) => part.aims.length > 0);
}

function isWanted({ status = 'not-stated' }: PublicAim): boolean {
  return isOpen({ status });
}

function passedWords({ dueOn = null, status = 'not-stated' }: PublicAim, today: string): string {
  if (slippageOf({ status, dueOn }, today) !== 'overdue') return '';
  return status === 'not-stated'
    ? 'That date has passed, and we have not recorded whether it was reached.'
    : 'That date has passed, and it is not reached yet.';
}

/** What families read of the tests of a project: how many were tried, when the last was, how they came out. Empty before the first. */
export function publicTestsSentence({
  tests,
  lastTestOn,
  outcomes
}: Pick<PublicProject, 'tests' | 'lastTestOn' | 'outcomes'>): string {
  if (tests === 0) return '';
  const day =
    lastTestOn === null ? '' : `${tests === 1 ? ' on' : ', the last on'} ${sayDate(lastTestOn)}`;
  const tried = `We have tried it out in ${tests === 1 ? 'one small test' : `${tests} small tests`}${day}`;
  return outcomes === undefined ? `${tried}.` : `${tried}: ${cameOut(outcomes, tests)}.`;
}

/** How tests that have happened came out, in words that follow their number: "2 helped and 2 did not help". */
export function cameOut(
  { helped, didNotHelp, cannotTell, notSaid }: NonNullable<PublicProject['outcomes']>,
  tests: number
): string {
  if (tests === 1) {
    if (helped === 1) return 'it helped';
    if (didNotHelp === 1) return 'it did not help';
    return cannotTell === 1
      ? 'we cannot tell whether it helped'
      : 'we have not said yet whether it helped';
  }
  const parts = [
    { number: helped, words: `${helped} helped` },
    { number: didNotHelp, words: `${didNotHelp} did not help` },
    { number: cannotTell, words: `for ${cannotTell} we cannot tell` },
    { number: notSaid, words: `for ${notSaid} we have not said yet` }
  ];
  return listed(parts.flatMap(({ number, words }) => (number === 0 ? [] : [words])));
}

export type PublicPageProblem =
  ChangedMeanwhile | { readonly kind: 'nothing-to-publish' } | { readonly kind: 'not-published' };

export function explainPublicPageProblem(
  problem: PublicPageProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'nothing-to-publish':
      return 'There is nothing to show yet. Write an introduction, or choose what you work on first.';
    case 'not-published':
      return 'Nothing is published at the moment.';
  }
}

export type ServicesFeedProblem =
  ChangedMeanwhile | { readonly kind: 'no-service-chosen' } | { readonly kind: 'not-published' };

export function explainServicesFeedProblem(problem: ServicesFeedProblem): string {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were choosing. Compare the two versions and choose.';
    case 'no-service-chosen':
      return 'No service is chosen for the feed yet. Choose some first.';
    case 'not-published':
      return 'The feed is not published at the moment.';
  }
}
