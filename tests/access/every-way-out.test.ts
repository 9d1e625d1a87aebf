import { describe, expect, test } from 'vitest';
import { hiddenSentence, hiddenWords, defaultRule } from '#modules/disclosure';
import { withdrawShares } from '#modules/assessments/server';
import { makeApiToken } from '#modules/partnerships/server';
import { remindAll } from '#modules/reports/server';
import type { Actor } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { answerRequest } from '../../src/routes/api/v1/answer.server.ts';
import { endpoints } from '../../src/routes/api/v1/endpoints.server.ts';
import * as areas from '../support/areas.ts';
import { somebody } from '../support/world.ts';
import { everything, type AnyQuery } from './everything.ts';
import { hiddenPlace, unmistakable } from './hidden-place.ts';
import { askAs, commandsThatLookIn, waysOut, type Somebody, type WayOut } from './ways-out.ts';

/**
 * Whoever may not see counts is answered on every way out as if the hidden ones were others. The ways are found from the routes
 * and from the list of the API's addresses; one that is new is asked as soon as it is there.
 */

const here = await hiddenPlace();
const { world, place, ids, tokens } = here;
const ways = await waysOut();
const stranger = await somebody(world, 'stranger@elsewhere.example');
/** The least and the most of the members: what lies between is refused or given as to one of them. */
const roles = ['reader', 'coordinator'] as const;
const as = (role: (typeof roles)[number]): Somebody => ({
  personId: place.people[role].personId,
  role
});

/** Every value that the parts of an address in brackets may take: a part that nobody taught this walk fails it. */
function placesOf(way: WayOut): readonly Readonly<Record<string, string>>[] {
  const names = [...way.id.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name);
  let all: Record<string, string>[] = [{}];
  for (const name of names) {
    const values = valuesOf(name, way.id);
    all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  return all;
}

function valuesOf(name: string, id: string): readonly string[] {
  if (name === 'token') return [id.startsWith('/calendar') ? tokens.calendar : tokens.survey];
  const known = (ids as Readonly<Record<string, string | readonly string[]>>)[name];
  if (known === undefined) throw new Error(`Say in hidden-place.ts what [${name}] of ${id} is.`);
  return [known].flat();
}

/** What else a way out may be asked for. */
const searches: Readonly<Record<string, readonly string[]>> = {
  '/p/[partnership]/improvement/measures/[measure]/chart.svg': ['', '?as=entered'],
  '/p/[partnership]/improvement/measures/[measure]/chart.png': ['', '?as=entered'],
  '/p/[partnership]/improvement/tests.csv': ['', '?q=three', '?q=48613'],
  '/p/[partnership]/need/[indicator]/map.csv': ['', '?period=2024&group=all'],
  '/p/[partnership]/need/[indicator]/map.svg': ['', '?period=2024&classing=equal']
};

/** The API is asked at its own addresses, below; whether Cairn is well is asked of the whole machine, and of no partnership. */
const askedElsewhere = [
  '/api/v1/[place]/[...path]',
  '/health',
  '/health/saving',
  // A stream that does not end: tests/platform/live-streams.test.ts.
  '/p/[partnership]/system/rings/[workshop]/live'
];
const isInside = (way: WayOut) => way.id.startsWith('/p/');
/** Given to whoever may record, and to nobody who only reads. */
const isAsEntered = (way: WayOut, search: string) =>
  way.leaving?.kind === 'as-entered' || search.includes('as=entered');

async function askedOf(who: Somebody | null): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const way of ways.filter(({ id }) => !askedElsewhere.includes(id))) {
    for (const params of placesOf(way)) {
      for (const search of searches[way.id] ?? ['']) {
        const name = `${way.kind} ${way.id} ${Object.values(params).join(' ')}${search}`;
        const mayMend = who !== null && who.role !== null && who.role !== 'reader';
        if (mayMend && isAsEntered(way, search)) continue;
        answers.set(name, await askAs(world, way, { params, search, place, who }));
      }
    }
  }
  return answers;
}

