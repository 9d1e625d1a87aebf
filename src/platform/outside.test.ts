import { whenTheFileEnds } from '../../tests/support/end-of-file.ts';
import { describe, expect, test } from 'vitest';
import { fakeOutside } from '../../tests/support/fake-outside.ts';
import { Asking, hostMeant, type Outside } from './outside.server.ts';
import { isPublicAddress } from './public-address.ts';

const there = await fakeOutside((path) => {
  if (path === '/elsewhere') return { status: 302, headers: { location: 'http://127.0.0.1/' } };
  if (path === '/gone') return { status: 404 };
  if (path === '/packed') return { headers: { 'content-encoding': 'gzip' }, body: 'x' };
  if (path === '/large') return { body: 'x'.repeat(3000) };
  if (path === '/never') return null;
  return { body: `{"asked":"${path}"}` };
});
whenTheFileEnds(() => there.stop());

const host = 'feeds.example.org';
const limits = { hosts: new Set([host, 'other.example.org']), mostBytes: 2000, seconds: 20 };
const ask = (address: string, outside: Outside = there.outside, given = limits) =>
  new Asking(outside, given).document(address);
const leadingTo = (...addresses: string[]): Outside => ({
  ...there.outside,
  resolve: () => Promise.resolve(addresses)
});

describe('a public address', () => {
  test.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '2a00:1450:4009::1', '2600::'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true)
  );
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['0.0.0.0', '100.64.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1'],
    ...['255.255.255.255', '192.88.99.1', '::1', '::', '::ffff:8.8.8.8', '::ffff:127.0.0.1'],
    ...['::8.8.8.8', '64:ff9b::8.8.8.8', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1'],
    ...['2001:db8::1', '2001::1', '2002:7f00:1::', '3fff::1', '127.1', '0x7f.0.0.1', '2130706433', '']
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false)); // prettier-ignore
});

describe('a document from outside', () => {
  test('comes from the address that was looked at, once for each question', async () => {
    const connected: string[] = [];
    let looked = 0;
    const outside: Outside = {
      resolve: () => Promise.resolve([(looked += 1) === 1 ? '8.8.8.8' : '127.0.0.1']),
      connect: (address, name) => {
        connected.push(`${address} as ${name}`);
        return there.outside.connect(address, name);
      }
    };
    const read = await ask(`https://${host}/services?page=2`, outside);
    expect(read.ok && read.value.toString()).toBe('{"asked":"/services?page=2"}');
    expect(connected).toEqual([`8.8.8.8 as ${host}`]);
    expect(looked).toBe(1);
    expect(there.heard.at(-1)?.headers).toEqual({
      host,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'Cairn',
      connection: expect.any(String) as string
    });
  });

  test.each([
    'http://feeds.example.org/',
    'https://feeds.example.org:8443/',
    'https://somebody:secret@feeds.example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'file:///etc/passwd',
    'feeds.example.org',
    ''
  ])('is not asked for at %s', async (address) => {
    expect(await ask(address)).toEqual({ ok: false, error: { kind: 'not-an-address' } });
  });

  test.each(['https://evil.example.org/', 'https://feeds.example.org.evil.example/', 'https://feeds.example.org./'])(
    'is not asked of a host that nobody allowed: %s',
    async (address) => {
      expect(await ask(address)).toMatchObject({ ok: false });
      expect(await ask(address)).not.toMatchObject({ error: { kind: 'not-reached' } });
    }
  ); // prettier-ignore

  test.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['2a00:1450:4009::1', '::ffff:192.168.0.1']],
    [['169.254.169.254']]
  ])('is not asked of a name that leads to %j', async (addresses) => {
    const before = there.heard.length;
    const answer = await ask(`https://${host}/`, leadingTo(...addresses));
    expect(answer).toEqual({ ok: false, error: { kind: 'not-public', host } });
    expect(there.heard.length).toBe(before);
  });

  test('is refused where the name leads nowhere, or nobody answers', async () => {
    const nowhere = { ...there.outside, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
    expect(await ask(`https://${host}/`, nowhere)).toMatchObject({ error: { kind: 'host-unknown' } });
    const deaf: Outside = { ...there.outside, connect: () => there.nobody() };
    expect(await ask(`https://${host}/`, deaf)).toMatchObject({ error: { kind: 'not-reached' } });
  }); // prettier-ignore

  test.each([
    ['/elsewhere', { kind: 'sent-elsewhere', to: 'http://127.0.0.1/' }],
    ['/gone', { kind: 'answered-badly', status: 404 }],
    ['/packed', { kind: 'answered-badly', status: 200 }],
    ['/large', { kind: 'answer-too-large', mostBytes: 2000 }]
  ])('is refused where %s answers otherwise', async (path, error) => {
    expect(await ask(`https://${host}${path}`)).toEqual({ ok: false, error });
  });

  test('is given up where an answer never comes', async () => {
    const answer = await ask(`https://${host}/never`, there.outside, { ...limits, seconds: 0.2 });
    expect(answer).toEqual({ ok: false, error: { kind: 'answer-too-slow', seconds: 0.2 } });
  });

  test('counts the bytes of all that was asked for together', async () => {
    const asking = new Asking(there.outside, { ...limits, mostBytes: 50 });
    const address = `https://${host}/services`;
    expect((await asking.document(address)).ok).toBe(true);
    expect((await asking.document(address)).ok).toBe(true);
    expect(await asking.document(address)).toMatchObject({ error: { kind: 'answer-too-large' } });
  });
});

describe('the host that somebody means', () => {
  test.each([
    ['feeds.example.org', 'feeds.example.org'],
    [' https://Feeds.Example.org/services ', 'feeds.example.org'],
    ['http://feeds.example.org', 'feeds.example.org'],
    ['localhost', null],
    ['10.0.0.1', null],
    ['feeds.example.org:8080', null],
    ['', null],
    ['a b.example.org', null]
  ])('is, of “%s”, %s', (text, meant) => expect(hostMeant(text)).toBe(meant));
});
