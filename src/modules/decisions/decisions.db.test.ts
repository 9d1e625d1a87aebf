import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addAgreement,
  addAsk,
  addConsultation,
  addDecision,
  addDispute,
  addPaper,
  answerAsk,
  changeDecision,
  confirmDecision,
  meetConditions,
  removeDecision,
  removePaper,
  settleDispute,
  decisionsForEverybody,
  viewDecision,
  viewMinutes,
  dueDecisions
} from './index.server.ts';

const world = await testWorld();
const place = await testPlace(world);
const { lead, coordinator } = place.people;
const subjectTo = {
  title: 'Longer hours',
  decided: 'Two nurseries open until six',
  kind: 'approved-subject-to',
  body: 'Fernhollow Council',
  decidedOn: '2026-01-10',
  conditions: 'A second person at the door',
  conditionsDueOn: '2026-01-20'
} as const;

async function given<Value>(answer: Promise<{ ok: boolean; value?: Value; error?: unknown }>) {
  const said = await answer;
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value as Value;
}

async function confirmed(input: object = subjectTo): Promise<string> {
  const { id } = await given(addDecision.run(lead, place.id, input, world));
  await given(confirmDecision.run(coordinator, place.id, { id, version: 1 }, world));
  return id;
}

describe('a confirmed decision', () => {
  test('is refused every change by the command, and by the database itself', async () => {
    const id = await confirmed();
    const change = { ...subjectTo, id, version: 2, decided: 'Three nurseries' };
    expect(await changeDecision.run(coordinator, place.id, change, world)).toMatchObject({
      ok: false,
      error: { kind: 'confirmed' }
    });
    expect(await removeDecision.run(coordinator, place.id, { id }, world)).toMatchObject({
      error: { kind: 'confirmed' }
    });
    expect(
      await confirmDecision.run(coordinator, place.id, { id, version: 2 }, world)
    ).toMatchObject({ error: { kind: 'confirmed' } });
    const settings = { partnershipId: place.id, now: world.clock() };
    const byHand = (statement: ReturnType<typeof sql>) =>
      inTransaction(world, settings, 'write', (tx) => statement.execute(tx));
    await expect(byHand(sql`update decision set decided = 'x' where id = ${id}`)).rejects.toThrow(
      'stays as it is'
    );
    await expect(byHand(sql`delete from decision where id = ${id}`)).rejects.toThrow(
      'stays as it is'
    );
  });

  test('says later when its conditions were met, not before it was decided nor on a day to come', async () => {
    const id = await confirmed();
    const meet = (conditionsMetOn: string) =>
      meetConditions.run(lead, place.id, { id, version: 2, conditionsMetOn }, world);
    expect(await meet('2026-01-09')).toMatchObject({ error: { kind: 'before-it-was-decided' } });
    expect(await meet('2099-01-01')).toMatchObject({ error: { kind: 'day-ahead' } });
    expect(await meet('2026-01-15')).toMatchObject({ ok: true });
  });

  test('may be shown to everybody, until another that is confirmed corrects it; a draft may not', async () => {
    const id = await confirmed({ ...subjectTo, title: 'For everybody' });
    const correction = { ...subjectTo, title: 'For everybody, corrected', supersedesId: id };
    const other = await given(addDecision.run(lead, place.id, correction, world));
    const shown = async () => {
      const scope = { partnershipId: place.id, personId: lead.personId } as Parameters<
        typeof decisionsForEverybody
      >[1]; // the scope of a reader, which a gate would have made
      return inTransaction(world, { partnershipId: place.id, now: world.clock() }, 'read', (tx) =>
        decisionsForEverybody(tx, scope)
      );
    };
    const ids = async () => (await shown()).map((one) => one.id);
    expect(await ids()).toContain(id);
    expect(await ids()).not.toContain(other.id);
    const correctedBy = async () => {
      const minutes = await given(viewMinutes.run(lead, place.id, {}, world));
      return minutes.decisions.find((one) => one.id === id)?.correctedBy;
    };
    expect(await correctedBy()).toBe(null);
    await given(confirmDecision.run(coordinator, place.id, { id: other.id, version: 1 }, world));
    expect(await ids()).not.toContain(id);
    expect(await ids()).toContain(other.id);
    expect(await correctedBy()).toBe(other.id);
  });

  test('is corrected by one other decision', async () => {
    const id = await confirmed();
    const correction = { ...subjectTo, title: 'Longer hours, corrected', supersedesId: id };
    const other = await given(addDecision.run(lead, place.id, correction, world));
    expect(await addDecision.run(lead, place.id, correction, world)).toMatchObject({
      error: { kind: 'taken', field: 'supersedesId' }
    });
    const seen = await given(viewDecision.run(lead, place.id, { id }, world));
    expect(seen.correctedBy).toMatchObject({ id: other.id });
  });

  test('still takes what a partner says of it, one line for each body', async () => {
    const decisionId = await confirmed();
    const line = { decisionId, body: 'Health board', stance: 'agreed' };
    expect(await addAgreement.run(lead, place.id, line, world)).toMatchObject({ ok: true });
    expect(await addAgreement.run(lead, place.id, line, world)).toMatchObject({
      error: { kind: 'taken', field: 'body' }
    });
  });
});

