import { explainPartnershipProblem, newPartnershipInput } from '#modules/partnerships';
import { beginPartnership } from '#modules/partnerships/server';
import { parse } from '#platform/command';
import { errorsByField, readForm } from '#web/page.server';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

function administrator(locals: App.Locals) {
  if (locals.person?.siteAdministrator !== true) error(404, 'We could not find that page.');
  return locals.person;
}

export const load: PageServerLoad = ({ locals }) => {
  administrator(locals);
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const person = administrator(locals);
    const { values } = await readForm(request);
    const input = parse(newPartnershipInput, values);
    if (!input.ok) return fail(400, { values, errors: errorsByField(input.error.issues) });
    const begun = await beginPartnership(locals.world, person.id, input.value);
    if (!begun.ok) {
      return fail(400, { values, errors: { slug: explainPartnershipProblem(begun.error) } });
    }
    redirect(303, `/p/${begun.value.slug}/administration/people`);
  }
};
