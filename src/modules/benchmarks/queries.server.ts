import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { ruleSentence } from '#modules/disclosure';
import { ruleOf } from '#modules/disclosure/server';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { id } from '#platform/fields';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { closedOn } from './rules.ts';
import { changeBetween, firstDayOf, resultsOf, type Results } from './results.ts';
import { safeResults } from './safe.ts';
import * as store from './store.server.ts';
import type { BenchmarkRound } from './kinds.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** A round with how many settings have answered. */
async function roundLine(tx: Tx, scope: ReadScope, round: BenchmarkRound, today: string) {
  const asked = await store.askedOf(tx, scope, round.id);
  return {
    ...round,
    closed: closedOn(round, today),
    asked: asked.length,
    answered: asked.filter(({ answer }) => answer !== null).length
  };
}

/** Every survey of settings with its rounds, the earliest first. */
export const viewBenchmarks = query({
  name: 'benchmarks.view-benchmarks',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const lines = [];
    for (const benchmark of await store.benchmarks.list(tx, scope)) {
      const rounds = [];
      for (const round of await store.rounds.list(tx, scope, { benchmarkId: benchmark.id })) {
        rounds.push(await roundLine(tx, scope, round, today));
      }
      lines.push({ benchmark, rounds });
    }
    return ok(lines);
  }
});

/** One survey of settings with its rounds. */
export const viewBenchmark = query({
  name: 'benchmarks.view-benchmark',
  needs: 'records:read',
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const benchmark = await store.benchmarks.find(tx, scope, input.id);
    if (benchmark === null) return err(notFound);
    const rounds = [];
    for (const round of await store.rounds.list(tx, scope, { benchmarkId: benchmark.id })) {
      rounds.push(await roundLine(tx, scope, round, dateOf(now)));
    }
    return ok({ benchmark, rounds });
  }
});

async function found(tx: Tx, scope: ReadScope, roundId: string) {
  const round = await store.rounds.find(tx, scope, roundId);
  const benchmark = round && (await store.benchmarks.find(tx, scope, round.benchmarkId));
  return round === null || benchmark === null ? null : { round, benchmark };
}

/** Everything that a round says, for use inside: it names settings. Which link is whose is not among it. */
export const viewBenchmarkRound = query({
  name: 'benchmarks.view-round',
  needs: 'records:read',
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const here = await found(tx, scope, input.id);
    if (here === null) return err(notFound);
    const { round, benchmark } = here;
    const asked = await store.askedOf(tx, scope, round.id);
    const rounds = await store.rounds.list(tx, scope, { benchmarkId: benchmark.id });
    const earlier = rounds
      .slice(
        0,
        rounds.findIndex(({ id }) => id === round.id)
      )
      .at(-1);
    const before = earlier === undefined ? null : await store.askedOf(tx, scope, earlier.id);
    return ok({
      round,
      benchmark,
      closed: closedOn(round, dateOf(now)),
      settings: asked.map(({ token: _, ...one }) => one),
      results: resultsOf(benchmark, asked),
      change:
        earlier === undefined || before === null
          ? null
          : { since: earlier.title, approaches: changeBetween(benchmark, before, asked) }
    });
  }
});

/** What of a round may be shared, made safe by the rule of files; null while the round takes answers. */
export const viewSharedRound = query({
  name: 'benchmarks.view-shared-round',
  needs: 'records:read',
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx }) {
    const here = await found(tx, scope, input.id);
    if (here === null) return err(notFound);
    const { round, benchmark } = here;
    const rule = await ruleOf(tx, scope, 'export');
    const results: Results = resultsOf(benchmark, await store.askedOf(tx, scope, round.id));
    const lines = round.closedOn === null ? null : safeResults(results, rule);
    return ok({ round, benchmark, lines, rule: ruleSentence(rule) });
  }
});

/** The link of each setting in a round, for whoever sends them. */
export const viewRoundLinks = query({
  name: 'benchmarks.view-links',
  needs: 'benchmarks:edit',
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const here = await found(tx, scope, input.id);
    if (here === null) return err(notFound);
    const asked = await store.askedOf(tx, scope, here.round.id);
    return ok({
      ...here,
      closed: closedOn(here.round, dateOf(now)),
      links: asked.map(({ setting, token, answer }) => ({
        setting: setting.name,
        token,
        answered: answer !== null
      }))
    });
  }
});

/** What one setting said in a round. */
export const viewSettingAnswer = query({
  name: 'benchmarks.view-setting-answer',
  needs: 'records:read',
  input: v.object({ roundId: id(), settingId: id() }),
  example: { roundId: nothing, settingId: nothing },
  async run({ scope, input, tx, now }) {
    const here = await found(tx, scope, input.roundId);
    const asked = await store.askedOf(tx, scope, input.roundId);
    const one = asked.find(({ setting }) => setting.id === input.settingId);
    if (here === null || one === undefined) return err(notFound);
    const { setting, answer, answeredOn } = one;
    return ok({ ...here, closed: closedOn(here.round, dateOf(now)), setting, answer, answeredOn });
  }
});

/** Which settings said that they use an approach, and since which day: what a roll-out of it may take up. */
export const viewUsersOfApproach = query({
  name: 'benchmarks.view-users-of-approach',
  needs: 'records:read',
  input: v.object({ id: id(), approach: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  example: { id: nothing, approach: 'Story bags' },
  async run({ scope, input, tx }) {
    const here = await found(tx, scope, input.id);
    if (here === null || !here.benchmark.approaches.includes(input.approach)) return err(notFound);
    const asked = await store.askedOf(tx, scope, here.round.id);
    return ok({
      ...here,
      users: asked.flatMap(({ setting, answer, answeredOn }) => {
        const use = answer?.uses.find(({ approach }) => approach === input.approach);
        if (use === undefined || answer === null || answeredOn === null) return [];
        const since = use.since === null ? answeredOn : firstDayOf(use.since);
        return [{ settingId: setting.id, since, saidBy: answer.saidBy }];
      })
    });
  }
});
