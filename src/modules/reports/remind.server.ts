import { dateOf } from '#core/dates';
import { ok, type Result } from '#core/result';
import { daysBetween } from '#core/written-dates';
import { command, type World } from '#platform/command';
import { inTransaction } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import * as v from 'valibot';
import * as store from './calendar.store.server.ts';
import { viewDue } from './due.server.ts';
import { reminderLetter, type Letter } from './letter.ts';

/** Reminders by e-mail, for whoever keeps the installation to send each day. */

const fewestDaysBetween = 7;

/** Notes that the person was reminded, so that nobody hears twice in a week. */
export const noteReminder = command({
  name: 'reports.note-reminder',
  needs: 'own-membership:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    await store.noteReminder(tx, scope, dateOf(now));
    return ok({});
  }
});

type Reader = { readonly personId: PersonId; readonly email: string };
type Asked = Reader & { readonly places: readonly PartnershipId[] };

/**
 * Sends one letter to everybody who asked for one in any of these partnerships, to whom something is owed there, and who had none
 * for a week. `send` posts a letter, or says why it could not; who got none is asked again next time.
 * Answers how many left, how many did not, and why the first of those did not.
 */
export async function remindAll<Problem>(
  world: World,
  partnerships: readonly PartnershipId[],
  origin: string,
  send: (letter: Letter & { readonly to: string }) => Promise<Result<unknown, Problem>>
): Promise<{ readonly sent: number; readonly failed: number; readonly why: Problem | null }> {
  let sent = 0;
  const problems: Problem[] = [];
  for (const { email, ...person } of await everybodyAsking(world, partnerships)) {
    const letter = await letterFor(world, person, origin);
    if (letter === null) continue;
    const posted = await send({ to: email, ...letter });
    if (!posted.ok) {
      problems.push(posted.error);
      continue;
    }
    for (const place of person.places)
      await noteReminder.run({ personId: person.personId }, place, {}, world);
    sent += 1;
  }
  return { sent, failed: problems.length, why: problems[0] ?? null };
}

/** Everybody who asked for letters, with the partnerships in which they did. */
async function everybodyAsking(
  world: World,
  partnerships: readonly PartnershipId[]
): Promise<Asked[]> {
  const asked = new Map<PersonId, Asked>();
  for (const partnershipId of partnerships) {
    const settings = { partnershipId, now: world.clock() };
    const readers = await inTransaction(world, settings, 'read', (tx) =>
      store.everyReminder(tx, partnershipId)
    );
    for (const reader of readers) {
      const places = [...(asked.get(reader.personId)?.places ?? []), partnershipId];
      asked.set(reader.personId, { ...reader, places });
    }
  }
  return [...asked.values()];
}

/** The letter for a person; null when they had one within a week, or nothing is owed that they may read. */
async function letterFor(
  world: World,
  { personId, places }: Omit<Asked, 'email'>,
  origin: string
): Promise<Letter | null> {
  const views = [];
  for (const place of places) {
    const view = await viewDue.run({ personId }, place, {}, world);
    if (view.ok) views.push(view.value); // whoever left the partnership is told nothing
  }
  const isTooSoon = views.some(({ reminder, today }) => {
    const last = reminder?.lastSentOn ?? null;
    return last !== null && daysBetween(last, today) < fewestDaysBetween;
  });
  return isTooSoon ? null : reminderLetter(views, origin);
}
