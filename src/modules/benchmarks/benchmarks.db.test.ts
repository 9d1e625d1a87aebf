import { addSetting } from '#modules/settings/server';
import { takeUpUsers, viewRollOut } from '#modules/rollout/server';
import { inTransaction } from '#platform/database';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addBenchmark,
  answerForSetting,
  changeBenchmark,
  changeBenchmarkRound,
  closeBenchmarkRound,
  findSettingByLink,
  noteAnswer,
  openRound,
  viewBenchmarkRound,
  viewRoundLinks,
  viewSettingAnswer,
  viewSharedRound,
  viewUsersOfApproach
} from './index.server.ts';

const world = await testWorld();
const here = await testPlace(world, 'Brook');
const { lead, contributor, reader } = here.people;

async function value<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>
): Promise<Value> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
}

const settingOf = (name: string, parts = {}) =>
  value(addSetting.run(lead, here.id, { name, kind: 'nursery', area: 'North', ...parts }, world));
const alder = (await settingOf('Alder')).id;
const birch = (await settingOf('Birch')).id;
await settingOf('School', { kind: 'school' });
await settingOf('Gone', { closedOn: '2025-01-01' });

const questions = {
  title: 'How we work with families',
  askedBy: 'Brook',
  why: 'To plan with what is there.',
  contact: 'The early years team',
  settingKinds: ['nursery'],
  approaches: 'Story bags\nStay and play',
  howWell: 'Not well\nWell'
};
const begun = async () => (await value(addBenchmark.run(lead, here.id, questions, world))).id;

/** A round that is open until 31 March 2026, with the link of each setting by its name. */
async function opened(benchmarkId?: string, moment = world) {
  const id = benchmarkId ?? (await begun());
  const input = { benchmarkId: id, title: 'Baseline', closesOn: '2026-03-31' };
  const round = (await value(openRound.run(lead, here.id, input, moment))).id;
  const { links } = await value(viewRoundLinks.run(lead, here.id, { id: round }, moment));
  const tokens = Object.fromEntries(links.map(({ setting, token }) => [setting, token]));
  return {
    benchmark: id,
    round,
    tokens,
    alder: tokens['Alder'] ?? '',
    birch: tokens['Birch'] ?? ''
  };
}

const bags = { uses: ['0'], 'since-0': '9/2025', wantsSupport: 'yes', saidBy: 'Head of centre' };
const none = { uses: ['none'], wantsSupport: 'no', saidBy: 'Deputy' };

