import {
  explainPartnershipProblem,
  newPartnershipInput,
  newPersonInput
} from '#modules/partnerships';
import { needsSetUp, setUp } from '#modules/partnerships/server';
import { parse } from '#platform/command';
import { errorsByField, readForm } from '#web/page.server';
import { setSessionCookie } from '#web/session-cookie.server';
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!(await needsSetUp(locals.world))) redirect(303, '/');
};

const setUpInput = v.object({
  ...newPersonInput.entries,
  code: v.optional(v.pipe(v.string(), v.trim()), ''),
  partnershipName: newPartnershipInput.entries.name,
  slug: newPartnershipInput.entries.slug,
  kind: newPartnershipInput.entries.kind,
  nation: newPartnershipInput.entries.nation,
  areaCode: newPartnershipInput.entries.areaCode
});

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const typed = { values: { ...values, password: '' }, errors: {} };
    const input = parse(setUpInput, values);
    if (!input.ok) return fail(400, { ...typed, errors: errorsByField(input.error.issues) });
    const expected = process.env['CAIRN_SET_UP_CODE'] ?? '';
    if (expected === '' || input.value.code !== expected) {
      const sentence = explainPartnershipProblem({ kind: 'wrong-set-up-code' });
      return fail(400, { ...typed, errors: { code: sentence } });
    }
    const { name, email, password, partnershipName, slug, kind, nation, areaCode } = input.value;
    const answer = await setUp(event.locals.world, {
      name,
      email,
      password,
      partnership: { name: partnershipName, slug, kind, nation, areaCode, about: '' }
    });
    if (!answer.ok) {
      const sentence = explainPartnershipProblem(answer.error);
      if (answer.error.kind.startsWith('slug')) {
        return fail(400, { ...typed, errors: { slug: sentence } });
      }
      return answer.error.kind.startsWith('password')
        ? fail(400, { ...typed, errors: { password: sentence } })
        : fail(400, { ...typed, formError: sentence });
    }
    setSessionCookie(event, answer.value.session);
    redirect(303, `/p/${answer.value.slug}`);
  }
};
