import { err, ok } from '#core/result';
import { unitOf } from '#modules/improvement';
import {
  putMeasureValues,
  testsAPage,
  viewAllMeasures,
  viewIdeas,
  viewMeasure,
  viewProjectList,
  viewTest,
  viewTests
} from '#modules/improvement/server';
import { defaultRule, type Rule } from '#modules/disclosure';
import { viewRules } from '#modules/disclosure/server';
import type { Figure, SafeOwnValue } from '#modules/indicators';
import { viewNeed, viewOwnFiguresForApi } from '#modules/indicators/server';
import { endpoint, type ApiRequest, type Endpoint, type RowError } from './endpoint.ts';
import { ruleWords, givenFigure } from './protection.ts';
import * as shape from './shapes.ts';
import { putProblem } from './row-words.ts';

/** Every address of the API. The description, the tests and the page of examples are made from this list. */

const perPage = 100;

/** One page of a list that is short enough to be read whole. */
function pageOf<One>(all: readonly One[], page: number) {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const from = (page - 1) * perPage;
  return { page, pages, total: all.length, items: all.slice(from, from + perPage) };
}

/** The rows of a table with the headings first, in the order of the first record's parts. */
function tableOf(
  records: readonly Readonly<Record<string, unknown>>[],
  headings: readonly string[]
) {
  return [[...headings], ...records.map((record) => headings.map((name) => textOf(record[name])))];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(String).join('; ') : String(value as string | number);
}

type Asked = Pick<ApiRequest<unknown, unknown>, 'caller' | 'world'>;
type Runnable<Value, Problem> = {
  run(
    actor: Asked['caller']['actor'],
    place: Asked['caller']['placeId'],
    input: unknown,
    world: Asked['world']
  ): Promise<
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem }
  >;
};

const ask = <Value, Problem>(
  { caller, world }: Asked,
  runnable: Runnable<Value, Problem>,
  input: unknown
) => runnable.run(caller.actor, caller.placeId, input, world);

/** The rule that the partnership set for the API. */
async function apiRule(request: Asked): Promise<Rule> {
  const view = await ask(request, viewRules, {});
  const settings = view.ok ? view.value.settings : [];
  return settings.find(({ output }) => output === 'api')?.rule ?? defaultRule;
}

const testHeadings = [
  'id',
  'project',
  'number',
  'change_idea',
  'tried',
  'setting',
  'step',
  'status',
  'planned_for',
  'done_on',
  'result',
  'decision',
  'learnt'
];

