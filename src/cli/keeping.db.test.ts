import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { findPerson, openInvitation, placesOf, signIn } from '#modules/partnerships/server';
import { listPacks } from '#modules/vocabulary/server';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { connect } from '#platform/database';
import { Throttle } from '#platform/throttle';
import { testDatabase } from '../../tests/support/database.ts';
import { addressOf, cairn } from '../../tests/support/command-line.ts';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';

const { app, owner } = await testDatabase();
const world: World = {
  database: connect(app),
  clock: systemClock,
  newId: randomUUID,
  throttle: new Throttle()
};
afterAll(() => world.database.destroy());
const password = 'four walls and a lamp';

beforeEach(() => {
  vi.stubEnv('CAIRN_MODE', '');
  vi.stubEnv('CAIRN_DEMO', '');
  vi.stubEnv('ORIGIN', 'https://cairn.example.org');
  vi.stubEnv('DATABASE_URL', addressOf(owner));
  return () => vi.unstubAllEnvs();
});

async function refusal(args: readonly string[], typed = ''): Promise<string> {
  const { code, answer, problems } = await cairn(args, typed);
  expect({ code, answer }).toEqual({ code: 1, answer: '' });
  return problems.trim();
}

let count = 0;
/** Somebody with an account, by e-mail address. */
async function somebody(): Promise<string> {
  count += 1;
  const email = `keeper${count}@example.org`;
  const { code } = await cairn(
    ['user', 'add', '--email', email, '--name', 'A Keeper'],
    `${password}\n`
  );
  expect(code).toBe(0);
  return email;
}

/** A partnership with a coordinator, by the last part of its address. */
async function somewhere(kind = 'place'): Promise<{ slug: string; coordinator: string }> {
  const coordinator = await somebody();
  const slug = `somewhere-${count}`;
  const names = ['--name', `Somewhere ${count}`, '--slug', slug, '--kind', kind];
  const { code } = await cairn(['partnership', 'add', ...names, '--coordinator', coordinator]);
  expect(code).toBe(0);
  return { slug, coordinator };
}

describe('each command about people, partnerships and packs', () => {
  test.each(['user', 'partnership', 'pack', 'demo'])('%s says how it is used', async (name) => {
    const help = await cairn([name, '--help']);
    expect(help.code).toBe(0);
    expect(help.answer).toMatch(new RegExp(`^Use: cairn ${name} `));
    expect(await refusal([name])).toMatch(/^Use: cairn /);
    expect(await refusal([name, 'nonsense'])).toMatch(/^Use: cairn /);
  });
});

