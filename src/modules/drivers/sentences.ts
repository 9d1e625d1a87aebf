import { dateOf } from '#core/dates';
import { sayDate } from '#core/written-dates';
import { listed } from '#core/written-lists';
import type { Gap } from './gaps.ts';
import { levelNames } from './labels.ts';
import type { DriverProblem } from './problems.ts';
import type { ArchivedDriver, Diagram, Idea } from './types.ts';
import type { DiagramChange } from './versions.ts';

/** Every sentence of this module. */

export const fieldSentences = {
  title: 'Enter the driver in a few words',
  idea: 'Enter the change idea in a few words',
  under: 'Choose the driver it hangs under',
  level: 'Choose primary or secondary',
  name: 'Enter a name for this version, such as “Agreed in May”',
  from: 'Choose what to begin with'
} as const;

const quoted = (title: string) => `“${title}”`;

/** @example list(['a', 'b', 'c']) // '“a”, “b” and “c”' */
const list = (titles: readonly string[]): string => listed(titles.map(quoted));

/** What a diagram lacks, in a sentence that says what to add. */
export function gapSentence(gap: Gap): string {
  switch (gap.kind) {
    case 'no-drivers':
      return 'There is no driver yet. Ask what must change for the aim to be reached.';
    case 'driver-unplaced':
      return `The secondary driver ${quoted(gap.driver.title)} hangs under no primary driver, so nobody can see how it acts on the aim.`;
    case 'driver-without-idea':
      return gap.driver.level === 'primary'
        ? `Nothing hangs under ${quoted(gap.driver.title)}: neither a secondary driver nor a change idea.`
        : `No change idea serves ${quoted(gap.driver.title)}.`;
    case 'driver-unwatched':
      return `No measure watches ${quoted(gap.driver.title)}, so nobody will see whether it moves.`;
    case 'aim-unwatched':
      return 'No outcome measure watches the aim itself.';
    case 'ideas-unplaced':
      return gap.ideas.length === 1
        ? `The idea ${list(textsOf(gap.ideas))} serves no driver of the diagram.`
        : `${gap.ideas.length} ideas serve no driver of the diagram: ${list(textsOf(gap.ideas))}.`;
    case 'ideas-untested':
      return gap.ideas.length === 1
        ? `The idea ${list(textsOf(gap.ideas))} has not been tested yet.`
        : `${gap.ideas.length} ideas have not been tested yet: ${list(textsOf(gap.ideas))}.`;
  }
}

const textsOf = (ideas: readonly Idea[]) => ideas.map(({ text }) => text);

/** How an idea's tests came out, for one small line: the verdict, and the counts behind it. */
export function trialSentence({ tests, verdict }: Pick<Idea, 'tests' | 'verdict'>): string {
  const many = `${tests.all} ${tests.all === 1 ? 'test' : 'tests'}`;
  const latest = tests.all === 1 ? 'it' : 'the latest';
  switch (verdict) {
    case 'untested':
      return 'Not tested yet';
    case 'under-way':
      return tests.all === 0 ? 'Planned, not tried yet' : `${many} under way`;
    case 'helped':
      return `${many}: ${latest} helped`;
    case 'did-not-help':
      return `${many}: ${latest} did not help`;
    case 'cannot-tell':
      return `${many}: cannot tell yet`;
  }
}

