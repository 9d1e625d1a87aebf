import { viewSharedLevels } from '#modules/assessments/server';
import { ok } from '#core/result';
import { ask, pageOf, tableOf } from './asking.server.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import * as shape from './shapes.ts';

/** The areas of a collaborative side by side, as far as each of them shows it. */
export const areaEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/areas',
    summary: 'Levels that areas of a collaborative show',
    detail:
      'By the consent of each area, element by element, and gone once it is withdrawn. In the order of the elements and of the names of the areas; never ranked.',
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.areasAnswer,
    table: (answer) =>
      tableOf(answer.levels, [
        'collaborative',
        'instrument',
        'element',
        'element_title',
        'area',
        'made_up',
        'own',
        'level',
        'level_title',
        'agreed_on',
        'may_be_visited',
        'not_compared_because'
      ]),
    async run(request) {
      const view = await ask(request, viewSharedLevels, {});
      if (!view.ok) return view;
      const { items, ...paging } = pageOf(view.value.lines, request.query.page);
      return ok({
        ...paging,
        levels: items.map((line) => ({
          collaborative: line.collaborative,
          instrument: line.instrument,
          element: line.element,
          element_title: line.elementTitle,
          area: line.area,
          made_up: line.isMadeUp,
          own: line.isOwn,
          level: line.level,
          level_title: line.levelTitle,
          agreed_on: line.agreedOn,
          may_be_visited: line.mayBeVisited,
          not_compared_because: line.notComparedBecause
        }))
      });
    }
  })
];
