import { stampOf } from '#core/dates';
import { notePlaceTaken, viewPlaceToTakeAway } from '#modules/partnerships/server';
import { ask, jsonFileResponse, send } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { structureAtStart } from '#web/structure.server';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'as-entered',
  because:
    'It is the place itself, for those who manage it: another installation reads it back whole.'
};

export const POST: RequestHandler = async (event) => {
  const structure = structureAtStart();
  if (structure === null) error(404, 'We could not find that page.');
  const { slug, rows, text } = await ask(event, viewPlaceToTakeAway, { structure });
  if (text === null) {
    error(
      413,
      `This partnership has ${rows.toLocaleString('en-GB')} rows, more than are written here. Ask whoever runs Cairn for “cairn export place ${slug}”.`
    );
  }
  // Nothing leaves that is not on record.
  await send(event, notePlaceTaken, {});
  return jsonFileResponse(text, `${slug}-${stampOf(event.locals.world.clock())}.json`);
};