describe('cairn user add', () => {
  test('adds the first administrator, who can sign in', async () => {
    const email = 'First@Example.org';
    const args = ['user', 'add', '--email', email, '--name', 'First Person', '--administrator'];
    expect(await cairn(args, `${password}\n`)).toEqual({
      code: 0,
      answer: {
        email: 'first@example.org',
        name: 'First Person',
        administrator: true,
        added: true
      },
      problems: ''
    });
    const signedIn = await signIn(world, { email, password, address: 'here' });
    expect(signedIn.ok).toBe(true);
    expect(await findPerson(world, email)).toMatchObject({
      siteAdministrator: true,
      demonstration: false
    });
  });

  test.each([
    { typed: 'short\n', sentence: /^Use at least 12 characters/ },
    { typed: 'password1234\n', sentence: /easy to guess/ },
    { typed: 'weakling 1234\n', sentence: /^Leave your own name/ },
    { typed: '', sentence: /^No password came/ }
  ])(
    'refuses the password $typed with a sentence, and adds nobody',
    async ({ typed, sentence }) => {
      const args = ['user', 'add', '--email', 'weakling@example.org', '--name', 'Weakling'];
      expect(await refusal(args, typed)).toMatch(sentence);
      expect(await findPerson(world, 'weakling@example.org')).toBeNull();
    }
  );

  test('refuses an e-mail address that has an account', async () => {
    const email = await somebody();
    const args = ['user', 'add', '--email', email, '--name', 'Again'];
    expect(await refusal(args, password)).toMatch(/already has an account/);
  });

  test('gives a role to a newcomer, and to somebody known without asking for a password', async () => {
    const { slug } = await somewhere();
    const role = ['--partnership', slug, '--role', 'lead'];
    const email = `new-${slug}@example.org`;
    const added = await cairn(
      ['user', 'add', '--email', email, '--name', 'New', ...role],
      password
    );
    expect(added.answer).toMatchObject({ added: true, partnership: slug, role: 'lead' });
    const known = await somebody();
    const joined = await cairn(['user', 'add', '--email', known, ...role]);
    expect(joined.answer).toMatchObject({ added: false, partnership: slug, role: 'lead' });
    const person = await findPerson(world, known);
    expect(person && (await placesOf(world, person))).toMatchObject([{ slug, role: 'lead' }]);
    expect(await refusal(['user', 'add', '--email', known, ...role])).toMatch(/already a member/);
  });

  test('prints an invitation that opens', async () => {
    const { slug } = await somewhere();
    const args = ['user', 'add', '--email', 'guest@example.org', '--partnership', slug];
    const { answer } = await cairn([...args, '--role', 'contributor', '--invite']);
    const { link } = answer as { link: string };
    expect(link).toMatch(/^https:\/\/cairn\.example\.org\/invitation\/[\w-]{30,}$/);
    expect(await openInvitation(world, link.split('/').at(-1) ?? '')).toMatchObject({
      email: 'guest@example.org',
      role: 'contributor',
      hasAccount: false
    });
    expect(await findPerson(world, 'guest@example.org')).toBeNull();
  });

  test.each([
    { given: [], sentence: 'Say whom to add with --email.' },
    { given: ['--email', 'nobody'], sentence: 'Enter an e-mail address, like name@example.org.' },
    { given: ['--email', 'a@example.org'], sentence: 'Say what they are called with --name.' },
    {
      given: ['--email', 'a@example.org', '--role', 'lead'],
      sentence: /^Give --partnership and --role together/
    },
    {
      given: ['--email', 'a@example.org', '--invite'],
      sentence: /^An invitation is to a partnership/
    },
    {
      given: ['--email', 'a@example.org', '--partnership', 'x', '--role', 'king'],
      sentence: 'Choose a role from the list.'
    },
    {
      given: ['--email', 'a@example.org', '--partnership', 'nowhere', '--role', 'lead'],
      sentence: /^There is no partnership at "nowhere"/
    },
    { given: ['--mail', 'a@example.org'], sentence: /^Unknown option '--mail'/ }
  ])('refuses $given', async ({ given, sentence }) => {
    const said = await refusal(['user', 'add', ...given]);
    if (typeof sentence === 'string') expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
  });

  test('does not add to the demonstration', async () => {
    vi.stubEnv('DATABASE_URL', '');
    const args = ['user', 'add', '--email', 'a@example.org', '--name', 'A'];
    expect(await refusal(args, password)).toMatch(
      /^Without further settings this is the demonstration/
    );
  });
});

describe('cairn partnership', () => {
  test('adds a place with its coordinator, and an address made from its name', async () => {
    const coordinator = await somebody();
    const name = `Perth & Kinross ${count}`;
    const given = ['--name', name, '--nation', 'Scotland', '--area-code', 'S12000048'];
    const { answer } = await cairn(['partnership', 'add', ...given, '--coordinator', coordinator]);
    const slug = `perth-and-kinross-${count}`;
    expect(answer).toEqual({ name, slug, kind: 'place', coordinator });
    const person = await findPerson(world, coordinator);
    expect(person && (await placesOf(world, person))).toMatchObject([
      { slug, role: 'coordinator' }
    ]);
    const listed = (await cairn(['partnership', 'list'])).answer;
    expect(listed).toContainEqual({
      name,
      slug,
      kind: 'place',
      nation: 'Scotland',
      areaCode: 'S12000048'
    });
    const again = ['partnership', 'add', '--name', name, '--coordinator', coordinator];
    expect(await refusal(again)).toMatch(/already has this address/);
  });

  test('puts a place into a collaborative, once however often it is asked', async () => {
    const [whole, part] = [await somewhere('collaborative'), await somewhere()];
    const args = ['partnership', 'join', '--collaborative', whole.slug, '--member', part.slug];
    const answer = { collaborative: whole.slug, member: part.slug };
    expect((await cairn(args)).answer).toEqual(answer);
    expect((await cairn(args)).answer).toEqual(answer);
    const turned = ['partnership', 'join', '--collaborative', part.slug, '--member', whole.slug];
    expect(await refusal(turned)).toMatch(/is a place, not a collaborative/);
  });

  test.each([
    { given: ['--name', 'X'], sentence: 'Say who coordinates it with --coordinator.' },
    {
      given: ['--coordinator', 'a@example.org'],
      sentence: '--name: Enter the name of the partnership.'
    },
    {
      given: ['--name', 'X', '--coordinator', 'a@example.org', '--nation', 'Narnia'],
      sentence: '--nation: Choose England, Scotland, Wales or Northern Ireland.'
    },
    {
      given: ['--name', 'X', '--coordinator', 'nobody@example.org'],
      sentence: /^Nobody here has the e-mail address nobody@example.org/
    }
  ])('refuses $given', async ({ given, sentence }) => {
    const said = await refusal(['partnership', 'add', ...given]);
    if (typeof sentence === 'string') expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
  });
});

