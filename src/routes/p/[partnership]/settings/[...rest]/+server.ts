import type { Leaving } from '#web/leaving';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'It leads on to another page.' };

/** What stands under Administration now; settings are nurseries and the like (decision 0035). */
const moved = /^(|groups|history|partnership|people|small-numbers|tokens)(\/|$)/;

/** Addresses that were written down before: they lead to where the page is now. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { place } = locals;
  if (place === null || !moved.test(params.rest)) error(404, 'We could not find that page.');
  const rest = params.rest === '' ? '' : `/${params.rest}`;
  redirect(308, `/p/${place.slug}/administration${rest}${url.search}`);
};
