import { expect, test } from 'vitest';
import { migratedUpTo } from '../support/upgrade.ts';

/** What was decided for a factor before it could call for several kinds of action is there afterwards, with its reason. */

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [here, person, priority] = [uuid(1), uuid(11), uuid(101)];
const scope = { partnershipId: here, personId: person, at: '2026-01-05T10:00:00Z' };

test('a decision keeps its kind of action, its reason and its way, and a choice says nothing that nobody said', async () => {
  const old = await migratedUpTo(214);
  await old.client.query(`insert into person (id, email, name) values ($1, 'a@example.org', 'A')`, [
    person
  ]);
  const path = [{ question: 'matters-here', answer: 'no', reason: 'Not here' }];
  await old.within(scope, async (client) => {
    await client.query(
      `insert into partnership (id, slug, name, kind, made_up) values ($1, 'a', 'A', 'place', true)`,
      [here]
    );
    await client.query(
      `insert into priority (partnership_id, id, factor, reason) values ($1, $2, 'nutrition', 'Asked for')`,
      [here, priority]
    );
    await client.query(
      `insert into factor_decision
         (partnership_id, id, priority_id, path, result, action_kind, reason, decided_at, decided_by)
       values ($1, $2, $3, $4, 're-prioritise', 'gather-evidence', 'Ask ten families', now(), $5)`,
      [here, uuid(201), priority, JSON.stringify(path), person]
    );
  });
  await old.migrateOn();
  await old.within(scope, async (client) => {
    expect((await client.query('select path, result, kinds from factor_decision')).rows).toEqual([
      {
        path,
        result: 're-prioritise',
        kinds: [{ actionKind: 'gather-evidence', reason: 'Ask ten families' }]
      }
    ]);
    const { rows } = await client.query('select acts, serves, within_reach from priority');
    expect(rows).toEqual([{ acts: null, serves: [], within_reach: null }]);
  });
});
