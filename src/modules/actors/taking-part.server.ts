import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import type { Tx } from '#platform/database';
import { id } from '#platform/fields';
import * as v from 'valibot';
import { mostNotes, type WorkshopStep } from './types.ts';
import { listedNow } from './workshop-rules.ts';
import { workshopFieldSentences as say, type WorkshopProblem } from './workshop-sentences.ts';
import * as store from './workshops.store.server.ts';

/** What everybody in a workshop does alone, members and guests by the same rules: list names, take them back, give dots. */

const refuse = (problem: WorkshopProblem) => err(problem);

/** Names, one a line, without empty lines. */
export const listedNames = v.pipe(
  v.nullish(v.union([v.string(), v.array(v.string())]), ''),
  v.transform((given) =>
    [given]
      .flat()
      .flatMap((text) => text.split(/\r?\n/))
      .map((line) => line.trim())
      .filter((line) => line !== '')
  ),
  v.minLength(1, say.names),
  v.maxLength(mostNotes, `${mostNotes} names are as many as one person lists`),
  v.everyItem((name) => name.length <= 120, say.nameTooLong)
);

export const listInput = lookedThrough({ names: listedNames }, { names: { names: 'Who it is' } });
export const oneOfIt = v.object({ one: id() });

/** Adds names to one’s own list of the kind that is listed now. Refuses any other moment, and more than one person lists. */
export async function listNames(
  tx: Tx,
  me: store.InWorkshop,
  given: {
    readonly step: WorkshopStep;
    readonly names: readonly string[];
    readonly newId: () => string;
  }
) {
  const kind = listedNow(given.step);
  if (kind === null) return refuse({ kind: 'not-listed-now' });
  const own = await store.notes(tx, me, me.ringPersonId);
  if (own.length + given.names.length > mostNotes) return refuse({ kind: 'too-many-notes' });
  const { newId } = given;
  await store.addNotes(
    tx,
    me,
    given.names.map((name) => ({ id: newId(), kind, name }))
  );
  return ok({ added: given.names.length });
}

/** Takes a name off one’s own list while its kind is listed. */
export async function unlistName(
  tx: Tx,
  me: store.InWorkshop,
  given: { readonly step: WorkshopStep; readonly note: string }
) {
  if (listedNow(given.step) === null) return refuse({ kind: 'not-listed-now' });
  const isGone = await store.dropNote(tx, me, given.note);
  return isGone ? ok() : refuse({ kind: 'not-listed-now' });
}

/** Puts one of one’s dots. Refuses before and after the time for dots, a second on the same, and more than each has. */
export async function giveDot(
  tx: Tx,
  me: store.InWorkshop,
  given: { readonly step: WorkshopStep; readonly dotsEach: number; readonly item: string }
) {
  if (given.step !== 'dots') return refuse({ kind: 'no-dots-now' });
  const on = (await store.items(tx, me)).filter(
    ({ ring, offReason }) => ring !== null && offReason === ''
  );
  if (on.every(({ id }) => id !== given.item)) return err({ kind: 'not-found' } as const);
  const own = await store.dots(tx, me, me.ringPersonId);
  if (own.includes(given.item)) return refuse({ kind: 'dot-there' });
  if (own.length >= given.dotsEach) return refuse({ kind: 'no-dots-left', dots: given.dotsEach });
  await store.putDot(tx, me, given.item);
  const left = given.dotsEach - own.length - 1;
  // Where there are more dots than names, some are left over.
  await store.keepHasPutAll(tx, me, left === 0 || own.length + 1 === on.length);
  return ok({ left });
}

/** Takes one of one’s dots back. */
export async function takeDotBack(
  tx: Tx,
  me: store.InWorkshop,
  given: { readonly step: WorkshopStep; readonly dotsEach: number; readonly item: string }
) {
  if (given.step !== 'dots') return refuse({ kind: 'no-dots-now' });
  await store.takeDot(tx, me, given.item);
  const own = await store.dots(tx, me, me.ringPersonId);
  await store.keepHasPutAll(tx, me, false);
  return ok({ left: given.dotsEach - own.length });
}