describe('cairn pack', () => {
  const description = {
    id: 'plans/our-criteria',
    version: '1.0.0',
    title: 'Our own criteria',
    kind: 'plans',
    source: 'Written for this test',
    sourceUrl: null,
    licence: 'MIT',
    licenceUrl: 'https://opensource.org/license/mit',
    attribution: 'Written for a test of Cairn.',
    madeUp: false,
    optional: true,
    retired: false,
    files: ['criteria.json']
  };
  const shipped = fs.readFileSync(
    path.resolve(import.meta.dirname, '../../content/plans/scottish-plan-criteria/criteria.json'),
    'utf8'
  );

  function packOf(pack: object, criteria = shipped): string {
    const folder = makeTemporaryFolder('pack');
    onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
    fs.writeFileSync(path.join(folder, 'pack.json'), JSON.stringify(pack));
    fs.writeFileSync(path.join(folder, 'criteria.json'), criteria);
    return folder;
  }

  test('adds a pack that is sound, once, and lists it', async () => {
    const folder = packOf(description);
    expect((await cairn(['pack', 'add', folder])).answer).toEqual({ loaded: [description.id] });
    expect((await cairn(['pack', 'add', folder])).answer).toEqual({ loaded: [] });
    const { answer } = await cairn(['pack', 'list']);
    expect(answer).toContainEqual(
      expect.objectContaining({ id: description.id, version: '1.0.0', licence: 'MIT' })
    );
  });

  test.each([
    {
      about: 'whose content has another form',
      pack: { ...description, id: 'plans/broken' },
      criteria: '{}',
      sentence: /criteria\.json/
    },
    {
      about: 'that is not JSON',
      pack: { ...description, id: 'plans/broken' },
      criteria: 'no',
      sentence: /cannot be read/
    },
    {
      about: 'without a licence',
      pack: { ...description, licence: 'none' },
      criteria: shipped,
      sentence: /pack\.json, at licence/
    },
    {
      about: 'that would replace one Cairn ships',
      pack: { ...description, id: 'plans/decision-tree' },
      criteria: shipped,
      sentence: /Give yours another id/
    },
    {
      about: 'of open data',
      pack: { ...description, kind: 'data' },
      criteria: shipped,
      sentence: /content\/data/
    }
  ])('refuses a pack $about, and keeps nothing of it', async ({ pack, criteria, sentence }) => {
    const before = await listPacks(world);
    expect(await refusal(['pack', 'add', packOf(pack, criteria)])).toMatch(sentence);
    expect((await listPacks(world)).filter(({ id }) => id === 'plans/broken')).toEqual([]);
    expect((await listPacks(world)).length).toBeGreaterThanOrEqual(before.length);
  });

  test('refuses an instrument in which an element lacks a level', async () => {
    const folder = packOf({
      ...description,
      id: 'instruments/ours',
      kind: 'instruments',
      files: ['instrument.json']
    });
    const shippedOne = '../../content/instruments/maturity-matrix/instrument.json';
    const text = fs.readFileSync(path.resolve(import.meta.dirname, shippedOne), 'utf8');
    const cut = text.replace(/\{\s*"level": "mature",\s*"means": "The shared plan[^}]*\}/, '');
    expect(cut).not.toBe(text);
    const json = cut.replace(/,(\s*\])/, '$1');
    fs.writeFileSync(path.join(folder, 'instrument.json'), json);
    expect(await refusal(['pack', 'add', folder])).toMatch(
      /instrument\.json, at dimensions\.0\.elements\.0\.levels: “mature” is missing/
    );
  });

  test('refuses a folder that holds none', async () => {
    expect(await refusal(['pack', 'add', '/nowhere-at-all'])).toMatch(/^There is no pack in /);
  });
});

describe('cairn demo load', () => {
  test('is refused in a real installation', async () => {
    expect(await refusal(['demo', 'load'])).toMatch(/^The demonstration is not loaded into a real/);
  });

  test('is refused where other machines could reach it', async () => {
    vi.stubEnv('CAIRN_DEMO', '1');
    vi.stubEnv('HOST', '0.0.0.0');
    expect(await refusal(['demo', 'load'])).toMatch(
      /^The demonstration has accounts whose passwords everyone knows/
    );
  });
});