export const endpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/tests',
    summary: 'Tests of change',
    detail: `Filtered and searched as on the page, ${testsAPage} a page; the latest first, or the best match of the words.`,
    needs: 'read',
    query: shape.testsQuery,
    answer: shape.testsAnswer,
    table: (answer) => tableOf(answer.tests, testHeadings),
    async run(request) {
      const view = await ask(request, viewTests, request.query);
      if (!view.ok) return view;
      const { tests, page, pages, shown } = view.value;
      return ok({
        page,
        pages,
        total: shown,
        tests: tests.map((test) => ({
          id: test.id,
          project_id: test.projectId,
          project: test.projectTitle,
          number: test.number,
          change_idea_id: test.changeIdeaId,
          change_idea: test.idea,
          tried: test.changeTried,
          setting: test.setting,
          step: test.rampStep,
          status: test.status,
          planned_for: test.plannedFor,
          done_on: test.doneOn,
          result: test.wasImprovement,
          decision: test.decision,
          learnt: test.learnt
        }))
      });
    }
  }),
  endpoint({
    method: 'GET',
    path: '/tests/{id}',
    summary: 'One test of change',
    detail:
      'The whole cycle: plan with its predictions, what happened, what it shows, what was decided.',
    needs: 'read',
    query: shape.none,
    answer: shape.testAnswer,
    async run(request) {
      const view = await ask(request, viewTest, { testId: request.id });
      if (!view.ok) return view;
      const { test, project, idea } = view.value;
      return ok({
        id: test.id,
        project_id: project.id,
        project: project.title,
        number: test.number,
        change_idea_id: idea.id,
        change_idea: idea.text,
        follows_id: test.followsId,
        tried: test.changeTried,
        objective: test.objective,
        step: test.rampStep,
        size: test.sizeWords,
        who: test.who,
        place: test.place,
        conditions: test.conditions,
        planned_for: test.plannedFor,
        predictions: test.predictions.map((one) => ({
          question: one.question,
          prediction: one.prediction,
          first_prediction: one.firstPrediction,
          result: one.result
        })),
        carried_out: test.carriedOut,
        observations: test.observations,
        problems: test.problems,
        done_on: test.doneOn,
        result: test.wasImprovement,
        surprises: test.surprises,
        learnt: test.learnt,
        decision: test.decision,
        next_step: test.nextStep,
        degree_of_belief: test.degreeOfBelief,
        status: test.status,
        version: test.version
      });
    }
  }),
  endpoint({
    method: 'GET',
    path: '/change-ideas',
    summary: 'Change ideas',
    detail: 'Of every project, with the family in which a person joined those that are the same.',
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.ideasAnswer,
    table: (answer) =>
      tableOf(answer.change_ideas, ['id', 'project', 'text', 'why', 'factor', 'family']),
    async run(request) {
      const view = await ask(request, viewIdeas, {});
      if (!view.ok) return view;
      const { items, ...paging } = pageOf(view.value, request.query.page);
      return ok({
        ...paging,
        change_ideas: items.map((idea) => ({
          id: idea.id,
          project_id: idea.projectId,
          project: idea.projectTitle,
          text: idea.text,
          why: idea.why,
          factor: idea.factorId,
          family_id: idea.familyId,
          family: idea.family
        }))
      });
    }
  }),
  endpoint({
    method: 'GET',
    path: '/projects',
    summary: 'Improvement projects',
    detail: 'With aim, state and the factors they work on.',
    needs: 'read',
    query: shape.pageQuery,
    answer: shape.projectsAnswer,
    table: (answer) =>
      tableOf(answer.projects, [
        'id',
        'title',
        'status',
        'factors',
        'outcomes',
        'setting',
        'source'
      ]),
    async run(request) {
      const view = await ask(request, viewProjectList, {});
      if (!view.ok) return view;
      const { items, ...paging } = pageOf(view.value, request.query.page);
      return ok({
        ...paging,
        projects: items.map((project) => ({
          id: project.id,
          title: project.title,
          aim: {
            change: project.aim.change,
            amount: project.aim.amount,
            for_whom: project.aim.forWhom,
            by: project.aim.by,
            baseline: project.aim.baseline
          },
          status: project.status,
          factors: [...project.factorIds],
          outcomes: [...project.outcomeIds],
          setting: project.setting,
          source: project.source,
          version: project.version
        }))
      });
    }
  }),
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
      const { showsCounts } = request.caller;
      const rule = await apiRule(request);
      const { items, ...paging } = pageOf(values, request.query.page);
      return ok({
        ...paging,
        measure_id: measure.id,
        measure: measure.title,
        form: measure.valueForm,
        unit: unitOf(measure),
        rule: ruleWords(showsCounts, rule),
        values: items.map((value) => ({
          date: value.measuredOn,
          ...givenFigure(value.figure, measure, showsCounts, rule),
          // A note may tell the very count that the rule hides.
          note: showsCounts ? value.note : '',
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
      const saved = await ask(request, putMeasureValues, { measureId: request.id, rows });
      if (saved.ok) return saved;
      const { error } = saved;
      if (error.kind !== 'rows-refused') return err(error);
      const told: RowError[] = error.rows.map(putProblem);
      const isStale = error.rows.every(({ kind }) => kind === 'not-that-version');
      return err({ kind: isStale ? 'not-that-version' : 'rows-refused', rows: told });
    }
  }),
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
      const safe =
        found.kind === 'open' || request.caller.showsCounts
          ? null
          : await ask(request, viewOwnFiguresForApi, { id: found.id });
      if (safe !== null && !safe.ok) return safe;
      const figures =
        safe === null ? found.figures.map(asRecorded) : safe.value.figures.map(asSafe);
      const rule = await apiRule(request);
      const { items, ...paging } = pageOf(figures, request.query.page);
      return ok({
        ...paging,
        indicator_id: found.id,
        indicator: found.title,
        unit: found.unit,
        area: found.areaName,
        rule: found.kind === 'open' ? 'As published.' : ruleWords(request.caller.showsCounts, rule),
        values: items
      });
    }
  })
];

const asRecorded = ({ period, starts, value, status }: Figure) => ({
  period,
  starts,
  value,
  status,
  missing: null
});

const asSafe = ({ source, value, hidden }: SafeOwnValue) => ({
  ...asRecorded(source),
  value,
  missing: hidden
});
