import { expect, test } from 'vitest';
import { connect } from '../../src/ground/connection.ts';
import { testDatabase } from '../support/database.ts';

test('a test file has a database of its own, reached as the application and as the owner', async () => {
  const { app, owner, name } = await testDatabase();
  const asApplication = await connect(app);
  const asOwner = await connect(owner);
  try {
    const who = 'select current_database() as base, session_user as role';
    expect((await asApplication.query(who)).rows).toEqual([
      { base: name, role: expect.stringMatching(/^cairn_app_[0-9a-f]{12}$/) }
    ]);
    expect((await asOwner.query(who)).rows).toMatchObject([{ base: name }]);
  } finally {
    await asApplication.end();
    await asOwner.end();
  }
});
