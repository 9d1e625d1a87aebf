import type { FormValues } from '#core/form-state';
import { answerErrors, answerValues, closedSentence, respondSentences } from '#modules/benchmarks';
import { answerForSetting, findSettingByLink } from '#modules/benchmarks/server';
import { addressOf, readForm } from '#web/page.server';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Bytes of a form: fifteen approaches with long texts in letters that take six characters each on their way. */
const largestForm = 300_000;
const notHere = 'There is no survey at this link.';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const found = await findSettingByLink(locals.world, params.token);
  if (found === null) error(404, notHere);
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const values: FormValues =
    found.answered === null ? {} : answerValues(found.benchmark, found.answered);
  return { ...found, values, sent: url.searchParams.get('sent') };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, request } = event;
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= largestForm)) {
      const values: FormValues = {};
      return fail(413, { values, errors: {}, formError: respondSentences.tooLarge });
    }
    const { values } = await readForm(request);
    const answer = await answerForSetting(locals.world, params.token, values, addressOf(event));
    if (answer.ok) {
      const sent = answer.value.replaces ? 'again' : 'yes';
      redirect(303, `/s/setting/${params.token}?sent=${sent}`);
    }
    const problem = answer.error;
    switch (problem.kind) {
      case 'no-such-link':
        error(404, notHere);
        break;
      case 'round-closed':
        return fail(409, { values, errors: {}, formError: closedSentence(problem) });
      case 'answer-refused':
        return fail(400, { values, errors: answerErrors(problem.problems) });
      case 'too-many-at-once':
        return fail(429, {
          values,
          errors: {},
          formError: respondSentences.tooMany(problem.minutes)
        });
    }
  }
};
