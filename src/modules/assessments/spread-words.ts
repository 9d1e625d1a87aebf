import { levelTitle, type Instrument } from './instrument.ts';
import type { Spread, Tally } from './spread.ts';

/** Counts as words, the levels that nobody chose left out: "2 Basic, 3 Early progress, 1 cannot say". */
export function tallyWords({ levels, cannotSay }: Tally, instrument: Instrument): string {
  const parts = levels
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${levelTitle(instrument, level)}`);
  return [...parts, ...(cannotSay > 0 ? [`${cannotSay} cannot say`] : [])].join(', ');
}

/** How far people are apart on one element, in a sentence. */
export function spreadWords(spread: Spread, instrument: Instrument): string {
  if (spread.kind === 'too-few') {
    return 'Fewer than three people said anything about it, so nothing is shown.';
  }
  if (spread.width === null) return 'Nobody could say.';
  const chosen = spread.all.levels.filter(({ count }) => count > 0);
  const [first, last] = [chosen[0], chosen.at(-1)].map((one) =>
    levelTitle(instrument, one?.level ?? '')
  );
  if (spread.width === 0) {
    return chosen[0]?.count === 1
      ? `One person chose a level: ${first}.`
      : `All who chose a level chose the same: ${first}.`;
  }
  const reach = `From ${first} to ${last}`;
  return spread.width === 1
    ? `${reach}: one level apart.`
    : `${reach}: ${spread.width} levels apart. Worth talking about.`;
}
