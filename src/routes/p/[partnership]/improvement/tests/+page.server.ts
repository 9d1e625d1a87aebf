import { viewTests } from '#modules/improvement/server';
import { parseDateParts } from '#core/date-parts';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = askedOf(event.url.searchParams);
  return {
    ...(await ask(event, viewTests, asked)),
    asked,
    query: new URLSearchParams(asked).toString()
  };
};

/** What the address asks; the three parts of a date come together, and what is no date asks nothing. */
function askedOf(search: URLSearchParams): Record<string, string> {
  const asked: Record<string, string> = Object.fromEntries(
    [...search].filter(([name, value]) => value !== '' && !/-(day|month|year)$/.test(name))
  );
  for (const name of ['from', 'to']) {
    const part = (which: string) => search.get(`${name}-${which}`) ?? '';
    const date = parseDateParts({ day: part('day'), month: part('month'), year: part('year') });
    if (date.ok) asked[name] = date.value;
  }
  return asked;
}