test('only a coordinator confirms', async () => {
  const { id } = await given(addDecision.run(lead, place.id, subjectTo, world));
  expect(await confirmDecision.run(lead, place.id, { id, version: 1 }, world)).toMatchObject({
    error: { kind: 'not-allowed' }
  });
});

test('a paper stays while a decision rests on it', async () => {
  const paper = { title: 'Who needs longer hours', kind: 'short-paper' };
  const { id } = await given(addPaper.run(lead, place.id, paper, world));
  const decision = { ...subjectTo, paperIds: [id] };
  const made = await given(addDecision.run(lead, place.id, decision, world));
  expect(await removePaper.run(lead, place.id, { id }, world)).toMatchObject({
    error: { kind: 'rested-on' }
  });
  await given(removeDecision.run(lead, place.id, { id: made.id }, world));
  expect(await removePaper.run(lead, place.id, { id }, world)).toMatchObject({ ok: true });
});

test('a dispute is settled by a decision of this place, not before it was raised', async () => {
  const dispute = {
    subject: 'The minibus',
    parties: 'Council\nHealth board',
    raisedOn: '2026-01-05'
  };
  const { id } = await given(addDispute.run(lead, place.id, dispute, world));
  const settle = (settledOn: string, decisionId = '') =>
    settleDispute.run(
      lead,
      place.id,
      { id, version: 1, settledHow: 'Both pay half', settledOn, decisionId },
      world
    );
  expect(await settle('2026-01-04')).toMatchObject({ error: { kind: 'before-it-was-raised' } });
  expect(await settle('2026-01-06', '10000000-0000-4000-8000-000000000000')).toMatchObject({
    error: { kind: 'unknown-link' }
  });
  expect(await settle('2026-01-06')).toMatchObject({ ok: true });
});

test('what has a day is due until it is done', async () => {
  const other = await testPlace(world, 'Due');
  const at = {
    settings: { partnershipId: other.id, now: world.clock() },
    who: other.people.coordinator
  };
  const { id } = await given(addDecision.run(at.who, other.id, subjectTo, world));
  const talk = { title: 'The bus', way: 'asked', heldOn: '2026-01-01', tellBackBy: '2026-01-10' };
  await given(addConsultation.run(at.who, other.id, talk, world));
  const ask = { kind: 'ask', title: 'A room', toBody: 'Health board', answerBy: '2026-01-12' };
  const asked = await given(addAsk.run(at.who, other.id, ask, world));
  const due = async (): Promise<string[]> => {
    const scope = { partnershipId: other.id, personId: at.who.personId } as Parameters<
      typeof dueDecisions
    >[1]; // the scope of a reader, which a gate would have made
    const all = await inTransaction(world, at.settings, 'read', (tx) =>
      dueDecisions(tx, scope, new Date('2026-01-11T10:00:00Z'))
    );
    return all.map(({ kind, isOwed }) => `${kind} ${isOwed ? 'owed' : 'ahead'}`);
  };
  expect(await due()).toEqual(['telling-back owed', 'answer ahead']);
  await given(confirmDecision.run(at.who, other.id, { id, version: 1 }, world));
  const answer = { id: asked.id, version: 1, answer: 'no', answeredOn: '2026-01-11' };
  await given(answerAsk.run(at.who, other.id, answer, world));
  expect(await due()).toEqual(['conditions ahead', 'telling-back owed']);
});
