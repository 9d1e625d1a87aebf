import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import type { FormValues } from '#core/form-state';
import { getPartnership } from '#modules/partnerships/server';
import { newInput, oneInput, type ValuesOf } from '#modules/records';
import { changing, forms, saying } from '#modules/records/server';
import { settingsOf } from '#modules/settings/server';
import type { SettingId } from '#modules/settings';
import { newSurveyToken } from '#modules/surveys/server';
import { command } from '#platform/command';
import { id } from '#platform/fields';
import { holdRow } from '#platform/saving';
import * as v from 'valibot';
import { readAnswer } from './answers.ts';
import { benchmarkKind, benchmarkRoundKind, questionFields } from './kinds.ts';
import { closedOn, lineTwice, settingsToAsk } from './rules.ts';
import { explainBenchmarkProblem as explain } from './sentences.ts';
import * as store from './store.server.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = {
  title: 'How we work with families',
  askedBy: 'Fernhollow',
  why: 'To plan with what is there.',
  contact: 'The early years team',
  approaches: 'Story bags\nStay and play',
  howWell: 'Not well\nWell'
};

type Values = ValuesOf<typeof benchmarkKind>;
type LineTwice = NonNullable<ReturnType<typeof lineTwice>>;

function checked(values: Values): Result<Values, LineTwice> {
  const twice = lineTwice(values);
  return twice === null ? ok(values) : err(twice);
}

/** Begins a survey of settings. Nobody is asked before a round of it is opened. */
export const addBenchmark = saying(
  command({
    name: 'benchmarks.add-benchmark',
    needs: benchmarkKind.permission.add,
    input: newInput(benchmarkKind),
    example,
    async run({ scope, input, tx, newId }) {
      const fits = checked(input);
      if (!fits.ok) return fits;
      const { madeUp } = await getPartnership(tx, scope);
      const id = newId();
      await store.benchmarks.add(tx, scope, id, { ...input, madeUp });
      return ok({ id });
    }
  }),
  { done: benchmarkKind.words.added, explain }
);

/** Changes a survey of settings. Its questions stay as they were asked once a round was opened, so that rounds can be compared. */
export const changeBenchmark = changing(benchmarkKind, {
  example,
  async check({ tx, scope, values, stored }) {
    const fits = checked(values);
    if (!fits.ok || stored === null) return fits;
    await holdRow(tx, scope, 'benchmark', stored.id);
    const asked = await store.rounds.list(tx, scope, { benchmarkId: stored.id });
    const changed = questionFields.find(
      (name) => JSON.stringify(values[name]) !== JSON.stringify(stored[name])
    );
    if (asked.length > 0 && changed !== undefined) {
      return err({ kind: 'asked-already', field: changed } as const);
    }
    return fits;
  },
  explain
});

export const { blank: blankBenchmark, form: formOfBenchmark } = forms(benchmarkKind);
export const { blank: blankBenchmarkRound, form: formOfBenchmarkRound } = forms(benchmarkRoundKind);

/**
 * Opens a round: every setting of the kinds that are asked, and open today, gets a link of its own.
 * Refuses a last day before today, no setting to ask, and a second round while one is open.
 */
export const openRound = saying(
  command({
    name: 'benchmarks.open-round',
    needs: benchmarkRoundKind.permission.add,
    input: newInput(benchmarkRoundKind),
    example: { benchmarkId: nothing, title: 'Baseline', closesOn: '2026-12-18' },
    async run({ scope, input, tx, now, newId }) {
      await holdRow(tx, scope, 'benchmark', input.benchmarkId);
      const benchmark = await store.benchmarks.find(tx, scope, input.benchmarkId);
      if (benchmark === null) return err(notFound);
      const today = dateOf(now);
      if (input.closesOn < today) return err({ kind: 'closes-too-early' } as const);
      const before = await store.rounds.list(tx, scope, { benchmarkId: benchmark.id });
      const open = before.find((round) => closedOn(round, today) === null);
      if (open !== undefined) return err({ kind: 'round-open', title: open.title } as const);
      const settings = settingsToAsk(benchmark, await settingsOf(tx, scope), today);
      if (settings.length === 0) return err({ kind: 'no-setting' } as const);
      const roundId = newId();
      await store.rounds.add(tx, scope, roundId, { ...input, openedOn: today });
      const links = settings.map((setting) => ({
        id: newId(),
        setting,
        token: newSurveyToken()
      }));
      await store.ask(tx, scope, roundId, links);
      return ok({ id: roundId });
    }
  }),
  { done: benchmarkRoundKind.words.added, explain }
);

