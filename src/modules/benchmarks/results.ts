import { providers, type Provider, type Setting } from '#modules/settings';
import type { Questions } from './kinds.ts';
import type { Answer, Use } from './types.ts';

/** A setting that a round asked, with what it said; null while it has not answered. */
export type AskedSetting = {
  readonly setting: Pick<Setting, 'id' | 'name' | 'kind' | 'area' | 'provider'>;
  readonly answer: Answer | null;
};

/** How many settings use an approach, of those that answered. */
export type UsingCount = { readonly using: number; readonly answered: number };

export type ApproachResult = UsingCount & {
  readonly approach: string;
  /** The settings that use it, in the order given. */
  readonly settings: readonly { readonly setting: AskedSetting['setting']; readonly use: Use }[];
  /** How many chose each step of how well it works, least first. */
  readonly howWell: readonly number[];
  readonly byProvider: readonly (UsingCount & { readonly provider: Provider | null })[];
  readonly byArea: readonly (UsingCount & { readonly area: string })[];
};

export type Results = {
  readonly asked: number;
  readonly answered: number;
  readonly notAnswered: readonly AskedSetting['setting'][];
  readonly approaches: readonly ApproachResult[];
  /** Gaps: approaches that nobody uses, and settings that use none. */
  readonly unusedApproaches: readonly string[];
  readonly settingsWithNone: readonly AskedSetting['setting'][];
  readonly wantSupport: readonly AskedSetting['setting'][];
};

type Answered = { readonly setting: AskedSetting['setting']; readonly answer: Answer };
const hasAnswered = (one: AskedSetting): one is Answered => one.answer !== null;
const useOf = ({ answer }: Answered, approach: string): Use | undefined =>
  answer.uses.find((use) => use.approach === approach);

/** What the settings of a round said together. Counts are of settings, not of children; those who have not answered are in none. */
export function resultsOf(questions: Questions, asked: readonly AskedSetting[]): Results {
  const answered = asked.filter(hasAnswered);
  const approaches = questions.approaches.map((approach) =>
    approachResult(questions, approach, answered)
  );
  return {
    asked: asked.length,
    answered: answered.length,
    notAnswered: asked.filter((one) => !hasAnswered(one)).map(({ setting }) => setting),
    approaches,
    unusedApproaches:
      answered.length === 0
        ? []
        : approaches.filter(({ using }) => using === 0).map(({ approach }) => approach),
    settingsWithNone: answered
      .filter(({ answer }) => answer.uses.length === 0)
      .map(({ setting }) => setting),
    wantSupport: answered.filter(({ answer }) => answer.wantsSupport).map(({ setting }) => setting)
  };
}

function approachResult(
  questions: Questions,
  approach: string,
  answered: readonly Answered[]
): ApproachResult {
  const settings = answered.flatMap((one) => {
    const use = useOf(one, approach);
    return use === undefined ? [] : [{ setting: one.setting, use }];
  });
  const count = (some: readonly Answered[]): UsingCount => ({
    using: some.filter((one) => useOf(one, approach) !== undefined).length,
    answered: some.length
  });
  const areas = [...new Set(answered.map(({ setting }) => setting.area))].toSorted((one, other) =>
    one === '' ? 1 : other === '' ? -1 : one.localeCompare(other, 'en-GB')
  );
  return {
    approach,
    ...count(answered),
    settings,
    howWell: questions.howWell.map(
      (_, step) => settings.filter(({ use }) => use.howWell === step + 1).length
    ),
    byProvider: [...providers, null].flatMap((provider) => {
      const here = answered.filter(({ setting }) => setting.provider === provider);
      return here.length === 0 ? [] : [{ provider, ...count(here) }];
    }),
    byArea: areas.map((area) => ({
      area,
      ...count(answered.filter(({ setting }) => setting.area === area))
    }))
  };
}

/** What became of one approach from a round to a later one. */
export type ApproachChange = {
  readonly approach: string;
  readonly before: UsingCount;
  readonly after: UsingCount;
  /** Of the settings that answered both times: how many there are, how many used it before and now, who began and who stopped. */
  readonly both: number;
  readonly usedBefore: number;
  readonly usedAfter: number;
  readonly began: readonly AskedSetting['setting'][];
  readonly stopped: readonly AskedSetting['setting'][];
};

/**
 * How a round differs from an earlier one of the same questions. What changed is said of the settings that answered both times alone:
 * another total may come of other settings having answered.
 */
export function changeBetween(
  questions: Questions,
  before: readonly AskedSetting[],
  after: readonly AskedSetting[]
): ApproachChange[] {
  const earlier = new Map(before.filter(hasAnswered).map((one) => [one.setting.id, one]));
  const later = after.filter(hasAnswered);
  const pairs = later.flatMap((now) => {
    const then = earlier.get(now.setting.id);
    return then === undefined ? [] : [{ then, now }];
  });
  return questions.approaches.map((approach) => {
    const uses = (one: Answered) => useOf(one, approach) !== undefined;
    return {
      approach,
      before: { using: [...earlier.values()].filter(uses).length, answered: earlier.size },
      after: { using: later.filter(uses).length, answered: later.length },
      both: pairs.length,
      usedBefore: pairs.filter(({ then }) => uses(then)).length,
      usedAfter: pairs.filter(({ now }) => uses(now)).length,
      began: pairs
        .filter(({ then, now }) => !uses(then) && uses(now))
        .map(({ now }) => now.setting),
      stopped: pairs
        .filter(({ then, now }) => uses(then) && !uses(now))
        .map(({ now }) => now.setting)
    };
  });
}

/** The first day of what a setting said of since when: of a year its first day. */
export function firstDayOf(since: string): string {
  return since.length === 4 ? `${since}-01-01` : `${since}-01`;
}
