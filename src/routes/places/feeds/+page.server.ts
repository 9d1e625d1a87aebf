import { allowFeedHost, feedHosts, withdrawFeedHost } from '#modules/partnerships/server';
import { readForm, sayDone } from '#web/page.server';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Hosts are of the installation: whoever does not administer it finds no such page. */
function administrator(locals: App.Locals) {
  if (locals.person?.siteAdministrator !== true) error(404, 'We could not find that page.');
  return locals.person;
}

export const load: PageServerLoad = async ({ locals }) => {
  administrator(locals);
  return { hosts: await feedHosts(locals.world) };
};

export const actions: Actions = {
  allow: async (event) => {
    const person = administrator(event.locals);
    const { values } = await readForm(event.request);
    const text = typeof values['host'] === 'string' ? values['host'] : '';
    const allowed = await allowFeedHost(event.locals.world, person.id, text);
    if (!allowed.ok) {
      const host =
        'This is not the name of a host. Write it like feeds.council.example, without a port.';
      return fail(400, { values, errors: { host } });
    }
    sayDone(event, `Feeds may be read from ${allowed.value.host}.`);
    redirect(303, '/places/feeds');
  },
  withdraw: async (event) => {
    const person = administrator(event.locals);
    const { values } = await readForm(event.request);
    const host = typeof values['host'] === 'string' ? values['host'] : '';
    if (!(await withdrawFeedHost(event.locals.world, person.id, host))) {
      error(404, 'We could not find that page.');
    }
    sayDone(event, `Feeds are no longer read from ${host}.`);
    redirect(303, '/places/feeds');
  }
};
