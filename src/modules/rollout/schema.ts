import { lookedThrough } from '#modules/disclosure';
import { fieldNamer } from '#modules/records';
import { settingKinds, type SettingId } from '#modules/settings';
import { id, neededDate, optionalId, text, version } from '#platform/fields';
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

/** Settings that use a change already, as somebody found who asked them. */
export const usersInput = lookedThrough(
  {
    rollOutId: optionalId<RollOutId>(),
    /** Of a new roll-out, where none is named. */
    title: text(200),
    note: text(1000),
    users: v.pipe(
      v.array(
        v.object({
          settingId: id<SettingId>(),
          since: neededDate('Since when', 'Enter since when'),
          saidBy: text(200)
        })
      ),
      v.maxLength(1000)
    )
  },
  { names: { title: 'Title', note: 'Note' }, except: ['since'] }
);

export const filterInput = v.object({
  id: id<RollOutId>(),
  standing: v.fallback(v.optional(v.picklist(['', ...standings]), ''), ''),
  area: text(200),
  kind: v.fallback(v.optional(v.picklist(['', ...settingKinds]), ''), '')
});
