import { json } from '@sveltejs/kit';
import { endpoints } from '../endpoints.server.ts';
import { openApi } from '../openapi.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'describes addresses; there is no record in it'
};

/** The description of the API. It names no partnership, so it needs no token. */
export const GET: RequestHandler = ({ url }) => json(openApi(endpoints, url.origin));
