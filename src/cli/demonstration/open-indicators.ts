import { changeChoice } from '#modules/indicators/server';
import { give, type Hand } from './hand.ts';

/** Says of each open indicator that a place has just begun to follow why it does. */
export async function noteChoices(hand: Hand, reasons: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, note] of reasons) await give(hand, changeChoice, { id, note, version: 1 });
}
