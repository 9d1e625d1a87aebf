import { dateOf } from '#core/dates';
import { ok } from '#core/result';
import { getPartnership } from '#modules/partnerships/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import * as store from './calendar.store.server.ts';
import { gatherDue } from './due-gathering.server.ts';

/** Everything with a day: what is owed and what lies ahead, the earliest first; and how the person is reminded of it. */
export const viewDue = query({
  name: 'reports.view-due',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { name, slug } = await getPartnership(tx, scope);
    return ok({
      place: { name, slug },
      today: dateOf(now),
      due: await gatherDue(tx, scope, now),
      address: await store.calendarAddress(tx, scope),
      reminder: await store.reminderOf(tx, scope)
    });
  }
});
