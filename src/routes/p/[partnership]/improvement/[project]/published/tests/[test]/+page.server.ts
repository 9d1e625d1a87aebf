import {
  changePublishedTest,
  formOfPublishedTest,
  removePublishedTest
} from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPublishedTest, { id: event.params.test, projectId: event.params.project });

const toProject = ({ params }: { params: { project: string } }) => `improvement/${params.project}`;

export const actions: Actions = {
  save: formAction(changePublishedTest, { of: 'test', to: toProject }),
  remove: formAction(removePublishedTest, { of: 'test', to: toProject })
};
