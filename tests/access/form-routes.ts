import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mayDo, permissionsOf, type Permission, type Role } from '#platform/permissions';
import { everything, type AnyCommand, type AnyQuery } from './everything.ts';

/**
 * The pages of a partnership that take forms, and the commands that each form leads to. Both are found by running the pages' own code
 * with every command and query replaced by one that only says that it was asked: no database is needed, and nothing is changed.
 */

const routes = path.resolve(import.meta.dirname, '../../src/routes');

type Handler = (event: unknown) => unknown;
export type FormRoute = {
  /** As SvelteKit names it: `/p/[partnership]/plan/aims/new`. */
  readonly id: string;
  readonly load: Handler | null;
  readonly actions: Readonly<Record<string, Handler>>;
};

/** Every page of a partnership that takes a form. */
export async function routesWithActions(): Promise<readonly FormRoute[]> {
  const files = fs
    .readdirSync(path.join(routes, 'p'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('+page.server.ts'))
    .sort();
  const found: FormRoute[] = [];
  for (const name of files) {
    const file = path.join(routes, 'p', name);
    const page = (await import(pathToFileURL(file).href)) as Partial<FormRoute>;
    if (page.actions === undefined) continue;
    const id = `/p/${name}`.replace(/\/\+page\.server\.ts$/, '');
    found.push({ id, load: page.load ?? null, actions: page.actions });
  }
  return found;
}

const anyId = '00000000-0000-4000-8000-000000000000';

/** Something that has every property, can be called, and is empty where it is walked through. */
function anything(): unknown {
  return new Proxy(() => undefined, {
    get(_, key) {
      if (key === 'then') return undefined;
      if (key === 'length') return 0;
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      if (key === Symbol.toPrimitive) return () => '';
      return anything();
    },
    apply: () => anything()
  });
}

type Asked = AnyCommand | AnyQuery;

/** Runs `work` while commands and queries only answer whether `role` may; says which were asked. */
async function asked(role: Role | null, work: () => unknown): Promise<readonly Asked[]> {
  const all = await everything();
  const found: Asked[] = [];
  const kept = all.map((one) => one.run);
  for (const one of all) {
    const run = () => {
      found.push(one);
      const isRefused = role === null ? one.kind === 'command' : !mayDo(role, one.needs);
      return Promise.resolve(
        isRefused
          ? { ok: false, error: { kind: 'not-allowed', needs: one.needs } }
          : { ok: true, value: anything() }
      );
    };
    Object.assign(one, { run });
  }
  try {
    await work();
  } finally {
    for (const [index, one] of all.entries()) Object.assign(one, { run: kept[index] });
  }
  return found;
}

function eventOf(permissions: readonly Permission[]): unknown {
  const place = { id: anyId, slug: 'here', permissions };
  const request = new Request('http://here/', { method: 'POST', body: new FormData() });
  return {
    params: new Proxy({}, { get: () => anyId }),
    url: new URL('http://here/'),
    request,
    cookies: { get: () => undefined, set: () => undefined, delete: () => undefined },
    parent: () => Promise.resolve({ place, permissions }),
    depends: () => undefined,
    setHeaders: () => undefined,
    locals: { place, person: { id: anyId }, world: anything() }
  };
}

/** The commands that come after the form has been looked at in the page itself, where an empty form gets no further. */
const afterTheForm: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '/p/[partnership]/improvement/benchmarks/[benchmark]/rounds/[round]': {
    takeUp: ['rollout.take-up-users']
  },
  '/p/[partnership]/improvement/measures/[measure]/many': {
    columns: ['improvement.add-measure-values'],
    sheet: ['improvement.add-measure-values'],
    preview: ['improvement.add-measure-values'],
    back: ['improvement.add-measure-values']
  },
  '/p/[partnership]/improvement/reach/[programme]/cycles/many': {
    columns: ['reach.record-cycles'],
    sheet: ['reach.record-cycles'],
    preview: ['reach.record-cycles'],
    back: ['reach.record-cycles']
  },
  '/p/[partnership]/need/governance/[item]/[step]': { default: ['needs.answer-step'] },
  '/p/[partnership]/need/import': { default: ['indicators.begin-import'] },
  '/p/[partnership]/settings/nurseries/import': {
    columns: ['settings.import-settings'],
    sheet: ['settings.import-settings'],
    preview: ['settings.import-settings'],
    back: ['settings.import-settings']
  },
  '/p/[partnership]/strategy/rounds/[round]': { plan: ['delivery.add-action'] },
  '/p/[partnership]/system/actors/import': { file: ['actors.import-map-file'] },
  '/p/[partnership]/system/gaps': { default: ['maps.tie-services'] },
  '/p/[partnership]/system/import': { file: ['maps.preview-import'] },
  '/p/[partnership]/system/suggested': {
    suggested: ['maps.tie-services'],
    others: ['maps.tie-services']
  }
};

