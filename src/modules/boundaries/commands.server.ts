import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { editing } from '#modules/records/server';
import { command, query } from '#platform/command';
import type { Tx } from '#platform/database';
import { id, neededText } from '#platform/fields';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { difference, differences, notKnown } from './differences.ts';
import { linesOf, standingWords, type BoundaryLines } from './lines.ts';
import {
  boundaryKind,
  explainBoundary,
  standingProblem,
  workingBoundaryKind,
  wrongCode
} from './kinds.ts';
import { outlineSentence, readBoundaryOutline } from './outline.ts';
import * as store from './store.server.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Boundaries of four kinds. One that is agreed says when. */
export const {
  add: addBoundary,
  change: changeBoundary,
  remove: removeBoundary,
  blank: blankBoundary,
  form: formOfBoundary
} = editing(boundaryKind, {
  example: { kind: 'physical', title: 'The town up to the ring road' },
  check({ values, now }) {
    const code = wrongCode(values.areas);
    if (code !== null) return err({ kind: 'no-such-code', code } as const);
    const problem = standingProblem(values, dateOf(now));
    return problem === null ? ok(values) : err(problem);
  },
  async mayRemove({ tx, scope, id }) {
    const { working } = await boundariesOf(tx, scope);
    return working?.boundaryIds.includes(id) === true
      ? err({ kind: 'in-working-boundary' } as const)
      : ok();
  },
  explain: explainBoundary
});

/** The working boundary; a place has one. */
export const {
  add: addWorkingBoundary,
  change: changeWorkingBoundary,
  remove: removeWorkingBoundary,
  blank: blankWorkingBoundary,
  form: formOfWorkingBoundary
} = editing(workingBoundaryKind, {
  example: { title: 'Families who live in the town' },
  async check({ tx, scope, values, now, stored }) {
    const problem = standingProblem(values, dateOf(now));
    if (problem !== null) return err(problem);
    const all = stored === null ? await store.workingBoundaries.list(tx, scope) : [];
    return all.length > 0 ? err({ kind: 'has-working-boundary' } as const) : ok(values);
  },
  explain: explainBoundary
});

/** Draws the outline of a boundary from GeoJSON, in place of one that was there. */
export const drawOutline = Object.assign(
  command({
    name: 'boundaries.draw-outline',
    needs: 'strategy:edit',
    input: lookedThrough(
      {
        id: id(),
        geojson: v.pipe(
          v.string('Paste GeoJSON, or choose a file'),
          v.nonEmpty('Paste GeoJSON, or choose a file')
        ),
        source: neededText('Say where the outline comes from')
      },
      { names: { source: 'Where the outline comes from' }, except: ['geojson'] }
    ),
    example: {
      id: nothing,
      geojson:
        '{"type":"Polygon","coordinates":[[[-2.4,53.4],[-2.3,53.4],[-2.3,53.5],[-2.4,53.4]]]}',
      source: 'Drawn by hand'
    },
    async run({ scope, input, tx }) {
      const read = readBoundaryOutline(input.geojson);
      if (!read.ok) return read;
      const outline = { rings: read.value, source: input.source };
      return (await store.saveRings(tx, scope, input.id, outline)) ? ok() : err(notFound);
    }
  }),
  {
    explain: (problem: Parameters<typeof outlineSentence>[0]) => ({
      field: 'geojson',
      sentence: outlineSentence(problem)
    }),
    done: 'The outline is saved.'
  }
);

/** Takes the outline of a boundary away. */
export const removeOutline = command({
  name: 'boundaries.remove-outline',
  needs: 'strategy:edit',
  input: v.object({ id: id() }),
  example: { id: nothing },
  async run({ scope, input, tx }) {
    return (await store.saveRings(tx, scope, input.id, null)) ? ok() : err(notFound);
  }
});

/** Every boundary, the working boundary, and how the kinds differ in words. */
export const viewBoundaries = query({
  name: 'boundaries.view-boundaries',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const areas = await store.knownAreas(tx, scope);
    const { boundaries, working } = await boundariesOf(tx, scope);
    return ok({ boundaries, working, areas, differences: differences(boundaries, areas) });
  }
});

/** One boundary with its outline, and how it differs from each other one. */
export const viewBoundary = query({
  name: 'boundaries.view-boundary',
  needs: 'records:read',
  input: v.object({ id: id() }),
  example: { id: nothing },
  async run({ scope, input, tx }) {
    const areas = await store.knownAreas(tx, scope);
    const { boundaries, working } = await boundariesOf(tx, scope);
    const boundary = boundaries.find(({ id }) => id === input.id);
    if (boundary === undefined) return err(notFound);
    return ok({
      boundary,
      areas,
      notKnown: notKnown(boundary.areas, areas),
      isInWorking: working?.boundaryIds.includes(boundary.id) === true,
      differences: boundaries
        .filter(({ id }) => id !== boundary.id)
        .flatMap((other) => difference(boundary, other, areas) ?? [])
    });
  }
});

/** The working boundary in words, for pages that go by it; null while nobody has said what it is. */
export const viewWorkingBoundary = query({
  name: 'boundaries.view-working-boundary',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { boundaries, working } = await boundariesOf(tx, scope);
    return ok(
      working === null
        ? null
        : {
            title: working.title,
            standing: standingWords(working),
            madeOf: boundaries
              .filter(({ id }) => working.boundaryIds.includes(id))
              .map(({ title }) => title)
          }
    );
  }
});

/** For the pages and the strategy: every boundary, by kind, and the working boundary or null. */
export async function boundariesOf(tx: Tx, scope: ReadScope) {
  const [working = null] = await store.workingBoundaries.list(tx, scope);
  return { boundaries: await store.boundaries.list(tx, scope), working };
}

/** What the strategy says of the boundaries: the working boundary first, then those that it is made of, and what nobody has said yet. */
export async function boundaryLines(tx: Tx, scope: ReadScope): Promise<BoundaryLines> {
  const { boundaries, working } = await boundariesOf(tx, scope);
  const areas = await store.knownAreas(tx, scope);
  return linesOf(boundaries, working, areas);
}

/** The name of a boundary that a record of another module points to; null where it is gone. */
export async function boundaryNamed(tx: Tx, scope: ReadScope, id: string): Promise<string | null> {
  return (await store.boundaries.find(tx, scope, id))?.title ?? null;
}