describe('a round across settings', () => {
  test('asks each open setting of its kinds by a link of its own', async () => {
    const { tokens, alder: link } = await opened();
    expect(Object.keys(tokens)).toEqual(['Alder', 'Birch']);
    expect(tokens['Alder']).not.toBe(tokens['Birch']);
    expect(await findSettingByLink(world, link)).toMatchObject({
      settingName: 'Alder',
      closedOn: null,
      answered: null
    });
    expect(await findSettingByLink(world, 'nobody-knows-this-link')).toBeNull();
  });

  test('takes one answer a setting: the second replaces the first, which the history keeps', async () => {
    const { round, alder: link } = await opened();
    expect(await answerForSetting(world, link, bags, '10.0.0.1')).toEqual({
      ok: true,
      value: { replaces: false }
    });
    expect(await answerForSetting(world, link, none, '10.0.0.1')).toEqual({
      ok: true,
      value: { replaces: true }
    });
    const view = await value(viewBenchmarkRound.run(reader, here.id, { id: round }, world));
    expect(view.results).toMatchObject({ asked: 2, answered: 1 });
    expect(view.results.settingsWithNone.map(({ name }) => name)).toEqual(['Alder']);
    expect(JSON.stringify(view)).not.toContain(link);
    const kept = await inTransaction(
      world,
      { partnershipId: here.id, personId: lead.personId, now: world.clock() },
      'read',
      async (tx) =>
        (
          await sql<{
            uses: number;
          }>`select jsonb_array_length(before -> 'uses') as uses from change
            where table_name = 'benchmark_answer' and action = 'changed' and partnership_id = ${here.id}`.execute(
            tx
          )
        ).rows
    );
    expect(kept.map(({ uses }) => uses)).toContain(1);
  });

  test('a link shows and changes its own setting, and nothing of another', async () => {
    const { round, alder: link, birch: other } = await opened();
    await answerForSetting(world, other, bags, '10.0.0.1');
    expect((await findSettingByLink(world, link))?.answered).toBeNull();
    const seen = await inTransaction(
      world,
      { surveyToken: link, now: world.clock() },
      'write',
      async (tx) => {
        const asked = await tx.selectFrom('benchmarkAsked').select('settingName').execute();
        const answers = await tx.selectFrom('benchmarkAnswer').select('saidBy').execute();
        const settings = await tx.selectFrom('setting').select('name').execute();
        const changed = await tx
          .updateTable('benchmarkAnswer')
          .set({ saidBy: 'Somebody else' })
          .where('roundId', '=', round)
          .executeTakeFirst();
        return { asked, answers, settings, changed: Number(changed.numUpdatedRows) };
      }
    );
    expect(seen).toEqual({
      asked: [{ settingName: 'Alder' }],
      answers: [],
      settings: [],
      changed: 0
    });
    // Nor may it put an answer into the place of the other.
    const forged = inTransaction(world, { surveyToken: link, now: world.clock() }, 'write', (tx) =>
      tx
        .insertInto('benchmarkAnswer')
        .values({
          partnershipId: here.id,
          id: world.newId(),
          roundId: round,
          settingId: birch,
          answeredOn: '2026-03-02',
          way: 'link',
          saidBy: 'Somebody else',
          uses: '[]',
          wantsSupport: false
        })
        .execute()
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  test('refuses an answer after its last day and after the close, by link and from paper, in the database too', async () => {
    const { round, alder: link } = await opened();
    const later = at(world, '2026-04-01T09:00:00Z');
    const tooLate = { ok: false, error: { kind: 'round-closed', on: '2026-03-31' } };
    expect(await answerForSetting(later, link, bags, '10.0.0.1')).toEqual(tooLate);
    expect((await findSettingByLink(later, link))?.closedOn).toBe('2026-03-31');
    const note = { roundId: round, settingId: alder, fields: bags };
    expect(await noteAnswer.run(contributor, here.id, note, later)).toEqual(tooLate);
    await value(closeBenchmarkRound.run(lead, here.id, { id: round }, world));
    expect(await answerForSetting(world, link, bags, '10.0.0.1')).toMatchObject({
      error: { kind: 'round-closed' }
    });
    const past = inTransaction(world, { surveyToken: link, now: world.clock() }, 'write', (tx) =>
      tx
        .insertInto('benchmarkAnswer')
        .values({
          partnershipId: here.id,
          id: world.newId(),
          roundId: round,
          settingId: alder,
          answeredOn: '2026-03-02',
          way: 'link',
          saidBy: 'Head',
          uses: '[]',
          wantsSupport: false
        })
        .execute()
    );
    await expect(past).rejects.toThrow(/row-level security/);
  });

  test('keeps its questions once it was opened, and refuses a second round while it is open', async () => {
    const { benchmark, round } = await opened();
    const change = { ...questions, id: benchmark, version: 1, howWell: 'Well\nNot well' };
    expect(await changeBenchmark.run(lead, here.id, change, world)).toMatchObject({
      error: { kind: 'asked-already', field: 'howWell' }
    });
    const again = { benchmarkId: benchmark, title: 'Follow-up', closesOn: '2026-03-31' };
    expect(await openRound.run(lead, here.id, again, world)).toMatchObject({
      error: { kind: 'round-open', title: 'Baseline' }
    });
    await value(closeBenchmarkRound.run(lead, here.id, { id: round }, world));
    const reopened = { id: round, version: 2, title: 'Baseline', closesOn: '2026-05-01' };
    expect(await changeBenchmarkRound.run(lead, here.id, reopened, world)).toMatchObject({
      error: { kind: 'round-closed' }
    });
  });

  test('says what changed since the round before', async () => {
    const first = await opened();
    await answerForSetting(world, first.alder, none, '10.0.0.1');
    await value(closeBenchmarkRound.run(lead, here.id, { id: first.round }, world));
    const second = await opened(first.benchmark, at(world, '2026-03-03T09:00:00Z'));
    await answerForSetting(at(world, '2026-03-03T10:00:00Z'), second.alder, bags, '10.0.0.1');
    const { change } = await value(
      viewBenchmarkRound.run(reader, here.id, { id: second.round }, world)
    );
    expect(change?.since).toBe('Baseline');
    expect(change?.approaches[0]?.began.map(({ name }) => name)).toEqual(['Alder']);
  });

  test('gives nothing to share while it is open, and names no setting afterwards', async () => {
    const { round, alder: link } = await opened();
    await answerForSetting(world, link, bags, '10.0.0.1');
    const shared = () => value(viewSharedRound.run(reader, here.id, { id: round }, world));
    expect((await shared()).lines).toBeNull();
    await value(closeBenchmarkRound.run(lead, here.id, { id: round }, world));
    const { lines } = await shared();
    expect(lines?.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/Alder|Birch/);
    expect(lines?.every(({ using }) => using.startsWith('Hidden'))).toBe(true);
  });

  test('is noted from paper by a contributor, and read by everybody inside', async () => {
    const { round } = await opened();
    const note = { roundId: round, settingId: birch, fields: bags };
    expect(await noteAnswer.run(reader, here.id, note, world)).toMatchObject({
      error: { kind: 'not-allowed' }
    });
    await value(noteAnswer.run(contributor, here.id, note, world));
    const seen = await value(
      viewSettingAnswer.run(reader, here.id, { roundId: round, settingId: birch }, world)
    );
    expect(seen.answer).toMatchObject({ wantsSupport: true, uses: [{ since: '2025-09' }] });
  });
});

describe('what a round found, taken up into a roll-out', () => {
  test('says of each user since when, and writes over nobody’s own word', async () => {
    const { round, alder: link, birch: other } = await opened();
    await answerForSetting(world, link, bags, '10.0.0.1');
    await answerForSetting(world, other, { ...bags, 'since-0': '' }, '10.0.0.1');
    const input = { id: round, approach: 'Story bags' };
    const { users } = await value(viewUsersOfApproach.run(lead, here.id, input, world));
    expect(users.map(({ since }) => since)).toEqual(['2025-09-01', '2026-03-02']);
    const take = { title: 'Story bags', note: 'Survey', users };
    const first = await value(takeUpUsers.run(lead, here.id, take, world));
    expect(first).toMatchObject({ taken: 2, known: 0, notForThem: 0 });
    const view = await value(viewRollOut.run(reader, here.id, { id: first.id }, world));
    expect(view.rollOut.startedOn).toBe('2025-09-01');
    expect(view.counts.using).toBe(2);
    const again = { ...take, rollOutId: first.id };
    expect(await value(takeUpUsers.run(lead, here.id, again, world))).toMatchObject({
      taken: 0,
      known: 2
    });
    expect(await takeUpUsers.run(lead, here.id, { ...take, users: [] }, world)).toMatchObject({
      error: { kind: 'nobody-uses-it' }
    });
  });
});
