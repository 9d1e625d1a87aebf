import { err, ok, type Result } from '#core/result';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { createHash } from 'node:crypto';
import type { ImprovementProblem } from '../problems.ts';
import * as store from './sendings.store.server.ts';
import { findTest } from './tests.store.server.ts';
import type { Test } from '../types.ts';

/** What a sender sends under an identifier that they made, or under none. */
export type Sent = {
  readonly id: string | null;
  readonly content: unknown;
  readonly now: Date;
};

/** How a kind of record is made, and found again when the same is sent a second time. */
export type Making<Made extends { readonly id: string }, Problem> = {
  readonly makes: store.MadeKind;
  work(): Promise<Result<Made, Problem>>;
  /** What was made then, by its identifier: null once it is gone. */
  again(madeId: string | null): Promise<Made | null>;
};

/** The same content gives the same text, in whatever order its parts come. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value
  );
}

/**
 * Makes something once for each identifier that a sender made. Sent again, the same content is answered with what it made
 * then (`isAgain`), and nothing is saved.
 * Refuses: other content, or another person, under an identifier that was used (`sent-otherwise`).
 * Without an identifier it is made, and nothing is remembered.
 */
export async function once<Made extends { readonly id: string }, Problem>(
  tx: Tx,
  scope: WriteScope,
  { id, content, now }: Sent,
  { makes, work, again }: Making<Made, Problem>
): Promise<Result<Made & { readonly isAgain: boolean }, Problem | ImprovementProblem>> {
  if (id !== null) {
    const contentHash = createHash('sha256').update(canonical(content)).digest();
    if (!(await store.beginSending(tx, scope, { id, contentHash, now }))) {
      const before = await store.findSending(tx, scope, id);
      const isOwn = before?.sentBy === scope.personId;
      const isSame = isOwn && before.contentHash.equals(contentHash);
      const made = isSame ? await again(before[makes]) : null;
      if (made !== null) return ok({ ...made, isAgain: true });
      const { test = null, value = null } = isOwn ? before : {};
      return err({ kind: 'sent-otherwise', testId: test, valueId: value });
    }
  }
  const done = await work();
  if (!done.ok) return done;
  if (id !== null) await store.endSending(tx, scope, id, { [makes]: done.value.id });
  return ok({ ...done.value, isAgain: false });
}

type MadeTest = Pick<Test, 'id' | 'projectId'>;

/** Makes a test of change, or what came of one, once for each identifier of a sender. */
export async function onceForTest<Problem>(
  tx: Tx,
  scope: WriteScope,
  sent: Sent,
  work: () => Promise<Result<MadeTest, Problem>>
): Promise<Result<MadeTest & { readonly isAgain: boolean }, Problem | ImprovementProblem>> {
  return once(tx, scope, sent, {
    makes: 'test',
    again: (madeId) => (madeId === null ? Promise.resolve(null) : findMade(tx, scope, madeId)),
    async work() {
      const done = await work();
      return done.ok ? ok({ id: done.value.id, projectId: done.value.projectId }) : done;
    }
  });
}

async function findMade(tx: Tx, scope: WriteScope, id: string): Promise<MadeTest | null> {
  const test = await findTest(tx, scope, id);
  return test === null ? null : { id: test.id, projectId: test.projectId };
}
