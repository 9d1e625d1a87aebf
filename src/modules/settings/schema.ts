import { lookedThrough } from '#modules/disclosure';
import { fieldNamer } from '#modules/records';
import { columnsSaid, neededText, text, ticked } from '#platform/fields';
import * as v from 'valibot';
import { settingKind } from './kinds.ts';
import { settingKinds } from './types.ts';

/** Inputs that are no record of a kind: many settings at once, files, filters, the outline. */

const names = fieldNamer(settingKind);

export const newSettingsInput = lookedThrough(
  { settings: v.pipe(v.array(v.object(settingKind.entries)), v.maxLength(5000)) },
  { names }
);

/** Rows of cells as they stand in a file or were pasted. */
export const cellsInput = v.object({ cells: v.array(v.array(v.string())) });
export const importInput = lookedThrough(
  { ...cellsInput.entries, fingerprint: v.string(), columns: columnsSaid },
  { names, except: ['columns'] }
);

export const filterInput = v.object({
  q: text(100),
  kind: v.fallback(v.optional(v.picklist(['', ...settingKinds]), ''), ''),
  area: text(200),
  there: v.fallback(v.optional(v.picklist(['open', 'closed', 'all']), 'open'), 'open')
});

export const areasInput = lookedThrough(
  {
    geojson: neededText('Choose a file with the boundaries', 5_000_000),
    source: neededText('Enter where the boundaries come from, with their licence', 500),
    nameProperty: text(200),
    latitudeFirst: ticked
  },
  { names: { source: 'Where they come from' }, except: ['geojson', 'nameProperty'] }
);

/** The boundary is made of numbers: nobody looks for people in it. */
export const outlineInput = lookedThrough(
  {
    geojson: neededText('Choose a file with the boundary', 5_000_000),
    source: neededText('Enter where the boundary comes from, with its licence', 500),
    latitudeFirst: ticked
  },
  { names: { source: 'Where it comes from' }, except: ['geojson'] }
);
