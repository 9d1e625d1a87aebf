import { rateMatters, rateWorks, removeRating, viewFactor } from '#modules/evidence/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

/** Which cell is rated stands in the address: `?outcome=…&age=…`, or `?works=yes`. */
function cellOf(url: URL) {
  const { searchParams } = url;
  return {
    isWorks: searchParams.get('works') === 'yes',
    outcome: searchParams.get('outcome') ?? '',
    age: searchParams.get('age') ?? ''
  };
}

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, rateMatters, rateWorks);
  const view = await ask(event, viewFactor, { factor: event.params.factor });
  const { isWorks, outcome, age } = cellOf(event.url);
  const cell = view.outcomes
    .flatMap(({ cells }) => cells)
    .find((each) => each.outcome === outcome && each.age === age);
  const { spine, factor, works } = view;
  return { spine, factor, isWorks, works, cell: isWorks ? null : (cell ?? null) };
};

/** The anchor of the cell on its factor's page. */
function backTo(factor: string, url: URL): string {
  const { isWorks, outcome, age } = cellOf(url);
  return `evidence/${factor}#${isWorks ? 'works' : `${outcome}-${age}`}`;
}

export const actions: Actions = {
  save: (event) => {
    const { isWorks, outcome, age } = cellOf(event.url);
    const { factor } = event.params;
    const page = {
      with: () => ({ factor, outcome, age }),
      to: () => backTo(factor, event.url)
    };
    return isWorks ? formAction(rateWorks, page)(event) : formAction(rateMatters, page)(event);
  },
  remove: (event) =>
    formAction(removeRating, { to: () => backTo(event.params.factor, event.url) })(event)
};
