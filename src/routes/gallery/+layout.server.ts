import { dev } from '$app/env';
import { error } from '@sveltejs/kit';

/** The gallery is for those who build Cairn: while developing, or where CAIRN_GALLERY=1 asks for it. */
export const load = () => {
  if (!dev && process.env['CAIRN_GALLERY'] !== '1') error(404, 'We could not find that page.');
};
