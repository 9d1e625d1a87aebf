import { expect, test } from 'vitest';
import { migratedUpTo } from '../support/upgrade.ts';

/** What was in a plan and in a strategy before aims had progress and the vision one home is there afterwards. */

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [here, elsewhere, person] = [uuid(1), uuid(2), uuid(11)];
const scope = { partnershipId: here, personId: person, at: '2026-01-05T10:00:00Z' };

test('priorities keep the numbers that were shown, and aims nobody spoke of have no status', async () => {
  const old = await migratedUpTo(204);
  for (const [id, name] of [
    [here, 'Fernhollow'],
    [elsewhere, 'Rivermouth']
  ] as const) {
    await old.within({ ...scope, partnershipId: id }, async (client) => {
      await client.query(
        `insert into partnership (id, slug, name, kind, made_up) values ($1, $2, $3, 'place', true)`,
        [id, name.toLowerCase(), name]
      );
    });
  }
  await old.within(scope, async (client) => {
    for (const [number, title, position] of [
      [101, 'Talk', 1],
      [102, 'Books', 0],
      [103, 'Attention', 0]
    ] as const) {
      await client.query(
        'insert into plan_priority (partnership_id, id, title, position) values ($1, $2, $3, $4)',
        [here, uuid(number), title, position]
      );
    }
    await client.query(
      `insert into aim (partnership_id, id, plan_priority_id, title) values ($1, $2, $3, 'A story at bedtime')`,
      [here, uuid(201), uuid(101)]
    );
  });
  await old.migrateOn();
  await old.within(scope, async (client) => {
    const { rows } = await client.query('select number, title from plan_priority order by number');
    // As the page showed them: by position, then by title.
    expect(rows).toEqual([
      { number: 1, title: 'Attention' },
      { number: 2, title: 'Books' },
      { number: 3, title: 'Talk' }
    ]);
    expect((await client.query('select status from aim')).rows).toEqual([{ status: 'not-stated' }]);
    const { rows: changes } = await client.query(
      `select action from change where table_name = 'plan_priority'`
    );
    expect(changes.map(({ action }: { action: string }) => action)).toEqual([
      'added',
      'added',
      'added'
    ]);
  });
});

test('a vision that stood in the strategy alone moves to its home; one that differs stays for people to settle', async () => {
  const old = await migratedUpTo(205);
  const texts = [
    { id: uuid(1), vision: '', text: 'We hope.' },
    { id: uuid(2), vision: 'We hope.', text: 'We hope. ' },
    { id: uuid(3), vision: 'We hope.', text: 'Another one' }
  ];
  await old.client.query(`insert into person (id, email, name) values ($1, 'a@example.org', 'A')`, [
    person
  ]);
  for (const { id, vision, text } of texts) {
    await old.within({ ...scope, partnershipId: id }, async (client) => {
      await client.query(
        `insert into partnership (id, slug, name, kind, made_up, vision) values ($1, $2, 'A', 'place', true, $3)`,
        [id, `place-${id.slice(-1)}`, vision]
      );
      await client.query(
        `insert into strategy_section (partnership_id, id, text, updated_at, updated_by)
         values ($1, 'vision', $2, now(), $3)`,
        [id, text, person]
      );
    });
  }
  await old.migrateOn();
  const after: unknown[] = [];
  for (const { id } of texts) {
    await old.within({ ...scope, partnershipId: id }, async (client) => {
      const { rows } = await client.query(
        `select p.vision, s.text from partnership p join strategy_section s on s.partnership_id = p.id where p.id = $1`,
        [id]
      );
      after.push(rows[0]);
    });
  }
  expect(after).toEqual([
    { vision: 'We hope.', text: '' },
    { vision: 'We hope.', text: '' },
    { vision: 'We hope.', text: 'Another one' }
  ]);
});
