import { err, ok } from '#core/result';
import { safeNote, unitOf } from '#modules/improvement';
import { putMeasureValues, viewAllMeasures, viewMeasure } from '#modules/improvement/server';
import { ask, pageOf, perPage, sightOfToken, tableOf } from './asking.server.ts';
import { endpoint, type Endpoint, type RowError } from './endpoint.ts';
import { givenFigure, ruleWords } from './protection.ts';
import { putProblem } from './row-words.ts';
import * as shape from './shapes.ts';

/** Measures with their values, read and added. */
export const measureEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/measures',
    summary: 'Measures of the projects',
    detail: 'What is measured over time, and how.',
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.measuresAnswer,
    table: (answer) =>
      tableOf(answer.measures, [
        'id',
        'project',
        'title',
        'kind',
        'form',
        'unit',
        'direction',
        'goal',
        'frequency',
        'values',
        'latest_on'
      ]),
    async run(request) {
      const view = await ask(request, viewAllMeasures, {});
      if (!view.ok) return view;
      const { items, ...paging } = pageOf(view.value, request.query.page);
      return ok({
        ...paging,
        measures: items.map(({ measure, values, projectTitle }) => ({
          id: measure.id,
          project_id: measure.projectId,
          project: projectTitle,
          title: measure.title,
          kind: measure.kind,
          form: measure.valueForm,
          unit: unitOf(measure),
          direction: measure.direction,
          goal: measure.goal,
          frequency: measure.frequency,
          definition: measure.operationalDefinition,
          numerator: measure.numeratorWords,
          denominator: measure.denominatorWords,
          source: measure.source,
          values: values.length,
          latest_on: values.at(-1)?.measuredOn ?? null
        }))
      });
    }
  }),
  endpoint({
    method: 'GET',
    path: '/measures/{id}/values',
    summary: 'Values of a measure',
    detail: `In time order, ${perPage} a page. Counts are protected unless the token may see them; the answer says by which rule.`,
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.valuesAnswer,
    table: (answer) =>
      tableOf(answer.values, [
        'date',
        'value',
        'numerator',
        'denominator',
        'missing',
        'note',
        'status',
        'version'
      ]),
    async run(request) {
      const view = await ask(request, viewMeasure, { measureId: request.id });
      if (!view.ok) return view;
      const { measure, values } = view.value;
      const sight = await sightOfToken(request);
      const { items, ...paging } = pageOf(values, request.query.page);
      return ok({
        ...paging,
        measure_id: measure.id,
        measure: measure.title,
        form: measure.valueForm,
        unit: unitOf(measure),
        rule: ruleWords(sight),
        values: items.map((value) => ({
          date: value.measuredOn,
          ...givenFigure(value.figure, measure, sight),
          note: safeNote(value.note, sight),
          status: value.status,
          version: value.version
        }))
      });
    }
  }),
  endpoint({
    method: 'POST',
    path: '/measures/{id}/values',
    summary: 'Add or replace values of a measure',
    detail:
      'All rows or none. A row with the date and value that are stored changes nothing. Another value for a date that has one needs the version that was read: in the row, or in If-Match when there is one row.',
    needs: 'record',
    query: shape.none,
    body: shape.newValues,
    answer: shape.savedValues,
    async run(request) {
      const { values } = request.body;
      const only = values.length === 1 ? request.ifMatch : null;
      const rows = values.map((row) => ({ ...row, version: row.version ?? only ?? undefined }));
      const saved = await ask(request, putMeasureValues, {
        measureId: request.id,
        rows,
        seesValues: request.caller.showsCounts
      });
      if (saved.ok) return saved;
      const { error } = saved;
      if (error.kind !== 'rows-refused') return err(error);
      const told: RowError[] = error.rows.map(putProblem);
      const isStale = error.rows.every(({ kind }) => kind === 'not-that-version');
      return err({ kind: isStale ? 'not-that-version' : 'rows-refused', rows: told });
    }
  })
];
