import { records } from '#modules/records/server';
import type { Setting, SettingId } from '#modules/settings';
import { settingsOf } from '#modules/settings/server';
import type { Tx } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { benchmarkKind, benchmarkRoundKind, type Benchmark, type BenchmarkRound } from './kinds.ts';
import type { AskedSetting } from './results.ts';
import type { Answer } from './types.ts';

/** All SQL of surveys of settings, and what a visitor by link may read and write. */

export const benchmarks = records(benchmarkKind);
export const rounds = records(benchmarkRoundKind);

/** A setting that a round asked, with its link and what it said. */
export type Asked = AskedSetting & {
  readonly setting: Setting;
  readonly token: string;
  readonly answeredOn: string | null;
};

/** The settings that a round asked, by name, with what each said. */
export async function askedOf(tx: Tx, scope: ReadScope, roundId: string): Promise<Asked[]> {
  const rows = await tx
    .selectFrom('benchmarkAsked as a')
    .leftJoin('benchmarkAnswer as s', (join) =>
      join
        .onRef('s.partnershipId', '=', 'a.partnershipId')
        .onRef('s.roundId', '=', 'a.roundId')
        .onRef('s.settingId', '=', 'a.settingId')
    )
    .select(['a.settingId', 'a.token'])
    .select(['s.answeredOn', 's.saidBy', 's.uses', 's.hinders', 's.wantsSupport'])
    .where('a.partnershipId', '=', scope.partnershipId)
    .where('a.roundId', '=', roundId)
    .execute();
  const bySetting = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.settingId, row]));
  return (await settingsOf(tx, scope)).flatMap((setting): Asked[] => {
    const row = bySetting.get(setting.id);
    if (row === undefined) return [];
    const { token, answeredOn, saidBy, uses, hinders, wantsSupport } = row;
    const answer: Answer | null =
      saidBy === null || uses === null || hinders === null || wantsSupport === null
        ? null
        : { saidBy, uses, hinders, wantsSupport };
    return [{ setting, token, answeredOn, answer }];
  });
}

/** Asks settings in a round, each with a link of its own. */
export async function ask(
  tx: Tx,
  scope: WriteScope,
  roundId: string,
  given: readonly { readonly id: string; readonly setting: Setting; readonly token: string }[]
): Promise<void> {
  await tx
    .insertInto('benchmarkAsked')
    .values(
      given.map(({ id, setting, token }) => ({
        partnershipId: scope.partnershipId,
        id,
        roundId,
        settingId: setting.id,
        settingName: setting.name,
        token
      }))
    )
    .execute();
}

/** Where an answer belongs. */
export type AnswerPlace = {
  readonly partnershipId: PartnershipId;
  readonly roundId: string;
  readonly settingId: SettingId;
};

/** Saves what a setting said in a round, in place of what it said before. */
export async function saveAnswer(
  tx: Tx,
  place: AnswerPlace,
  {
    id,
    answer,
    ...given
  }: {
    readonly id: string;
    readonly answer: Answer;
    readonly answeredOn: string;
    readonly way: 'link' | 'noted';
  }
): Promise<void> {
  const values = { ...answer, ...given, uses: JSON.stringify(answer.uses) };
  await tx
    .insertInto('benchmarkAnswer')
    .values({ ...place, ...values, id })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'roundId', 'settingId']).doUpdateSet((eb) => ({
        ...values,
        version: eb('benchmarkAnswer.version', '+', 1)
      }))
    )
    .execute();
}

/** What a visitor by link is shown: the setting of the link, its round, its questions, and what the setting said so far. */
export type AtLink = AnswerPlace & {
  readonly settingName: string;
  readonly round: Pick<BenchmarkRound, 'title' | 'closesOn' | 'closedOn'>;
  readonly benchmark: Pick<
    Benchmark,
    | 'title'
    | 'askedBy'
    | 'why'
    | 'whatNext'
    | 'contact'
    | 'approaches'
    | 'howWell'
    | 'transitions'
    | 'madeUp'
  >;
  readonly answered: (Answer & { readonly answeredOn: string }) | null;
};

/**
 * What stands behind a link, for anybody. It takes no scope on purpose: row-level security shows a transaction without a partnership
 * the setting of that link and nothing of any other.
 */
export async function findByLink(tx: Tx, token: string): Promise<AtLink | null> {
  const row = await tx
    .selectFrom('benchmarkAsked as a')
    .innerJoin('benchmarkRound as r', (join) =>
      join.onRef('r.partnershipId', '=', 'a.partnershipId').onRef('r.id', '=', 'a.roundId')
    )
    .innerJoin('benchmark as b', (join) =>
      join.onRef('b.partnershipId', '=', 'r.partnershipId').onRef('b.id', '=', 'r.benchmarkId')
    )
    .select(['a.partnershipId', 'a.roundId', 'a.settingId', 'a.settingName'])
    .select(['r.title as roundTitle', 'r.closesOn', 'r.closedOn'])
    .select(['b.title', 'b.askedBy', 'b.why', 'b.whatNext', 'b.contact', 'b.madeUp'])
    .select(['b.approaches', 'b.howWell', 'b.transitions'])
    .where('a.token', '=', token)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { partnershipId, roundId, settingId, settingName, roundTitle, ...rest } = row;
  const { closesOn, closedOn, ...benchmark } = rest;
  const answered = await tx
    .selectFrom('benchmarkAnswer')
    .select(['answeredOn', 'saidBy', 'uses', 'hinders', 'wantsSupport'])
    .where('partnershipId', '=', partnershipId)
    .where('roundId', '=', roundId)
    .where('settingId', '=', settingId)
    .executeTakeFirst();
  return {
    ...{ partnershipId, roundId, settingId, settingName },
    round: { title: roundTitle, closesOn, closedOn },
    benchmark,
    answered: answered ?? null
  };
}
