import { ok } from '#core/result';
import { command, query } from '#platform/command';
import * as v from 'valibot';
import { runsOf, wholePlace } from './place-file.store.server.ts';
import { getPartnership } from './store.server.ts';

/** Taking everything a partnership has out as one file (decision 0056). */

/** More is taken out by the command of whoever runs Cairn: it is put together in memory here. */
const mostRows = 200_000;

/**
 * Everything the partnership has, as one document of JSON. `structure` is the last change of the database's structure, which the server is told
 * at its start, for it may not read it itself.
 * Its text is null where there are more than 200,000 rows.
 */
export const viewPlaceToTakeAway = query({
  name: 'partnerships.view-place-to-take-away',
  needs: 'partnership:manage',
  input: v.object({ structure: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)) }),
  example: { structure: '0001_people_and_partnerships.sql' },
  async run({ scope, input, tx, now }) {
    const { slug } = await getPartnership(tx, scope);
    const title = { slug, migration: input.structure, writtenAt: now };
    const { counts, text } = await wholePlace(tx, scope, title, mostRows);
    return ok({ slug, rows: counts.rows, text });
  }
});

/** Keeps on record who took everything out, and when. Assumes: it is given before the document leaves. */
export const notePlaceTaken = command({
  name: 'partnerships.note-place-taken',
  needs: 'partnership:manage',
  input: v.object({}),
  example: {},
  run() {
    return Promise.resolve(ok());
  }
});

/** Who took everything out before, the latest first. */
export const viewPlaceTaken = query({
  name: 'partnerships.view-place-taken',
  needs: 'partnership:manage',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok({ taken: await runsOf(tx, scope, notePlaceTaken.name) });
  }
});