/** What a token without counts is told at every address of the API that is read, as JSON and as a table. */
async function askedOfApi(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { path, table } of endpoints.filter(({ method }) => method === 'GET')) {
    const resource = /^\/(\w+?)s\/\{id\}/.exec(path)?.[1];
    for (const id of resource === undefined ? [''] : valuesOf(resource, path)) {
      const address = path.replace('{id}', id);
      for (const form of table === null ? [''] : ['', '.csv', '?q=48613']) {
        const url = new URL(`http://here.example/api/v1/${place.slug}${address}${form}`);
        const headers = { authorization: `Bearer ${here.secret}` };
        const answer = await answerRequest(
          world,
          new Request(url, { headers }),
          place.slug,
          url.pathname.split('/').slice(4).join('/'),
          url.searchParams
        );
        answers.set(`api ${address}${form}`, `${answer.status} ${await answer.text()}`);
      }
    }
  }
  return answers;
}

async function letters(): Promise<Map<string, string>> {
  const sent = new Map<string, string>();
  // A letter goes to each once a week; nobody is noted as reminded, since nothing is posted.
  await remindAll(world, [place.id], 'https://cairn.example', (letter) => {
    sent.set(`letter ${letter.to}`, JSON.stringify(letter));
    return Promise.resolve({ ok: false, error: { kind: 'not-posted' } } as const);
  });
  return sent;
}

/** What is made anew whenever it is asked for or published: the key of a form, and how often a strategy was published. */
const made = /"formKey":"[^"]*"|"number":\d+/g;

/** All that everybody is told who may not see counts. */
async function everythingTold(): Promise<Map<string, string>> {
  await here.publish();
  const told = new Map<string, string>();
  const hear = (who: string, answers: ReadonlyMap<string, string>) => {
    for (const [name, text] of answers) told.set(`${who}: ${name}`, text.replaceAll(made, ''));
  };
  for (const role of roles) hear(role, await askedOf(as(role)));
  hear('stranger', await askedOf({ personId: stranger.personId, role: null }));
  hear('nobody', await askedOf(null));
  hear('token', await askedOfApi());
  hear('mail', await letters());
  return told;
}

const before = await everythingTold();

