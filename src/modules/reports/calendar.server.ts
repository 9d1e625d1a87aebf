import { icalText } from '#core/ical';
import { err, ok } from '#core/result';
import { newToken, tokenHash } from '#modules/partnerships/server';
import { command, type World } from '#platform/command';
import { ticked } from '#platform/fields';
import { inTransaction } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import * as v from 'valibot';
import * as store from './calendar.store.server.ts';
import { dueEntries } from './due.ts';
import { viewDue } from './due.server.ts';

/** The calendar that a person's own program reads, at an address that only they know. */

/** Makes a secret address, in place of the one there was. The secret is shown once: only its hash is kept. */
export const makeCalendarAddress = command({
  name: 'reports.make-calendar-address',
  needs: 'own-membership:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now, newId }) {
    await store.withdrawAddress(tx, scope, now);
    const token = newToken();
    await store.addAddress(tx, scope, { id: newId(), tokenHash: tokenHash(token), now });
    return ok({ token });
  }
});

/** From now on the address answers like one that never was. */
export const withdrawCalendarAddress = command({
  name: 'reports.withdraw-calendar-address',
  needs: 'own-membership:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const isGone = await store.withdrawAddress(tx, scope, now);
    return isGone ? ok({}) : err({ kind: 'no-address' } as const);
  }
});

/** Whether the person wants an e-mail, at most once a week, while something is owed. */
export const chooseReminder = command({
  name: 'reports.choose-reminder',
  needs: 'own-membership:edit',
  input: v.object({ isMailed: ticked }),
  example: { isMailed: 'yes' },
  async run({ scope, input, tx }) {
    await store.setMailed(tx, scope, input.isMailed);
    return ok({ isMailed: input.isMailed });
  }
});

/** What is due in a partnership as a calendar for one of its members; null when they are not one. `origin` begins addresses. */
export async function calendarFor(
  world: World,
  who: { readonly partnershipId: PartnershipId; readonly personId: PersonId },
  origin: string
): Promise<string | null> {
  const view = await viewDue.run({ personId: who.personId }, who.partnershipId, {}, world);
  if (!view.ok) return null;
  const { place, due, today } = view.value;
  const entries = dueEntries(due, `${origin}/p/${place.slug}`, today);
  return icalText({ title: `What is due in ${place.name}`, entries }, world.clock());
}

/** Whose calendar this secret opens; null when it was withdrawn or never was. Membership is asked anew by the calendar itself. */
export async function holderOfCalendar(
  world: World,
  token: string
): Promise<{ readonly partnershipId: PartnershipId; readonly personId: PersonId } | null> {
  const hash = tokenHash(token);
  const settings = { invitationHash: hash.toString('hex'), now: world.clock() };
  return inTransaction(world, settings, 'read', (tx) => store.findByToken(tx, hash));
}
