import type { FormValues } from '#core/form-state';
import { answerErrors, respondSentences } from '#modules/surveys';
import { answerByLink, findSurveyByLink } from '#modules/surveys/server';
import { addressOf, readForm } from '#web/page.server';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Bytes of a form: twelve long answers in letters that take six characters each on their way. */
const largestForm = 200_000;

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const found = await findSurveyByLink(locals.world, params.token);
  if (found === null) error(404, 'There is no survey at this link.');
  // A form kept by a browser would carry its key to the next person at the same telephone.
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  return found;
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
    const answer = await answerByLink(locals.world, params.token, values, addressOf(event));
    if (answer.ok)
      redirect(303, `/s/${params.token}/sent${answer.value.isNew ? '' : '?again=yes'}`);
    const problem = answer.error;
    switch (problem.kind) {
      case 'no-such-survey':
        error(404, 'There is no survey at this link.');
        break;
      case 'survey-closed':
        return fail(409, { values, errors: {} });
      case 'answers-refused':
        return fail(400, { values, errors: answerErrors(problem) });
      case 'form-out-of-date':
        values['agreed'] = '';
        return fail(409, { values, errors: { agreed: respondSentences.outOfDate } });
      case 'form-unknown':
        // The page puts the key of its new showing in place of the old one.
        delete values['formKey'];
        return fail(409, { values, errors: {}, formError: respondSentences.shownLongAgo });
      case 'too-many-at-once':
        return fail(429, {
          values,
          errors: {},
          formError: respondSentences.tooMany(problem.minutes)
        });
    }
  }
};
