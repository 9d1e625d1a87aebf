import { findPublished } from '#modules/reports/server';
import { error, type RequestEvent } from '@sveltejs/kit';

/** Seconds for which a browser or a cache in between may keep a public page. */
const freshFor = 300;
/** The headers of what is public and may be kept for that long. */
export const publicFor = { 'cache-control': `public, max-age=${freshFor}` };

type Event = Pick<RequestEvent, 'locals' | 'setHeaders'> & { params: { place: string } };

/**
 * What is published at the address. Where nothing is, the page is not found, whether or not there is such a place.
 * What is there may be kept for five minutes by whoever passes it on.
 */
export async function published(event: Event) {
  const { page, strategy } = await findPublished(event.locals.world, event.params.place);
  if (page === null && strategy === null) error(404, 'Nothing is published here.');
  event.setHeaders(publicFor);
  return { page, strategy };
}
