import { describe, expect, test } from 'vitest';
import { mayDo, type Permission, type Role } from '#platform/permissions';
import { needsOf, routesWithActions, showARecord } from '../access/form-routes.ts';
import { formOf, routeOf } from '../support/page-forms.ts';
import { baseAddress, demonstrationAccounts } from '../support/server.ts';

/**
 * Nobody is shown a link or a form that would refuse them. Each role follows every link that it is shown, one page of each form, over
 * plain HTTP, and each form found on a page is compared with what its command needs.
 */

type Visit = { readonly cookie: string };

async function signedIn(email: string): Promise<Visit> {
  const account = demonstrationAccounts().find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demonstration has no account ${email}`);
  const answer = await fetch(`${baseAddress()}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password: account.password }),
    headers: { origin: baseAddress() },
    redirect: 'manual'
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`${email} could not sign in: ${answer.status}`);
  return { cookie };
}

const opened = (visit: Visit, address: string): Promise<Response> =>
  fetch(baseAddress() + address, { headers: { cookie: visit.cookie }, redirect: 'manual' });

const unescaped = (text: string): string => text.replaceAll('&amp;', '&');

function attributes(markup: string, tag: string, name: string): string[] {
  const form = new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`, 'g');
  return [...markup.matchAll(form)].map((match) => unescaped(match[1] ?? ''));
}

const below = '/p/fernhollow';

function linksOf(markup: string, here: string): string[] {
  return attributes(markup, 'a', 'href')
    .map((href) => new URL(href, baseAddress() + here))
    .filter((address) => address.origin === baseAddress())
    .filter(({ pathname }) => pathname === below || pathname.startsWith(`${below}/`))
    .map((address) => address.pathname + address.search);
}

/** Where the forms of a page go: the action's name, by itself or in another page's address. */
function actionsOf(markup: string, here: string): { pathname: string; action: string }[] {
  const forms = [...markup.matchAll(/<form\b([^>]*)>/g)].map((match) => match[1] ?? '');
  const posted = forms
    .filter((form) => /\bmethod="post"/i.test(form))
    .map((form) => unescaped(/\saction="([^"]*)"/.exec(form)?.[1] ?? ''));
  return [...posted, ...attributes(markup, 'button', 'formaction')].map((to) => {
    const address = new URL(to, baseAddress() + here);
    const action = [...address.searchParams.keys()].find((key) => key.startsWith('/'));
    return { pathname: address.pathname, action: action?.slice(1) ?? 'default' };
  });
}

const routes = await routesWithActions();
const needs = new Map<string, Readonly<Record<string, Permission>>>();
for (const route of routes) needs.set(route.id, await needsOf(route));

const isFile = (address: string): boolean =>
  /\.(csv|xlsx|svg|png|json|geojson|docx|ics)($|\?)/.test(address);

type Seen = {
  readonly refused: string[];
  readonly wouldRefuse: string[];
  /** The pages that were opened, by their routes. */
  readonly opened: Set<string>;
};

async function walks(visit: Visit, role: Role): Promise<Seen> {
  const waiting: { address: string; from: string }[] = [{ address: below, from: '' }];
  const done = new Set<string>();
  const seen: Seen = { refused: [], wouldRefuse: [], opened: new Set() };
  while (waiting.length > 0) {
    const { address, from } = waiting.shift() ?? { address: '', from: '' };
    if (done.has(formOf(address)) || isFile(address)) continue;
    done.add(formOf(address));
    const answer = await opened(visit, address);
    if (answer.status === 303) {
      waiting.push({ address: answer.headers.get('location') ?? '', from });
      continue;
    }
    if (answer.status !== 200) {
      seen.refused.push(`${answer.status} ${address}, linked from ${from}`);
      continue;
    }
    seen.opened.add(routeOf(new URL(address, 'http://here').pathname) ?? formOf(address));
    const markup = await answer.text();
    for (const { pathname, action } of actionsOf(markup, address)) {
      if (!pathname.startsWith(below)) continue;
      const route = routeOf(pathname);
      const permission = route === null ? undefined : needs.get(route)?.[action];
      if (permission === undefined) throw new Error(`Whose form is ${action} on ${address}?`);
      if (!mayDo(role, permission)) seen.wouldRefuse.push(`${action} on ${address}`);
    }
    waiting.push(...linksOf(markup, address).map((to) => ({ address: to, from: address })));
  }
  return seen;
}

const unhurried = 600_000; // milliseconds; there are many pages

/** Pages that the made-up place has no link to, so that nobody comes by; each with the reason. */
const notComeBy: Readonly<Record<string, string>> = {
  '/p/[partnership]/strategy/rounds/[round]/topics/[topic]':
    'of the rounds one is opened, the one that goes on; its elements come with the spread',
  '/p/[partnership]/improvement/benchmarks/[benchmark]/rounds/[round]':
    'no survey of settings is made up; c28-across-settings asks some',
  '/p/[partnership]/improvement/benchmarks/[benchmark]/rounds/[round]/settings/[setting]':
    'no survey of settings is made up; c28-across-settings asks some'
};

describe('what is shown', () => {
  // Coordinators hold every permission: nothing would refuse them.
  test.each(['reader', 'contributor', 'lead'] as const)(
    'to a %s would refuse them nothing',
    async (role) => {
      const seen = await walks(await signedIn(`${role}@fernhollow.example`), role);
      expect(seen.opened.size).toBeGreaterThan(40);
      const withHiddenForms = Object.keys(showARecord).filter(
        (id) => mayDo(role, showARecord[id] ?? 'records:read') && !(id in notComeBy)
      );
      expect({
        refused: seen.refused,
        wouldRefuse: seen.wouldRefuse,
        unseen: withHiddenForms.filter((id) => !seen.opened.has(id))
      }).toEqual({ refused: [], wouldRefuse: [], unseen: [] });
    },
    unhurried
  );
});
