import { error, type RequestEvent } from '@sveltejs/kit';
import { LiveHub, type LiveTopic } from '#platform/live.server';
import { log } from './log.server.ts';
import { connectionFromEnvironment } from './world.server.ts';

/**
 * Streams of server-sent events that tell a page to ask again. They name nothing and hold no connection to the database; what a page may see
 * it asks for as ever. A route checks that whoever asks may open the page, and hands over what the page watches.
 */

const beatTime = 15_000; // milliseconds between signs of life; the page takes 40 seconds of silence for a lost connection
const beatsOfALife = 20; // a stream lasts five minutes and is asked for anew, with every check
/** So many streams at most: of one person on one thing, of one thing, of this server. */
const most = { perPerson: 4, perThing: 300, perServer: 2000 } as const;
const busySentence = 'Too many pages are open here. Look again by hand.';

let hub: LiveHub | undefined;

/** The hub of this process, by the connection of the application. */
function theHub(): LiveHub {
  hub ??= new LiveHub({ ...connectionFromEnvironment(), application_name: 'cairn live' }, (fault) =>
    log.warn({ err: fault }, 'changes are not heard of; trying again')
  );
  return hub;
}

type Word = 'look' | 'lost' | 'beat' | 'end' | 'many';

type Open = { readonly topic: LiveTopic; readonly who: string; end(last?: Word): void };
const open = new Set<Open>();
let isStopping = false;

/** The process is asked to stop, by `web-server.ts`, before it waits for what is under way. */
process.once('cairn:stopping', () => {
  isStopping = true;
  for (const one of [...open]) one.end();
  void hub?.close();
});

/**
 * Answers a request with a stream that tells of each change to `topic`. `who` tells persons and guests apart, for the bound on their streams;
 * it is kept as long as the stream and said to nobody.
 *
 * Assumes: the caller has checked that whoever asks may see the thing. Refuses: 503 while the server is stopping or has too many streams.
 */
export function liveStream(
  { request }: Pick<RequestEvent, 'request'>,
  { topic, who }: { readonly topic: LiveTopic; readonly who: string }
): Response {
  const ofThing = [...open].filter((one) => one.topic === topic);
  if (isStopping || open.size >= most.perServer || ofThing.length >= most.perThing) {
    error(503, busySentence);
  }
  // The oldest goes: a phone that comes back has often left one behind.
  const own = ofThing.filter((one) => one.who === who);
  if (own.length >= most.perPerson) own[0]?.end('many');
  return new Response(request.method === 'HEAD' ? null : streamOf(topic, who), {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store, no-transform',
      // For proxies such as nginx, which else keep answers back until they are whole.
      'x-accel-buffering': 'no'
    }
  });
}

function streamOf(topic: LiveTopic, who: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  // What waits for a slow reader: each word once, for a look that is due already need not be asked for twice.
  const waiting = new Set<Word>();
  let isOver = false;
  let wake = Promise.withResolvers<undefined>();
  let beats = 0;

  function say(word: Word): void {
    waiting.add(word);
    wake.resolve(undefined);
  }
  /** Closes the stream; the page comes back unless the last word tells it not to. */
  function end(last?: Word): void {
    if (last !== undefined) waiting.add(last);
    isOver = true;
    leave();
    clearInterval(beating);
    open.delete(one);
    wake.resolve(undefined);
  }
  const one: Open = { topic, who, end };
  const beating = setInterval(() => {
    beats += 1;
    if (beats < beatsOfALife) say('beat');
    else end();
  }, beatTime);
  beating.unref();
  open.add(one);
  const leave = theHub().listen(topic, (news) => {
    if (news === 'ended') end('end');
    else say(news === 'changed' ? 'look' : news);
  });

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // Those whose server has stopped do not all come back at one moment.
        const retry = Math.round(500 + 1000 * Math.random());
        controller.enqueue(bytes.encode(`retry: ${retry}\n\n`));
      },
      // Asked only by a reader who is ready for more.
      async pull(controller) {
        if (waiting.size === 0 && !isOver) await wake.promise;
        wake = Promise.withResolvers();
        for (const word of waiting) controller.enqueue(bytes.encode(`event: ${word}\ndata:\n\n`));
        waiting.clear();
        if (isOver) controller.close();
      },
      cancel: () => end()
    },
    { highWaterMark: 0 }
  );
}
