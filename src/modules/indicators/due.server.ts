import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { choices } from './choices.store.server.ts';
import type { DueFigures } from './due.ts';
import { loadedIndicators } from './open.store.server.ts';
import { ownIndicators } from './own.store.server.ts';

/** Every indicator that is followed and has a day on which its next figures are due, the earliest first. */
export async function dueFigures(tx: Tx, scope: ReadScope): Promise<DueFigures[]> {
  const followed = await choices.list(tx, scope, { followed: true });
  const chosen = followed.filter(({ nextDue }) => nextDue !== null);
  const ids = chosen.map(({ id }) => id);
  const catalogue = ids.length === 0 ? [] : await loadedIndicators(tx, ids);
  const titles = new Map<string, string>(catalogue.map((each) => [each.id, each.plainTitle]));
  const own = await ownIndicators(tx, scope);
  return [
    // A published indicator that left the catalogue has no page any more.
    ...chosen.flatMap(({ id, ...choice }) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title, ...choice }];
    }),
    ...own
  ]
    .flatMap(
      ({ id, title, ownerRole, nextDue }) =>
        nextDue === null ? [] : [{ id: id as string, title, ownerRole, nextDue }] // an id is a text
    )
    .sort((one, other) => one.nextDue.localeCompare(other.nextDue));
}
