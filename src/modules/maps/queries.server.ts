import { columnLetters, headingsKey, samplesOf } from '#core/columns';
import { err, ok } from '#core/result';
import { lastChangeOf } from '#platform/last-change';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import { rememberedMatchings } from '#platform/remembered';
import * as v from 'valibot';
import * as connectionStore from './connections.store.server.ts';
import { coverageOf } from './coverage.ts';
import { stepOf } from './import/draft.ts';
import { planOf } from './import.commands.server.ts';
import * as importStore from './imports.store.server.ts';
import { filterInput, id, oneInput } from './schema.ts';
import * as search from './service-search.store.server.ts';
import * as store from './services.store.server.ts';
import { modelOf } from './stages.store.server.ts';
import * as tieStore from './ties.store.server.ts';
import { FactorWords, suggestFactors } from './suggest.ts';
import type { ConnectionEnd, Service } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The services of the place that match, one page of them, and what the filters offer. */
export const viewServices = query({
  name: 'maps.view-services',
  needs: 'records:read',
  input: filterInput,
  example: { factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx }) {
    const { services, total } = await search.findServices(tx, scope, input);
    return ok({
      spine: await getSpine(tx),
      stages: (await modelOf(tx, scope)).stages,
      filter: input,
      services,
      total,
      pages: Math.max(1, Math.ceil(total / search.servicesAPage)),
      here: await store.countServices(tx, scope),
      words: await search.wordsInUse(tx, scope)
    });
  }
});

/** Every service that matches, with the connections: for files to take away. */
export const exportServices = query({
  name: 'maps.export-services',
  needs: 'records:read',
  input: filterInput,
  example: {},
  async run({ scope, input, tx }) {
    return ok({
      spine: await getSpine(tx),
      stages: (await modelOf(tx, scope)).stages,
      services: await search.allServices(tx, scope, input),
      connections: await connectionStore.connections(tx, scope)
    });
  }
});

/** One service with everything known of it. */
export const viewService = query({
  name: 'maps.view-service',
  needs: 'records:read',
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx }) {
    const service = await store.findService(tx, scope, input.id);
    if (service === undefined) return err(notFound);
    const connections = await connectionStore.connections(tx, scope, service.id);
    const ends = connections.flatMap(({ from, to }) => [from, to]);
    const names = await store.serviceNames(
      tx,
      scope,
      ends.flatMap((end) => (end.kind === 'service' ? [end.id] : []))
    );
    const named = (end: ConnectionEnd) =>
      end.kind === 'name'
        ? { id: null, name: end.name }
        : { id: end.id, name: names.get(end.id) ?? '' };
    return ok({
      spine: await getSpine(tx),
      stages: (await modelOf(tx, scope)).stages,
      service,
      connections: connections.map(({ from, to, ...rest }) => {
        const isFromHere = from.kind === 'service' && from.id === service.id;
        return { ...rest, isFromHere, other: named(isFromHere ? to : from) };
      }),
      lastChange: await lastChangeOf(tx, scope, 'service', service.id)
    });
  }
});

/** What a new service may be called by: the words in use. */
export const viewServiceWords = query({
  name: 'maps.view-service-words',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { stages } = await modelOf(tx, scope);
    return ok({ spine: await getSpine(tx), stages, words: await search.wordsInUse(tx, scope) });
  }
});

/** For each factor which services address it, and the services that are tied to none. */
export const viewCoverage = query({
  name: 'maps.view-coverage',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const spine = await getSpine(tx);
    const untied = await search.findServices(tx, scope, {
      ...v.parse(filterInput, {}),
      factor: search.noneAtAll
    });
    return ok({
      spine,
      stages: (await modelOf(tx, scope)).stages,
      coverage: coverageOf(
        spine.factors.map((one) => one.id),
        spine.ages.map((one) => one.id),
        await tieStore.tiedServices(tx, scope)
      ),
      here: await store.countServices(tx, scope),
      untied
    });
  }
});

/** How many services tied to none are looked through for the words of factors at a time. */
const mostSuggested = 500;

/**
 * Services tied to no factor: by factor those of which a word speaks for it, and those of which none does. With `at` only those that
 * were saved in that moment: what one import brought.
 */
export const viewSuggestions = query({
  name: 'maps.view-suggestions',
  needs: 'services:edit',
  input: v.object({ at: v.optional(v.string(), '') }),
  example: {},
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const everyUntied = await search.allServices(tx, scope, {
      ...v.parse(filterInput, {}),
      factor: search.noneAtAll
    });
    const untied = everyUntied.filter(
      ({ updatedAt }) => input.at === '' || updatedAt.toISOString() === input.at
    );
    const words = new FactorWords(spine.factors);
    const looked = untied
      .slice(0, mostSuggested)
      .map((service) => ({ service, found: suggestFactors(service, words) }));
    const brief = ({ id, name, organisation }: Service) => ({ id, name, organisation });
    const suggested = spine.factors
      .map(({ id: factor }) => ({
        factor,
        ties: looked.flatMap(({ service, found }) =>
          found
            .filter((one) => one.factor === factor)
            .map(({ word, field }) => ({ ...brief(service), word, field }))
        )
      }))
      .filter(({ ties }) => ties.length > 0);
    const others = looked
      .filter(({ found }) => found.length === 0)
      .map(({ service }) => brief(service));
    const further = untied.length - looked.length;
    return ok({ spine, suggested, others, further, at: input.at, of: everyUntied.length });
  }
});

/** A file that was read: what it waits for, and what it would change here, row by row, once everything is told. */
export const viewImport = query({
  name: 'maps.view-import',
  needs: 'services:import',
  input: v.object({ id }),
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const waiting = await importStore.findImport(tx, scope, input.id, now);
    if (waiting === undefined) return err(notFound);
    const { fileName, madeAt, content } = waiting;
    const { stages } = await modelOf(tx, scope);
    const base = { spine: await getSpine(tx), stages, fileName, madeAt };
    if (stepOf(content) === 'columns') {
      const before = await rememberedMatchings(tx, scope, 'services');
      const [known] = (content.tables ?? []).flatMap(
        ({ headings }) => before.get(headingsKey(headings)) ?? []
      );
      const tables = (content.tables ?? []).map(({ sheet, headingRow, headings, rows }, index) => ({
        sheet,
        headingRow,
        rowCount: rows.length,
        kind: content.matchings[index]?.kind ?? ('nothing' as const),
        columns: headings.map((heading, column) => ({
          heading: heading || `Column ${columnLetters(column)}`,
          samples: samplesOf(
            rows.map(({ cells }) => cells),
            column
          ),
          use: content.matchings[index]?.uses[column] ?? null
        }))
      }));
      const remembered = known === undefined ? null : { at: known.at, by: known.by };
      return ok({ ...base, step: 'columns', tables, remembered, notes: content.notes } as const);
    }
    if (content.file === null) {
      const open = content.open.map((one) => ({
        ...one,
        chosen:
          content.meanings.find(({ kind, text }) => kind === one.kind && text === one.text)
            ?.means ?? null
      }));
      return ok({ ...base, step: 'words', open } as const);
    }
    const planned = await planOf(tx, scope, content.file);
    const mayMatch = content.tables !== null;
    return ok({ ...base, ...planned, step: 'preview', mayMatch } as const);
  }
});
