import { viewSurvey } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { surveyAddress, surveyCode } from '../link.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'The address of a survey as a picture.'
};

/** The QR code to take away, for a poster. */
export const GET: RequestHandler = async (event) => {
  const { survey } = await ask(event, viewSurvey, { id: event.params.survey });
  if (survey.token === null) error(404, 'This survey has no link yet.');
  return new Response(surveyCode(surveyAddress(event.url.origin, survey.token)), {
    headers: {
      'content-type': 'image/svg+xml',
      'content-disposition': 'attachment; filename="survey-qr-code.svg"'
    }
  });
};
