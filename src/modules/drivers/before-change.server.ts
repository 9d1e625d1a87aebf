import { err, ok, type Result } from '#core/result';
import { lastChangeOf } from '#platform/last-change';
import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { wholeDiagram, type WholeDiagram } from './diagram.server.ts';
import type { DriverProblem, UnknownFactor } from './problems.ts';
import * as store from './store.server.ts';

/** What every change of a diagram begins with. */

type NotFound = { readonly kind: 'not-found' };

/**
 * The diagram of a project, held until the transaction ends. What moves or takes away things names the version it `saw`, and is
 * refused when something was hung, moved or taken away since.
 */
export async function heldDiagram(
  tx: Tx,
  scope: WriteScope,
  projectId: string,
  saw?: number
): Promise<Result<WholeDiagram, NotFound | Extract<DriverProblem, { kind: 'diagram-changed' }>>> {
  const before = await wholeDiagram(tx, scope, projectId);
  if (before === null) return err({ kind: 'not-found' });
  const { id } = before.parts.project;
  const version = await store.holdDiagram(tx, scope, id);
  if (saw !== undefined && saw !== version) {
    const { changedBy, changedAt } = await lastChangeOf(tx, scope, 'driver_diagram', id);
    return err({ kind: 'diagram-changed', by: changedBy, at: changedAt });
  }
  // Read again: another change may have been waited for.
  const held = await wholeDiagram(tx, scope, id);
  return held === null ? err({ kind: 'not-found' }) : ok(held);
}

/** Refuses a factor that the spine does not have. */
export async function checkFactor(
  tx: Tx,
  factorId: string | null
): Promise<Result<undefined, UnknownFactor>> {
  if (factorId !== null) {
    const { factors } = await getSpine(tx);
    if (!factors.some(({ id }) => id === factorId))
      return err({ kind: 'unknown-factor', factorId });
  }
  return ok();
}
