import { readForm, sayDone } from '#web/page.server';
import { textOf } from '#core/form-state';
import { recordingOf, recordings } from '../recording.server.ts';
import type { RequestHandler } from './$types';

/**
 * Takes a form that a phone kept: the same commands as the page itself. What is wrong with it is said there, when it is
 * opened to be mended; here the state of the answer is enough.
 */
export const POST: RequestHandler = async (event) => {
  const { values } = await readForm(event.request);
  const { keptFor, keptForm, ...sent } = values;
  if (keptFor !== event.locals.person?.id) return new Response(null, { status: 409 });
  const kind = recordingOf(textOf({ form: keptForm ?? '' }, 'form'));
  const answer = await recordings[kind](event, sent);
  if (!answer.ok) return new Response(null, { status: 400 });
  sayDone(event, answer.sentence);
  return Response.json({ address: answer.address });
};
