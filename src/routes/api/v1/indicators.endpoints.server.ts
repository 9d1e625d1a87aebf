import { err, ok } from '#core/result';
import type { Figure, SafeOwnValue } from '#modules/indicators';
import { viewNeed, viewOwnFiguresForApi } from '#modules/indicators/server';
import { ask, sightOfToken, pageOf, tableOf } from './asking.server.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { ruleWords } from './protection.ts';
import * as shape from './shapes.ts';

/** Indicators that are followed, with their figures. */
export const indicatorEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/indicators',
    summary: 'Indicators that are followed',
    detail: 'Published figures and the partnership’s own.',
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.indicatorsAnswer,
    table: (answer) =>
      tableOf(answer.indicators, [
        'id',
        'title',
        'kind',
        'unit',
        'better_when',
        'area',
        'factors',
        'target',
        'source',
        'latest_period'
      ]),
    async run(request) {
      const view = await ask(request, viewNeed, {});
      if (!view.ok) return view;
      const { items, ...paging } = pageOf(view.value.indicators, request.query.page);
      return ok({
        ...paging,
        indicators: items.map((one) => ({
          id: one.id,
          title: one.title,
          kind: one.kind,
          unit: one.unit,
          better_when: one.betterWhen,
          area: one.areaName,
          factors: [...one.factors],
          target: one.target,
          source: one.source,
          latest_period: one.latest?.period ?? null
        }))
      });
    }
  }),
  endpoint({
    method: 'GET',
    path: '/indicators/{id}/values',
    summary: 'Figures of an indicator',
    detail:
      'For the partnership’s area, in time order. Published figures are as published; own counts are protected unless the token may see them.',
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.figuresAnswer,
    table: (answer) => tableOf(answer.values, ['period', 'starts', 'value', 'status', 'missing']),
    async run(request) {
      const view = await ask(request, viewNeed, {});
      if (!view.ok) return view;
      const found = view.value.indicators.find(({ id }) => id === request.id);
      if (found === undefined) return err({ kind: 'not-found' });
      const { showsCounts } = request.caller;
      const own =
        found.kind === 'open'
          ? null
          : await ask(request, viewOwnFiguresForApi, { id: found.id, seesCounts: showsCounts });
      if (own !== null && !own.ok) return own;
      const figures =
        own === null ? found.figures.map(asPublished) : own.value.figures.map(asItLeaves);
      const { items, ...paging } = pageOf(figures, request.query.page);
      return ok({
        ...paging,
        indicator_id: found.id,
        indicator: found.title,
        unit: found.unit,
        area: found.areaName,
        rule: found.kind === 'open' ? 'As published.' : ruleWords(await sightOfToken(request)),
        values: items
      });
    }
  })
];

const asPublished = ({ period, starts, value, status }: Figure) => ({
  period,
  starts,
  value,
  status,
  missing: null
});

const asItLeaves = ({ source, value, hidden }: SafeOwnValue) => ({
  ...asPublished(source),
  value,
  missing: hidden
});
