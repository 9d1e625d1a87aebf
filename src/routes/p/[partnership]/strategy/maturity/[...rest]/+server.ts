import type { Leaving } from '#web/leaving';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'It leads on to another page.' };

/** Addresses of rounds that were written down while maturity was all that was asked about: they lead to where rounds are now. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { place } = locals;
  if (place === null) error(404, 'We could not find that page.');
  const rest = params.rest === '' ? '' : `/${params.rest}`;
  redirect(308, `/p/${place.slug}/strategy/rounds${rest}${url.search}`);
};
