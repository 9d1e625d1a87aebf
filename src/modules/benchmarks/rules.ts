import { isOpenOn, type Setting } from '#modules/settings';
import type { Pace } from '#platform/throttle';
import type { Benchmark, BenchmarkRound, Questions } from './kinds.ts';

/** So often a setting may be answered for by its link: somebody who corrects themselves is well below. */
export const answerPace: Pace = { most: 20, seconds: 600 };
/** So often one address of the network may try links: a council's office answers for many settings. */
export const addressPace: Pace = { most: 120, seconds: 600 };

/** The day on which a round took its last answers; null while it takes them. The last day counts. */
export function closedOn(
  round: Pick<BenchmarkRound, 'closesOn' | 'closedOn'>,
  today: string
): string | null {
  if (round.closedOn !== null) return round.closedOn;
  return round.closesOn < today ? round.closesOn : null;
}

/** The settings that a round opened today asks. */
export function settingsToAsk(
  { settingKinds }: Pick<Benchmark, 'settingKinds'>,
  settings: readonly Setting[],
  today: string
): Setting[] {
  return settings.filter(
    (setting) =>
      isOpenOn(setting, today) && (settingKinds.length === 0 || settingKinds.includes(setting.kind))
  );
}

/** A line that stands twice among the questions, with its field; null where none does. */
export function lineTwice(
  questions: Questions
): { readonly kind: 'line-twice'; readonly field: string; readonly line: string } | null {
  for (const [field, lines] of Object.entries({
    approaches: questions.approaches,
    howWell: questions.howWell,
    transitions: questions.transitions
  })) {
    const line = lines.find((one, at) => lines.indexOf(one) !== at);
    if (line !== undefined) return { kind: 'line-twice', field, line };
  }
  return null;
}
