import { json } from '@sveltejs/kit';
import { endpoints } from '../endpoints.server.ts';
import { openApi } from '../openapi.ts';
import type { RequestHandler } from './$types';

/** The description of the API. It names no partnership, so it needs no token. */
export const GET: RequestHandler = ({ url }) => json(openApi(endpoints, url.origin));
