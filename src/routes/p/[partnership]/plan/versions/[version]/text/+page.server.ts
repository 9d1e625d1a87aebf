import { versionDocument } from '#modules/bodies';
import { viewPlanVersion } from '#modules/bodies/server';
import { ask, placeOf } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { version } = await ask(event, viewPlanVersion, { id: event.params.version });
  return { id: version.id, text: versionDocument(version, placeOf(event).name) };
};
