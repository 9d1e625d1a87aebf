import { parseDateParts, readDateParts } from '#core/date-parts';
import { minutesOf, type MinutesOf } from '#modules/decisions';
import { viewMinutes } from '#modules/decisions/server';
import { ask, placeOf } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';

/** Minutes of what the address asks for, and what was asked; a day that is none is left out. */
export async function minutesAsked(event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>) {
  const { searchParams } = event.url;
  const data = new FormData();
  for (const [name, value] of searchParams) data.set(name, value);
  const day = (name: string) => {
    const read = parseDateParts(readDateParts(data, name));
    return read.ok ? read.value : null;
  };
  const group = searchParams.get('group') ?? '';
  const asked: MinutesOf = {
    groupId: group === '' ? null : group,
    from: day('from'),
    to: day('to')
  };
  const records = await ask(event, viewMinutes);
  const minutes = minutesOf(asked, { ...records, place: placeOf(event).name });
  return { asked, minutes, groups: records.groups };
}
