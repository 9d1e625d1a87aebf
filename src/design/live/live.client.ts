import { putInPlace, type Cause } from './put-in-place.client.ts';

/**
 * The script of pages that look again by themselves: see LiveUpdates.svelte. It hears from the server that something has changed, asks for the
 * page anew, and puts it in place. Forms inside `data-live-forms` are sent without leaving the page. Without it the page is forms and links.
 */

const patience = 40_000; // milliseconds without a sign of life, after which a connection counts as lost
const untilSaid = 2000; // milliseconds of trouble before it is spoken of
const longestWait = 15_000; // milliseconds between two tries
const apart = 150; // milliseconds at least between two looks; and over as many are those of a room spread
const html = { accept: 'text/html' };

const mostSaid = 3; // sentences read aloud at once

const linesOf = (live: HTMLElement): readonly string[] => (live.dataset['now'] ?? '').split('\n');

const root = document.querySelector<HTMLElement>('[data-live]');
if (root !== null) begin(root);

function begin(live: HTMLElement): void {
  const { stream = '', page = '' } = live.dataset;
  const state = live.querySelector<HTMLElement>('[data-live-state]');
  const speech = live.querySelector<HTMLElement>('[role="status"]');
  let source: EventSource | null = null;
  let heardAt = 0;
  let tries = 0;
  let isOver = false;
  let isLookDue = false;
  let isLooking = false;
  let sendings = 0;
  let notBefore = 0;
  let now = linesOf(live);
  let trouble: ReturnType<typeof setTimeout> | undefined;
  let isSaid = false;

  function say(words: string | undefined): void {
    if (speech !== null) speech.textContent = words ?? '';
  }

  function show(words: string | undefined): void {
    if (state !== null) state.textContent = words ?? '';
    live.classList.toggle('live--lost', words !== live.dataset['comes']);
  }

  function lose(after = untilSaid): void {
    trouble ??= setTimeout(() => {
      isSaid = true;
      show(live.dataset['lost']);
      say(live.dataset['lost']);
    }, after);
  }

  function isBack(): void {
    clearTimeout(trouble);
    trouble = undefined;
    tries = 0;
    show(live.dataset['comes']);
    if (isSaid) say(live.dataset['back']);
    isSaid = false;
  }

  function leave(): void {
    source?.close();
    source = null;
  }

  function connect(): void {
    if (isOver || source !== null || document.hidden) return;
    const mine = new EventSource(stream);
    source = mine;
    heardAt = Date.now();
    const hear = (word: string, act: () => void) =>
      mine.addEventListener(word, () => {
        heardAt = Date.now();
        act();
      });
    hear('look', look);
    hear('beat', () => undefined);
    hear('lost', () => lose());
    hear('end', () => {
      isOver = true;
      leave();
      look();
    });
    hear('many', () => {
      leave();
      show(live.dataset['many']);
    });
    mine.addEventListener('error', () => {
      if (source !== mine) return;
      lose();
      // The browser tries again by itself, but not where it was refused: then there may be nothing any more to listen to.
      if (mine.readyState !== EventSource.CLOSED) return;
      leave();
      tries += 1;
      setTimeout(connect, Math.min(longestWait, 1000 * 2 ** tries) * (0.5 + Math.random() / 2));
      if (tries > 1) look();
    });
  }

  /** Asks for the page anew, soon. What comes while it is asked for is one question more. */
  function look(): void {
    isLookDue = true;
    if (isLooking) return;
    isLooking = true;
    const wait = Math.max(0, notBefore - Date.now()) + apart * Math.random();
    setTimeout(() => void askOnce(), wait);
  }

  async function askOnce(): Promise<void> {
    await ask();
    isLooking = false;
    if (isLookDue && !isBusy()) look();
  }

  const isBusy = () => sendings > 0 || document.body.dataset['dragging'] !== undefined;

  async function ask(): Promise<void> {
    if (isBusy()) return;
    isLookDue = false;
    const begun = Date.now();
    try {
      const answer = await fetch(page, {
        headers: { ...html, 'x-cairn-looks-again': '1' },
        cache: 'no-store'
      });
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      const text = await answer.text();
      notBefore = Date.now() + Math.max(apart, Date.now() - begun);
      if (answer.redirected || !answer.ok) location.reload();
      // What somebody did meanwhile is newer.
      else if (isBusy()) isLookDue = true;
      else {
        put(text, 'looked');
        if (source !== null || isOver) isBack();
      }
    } catch {
      lose();
      notBefore = Date.now() + 2000;
      isLookDue = !isOver || navigator.onLine;
    }
  }

  function put(text: string, cause: Cause): void {
    const made = new DOMParser().parseFromString(text, 'text/html');
    if (document.title !== made.title) document.title = made.title;
    putInPlace(document.body, made.body, cause);
    bringScripts(made);
    const here = document.querySelector<HTMLElement>('[data-live]');
    if (here === null) {
      isOver = true;
      leave();
      return;
    }
    const next = linesOf(here);
    const isNew = next.filter((line) => !now.includes(line));
    now = next;
    if (cause === 'looked' && isNew.length > 0) say(isNew.slice(0, mostSaid).join(' '));
  }

  async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
    const fields = [...new FormData(form, button)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : []
    );
    sendings += 1;
    try {
      const body = new URLSearchParams(fields);
      const answer = await fetch(form.action, { method: 'POST', body, headers: html });
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      const text = await answer.text();
      if (new URL(answer.url).pathname !== location.pathname) location.reload();
      else {
        if (answer.ok) form.reset();
        put(text, 'sent');
        document.querySelector<HTMLElement>('form [role="alert"]')?.focus();
      }
    } catch {
      // It stays until something is sent from there, and what is typed with it.
      const note = form.querySelector('.live__unsent') ?? document.createElement('p');
      note.className = 'live__unsent';
      note.role = 'alert';
      note.textContent = live.dataset['unsent'] ?? '';
      form.prepend(note);
    } finally {
      sendings -= 1;
      look();
    }
  }

  let turn = Promise.resolve();
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (isOver || event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (form.method !== 'post' || form.closest('[data-live-forms]') === null) return;
    event.preventDefault();
    turn = turn.then(() => send(form, submitter));
  });
  document.addEventListener('cairn:dropped', look);
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : connect()));
  addEventListener('offline', () => {
    leave();
    lose(0);
  });
  addEventListener('online', connect);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', connect);
  setInterval(() => {
    if (source !== null && Date.now() - heardAt > patience) {
      leave();
      lose(0);
    }
    if (navigator.onLine && state?.textContent !== live.dataset['many']) connect();
  }, 5000);
  connect();
}

/** What the new page needs and the open one did not, such as the script that drags. */
function bringScripts(made: Document): void {
  for (const { src } of made.head.querySelectorAll<HTMLScriptElement>('script[type="module"]')) {
    if ([...document.scripts].some((one) => one.src === src)) continue;
    const script = document.createElement('script');
    script.type = 'module';
    script.src = src;
    document.head.append(script);
  }
}
