import type { Tx } from '#platform/database';
import { isUuid } from '#platform/ids';
import { formSignature } from './responses.store.server.ts';
import { formHours } from './rules.ts';

/**
 * The key of one showing of a form: an identifier of its own, when it was shown, and what only this installation can say of both and of
 * the survey. So every answer needs a form that the server has shown, each form is taken once, and none for ever. Only the identifier
 * is stored.
 */
export async function newFormKey(
  tx: Tx,
  surveyId: string,
  { id, now }: { readonly id: string; readonly now: Date }
): Promise<string> {
  const shownAt = Math.floor(now.getTime() / 1000).toString(36);
  return `${id}.${shownAt}.${await formSignature(tx, `${surveyId} ${id} ${shownAt}`)}`;
}

/** The identifier in a key; null where this server did not show the form, or showed it too long ago. */
export async function readFormKey(
  tx: Tx,
  surveyId: string,
  key: string,
  now: Date
): Promise<string | null> {
  const [id = '', shownAt = '', signature = ''] = key.split('.');
  if (!isUuid(id) || signature === '') return null;
  const hours = (now.getTime() / 1000 - Number.parseInt(shownAt, 36)) / 3600;
  if (!(hours >= 0 && hours <= formHours)) return null;
  return signature === (await formSignature(tx, `${surveyId} ${id} ${shownAt}`)) ? id : null;
}
