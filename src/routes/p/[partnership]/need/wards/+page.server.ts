import { viewWards } from '#modules/indicators/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewWards);
  if (view.wards.length === 0) error(404, 'We could not find that page.');
  return view;
};
