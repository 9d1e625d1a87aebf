import { describe, expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { inTransaction } from '#platform/database';
import { ruleFieldSentences } from './rule-sentences.ts';
import { setRule, viewRules } from './rules.server.ts';

const world = await testWorld();
const here = await testPlace(world, 'Here');
const { coordinator, reader } = here.people;

const strict = {
  output: 'export',
  hideFrom: '1',
  hideTo: '9',
  roundTo: '10',
  reason: 'As agreed with the health board',
  version: '0'
};
const set = (input: Record<string, string>) => setRule.run(coordinator, here.id, input, world);
const settingOf = async (output: string) => {
  const answer = await viewRules.run(reader, here.id, {}, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.settings.find((each) => each.output === output);
};

describe('the rule of each way out', () => {
  test('is the default until somebody sets one, and for the others still then', async () => {
    expect(await settingOf('export')).toMatchObject({
      rule: { hideFrom: 1, hideTo: 7, roundTo: 5 },
      setAt: null
    });
    expect(await set(strict)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await settingOf('export')).toMatchObject({
      rule: { hideFrom: 1, hideTo: 9, roundTo: 10 },
      reason: 'As agreed with the health board'
    });
    expect(await settingOf('public-page')).toMatchObject({ rule: { hideTo: 7 } });
  });

  test.each([
    ['hideTo', '4', ruleFieldSentences.floorHide],
    ['hideTo', '-1', ruleFieldSentences.whole],
    ['hideTo', '5000', ruleFieldSentences.most],
    ['roundTo', '1', ruleFieldSentences.floorRound],
    ['roundTo', 'ten', ruleFieldSentences.whole],
    ['hideFrom', '3', ruleFieldSentences.zero],
    ['reason', ' ', ruleFieldSentences.reason]
  ])('is never weaker than the floor: %s %s', async (field, given, message) => {
    expect(await set({ ...strict, version: '1', [field]: given })).toEqual({
      ok: false,
      error: { kind: 'invalid-input', issues: [{ path: field, message }] }
    });
  });

  test('is not such that a count which is shown would read 0', async () => {
    const given = { ...strict, version: '1', hideTo: '5', roundTo: '20' };
    expect(await set(given)).toMatchObject({ error: { kind: 'rounds-to-nothing' } });
  });

  test('has a reason in which nobody can be recognised', async () => {
    const given = { ...strict, version: '1', reason: 'Because of NHS number 943 476 5919' };
    expect(await set(given)).toMatchObject(asksAbout('reason'));
  });

  test('is saved over the version that was read, else both are shown', async () => {
    expect(await set({ ...strict, hideTo: '12', version: '1' })).toMatchObject({ ok: true });
    expect(await set({ ...strict, hideTo: '8', version: '1' })).toMatchObject({
      error: { kind: 'changed-meanwhile', version: 2, theirs: { hideTo: '12' } }
    });
    expect(await set(strict)).toMatchObject({ error: { kind: 'changed-meanwhile' } });
  });

  test('cannot be weaker in the database either', async () => {
    const settings = { partnershipId: here.id, personId: coordinator.personId, now: world.clock() };
    const weaken = inTransaction(world, settings, 'write', (tx) =>
      tx.updateTable('disclosureRule').set({ hideTo: 2 }).where('id', '=', 'export').execute()
    );
    await expect(weaken).rejects.toThrow(/check constraint/);
  });
});
