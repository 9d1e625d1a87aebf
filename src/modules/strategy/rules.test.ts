import { describe, expect, test } from 'vitest';
import { readApproval } from './rules.ts';

describe('an approval', () => {
  const today = '2026-03-02';

  test('names who approved, and when', () => {
    const given = { approvedBy: 'The board', approvedOn: '2026-02-20' };
    expect(readApproval(given, today)).toEqual({ ok: true, value: given });
  });

  test('may be left for later', () => {
    expect(readApproval({ approvedBy: '', approvedOn: null }, today)).toEqual({
      ok: true,
      value: null
    });
  });

  test.each([
    {
      approvedBy: '',
      approvedOn: '2026-02-20',
      error: { kind: 'approval-incomplete', lacks: 'approvedBy' }
    },
    {
      approvedBy: 'The board',
      approvedOn: null,
      error: { kind: 'approval-incomplete', lacks: 'approvedOn' }
    },
    { approvedBy: 'The board', approvedOn: '2026-03-03', error: { kind: 'approved-ahead' } }
  ])('is refused as $error.kind when it is $approvedBy on $approvedOn', ({ error, ...given }) => {
    expect(readApproval(given, today)).toEqual({ ok: false, error });
  });
});
