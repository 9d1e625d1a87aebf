import { versionDocument } from '#modules/bodies';
import { viewPlanVersion } from '#modules/bodies/server';
import { ask, placeOf, wordResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Priorities, aims and actions as they stood, and what bodies said of them.'
};

export const GET: RequestHandler = async (event) => {
  const { version } = await ask(event, viewPlanVersion, { id: event.params.version });
  const document = versionDocument(version, placeOf(event).name);
  return wordResponse(
    event,
    document,
    `${event.params.partnership}-plan-version-${version.number}.docx`
  );
};
