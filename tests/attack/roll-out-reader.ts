import { areasToShare, type Place } from '#modules/rollout';
import { someSetting } from '../../src/modules/rollout/builders.ts';
import { chanceFrom } from './random-tables.ts';

/**
 * A reader of two files of a roll-out by area, who knows which settings there were on either day and that none moved on in between. Knows nothing of
 * how the files are made: every way in which the settings could stand is written down, and the ways that look alike are laid together.
 */
type Settings = ReadonlyMap<number, string>;

const placesOf = (settings: Settings, using: (setting: number) => boolean): Place[] =>
  [...settings].map(([number, area]) => ({
    setting: someSetting(number, { area }),
    standing: using(number) ? 'using' : 'not-started',
    report: null
  }));

const members = (settings: Settings) =>
  [...settings].map(([number, area]) => ({ id: someSetting(number).id, area }));

/** Which settings each line of a file counts: asked of the file itself, with one setting after the other using the change. */
function linesOf(before: readonly Settings[], settings: Settings): number[][] {
  const lines = new Map<number, number[]>();
  for (const number of settings.keys()) {
    const shared = areasToShare(
      before.map(members),
      placesOf(settings, (one) => one === number)
    );
    const at = shared.lines.findIndex(({ using }) => using === 1);
    if (at >= 0) lines.set(at, [...(lines.get(at) ?? []), number]);
  }
  return [...lines.values()];
}

/** The settings that files single out: those that stand alike in all ways of standing that look alike in the files. */
function singledOut(files: readonly (readonly number[])[], settings: readonly number[]): number[] {
  const looks = new Map<string, Map<number, boolean>>();
  const opened = new Set(settings);
  for (let way = 0; way < 2 ** settings.length; way += 1) {
    const uses = (number: number) => ((way >> settings.indexOf(number)) & 1) === 1;
    const look = files.map((line) => line.filter(uses).length).join(' ');
    const first = looks.get(look);
    if (first === undefined) looks.set(look, new Map(settings.map((one) => [one, uses(one)])));
    else for (const one of opened) if (first.get(one) !== uses(one)) opened.delete(one);
  }
  return [...opened];
}

export const changesOfRollOut = ['added', 'closed', 'moved', 'two added'] as const;

/** Attacks pairs of files with a change in between. `remembers`: whether the second was made beside the first, as Cairn makes it. */
export function attackRollOuts(given: {
  readonly change: (typeof changesOfRollOut)[number];
  readonly pairs: number;
  readonly seed: number;
  readonly remembers: boolean;
}): { readonly tried: number; readonly opened: number; readonly counted: number } {
  const chance = chanceFrom(given.seed);
  const areas = ['North', 'Mill', 'Weir'];
  const anArea = () => areas[Math.floor(chance() * areas.length)] ?? 'North';
  let [tried, opened, counted] = [0, 0, 0];
  for (let pair = 0; pair < given.pairs; pair += 1) {
    const first = new Map(
      Array.from({ length: 3 + Math.floor(chance() * 5) }, (_, at) => [at + 1, anArea()])
    );
    const second = new Map(first);
    const one = 1 + Math.floor(chance() * first.size);
    if (given.change === 'closed') second.delete(one);
    else if (given.change === 'moved') second.set(one, anArea());
    else second.set(8, anArea());
    if (given.change === 'two added') second.set(9, anArea());
    const before = linesOf([], first);
    const now = linesOf(given.remembers ? [first] : [], second);
    const everyone = [...new Set([...first.keys(), ...second.keys()])];
    tried += everyone.length;
    counted += now.flat().length / second.size;
    opened += singledOut([...before, ...now], everyone).length;
  }
  return { tried, opened, counted: counted / given.pairs };
}