/** Changes the title of a round and, while it is not closed, its last day. */
export const changeBenchmarkRound = changing(benchmarkRoundKind, {
  example: { benchmarkId: nothing, title: 'Baseline', closesOn: '2026-12-18' },
  check({ values, stored, now }) {
    if (stored === null || values.closesOn === stored.closesOn) return ok(values);
    if (stored.closedOn !== null)
      return err({ kind: 'round-closed', on: stored.closedOn } as const);
    if (values.closesOn < dateOf(now)) return err({ kind: 'closes-too-early' } as const);
    return ok(values);
  },
  explain
});

/** Closes a round for good: what may be shared is counted from what it says then. */
export const closeBenchmarkRound = saying(
  command({
    name: 'benchmarks.close-round',
    needs: benchmarkRoundKind.permission.change,
    input: oneInput,
    example: { id: nothing },
    async run({ scope, input, tx, now }) {
      await holdRow(tx, scope, 'benchmarkRound', input.id);
      const round = await store.rounds.find(tx, scope, input.id);
      if (round === null) return err(notFound);
      if (round.closedOn !== null)
        return err({ kind: 'round-closed', on: round.closedOn } as const);
      const { id, version: expected } = round;
      await store.rounds.save(tx, scope, { id, expected }, { closedOn: dateOf(now) });
      return ok();
    }
  }),
  { done: 'The round is closed. What it says can be shared now, without naming settings.', explain }
);

/** Notes what a setting said, from paper or a telephone call, in place of what it said before. */
export const noteAnswer = saying(
  command({
    name: 'benchmarks.note-answer',
    needs: 'benchmarks:answer',
    input: v.object({
      roundId: id(),
      settingId: id<SettingId>(),
      fields: v.record(v.string(), v.union([v.string(), v.array(v.string())]))
    }),
    example: {
      roundId: nothing,
      settingId: nothing,
      fields: { uses: ['none'], wantsSupport: 'no', saidBy: 'Head of centre' }
    },
    async run({ scope, input: { roundId, settingId, fields }, tx, now, newId }) {
      await holdRow(tx, scope, 'benchmarkRound', roundId);
      const round = await store.rounds.find(tx, scope, roundId);
      const benchmark = round && (await store.benchmarks.find(tx, scope, round.benchmarkId));
      const asked = await store.askedOf(tx, scope, roundId);
      if (round === null || benchmark === null) return err(notFound);
      if (!asked.some(({ setting }) => setting.id === settingId)) return err(notFound);
      const today = dateOf(now);
      const closed = closedOn(round, today);
      if (closed !== null) return err({ kind: 'round-closed', on: closed } as const);
      const values: FormValues = fields;
      const answer = readAnswer(benchmark, values, today);
      if (!answer.ok) return err({ kind: 'answer-refused', problems: answer.error } as const);
      const { partnershipId } = scope;
      await store.saveAnswer(
        tx,
        { partnershipId, roundId, settingId },
        { id: newId(), answer: answer.value, answeredOn: today, way: 'noted' }
      );
      return ok();
    }
  }),
  {
    done: 'What the setting said is noted.',
    explain: (problem) => (problem.kind === 'answer-refused' ? '' : explain(problem))
  }
);
