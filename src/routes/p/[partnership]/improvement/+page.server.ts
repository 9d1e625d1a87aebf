import { changeSeen } from '#modules/charts';
import { aimOf, composeAim } from '#modules/improvement';
import { viewProjects } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import { sparkline } from './charts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { projects, total, owed, words } = await ask(event, viewProjects);
  return {
    total,
    owed,
    factors: words.factors,
    projects: projects.map(({ project, lead, ...rest }) => ({
      ...rest,
      project,
      aim: composeAim(aimOf(project)),
      chart:
        lead === null
          ? null
          : {
              measureId: lead.measure.id,
              title: lead.measure.title,
              says: lead.analysis.summary,
              seen: changeSeen(lead.analysis),
              svg: sparkline(lead.analysis, lead.measure.id)
            }
    }))
  };
};
