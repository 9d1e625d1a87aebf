import { dateOf } from '#core/dates';
import { daysBetween } from '#core/written-dates';
import { ok } from '#core/result';
import { command, type World } from '#platform/command';
import { inTransaction } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import * as v from 'valibot';
import * as store from './calendar.store.server.ts';
import { reminderLetter, type Letter } from './due.ts';
import { viewDue } from './due.server.ts';

/** Reminders by e-mail, for whoever keeps the installation to send each day. */

const fewestDaysBetween = 7;

/** Notes that the person was reminded, so that nobody hears twice in a week. */
export const noteReminder = command({
  name: 'reports.note-reminder',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    await store.noteReminder(tx, scope, dateOf(now));
    return ok({});
  }
});

/**
 * Sends a letter to everybody in a partnership who asked for one, to whom something is owed, and who had none for a week.
 * `send` answers whether the letter left; who got none is asked again next time. Answers how many left and how many did not.
 */
export async function remindAll(
  world: World,
  partnershipId: PartnershipId,
  origin: string,
  send: (letter: Letter & { readonly to: string }) => Promise<boolean>
): Promise<{ readonly sent: number; readonly failed: number }> {
  const settings = { partnershipId, now: world.clock() };
  const people = await inTransaction(world.database, settings, 'read', store.everyReminder);
  let sent = 0;
  let failed = 0;
  for (const { personId, email } of people) {
    const view = await viewDue.run({ personId }, partnershipId, {}, world);
    if (!view.ok) continue;
    const { place, due, today, reminder } = view.value;
    const isTooSoon =
      reminder !== null &&
      reminder.lastSentOn !== null &&
      daysBetween(reminder.lastSentOn, today) < fewestDaysBetween;
    const letter = reminderLetter(due, place, origin);
    if (isTooSoon || letter === null) continue;
    if (await send({ to: email, ...letter })) {
      await noteReminder.run({ personId }, partnershipId, {}, world);
      sent += 1;
    } else failed += 1;
  }
  return { sent, failed };
}
