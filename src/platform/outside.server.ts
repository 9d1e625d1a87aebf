import { err, ok, type Result } from '#core/result';
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { isPublicAddress } from './public-address.ts';

/** The way to other servers, handed in so that tests have one of their own: finding an address, and a connection to it. */
export type Outside = {
  /** All addresses of a name. Throws where it has none. */
  resolve(host: string): Promise<readonly string[]>;
  /** A connection to exactly this address, over which the server proves that it is `host`. */
  connect(address: string, host: string): Duplex;
};

/** The internet, by TLS alone and on its own port. */
export const theInternet: Outside = {
  async resolve(host) {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
  connect: (address, host) =>
    tls.connect({ host: address, port: 443, servername: host, ALPNProtocols: ['http/1.1'] })
};

export type OutsideProblem =
  /** No address, not of TLS, with a port, a name or a password in it, or a bare number. */
  | { readonly kind: 'not-an-address' }
  | { readonly kind: 'host-not-allowed'; readonly host: string }
  | { readonly kind: 'host-unknown'; readonly host: string }
  /** The name leads to a machine that is not on the public internet. */
  | { readonly kind: 'not-public'; readonly host: string }
  | { readonly kind: 'sent-elsewhere'; readonly to: string }
  | { readonly kind: 'answered-badly'; readonly status: number }
  | { readonly kind: 'not-reached'; readonly host: string }
  | { readonly kind: 'answer-too-large'; readonly mostBytes: number }
  | { readonly kind: 'answer-too-slow'; readonly seconds: number };

/** What may be asked, and how much an answer may cost. Counted over everything that is asked with the same limits. */
export type OutsideLimits = {
  readonly hosts: ReadonlySet<string>;
  readonly mostBytes: number;
  readonly seconds: number;
};

/**
 * Asks public servers for documents, within one stretch of time and one sum of bytes.
 *
 * A name is looked up once for each question, every address it has must be a public one, and the connection goes to the address that was
 * looked at, so that no second look can lead elsewhere. Where a server sends on, that is refused: the new address can be given instead.
 * Nothing of ours goes along: no cookie, no name, no referrer.
 */
export class Asking {
  readonly #outside: Outside;
  readonly #limits: OutsideLimits;
  readonly #end: AbortSignal;
  #bytes = 0;

  constructor(outside: Outside, limits: OutsideLimits) {
    this.#outside = outside;
    this.#limits = limits;
    this.#end = AbortSignal.timeout(limits.seconds * 1000);
  }

  /**
   * The document at an address, as it stands.
   * Refuses: addresses that are not allowed or not public; whatever is no plain answer of 200; more bytes or seconds than the limits.
   */
  async document(address: string): Promise<Result<Buffer, OutsideProblem>> {
    const url = askable(address);
    if (url === null) return err({ kind: 'not-an-address' });
    const host = url.hostname;
    if (!this.#limits.hosts.has(host)) return err({ kind: 'host-not-allowed', host });
    const tooSlow = { kind: 'answer-too-slow', seconds: this.#limits.seconds } as const;
    try {
      const found = await this.#withinTime(this.#outside.resolve(host).catch(() => []));
      const [first] = found;
      if (first === undefined) return err({ kind: 'host-unknown', host });
      if (!found.every(isPublicAddress)) return err({ kind: 'not-public', host });
      return await this.#answer(url, first);
    } catch (fault) {
      if (this.#end.aborted) return err(tooSlow);
      if (fault instanceof TooLarge) {
        return err({ kind: 'answer-too-large', mostBytes: this.#limits.mostBytes });
      }
      return err({ kind: 'not-reached', host });
    }
  }

  async #withinTime<Value>(work: Promise<Value>): Promise<Value> {
    const end = Promise.withResolvers<never>();
    const stop = () => end.reject(new Error('The time is over.'));
    if (this.#end.aborted) stop();
    this.#end.addEventListener('abort', stop, { once: true });
    try {
      return await Promise.race([work, end.promise]);
    } finally {
      this.#end.removeEventListener('abort', stop);
    }
  }

  async #answer(url: URL, address: string): Promise<Result<Buffer, OutsideProblem>> {
    const connection = this.#outside.connect(address, url.hostname);
    try {
      const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
        connection.on('error', reject);
        http
          .request({
            // Without an agent: one would make a connection of its own, to an address nobody looked at.
            createConnection: () => connection,
            path: url.pathname + url.search,
            setHost: false,
            headers: {
              host: url.hostname,
              accept: 'application/json',
              'accept-encoding': 'identity',
              'user-agent': 'Cairn'
            },
            signal: this.#end
          })
          .once('response', resolve)
          .once('error', reject)
          .end();
      });
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        return err({ kind: 'sent-elsewhere', to: (response.headers.location ?? '').slice(0, 300) });
      }
      // Packed answers could swell beyond what was counted; we ask for none.
      const packing = response.headers['content-encoding'] ?? 'identity';
      if (status !== 200 || packing !== 'identity') return err({ kind: 'answered-badly', status });
      const parts: Buffer[] = [];
      for await (const part of response as AsyncIterable<Buffer>) {
        this.#bytes += part.length;
        if (this.#bytes > this.#limits.mostBytes) throw new TooLarge();
        parts.push(part);
      }
      return ok(Buffer.concat(parts));
    } finally {
      connection.destroy();
    }
  }
} // prettier-ignore

class TooLarge extends Error {}

/** An address as it may be asked for: TLS on its own port, a name with a dot in it, nothing secret. */
function askable(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain =
    url.protocol === 'https:' && url.port === '' && url.username + url.password === '';
  return isPlain && hostForm.test(url.hostname) && isIP(url.hostname) === 0 ? url : null;
}

/** A host's name in small letters with a dot in it; a number alone is none. */
const hostForm = /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * The host that somebody means who writes its name, or an address on it; null where it is none that could be asked.
 *
 * @example
 * hostMeant('https://Feeds.Example.org/services') // 'feeds.example.org'
 */
export function hostMeant(text: string): string | null {
  const given = text.trim();
  return (
    askable(/^https?:\/\//i.test(given) ? given.replace(/^http:/i, 'https:') : `https://${given}`)
      ?.hostname ?? null
  );
}