describe('every way out', () => {
  test('is found, and answers', () => {
    const files = ways.filter((way) => way.kind === 'file');
    expect(files.length).toBeGreaterThan(45);
    expect([...before.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(
      150
    );
    const asked = (name: string) => [...before].find(([one]) => one.includes(name))?.[1] ?? '';
    for (const name of ['values.csv', 'shared.csv', 'results.csv', 'map.csv', 'chart.svg']) {
      expect({ name, text: asked(name) }).toMatchObject({
        text: expect.stringMatching(/^200/) as string
      });
    }
    expect(asked('page.json')).toContain('"format"');
    expect(asked('mail: letter')).toContain('Lend a bag');
    expect(asked('calendar/[token]')).toContain('BEGIN:VCALENDAR');
  });

  test('gives nothing of the partnership to a stranger or to nobody', () => {
    const given = ways
      .filter(isInside)
      .flatMap((way) =>
        [...before].filter(
          ([name, text]) =>
            /^(stranger|nobody): /.test(name) &&
            name.includes(` ${way.id} `) &&
            text.startsWith('200')
        )
      );
    expect(given).toEqual([]);
  });

  test('refuses a reader what was entered', () => {
    const entered = ways.filter((way) => way.leaving?.kind === 'as-entered');
    expect(entered.length).toBeGreaterThan(3);
    for (const way of entered) {
      const answers = [...before].filter(([name]) => name.startsWith(`reader: file ${way.id} `));
      expect(answers.length).toBeGreaterThan(0);
      for (const [name, text] of answers)
        expect({ name, text }).toMatchObject({ text: expect.stringMatching(/^40[34]/) as string });
    }
    for (const [name, text] of before)
      if (name.startsWith('reader: ') && name.includes('as=entered')) expect(text).toMatch(/^403/);
  });

  test('never tells digits that stand for a rounded count', () => {
    for (const [name, text] of before) {
      // Whoever searches for digits reads their own words again.
      const isOwnWords = name.includes(unmistakable);
      expect({ name, tells: !isOwnWords && text.includes(unmistakable) }).toEqual({
        name,
        tells: false
      });
    }
  });

  test('gives one figure, and one reason, wherever the same is asked', () => {
    const said = (who: string, part: string) =>
      [...before].find(([name]) => name.startsWith(`${who}: `) && name.includes(part))?.[1] ?? '';
    const [shareId, countId] = ids.measure;
    const file = said('reader', `values.csv ${place.slug} ${shareId}`).split(/\r?\n/);
    type Answer = {
      values: {
        date: string;
        numerator: number | null;
        missing: keyof typeof hiddenWords | null;
      }[];
    };
    const answerOf = (text: string) => JSON.parse(text.slice(4)) as Answer; // the shape that the API declares
    for (const { date, numerator, missing } of answerOf(
      said('token', `/measures/${shareId}/values`)
    ).values) {
      const row = file.find((line) => line.startsWith(date)) ?? '';
      expect(row).toContain(missing === null ? `${date},${numerator},` : hiddenWords[missing]);
    }
    expect(said('token', `/measures/${countId}/values`)).toContain('48615');
    expect(said('reader', `values.csv ${place.slug} ${countId}`)).toContain('48615');

    // The latest figure of the own indicator, 3 of 40, in the file, on the map's list, for programs, and on everybody's page.
    const reason = 'small-number';
    expect(said('reader', `[table].csv ${place.slug} ${ids.indicator} values`)).toMatch(
      new RegExp(`2025.*${hiddenWords[reason]}`)
    );
    expect(said('token', `/indicators/${ids.indicator}/values`)).toMatch(
      new RegExp(`"period":"2025"[^}]*"missing":"${reason}"`)
    );
    expect(said('nobody', '/public/[place]/page.json')).toContain(
      hiddenSentence(reason, defaultRule)
    );
  });

  test('is answered the same to whoever may not see counts when hidden counts are others', async () => {
    const later = here.changes['everybody to all but a few'];
    const others = Object.values(here.changes).filter((change) => change !== later);
    for (const changes of [others, [later]]) {
      for (const change of changes) await change();
      const after = await everythingTold();
      expect([...after.keys()]).toEqual([...before.keys()]);
      const changed = [...before].flatMap(([name, text]) =>
        after.get(name) === text ? [] : [{ name, ...firstDifference(text, after.get(name) ?? '') }]
      );
      expect(changed).toEqual([]);
    }
  }, 60_000);

  test('would have told, had anybody been given counts: whoever records sees the changes', async () => {
    const values = ways.find((way) => way.id.endsWith('values-as-entered.csv'));
    const figures = ways.find((way) => way.id.endsWith('figures.csv'));
    if (values === undefined || figures === undefined) throw new Error('There are no such files.');
    const who = as('coordinator');
    const ask = (way: WayOut) => askAs(world, way, { params: placesOf(way)[0] ?? {}, place, who });
    expect(await ask(values)).toContain('2026-01-05,4,40,Only four came');
    expect(await ask(figures)).toContain('Four stayed');
    expect(
      await askAs(world, values, {
        params: placesOf(values)[0] ?? {},
        place,
        who: { personId: place.people.reader.personId, role: 'reader' }
      })
    ).toMatch(/^403/);
  });
});

/** Where two answers part, for whoever has to mend it. */
function firstDifference(before: string, after: string) {
  const at = [...before].findIndex((letter, index) => letter !== after[index]);
  const from = Math.max(0, at - 60);
  return { before: before.slice(from, at + 60), after: after.slice(from, at + 60) };
}

test('the command line looks into the database for nothing else than these', () => {
  // Those that answer with what partnerships recorded: backup and place-file, for whoever keeps the machine, remind, whose letters are
  // asked above, and import, in the name of a person whose role lets them see and change it.
  const answering = ['backup', 'import', 'place-file', 'remind'];
  const others = ['demo', 'migrate', 'pack', 'partnership', 'restore', 'serve', 'user'];
  expect(commandsThatLookIn()).toEqual([...answering, ...others].sort());
});

/** All that a coordinator is told by these queries, by files of the place and by lists of the API; with `only`, by those alone. */
async function toldByPlace(
  who: NonNullable<Actor>,
  place: { readonly id: PartnershipId; readonly slug: string },
  queries: readonly AnyQuery[],
  only?: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  for (const one of queries) {
    told.set(one.name, JSON.stringify(await one.run(who, place.id, one.example, world)));
  }
  const member = { personId: who.personId, role: 'coordinator' } as const;
  for (const way of ways) {
    const isOfPlace = way.id.startsWith('/p/') && way.kind === 'file';
    if (only !== undefined && !only.includes(way.id)) continue;
    if (!isOfPlace || way.id.replace('[partnership]', '').includes('[')) continue;
    const params = { partnership: place.slug };
    const at = { params, place: { id: place.id, slug: place.slug }, who: member };
    told.set(way.id, await askAs(world, way, at));
  }
  const { secret: token } = await areas.given(
    makeApiToken.run(who, place.id, { name: 'Looks', purpose: 'To look', life: '30' }, world)
  );
  const lists = endpoints.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  for (const path of lists.flatMap((one) => [one.path.slice(1), `${one.path.slice(1)}.csv`])) {
    const request = new Request(`http://here.example/api/v1/${place.slug}/${path}`, {
      headers: { authorization: `Bearer ${token}` }
    });
    const answer = await answerRequest(world, request, place.slug, path, new URLSearchParams());
    told.set(`api ${path}`, `${answer.status} ${await answer.text()}`);
  }
  return told;
}

const naming = (told: ReadonlyMap<string, string>, words: string): string[] =>
  [...told].flatMap(([way, text]) => (text.includes(words) ? [way] : [])).sort();

describe('what an area shows its collaborative', () => {
  test('is told by files, programs and queries without a word of the area, and by none of them once it is taken back', async () => {
    const { id, slug, area, fellow, chief } = await areas.collaborative();
    const queries = (await everything()).filter((one) => one.kind === 'query');
    const round = await areas.agreedRound(area, 'early-progress');
    await areas.given(areas.show(area, round, { id }, ['leadership', 'partnership']));
    const thatShow = ['/p/[partnership]/strategy/areas.csv', 'api areas', 'api areas.csv'];
    const queriesThatShow = ['assessments.view-areas', 'assessments.view-shared-levels'];
    const member = fellow.people.coordinator;
    const told = await toldByPlace(member, fellow, queries);
    expect(naming(told, 'Quillowby')).toEqual([...thatShow, ...queriesThatShow]);
    expect(naming(told, areas.secret)).toEqual([]);
    const whole = { id, slug };
    const toldChief = await toldByPlace(chief, whole, [], thatShow);
    expect(naming(toldChief, 'Quillowby')).toEqual(thatShow);
    // What it did not show is nowhere beside its name.
    for (const way of thatShow) expect(told.get(way)).not.toMatch(/community/i);

    const from = { collaborativeId: id };
    await areas.given(withdrawShares.run(area.people.coordinator, area.id, from, world));
    const showed = queries.filter(({ name }) => queriesThatShow.includes(name));
    const toldAfter = await toldByPlace(member, fellow, showed, thatShow);
    expect(naming(toldAfter, 'Quillowby')).toEqual([]);
    expect([...toldAfter.values()].every((text) => /^200|^\{"ok":true/.test(text))).toBe(true);
    expect(naming(await toldByPlace(chief, whole, [], thatShow), 'Quillowby')).toEqual([]);
    expect(await areas.seen(chief, id)).toEqual([]);
  });
});
