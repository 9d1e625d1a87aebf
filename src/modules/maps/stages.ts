import { err, ok, type Result } from '#core/result';
import { namesOf, type Names, type Spine } from '#modules/vocabulary';
import type { StageId } from './types.ts';

/** One stage of support, as the place names it. */
export type StageOfSupport = {
  readonly id: StageId;
  readonly name: string;
  /** For whom it is, in a few words; empty where nobody said. */
  readonly forWhom: string;
  readonly isUniversal: boolean;
};

/** The stages of a place, from the most general to the most intensive, and what runs beneath all of them. */
export type SupportModel = {
  readonly stages: readonly StageOfSupport[];
  /** Such as “A relational approach”; empty where nothing is named. */
  readonly thread: string;
  readonly threadAbout: string;
  /** 0 while the place has the usual stages. */
  readonly version: number;
};

const usual = (id: string, name: string, forWhom: string): StageOfSupport => ({
  id: id as StageId, // written here
  name,
  forWhom,
  isUniversal: id === 'universal'
});

/** The stages of a place that has not named its own. */
export const usualStages: readonly StageOfSupport[] = [
  usual('universal', 'Universal', 'For every family'),
  usual('targeted', 'Targeted', 'For families with some need'),
  usual('intensive', 'Intensive', 'For families with great need')
];
export const usualModel: SupportModel = {
  stages: usualStages,
  thread: '',
  threadAbout: '',
  version: 0
};

export const fewestStages = 3;
export const mostStages = 5;

/** Names of the vocabulary and of the place's stages. */
export type ServiceNames = Names & { stage(id: StageId): string };

export function serviceNames(spine: Spine, stages: readonly StageOfSupport[]): ServiceNames {
  return { ...namesOf(spine), stage: (id) => stageName(stages, id) };
}

/** A stage by its name; its identifier where the place has it no more. */
export function stageName(stages: readonly StageOfSupport[], id: StageId): string {
  return stages.find((one) => one.id === id)?.name ?? id;
}

/** A stage with for whom it is: “Targeted: for families with some need”. */
export function stageWords(stages: readonly StageOfSupport[], id: StageId): string {
  const stage = stages.find((one) => one.id === id);
  if (stage === undefined) return id;
  const { name, forWhom } = stage;
  return forWhom === '' ? name : `${name}: ${forWhom.charAt(0).toLowerCase()}${forWhom.slice(1)}`;
}

/** One line of the form: a stage that is to be, or nothing. */
export type StageLine = { readonly name: string; readonly forWhom: string };

export type StageProblem =
  | { readonly kind: 'stage-count'; readonly given: number }
  | { readonly kind: 'stage-twice'; readonly line: number; readonly name: string }
  | { readonly kind: 'no-universal' }
  | {
      readonly kind: 'stage-in-use';
      readonly id: StageId;
      readonly name: string;
      /** How many services, ended ones too, and offers stand on it. */
      readonly services: number;
      readonly offers: number;
    }
  | { readonly kind: 'no-such-line'; readonly id: StageId; readonly line: number };

export type StageUse = { readonly services: number; readonly offers: number };

export type PlannedStages = {
  readonly stages: readonly StageOfSupport[];
  /** What has to move, from a stage of today to one that stays or comes. */
  readonly moves: readonly { readonly from: StageId; readonly to: StageId }[];
};

const plainly = (name: string) => name.trim().toLowerCase();

/** Letters and digits with hyphens, as identifiers of stages are written. */
function slugOf(name: string, taken: ReadonlySet<string>): StageId {
  const slug =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'stage';
  let id = slug;
  for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
  return id as StageId; // no stage of the place has it
}

/**
 * What the stages of a place would be, and which records move. A stage of today becomes the line that `becomes` says, by its number from
 * 1, else the line with its name. A line keeps the identifier of the stage of today with its name, else of the first that becomes it, so
 * renaming moves nothing.
 * Refuses: fewer than three stages or more than five; two of one name; none that is universal; a stage that becomes nothing while
 * services or offers stand on it; a stage that becomes an empty line.
 */
