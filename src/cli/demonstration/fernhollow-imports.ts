import { newArea } from '#modules/indicators/import';
import {
  beginImport,
  carryOn,
  confirmImport,
  matchColumns,
  matchNames,
  viewImport
} from '#modules/indicators/import/server';
import { addIndicator } from '#modules/indicators/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on, type Hand } from './hand.ts';
import type { Counts } from './stage.ts';

/** Indicators of Fernhollow whose values, by neighbourhood, come from a file, taken in as a contributor would. */
export function scheduleImports(here: Fernhollow): Counts {
  const { imports, files } = here.content.imports;
  for (const each of imports) {
    here.timeline.on(each.addedOn, async () => {
      const { id } = await give(on(here.lead, each.addedOn), addIndicator, each.indicator);
      here.indicators.set(each.file, id);
    });
    here.timeline.on(each.importedOn, async () => {
      const hand = on(here.contributor, each.importedOn);
      await takeIn(hand, {
        indicatorId: lookUp(here.indicators, each.file),
        fileName: each.file,
        bytes: lookUp(files, each.file),
        uses: each.uses
      });
    });
  }
  return { 'files of values': imports.length };
}

/** Takes a file through every step; refuses one that cannot be taken whole. */
async function takeIn(
  hand: Hand,
  file: {
    readonly indicatorId: string;
    readonly fileName: string;
    readonly bytes: Uint8Array;
    readonly uses: readonly string[];
  }
): Promise<void> {
  const { uses, ...given } = file;
  const { id } = await give(hand, beginImport, given);
  const goesOn = () => carryOn({ personId: hand.personId }, hand.place, id, hand.world);
  await goesOn();
  await give(hand, matchColumns, { id, indicatorId: file.indicatorId, uses });
  const { unknown } = await give(hand, viewImport, { id });
  if (unknown.length > 0) {
    const names = unknown.map(({ kind, text }) => ({ kind, text, meaning: newArea }));
    await give(hand, matchNames, { id, names });
  }
  await goesOn();
  const { draft } = await give(hand, viewImport, { id });
  await give(hand, confirmImport, { id, seen: draft?.touchedAt.toISOString() ?? '' });
  await goesOn();
  const { done } = await give(hand, viewImport, { id });
  if (done === null) throw new Error(`The demonstration could not take in ${file.fileName}.`);
}
