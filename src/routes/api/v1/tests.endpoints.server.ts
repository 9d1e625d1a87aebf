import { ok } from '#core/result';
import {
  testsAPage,
  viewIdeas,
  viewProjectList,
  viewTest,
  viewTests
} from '#modules/improvement/server';
import { ask, pageOf, tableOf } from './asking.server.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import * as shape from './shapes.ts';

/** Tests of change, the ideas they try and the projects they belong to. */
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

export const testEndpoints: readonly Endpoint[] = [
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
        told_at_home: test.toldAtHome,
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
            change: project.aimChange,
            amount: project.aimAmount,
            for_whom: project.aimForWhom,
            by: project.aimBy,
            baseline: project.aimBaseline
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
  })
];
