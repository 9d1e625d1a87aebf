import { err, ok, type Result } from '#core/result';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { createHash } from 'node:crypto';
import type { ImprovementProblem } from './problems.ts';
import * as store from './sendings.store.server.ts';
import { findTest } from './tests.store.server.ts';
import type { Test } from './types.ts';

/** What a command saved of a test. `isAgain`: it was saved before, and this time nothing was. */
export type Saved = Pick<Test, 'id' | 'projectId'> & { readonly isAgain: boolean };

/** The same content gives the same text, in whatever order its parts come. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value
  );
}

/**
 * Does `work` once for each identifier that a sender made. Sent again, the same content is answered with the test it made
 * then, and nothing is saved.
 * Refuses: other content, or another person, under an identifier that was used (`sent-otherwise`).
 * Without an identifier the work is done, and nothing is remembered.
 */
export async function once<Problem extends { readonly kind: string }>(
  tx: Tx,
  scope: WriteScope,
  sending: { readonly id: string | null; readonly content: unknown; readonly now: Date },
  work: () => Promise<Result<Pick<Test, 'id' | 'projectId'>, Problem>>
): Promise<Result<Saved, Problem | ImprovementProblem>> {
  const { id, now } = sending;
  if (id !== null) {
    const contentHash = createHash('sha256').update(canonical(sending.content)).digest();
    if (!(await store.beginSending(tx, scope, { id, contentHash, now }))) {
      const before = await store.findSending(tx, scope, id);
      const isSame = before?.sentBy === scope.personId && before.contentHash.equals(contentHash);
      const testId = before?.sentBy === scope.personId ? before.testId : null;
      const made = testId === null ? null : await findTest(tx, scope, testId);
      if (made !== null && isSame)
        return ok({ id: made.id, projectId: made.projectId, isAgain: true });
      return err({ kind: 'sent-otherwise', testId });
    }
  }
  const done = await work();
  if (!done.ok) return done;
  if (id !== null) await store.endSending(tx, scope, id, done.value.id);
  return ok({ id: done.value.id, projectId: done.value.projectId, isAgain: false });
}
