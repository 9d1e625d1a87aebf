import { sightOf, type Sight } from '#modules/disclosure';
import { viewRules } from '#modules/disclosure/server';
import type { ApiRequest } from './endpoint.ts';

/** How an address of the API asks a query or sends a command, and how lists are given. */

export const perPage = 100;

/** One page of a list that is short enough to be read whole. */
export function pageOf<One>(all: readonly One[], page: number) {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const from = (page - 1) * perPage;
  return { page, pages, total: all.length, items: all.slice(from, from + perPage) };
}

/** The rows of a table with the headings first, in the order of the first record's parts. */
export function tableOf(
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

export const ask = <Value, Problem>(
  { caller, world }: Asked,
  runnable: Runnable<Value, Problem>,
  input: unknown
) => runnable.run(caller.actor, caller.placeId, input, world);

/** How the token that asks sees counts, under the rule that the partnership set for the API. */
export async function sightOfToken(request: Asked): Promise<Sight> {
  const view = await ask(request, viewRules, {});
  const settings = view.ok ? view.value.settings : [];
  const rules = Object.fromEntries(settings.map(({ output, rule }) => [output, rule]));
  return sightOf({ way: 'api', seesCounts: request.caller.showsCounts }, rules);
}
