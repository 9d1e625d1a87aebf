import { lookedThrough } from '#modules/disclosure';
import { fieldNamer } from '#modules/records';
import { settingKinds, type SettingId } from '#modules/settings';
import { id, text, version } from '#platform/fields';
import * as v from 'valibot';
import { reportKind } from './kinds.ts';
import { standings, type RollOutId } from './types.ts';

/** Inputs that are no record of a kind. */

export const sayInput = lookedThrough(
  {
    ...reportKind.entries,
    rollOutId: id<RollOutId>(),
    settingId: id<SettingId>(),
    /** What had been read: the sum of the versions of everything said of this setting; nothing where nobody looked first. */
    version: v.nullish(version)
  },
  { names: fieldNamer(reportKind), except: reportKind.notLookedThrough }
);

export const filterInput = v.object({
  id: id<RollOutId>(),
  standing: v.fallback(v.optional(v.picklist(['', ...standings]), ''), ''),
  area: text(200),
  kind: v.fallback(v.optional(v.picklist(['', ...settingKinds]), ''), '')
});
