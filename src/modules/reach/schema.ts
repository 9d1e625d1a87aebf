import { lookedThrough } from '#modules/disclosure';
import type { FactorId } from '#modules/vocabulary';
import {
  choice,
  columnsSaid,
  id,
  list,
  neededDate,
  neededText,
  optionalId,
  optionalNumber,
  text,
  version
} from '#platform/fields';
import * as v from 'valibot';
import { fieldNames, fieldSentences as say } from './sentences.ts';
import { rhythms, type CycleId, type ProgrammeId } from './types.ts';

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: fieldNames });

const wholeNumber = (sentence: string, most: number) =>
  v.pipe(
    optionalNumber(sentence),
    v.check(
      (given) => given === null || (Number.isInteger(given) && given >= 0 && given <= most),
      sentence
    )
  );
const count = wholeNumber(say.count, 1_000_000);
const counts = v.pipe(v.nullish(v.array(count), []), v.maxLength(20));

const parts = {
  title: neededText(say.title, 200),
  about: text(2000),
  serviceId: optionalId(),
  projectId: optionalId(),
  factorIds: v.pipe(
    list(),
    v.transform((given) => given as FactorId[])
  ), // the command checks them against the spine
  who: v.pipe(
    text(60),
    v.transform((given) => (given === '' ? 'families' : given))
  ),
  rhythm: choice(rhythms, say.rhythm),
  stages: v.pipe(
    list(100),
    v.minLength(2, say.stages),
    v.maxLength(8, 'Keep to eight stages at most')
  ),
  /** The stage by its number from 0, or the words of its line. */
  servedStage: v.pipe(wholeNumber(say.servedStage, 7), v.number(say.servedStage)),
  retentionSessions: wholeNumber(say.retention, 200),
  bands: v.pipe(list(100), v.maxLength(9)),
  engagementScale: v.pipe(list(100), v.maxLength(9)),
  groups: v.pipe(list(100), v.maxLength(10)),
  outcome: text(300)
};

export const newProgrammeInput = looked(parts);
export const programmeInput = looked({ id: id<ProgrammeId>(), ...parts, version });
export const oneProgramme = v.object({ id: id<ProgrammeId>() });

const figures = {
  startsOn: neededDate('The first day', say.startsOn),
  counts,
  sessionsOffered: count,
  sessionsAttended: count,
  bands: counts,
  engagement: counts,
  retained: count,
  groupEligible: counts,
  groupServed: counts,
  beforeYes: count,
  beforeAsked: count,
  afterYes: count,
  afterAsked: count,
  note: text(1000)
};

export const newCycleInput = looked({ programmeId: id<ProgrammeId>(), ...figures });
export const cycleInput = looked({ cycleId: id<CycleId>(), ...figures, version });
export const oneCycle = v.object({ cycleId: id<CycleId>() });

export const cellsInput = v.object({
  programmeId: id<ProgrammeId>(),
  cells: v.array(v.array(v.string()))
});
export const cyclesInput = lookedThrough(
  { ...cellsInput.entries, fingerprint: v.string(), columns: columnsSaid },
  { names: fieldNames, except: ['columns'] }
);