export function planStages(given: {
  readonly before: readonly StageOfSupport[];
  readonly lines: readonly StageLine[];
  /** The number of the universal line, from 1. */
  readonly universal: number | null;
  readonly becomes: Readonly<Record<string, number>>;
  readonly use: ReadonlyMap<string, StageUse>;
}): Result<PlannedStages, StageProblem> {
  const { before, lines, universal, becomes, use } = given;
  const filled = lines
    .map(({ name, forWhom }, index) => ({ name, forWhom, line: index + 1 }))
    .filter(({ name }) => name !== '');
  if (filled.length < fewestStages || filled.length > mostStages) {
    return err({ kind: 'stage-count', given: filled.length });
  }
  const seen = new Set<string>();
  for (const { name, line } of filled) {
    if (seen.has(plainly(name))) return err({ kind: 'stage-twice', line, name });
    seen.add(plainly(name));
  }
  if (!filled.some(({ line }) => line === universal)) return err({ kind: 'no-universal' });

  const lineOf = new Map<StageId, number>();
  for (const { id, name } of before) {
    const said = becomes[id];
    const line = said ?? filled.find((one) => plainly(one.name) === plainly(name))?.line;
    if (line === undefined) {
      const { services, offers } = use.get(id) ?? { services: 0, offers: 0 };
      if (services + offers > 0) return err({ kind: 'stage-in-use', id, name, services, offers });
    } else if (!filled.some((one) => one.line === line)) {
      return err({ kind: 'no-such-line', id, line });
    } else lineOf.set(id, line);
  }

  const taken = new Set<string>(before.map(({ id }) => id));
  const stages = filled.map(({ name, forWhom, line }): StageOfSupport => {
    const became = before.filter(({ id }) => lineOf.get(id) === line);
    const kept = became.find((one) => plainly(one.name) === plainly(name)) ?? became[0];
    const id = kept?.id ?? slugOf(name, taken);
    taken.add(id);
    return { id, name, forWhom, isUniversal: line === universal };
  });
  const moves = before.flatMap(({ id }) => {
    const to = stages[filled.findIndex(({ line }) => line === lineOf.get(id))]?.id;
    return to === undefined || to === id ? [] : [{ from: id, to }];
  });
  return ok({ stages, moves });
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What happened and what to do now, with the field of the form that it belongs to. */
export function explainStageProblem(
  problem: StageProblem | { readonly kind: 'stages-changed' }
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'stages-changed':
      return 'Somebody else changed the stages while you were writing. Look at them as they are now, and say again what is to be different.';
    case 'stage-count':
      return {
        field: 'name1',
        sentence: `Name three, four or five stages: ${problem.given === 0 ? 'none is' : `${problem.given} ${problem.given === 1 ? 'is' : 'are'}`} named.`
      };
    case 'stage-twice':
      return {
        field: `name${problem.line}`,
        sentence: `Two stages are called “${problem.name}”. Give each a name of its own.`
      };
    case 'no-universal':
      return { field: 'universal', sentence: 'Say which of the named stages is universal.' };
    case 'stage-in-use': {
      const { name, services, offers } = problem;
      const what = [
        ...(services === 0 ? [] : [counted(services, 'service')]),
        ...(offers === 0 ? [] : [counted(offers, 'offer')])
      ].join(' and ');
      return {
        field: `becomes-${problem.id}`,
        sentence: `${what} ${services + offers === 1 ? 'stands' : 'stand'} on “${name}”, and no stage keeps this name. Say which stage it becomes.`
      };
    }
    case 'no-such-line':
      return {
        field: `becomes-${problem.id}`,
        sentence: `Line ${problem.line} has no name, so nothing can become it. Name it, or choose another.`
      };
  }
}
