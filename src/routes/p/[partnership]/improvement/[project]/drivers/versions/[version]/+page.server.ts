import { diagramSentence, outlineOf } from '#modules/drivers';
import { viewDiagramVersion } from '#modules/drivers/server';
import { viewWords } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';
import { drawnForPage } from '../../picture.server.ts';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewDiagramVersion, {
    projectId: event.params.project,
    versionId: event.params.version,
    until: event.url.searchParams.get('until') ?? ''
  });
  const { content, ...version } = view.version;
  return {
    ...view,
    version,
    frozen: content,
    outline: outlineOf(content.diagram),
    says: diagramSentence(content.diagram),
    svg: await drawnForPage(content, `${view.project.title}, ${version.name}`),
    factors: (await ask(event, viewWords)).factors
  };
};