/** What the drawing shows, in a sentence or two: its text alternative. */
export function diagramSentence(diagram: Diagram): string {
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`;
  const of = (level: 'primary' | 'secondary') =>
    diagram.drivers.filter((driver) => driver.level === level).length;
  const tested = diagram.ideas.filter(({ verdict }) => verdict !== 'untested').length;
  const helped = diagram.ideas.filter(({ verdict }) => verdict === 'helped').length;
  return (
    `From the aim on the left: ${count(of('primary'), 'primary driver')}, ${count(of('secondary'), 'secondary driver')} and ` +
    `${count(diagram.ideas.length, 'change idea')}. ` +
    (diagram.ideas.length === 0
      ? 'No idea is written down yet.'
      : tested === 0
        ? 'None of the ideas has been tested yet.'
        : `${tested} of the ideas ${tested === 1 ? 'has' : 'have'} been tested; the latest test helped for ${helped}.`)
  );
}

/** What changed between two versions, one sentence each. */
export function changeSentence(change: DiagramChange): string {
  switch (change.kind) {
    case 'aim-changed':
      return change.to === null
        ? 'The aim was taken away.'
        : `The aim now reads: ${quoted(change.to)}${change.from === null ? '' : ` It read: ${quoted(change.from)}`}`;
    case 'driver-added':
      return `Added the ${levelNames[change.level].toLowerCase()} ${quoted(change.title)}${underWords(change.under)}.`;
    case 'driver-removed':
      return `Took away the ${levelNames[change.level].toLowerCase()} ${quoted(change.title)}.`;
    case 'renamed':
      return `${quoted(change.from)} is now called ${quoted(change.to)}.`;
    case 'idea-added':
      return `Added the idea ${quoted(change.title)}${underWords(change.under)}.`;
    case 'idea-removed':
      return `Took away the idea ${quoted(change.title)}.`;
    case 'linked':
      return `${quoted(change.title)} now hangs under ${quoted(change.under)} too.`;
    case 'unlinked':
      return `${quoted(change.title)} no longer hangs under ${quoted(change.under)}.`;
    case 'watched':
      return `The measure ${quoted(change.measure)} now watches ${quoted(change.title)}.`;
    case 'unwatched':
      return `The measure ${quoted(change.measure)} no longer watches ${quoted(change.title)}.`;
    case 'tested':
      return `${quoted(change.title)} was tested ${change.more === 1 ? 'once' : `${change.more} times`} more.`;
    case 'reordered':
      return 'Only the order changed.';
  }
}

const underWords = (titles: readonly string[]) =>
  titles.length === 0 ? ', under no driver' : ` under ${list(titles)}`;

/** What will be archived with a driver, what stays, and which ideas are left without a driver. */
export function goingSentences(going: {
  readonly title: string;
  readonly along: readonly string[];
  readonly staying: readonly string[];
  readonly ideas: readonly string[];
}): string[] {
  return [
    going.along.length === 0
      ? `${quoted(going.title)} goes alone.`
      : `With ${quoted(going.title)} goes ${list(going.along)}, since nothing else holds ${going.along.length === 1 ? 'it' : 'them'}.`,
    ...(going.staying.length === 0
      ? []
      : [
          `${list(going.staying)} ${going.staying.length === 1 ? 'stays' : 'stay'} under other drivers.`
        ]),
    ...(going.ideas.length === 0
      ? []
      : [
          `${list(going.ideas)} ${going.ideas.length === 1 ? 'stays' : 'stay'} in the project with every test, under no driver.`
        ]),
    'Nothing is lost: it can be brought back from the foot of the diagram’s page.'
  ];
}

export function archivedSentence({ title, wentAlong }: ArchivedDriver): string {
  return wentAlong === 0
    ? quoted(title)
    : `${quoted(title)}, with ${wentAlong} ${wentAlong === 1 ? 'driver' : 'drivers'} beneath it`;
}

/** What happened and what to do now. */
export function explainDriverProblem(problem: DriverProblem): string {
  switch (problem.kind) {
    case 'not-in-diagram':
      return 'That is no longer in this diagram. Look at the diagram as it is now.';
    case 'wrong-way':
      return 'That would run the wrong way: secondary drivers hang under primary ones, and ideas under drivers.';
    case 'hangs-there-already':
      return 'It hangs under that driver already. Choose another.';
    case 'unknown-measure':
      return 'That measure is not one of this project. Choose from the list.';
    case 'diagram-changed':
      return `${problem.by} changed this diagram on ${sayDate(dateOf(problem.at))}, after you opened the page, so nothing was moved. This is the diagram as it is now: do it again if it is still wanted.`;
    case 'nothing-to-name':
      return 'There is nothing in the diagram yet. Add a driver first.';
    case 'diagram-begun':
      return 'This diagram has drivers already. Another can only be taken over where there is none.';
    case 'nothing-to-begin-with':
      return 'That diagram is not there or has no drivers. Choose another.';
    case 'unknown-factor':
      return `“${problem.factorId}” is not a factor of this partnership’s vocabulary. Choose one from the list.`;
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
  }
}

/** A driver beside its factor: of which project, and how far ideas serve it. */
export function driverSentence(driver: {
  readonly projectTitle: string;
  readonly ideas: number;
  readonly untested: number;
}): string {
  const { projectTitle, ideas, untested } = driver;
  const of = `A driver of ${quoted(projectTitle)}`;
  if (ideas === 0) return `${of}, which no change idea serves yet.`;
  const served = `${of}, served by ${ideas} change ${ideas === 1 ? 'idea' : 'ideas'}`;
  if (untested === 0) return `${served}, ${ideas === 1 ? 'tested' : 'all tested'}.`;
  return untested === ideas
    ? `${served}, not tested yet.`
    : `${served}, ${untested} of them not tested yet.`;
}
