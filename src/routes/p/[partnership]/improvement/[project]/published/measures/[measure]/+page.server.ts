import {
  changePublishedMeasure,
  formOfPublishedMeasure,
  removePublishedMeasure
} from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPublishedMeasure, { id: event.params.measure, projectId: event.params.project });

const toProject = ({ params }: { params: { project: string } }) => `improvement/${params.project}`;

export const actions: Actions = {
  save: formAction(changePublishedMeasure, { of: 'measure', to: toProject }),
  remove: formAction(removePublishedMeasure, { of: 'measure', to: toProject })
};
