import { lookedThrough } from '#modules/disclosure';
import {
  choice,
  id,
  neededDate,
  neededText,
  optionalDate,
  optionalNumber,
  text,
  version
} from '#platform/fields';
import * as v from 'valibot';
import { fieldSentences as say, settingLabels } from './sentences.ts';
import { settingKinds, type SettingId } from './types.ts';

const wholeOrNone = v.pipe(
  optionalNumber(say.whole),
  v.check(
    (given) => given === null || (Number.isInteger(given) && given >= 0 && given < 1e6),
    say.whole
  )
);
const degrees = (most: number, sentence: string) =>
  v.pipe(
    optionalNumber(sentence),
    v.check((given) => given === null || Math.abs(given) <= most, sentence)
  );

const parts = {
  name: neededText(say.name, 200),
  kind: choice(settingKinds, say.kind),
  organisation: text(200),
  area: text(200),
  places: wholeOrNone,
  rooms: wholeOrNone,
  latitude: degrees(90, say.latitude),
  longitude: degrees(180, say.longitude),
  openedOn: optionalDate('The day on which it opened'),
  closedOn: optionalDate('The day on which it closed'),
  externalId: v.pipe(
    text(100),
    v.transform((given) => (given === '' ? null : given))
  ),
  source: text(500)
};

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: settingLabels });

export const newSettingInput = looked({ ...parts });
export const changedSettingInput = looked({ id: id<SettingId>(), ...parts, version });
export const newSettingsInput = looked({
  settings: v.pipe(v.array(v.object(parts)), v.maxLength(5000))
});
export const closeInput = v.object({
  id: id<SettingId>(),
  closedOn: neededDate('The day on which it closed', say.closedOn),
  version
});
export const oneInput = v.object({ id: id<SettingId>() });

/** Rows of cells as they stand in a file or were pasted. */
export const cellsInput = v.object({ cells: v.array(v.array(v.string())) });
export const importInput = looked({
  ...cellsInput.entries,
  fingerprint: v.string()
});

export const filterInput = v.object({
  q: text(100),
  kind: v.fallback(v.optional(v.picklist(['', ...settingKinds]), ''), ''),
  area: text(200),
  there: v.fallback(v.optional(v.picklist(['open', 'closed', 'all']), 'open'), 'open')
});

/** The boundary is made of numbers: nobody looks for people in it. */
export const outlineInput = lookedThrough(
  {
    geojson: neededText(say.outline, 5_000_000),
    source: neededText(say.outlineSource, 500)
  },
  { names: { source: 'Where it comes from' }, except: ['geojson'] }
);