/** The permission that each action of a page asks for in the end, by the action's name. */
export async function needsOf(route: FormRoute): Promise<Readonly<Record<string, Permission>>> {
  const all = await everything();
  const found: Record<string, Permission> = {};
  for (const [name, action] of Object.entries(route.actions)) {
    const seen = await asked(null, () => outcomeOf(() => action(eventOf([]))));
    const later = afterTheForm[route.id]?.[name] ?? [];
    const command = [...seen, ...all.filter((one) => later.includes(one.name))].find(
      (one) => one.kind === 'command'
    );
    if (command !== undefined) found[name] = command.needs;
  }
  return found;
}

/** How a piece of a page's code ended: the status it ended with, or null where it went on to something else. */
async function outcomeOf(work: () => unknown): Promise<number | null> {
  try {
    await work();
    return null;
  } catch (fault) {
    const { status } = (fault ?? {}) as { status?: unknown };
    return typeof status === 'number' ? status : null; // nothing real was behind it: other faults say nothing
  }
}

/** Whether somebody with this role is refused when they open the page. */
export async function isRefusedOnOpening(route: FormRoute, role: Role): Promise<boolean> {
  let status: number | null = null;
  await asked(role, async () => {
    status = await outcomeOf(() => route.load?.(eventOf(permissionsOf(role))));
  });
  return status === 403;
}

/** Pages with something to see for people who may use none of their forms, and what it takes to see it. */
export const showARecord: Readonly<Record<string, Permission>> = {
  '/p/[partnership]/improvement/[project]/cycles/[cycle]': 'records:read',
  '/p/[partnership]/improvement/[project]/drivers': 'records:read',
  '/p/[partnership]/improvement/[project]/drivers/[driver]': 'records:read',
  '/p/[partnership]/improvement/[project]/drivers/ideas/[idea]': 'records:read',
  '/p/[partnership]/improvement/[project]/progress': 'records:read',
  '/p/[partnership]/improvement/add-data': 'records:read',
  '/p/[partnership]/improvement/benchmarks/[benchmark]/rounds/[round]': 'records:read',
  '/p/[partnership]/improvement/benchmarks/[benchmark]/rounds/[round]/settings/[setting]':
    'records:read',
  '/p/[partnership]/improvement/measures/[measure]': 'records:read',
  '/p/[partnership]/improvement/record': 'records:read',
  '/p/[partnership]/improvement/roll-out/[rollOut]/settings/[setting]': 'records:read',
  '/p/[partnership]/learning/storyboards/[board]': 'records:read',
  '/p/[partnership]/learning/takeaways/[takeaway]': 'records:read',
  '/p/[partnership]/need/governance/[item]': 'records:read',
  '/p/[partnership]/need/listening/said': 'voices:record',
  '/p/[partnership]/need/listening/surveys/[survey]': 'records:read',
  '/p/[partnership]/need/questions/[question]': 'records:read',
  '/p/[partnership]/plan/actions/[action]': 'records:read',
  '/p/[partnership]/plan/aims/[aim]': 'records:read',
  '/p/[partnership]/plan/annual': 'records:read',
  '/p/[partnership]/plan/asks/[ask]': 'records:read',
  '/p/[partnership]/plan/decisions/[decision]': 'records:read',
  '/p/[partnership]/plan/disputes/[dispute]': 'records:read',
  '/p/[partnership]/plan/lessons/[lesson]': 'records:read',
  '/p/[partnership]/plan/progress/[group]': 'records:read',
  '/p/[partnership]/plan/proposals/[proposal]': 'records:read',
  '/p/[partnership]/priorities/[priority]': 'records:read',
  '/p/[partnership]/strategy/areas': 'records:read',
  '/p/[partnership]/strategy/rounds/[round]': 'records:read',
  '/p/[partnership]/strategy/rounds/[round]/topics/[topic]': 'records:read',
  '/p/[partnership]/strategy/public': 'records:read',
  '/p/[partnership]/strategy/stages/[stage]': 'records:read',
  '/p/[partnership]/strategy/versions/[version]': 'records:read',
  '/p/[partnership]/system/actors': 'records:read',
  '/p/[partnership]/system/actors/[actor]': 'records:read',
  '/p/[partnership]/system/actors/versions': 'records:read',
  '/p/[partnership]/system/asked': 'records:read',
  '/p/[partnership]/system/boundaries/[boundary]': 'records:read',
  '/p/[partnership]/system/feed': 'records:read',
  '/p/[partnership]/system/gaps': 'records:read',
  '/p/[partnership]/system/rings/[workshop]': 'records:read',
  '/p/[partnership]/system/services/[service]': 'records:read'
};
