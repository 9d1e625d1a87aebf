import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as store from './store.server.ts';
import type { Setting } from './kinds.ts';
import type { Outline } from './types.ts';

/** What higher modules may ask. */

/** Every setting of the place, closed ones too, by name. */
export async function settingsOf(tx: Tx, scope: ReadScope): Promise<readonly Setting[]> {
  return store.settings.list(tx, scope);
}

/** The boundary to draw on; null where nobody gave one. */
export async function outlineOf(tx: Tx, scope: ReadScope): Promise<Outline | null> {
  return store.findOutline(tx, scope);
}
