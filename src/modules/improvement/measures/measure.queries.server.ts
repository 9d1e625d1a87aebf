import { dateOf } from '#core/dates';
import { boundaryNamed } from '#modules/boundaries/server';
import { err, ok } from '#core/result';
import { asRecorded } from '#modules/disclosure';
import { sightFor } from '#modules/disclosure/server';
import { query } from '#platform/command';
import { columnsBeforeQuery } from '#platform/remembered';
import * as v from 'valibot';
import * as measureStore from './measures.store.server.ts';
import { parseValues } from './parse-values.ts';
import * as projectStore from '../projects/projects.store.server.ts';
import { isValueOwed, nextValueDue } from '../rules.ts';
import { safeValues } from './safe-values.ts';
import * as testStore from '../tests-of-change/tests.store.server.ts';
import * as markStore from './marks.store.server.ts';
import * as valueStore from './values.store.server.ts';

/** What pages ask about measures and their values. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** One measure with its values and its project's tests. */
export const viewMeasure = query({
  name: 'improvement.view-measure',
  needs: 'records:read',
  input: v.object({ measureId: v.string() }),
  example: { measureId: nobody },
  async run({ scope, input, tx, now }) {
    const measure = await measureStore.measures.find(tx, scope, input.measureId);
    const project =
      measure === null ? null : await projectStore.projects.find(tx, scope, measure.projectId);
    if (measure === null || project === null) return err({ kind: 'not-found' } as const);
    return ok({
      measure,
      project,
      boundary:
        measure.boundaryId === null ? null : await boundaryNamed(tx, scope, measure.boundaryId),
      values: await valueStore.valuesOf(tx, scope, [measure.id]),
      phases: await markStore.phasesOf(tx, scope, [measure.id]),
      annotations: await markStore.annotationsOf(tx, scope, [measure.id]),
      tests: await testStore.testsOf(tx, scope, project.id),
      today: dateOf(now)
    });
  }
});

/** A measure as it may leave the partnership: its values made safe by the rule for files, and how they were is given with it. */
export const viewMeasureToTakeAway = query({
  name: 'improvement.view-measure-to-take-away',
  needs: 'records:read',
  input: v.object({ measureId: v.string() }),
  example: { measureId: nobody },
  async run({ scope, input, tx }) {
    const measure = await measureStore.measures.find(tx, scope, input.measureId);
    if (measure === null) return err({ kind: 'not-found' } as const);
    const sight = await sightFor(tx, scope, { way: 'export' });
    const values = await valueStore.valuesOf(tx, scope, [measure.id]);
    return ok({
      measure,
      sight,
      values: safeValues(measure, values, sight),
      phases: await markStore.phasesOf(tx, scope, [measure.id]),
      annotations: await markStore.annotationsOf(tx, scope, [measure.id]),
      tests: await testStore.testsOf(tx, scope, measure.projectId)
    });
  }
});

/** A measure with its values as they were entered, for those who work on them; they are not for passing on. */
export const viewMeasureAsEntered = query({
  name: 'improvement.view-measure-as-entered',
  needs: 'improvement:record',
  input: v.object({ measureId: v.string() }),
  example: { measureId: nobody },
  async run({ scope, input, tx }) {
    const measure = await measureStore.measures.find(tx, scope, input.measureId);
    if (measure === null) return err({ kind: 'not-found' } as const);
    return ok({
      measure,
      sight: asRecorded,
      values: await valueStore.valuesOf(tx, scope, [measure.id]),
      phases: await markStore.phasesOf(tx, scope, [measure.id]),
      annotations: await markStore.annotationsOf(tx, scope, [measure.id]),
      tests: await testStore.testsOf(tx, scope, measure.projectId)
    });
  }
});

/** One value with its measure. */
export const viewValue = query({
  name: 'improvement.view-value',
  needs: 'records:read',
  input: v.object({ valueId: v.string() }),
  example: { valueId: nobody },
  async run({ scope, input, tx }) {
    const value = await valueStore.findValue(tx, scope, input.valueId);
    const measure =
      value === null ? null : await measureStore.measures.find(tx, scope, value.measureId);
    if (value === null || measure === null) return err({ kind: 'not-found' } as const);
    return ok({ value, measure });
  }
});

/** What would happen to pasted rows: which are new, which replace a value, or what is wrong with them. Saves nothing. */
export const previewValues = query({
  name: 'improvement.preview-values',
  needs: 'improvement:record',
  input: v.object({ measureId: v.string(), cells: v.array(v.array(v.string())) }),
  example: { measureId: nobody, cells: [['1/3/2026', '12']] },
  async run({ scope, input, tx, now }) {
    const measure = await measureStore.measures.find(tx, scope, input.measureId);
    if (measure === null) return err({ kind: 'not-found' } as const);
    const today = dateOf(now);
    const parsed = parseValues(input.cells, measure.valueForm, {
      measureTitle: measure.title,
      today
    });
    if (!parsed.ok) return parsed;
    const there = new Map(
      (await valueStore.valuesOf(tx, scope, [measure.id])).map((one) => [one.measuredOn, one])
    );
    return ok({
      measure,
      rows: parsed.value.map((value) => ({ value, replaces: there.get(value.measuredOn) ?? null }))
    });
  }
});

/** For adding a value: every measure, those that wait for one first. */
export const viewMeasureChoices = query({
  name: 'improvement.view-measure-choices',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const projects = new Map(
      (await projectStore.projects.list(tx, scope)).map((one) => [one.id, one])
    );
    const counts = await valueStore.valueCounts(tx, scope);
    const measures = (await measureStore.measures.list(tx, scope)).flatMap((measure) => {
      const project = projects.get(measure.projectId);
      if (project === undefined) return [];
      const isOver = project.status === 'finished' || project.status === 'paused';
      const figures = counts.get(measure.id);
      const lastOn = figures?.lastOn ?? null;
      return [
        {
          measure,
          projectTitle: project.title,
          lastOn,
          values: figures?.count ?? 0,
          due: isOver ? null : nextValueDue(measure, lastOn),
          isOwed: !isOver && isValueOwed(measure, lastOn, today)
        }
      ];
    });
    return ok({
      today,
      measures: measures.sort((one, other) => Number(other.isOwed) - Number(one.isOwed))
    });
  }
});

/** Every measure of the partnership with its values and phases, for the page of all charts. */
export const viewAllMeasures = query({
  name: 'improvement.view-all-measures',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const measures = await measureStore.measures.list(tx, scope);
    const ids = measures.map(({ id }) => id);
    const values = Map.groupBy(await valueStore.valuesOf(tx, scope, ids), (one) => one.measureId);
    const phases = Map.groupBy(await markStore.phasesOf(tx, scope, ids), (one) => one.measureId);
    const titles = new Map(
      (await projectStore.projects.list(tx, scope)).map((project) => [project.id, project.title])
    );
    return ok(
      measures.map((measure) => ({
        measure,
        values: values.get(measure.id) ?? [],
        phases: phases.get(measure.id) ?? [],
        projectTitle: titles.get(measure.projectId) ?? ''
      }))
    );
  }
});

/** How columns of values were matched before, for each measure by itself. */
export const viewValueColumns = columnsBeforeQuery(
  'improvement.view-value-columns',
  'improvement:record',
  'measure-values'
);
