import type { SettingId } from '#modules/settings';
import { lookedThrough } from '#modules/disclosure';
import { settingKinds } from '#modules/settings';
import type { FactorId } from '#modules/vocabulary';
import {
  choice,
  id,
  list,
  neededDate,
  neededText,
  optionalDate,
  optionalId,
  optionalNumber,
  text,
  version
} from '#platform/fields';
import * as v from 'valibot';
import { fieldNames, fieldSentences as say } from './sentences.ts';
import { standings, type ReportId, type RollOutId } from './types.ts';

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: fieldNames });

const settingsGoal = v.pipe(
  optionalNumber(say.goal),
  v.check(
    (given) => given === null || (Number.isInteger(given) && given >= 1 && given <= 10_000),
    say.goal
  )
);

const parts = {
  title: neededText(say.title, 200),
  change: text(2000),
  projectId: optionalId(),
  changeIdeaId: optionalId(),
  factorIds: v.pipe(
    list(),
    v.transform((given) => given as FactorId[])
  ), // the command checks them against the spine
  startedOn: neededDate('The day on which it started', say.startedOn),
  endedOn: optionalDate('The day on which it ended'),
  goalSettings: settingsGoal,
  goalBy: optionalDate('The date of the goal'),
  eligibleBy: v.optional(choice(['rule', 'picked'], say.eligibleBy), 'rule'),
  eligibleKinds: v.pipe(list(), v.array(v.picklist(settingKinds))),
  eligibleAreas: list(),
  picked: v.pipe(
    v.nullish(v.union([v.string(), v.array(v.string())]), []),
    v.transform((given) => [given].flat().filter((one) => one !== '')),
    v.array(id<SettingId>()),
    v.maxLength(2000)
  ),
  scale: v.pipe(list(), v.maxLength(9)),
  parts: v.pipe(list(), v.maxLength(20))
};

export const newRollOutInput = looked(parts);
export const rollOutInput = looked({ id: id<RollOutId>(), ...parts, version });

const level = v.pipe(
  optionalNumber('Choose a step of the scale, or none'),
  v.check(
    (given) => given === null || (Number.isInteger(given) && given >= 1),
    'Choose a step of the scale, or none'
  )
);

const said = {
  standing: choice(standings, say.standing),
  since: neededDate('Since when', say.since),
  level,
  parts: list(),
  reason: text(1000),
  note: text(1000),
  saidBy: text(200)
};

export const sayInput = looked({
  rollOutId: id<RollOutId>(),
  settingId: id<SettingId>(),
  ...said,
  /** What had been read: the sum of the versions of everything said of this setting; nothing where nobody looked first. */
  version: v.nullish(version)
});
export const correctionInput = looked({ reportId: id<ReportId>(), ...said, version });
export const removalInput = v.object({ reportId: id<ReportId>() });

export const filterInput = v.object({
  id: id<RollOutId>(),
  standing: v.fallback(v.optional(v.picklist(['', ...standings]), ''), ''),
  area: text(200),
  kind: v.fallback(v.optional(v.picklist(['', ...settingKinds]), ''), '')
});
