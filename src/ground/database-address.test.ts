import { describe, expect, test } from 'vitest';
import { withCredentials, withDatabase } from './database-address.ts';

const login = { role: 'cairn_app', password: 'p@ss/word' };

describe('the same address for another role', () => {
  test.each([
    {
      given: 'postgres://owner:secret@db.example:5433/cairn?sslmode=verify-full',
      answer: 'postgres://cairn_app:p%40ss%2Fword@db.example:5433/cairn?sslmode=verify-full'
    },
    {
      given: 'postgresql://db.example/cairn',
      answer: 'postgresql://cairn_app:p%40ss%2Fword@db.example/cairn'
    },
    {
      given: 'postgres://owner@/cairn?host=/var/run/postgresql',
      answer: 'postgres://cairn_app:p%40ss%2Fword@/cairn?host=/var/run/postgresql'
    },
    {
      given: 'postgres://db.example/cairn?user=owner&sslmode=require&password=secret',
      answer: 'postgres://cairn_app:p%40ss%2Fword@db.example/cairn?sslmode=require'
    }
  ])('of $given', ({ given, answer }) => {
    expect(withCredentials({ connectionString: given }, login)).toEqual({
      connectionString: answer
    });
  });

  test('of a socket', () => {
    expect(withCredentials({ host: '/run/cairn', user: 'owner' }, login)).toEqual({
      host: '/run/cairn',
      user: 'cairn_app',
      password: 'p@ss/word'
    });
  });
});

describe('the same server with another database', () => {
  test.each([
    {
      given: 'postgres://o:s@db:5433/cairn?sslmode=require',
      answer: 'postgres://o:s@db:5433/other?sslmode=require'
    },
    { given: 'postgres://db', answer: 'postgres://db/other' }
  ])('of $given', ({ given, answer }) => {
    expect(withDatabase({ connectionString: given }, 'other')).toEqual({
      connectionString: answer
    });
  });
});
