import {
  dropWaiting,
  keepDraft,
  markTrouble,
  nothingKept,
  openWaiting,
  putToWait,
  readKept,
  type Kept,
  type KeptFields,
  type KeptForm
} from '#core/kept-forms';
import { keepPageForOffline } from './kept-page.client.ts';
import { bringToToday } from './kept-dates.client.ts';
import { addressOf, formOf } from './kept-forms.ts';
import { sendKept } from './kept-sending.client.ts';
import { showWaiting, type SentLine } from './kept-list.client.ts';
import { words } from './kept-words.ts';

/**
 * The script of the pages "Record a test" and "Add data": keeps what is typed on this device, sends it when there is a
 * connection, and says where it is. Without it the page is a plain form. It works only where the browser has a secure connection, for there alone
 * does signing out clear what was kept.
 */

const root = document.querySelector<HTMLElement>('[data-kept-for]');
if (root !== null && window.isSecureContext) begin(root);

function personOfCookie(): string {
  return /(?:^|; )cairn_kept_for=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

function fieldsOf(form: HTMLFormElement): KeptFields {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : []
  );
}

/** Puts kept words into a form: what is not among them is emptied, hidden fields of the page stay but for the identifier. */
function fill(form: HTMLFormElement, fields: KeptFields): void {
  for (const control of form.elements) {
    const isField =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isField || control.name === '') continue;
    const kept = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
      control.checked = kept.includes(control.value);
    } else if (control.type !== 'hidden' || control.name === 'sendingId') {
      control.value = kept[0] ?? control.value;
    }
  }
  for (const more of form.querySelectorAll('details')) more.open = true;
}

/** Several values of one measure may wait: each is called by its date too. */
function titleOf(title: string, first: (name: string) => string): string {
  const on = ['day', 'month', 'year'].map((part) => first(`measuredOn-${part}`)).join('/');
  return on === '//' ? title : `${title}, ${on}`;
}

function setId(form: HTMLFormElement, id: string): void {
  const field = form.querySelector<HTMLInputElement>('input[name="sendingId"]');
  if (field !== null) field.value = id;
}

function begin(place: HTMLElement): void {
  const { keptFor: person = '', keptPlace = '', keptPage = '', send = '', offline } = place.dataset;
  const isOffline = offline === undefined;
  const say = (sentence: string) => {
    const status = place.querySelector('[role="status"]');
    if (status !== null) status.textContent = sentence;
    place.hidden = false;
  };
  if (isOffline && personOfCookie() !== person) return say(words.whoAreYou);

  const key = `cairn-kept:${person}:${keptPlace}`;
  const now = () => Date.now();
  let kept: Kept = readKept(localStorage.getItem(key), now());
  const save = (next: Kept) => {
    kept = next;
    const isEmpty = kept.drafts.length + kept.waiting.length === 0;
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  };
  /** Another window of this person may have written meanwhile. */
  const refresh = () => (kept = readKept(localStorage.getItem(key), now()));

  const part = isOffline
    ? unpack(keptPage, place)
    : document.querySelector<HTMLElement>('[data-kept-form]');
  const form = part?.querySelector('form') ?? null;
  const name = part?.dataset['keptForm'] ?? '';
  const sent: SentLine[] = [];

  const entry = (source: HTMLFormElement): KeptForm => {
    const fields = fieldsOf(source);
    const first = (wanted: string) => fields.find(([field]) => field === wanted)?.[1] ?? '';
    const title = titleOf(part?.dataset['keptTitle'] ?? first('changeTried'), first);
    return { id: first('sendingId'), form: name, title, fields, keptAt: now(), trouble: null };
  };

  function show(): void {
    showWaiting(place, kept.waiting, sent, {
      send: () => void sendAll(),
      open(id) {
        const one = kept.waiting.find((other) => other.id === id);
        save(openWaiting(kept, id));
        location.assign(addressOf(keptPlace, one?.form ?? formOf(keptPage, null)));
      },
      remove(id) {
        if (!confirm(words.reallyRemove)) return;
        save(dropWaiting(kept, id));
        show();
      }
    });
  }

  let isSending = false;
  /** Sends what waits, one after another. `ours` was sent just now by the person, who is taken where it leads. */
  async function sendAll(ours?: { readonly id: string; readonly form: HTMLFormElement }) {
    if (isSending) return;
    isSending = true;
    try {
      for (const one of refresh().waiting) {
        const answer = await sendKept(send, person, one);
        refresh();
        if (answer.kind === 'saved') {
          save(dropWaiting(kept, one.id));
          if (one.id === ours?.id) return location.assign(answer.address);
          sent.push({ title: one.title, address: answer.address, at: new Date(now()) });
          say(words.sentAt(new Date(now())));
        } else if (answer.kind === 'other-person') {
          return location.reload();
        } else if (answer.kind === 'refused' && one.id === ours?.id) {
          // The server says on the page itself what is to be mended.
          save(openWaiting(kept, one.id));
          return ours.form.submit();
        } else {
          save(markTrouble(kept, one.id, answer.kind === 'no-answer' ? null : answer.kind));
          say(words.state(answer.kind === 'no-answer' ? null : answer.kind));
          if (answer.kind === 'no-answer' || answer.kind === 'signed-out') return;
        }
      }
    } finally {
      isSending = false;
      show();
    }
  }

  if (form !== null) {
    const draft = kept.drafts.find((one) => one.form === name);
    // What the server sent back to be mended is newer than any draft.
    const isReturned = part?.dataset['keptReturned'] !== undefined;
    if (draft !== undefined && !isReturned) {
      fill(form, draft.fields);
      say(words.stillHere);
    } else if (!isReturned) {
      setId(form, crypto.randomUUID());
    }
    // Gone back to by the browser's own button: what is written now is another test.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) setId(form, crypto.randomUUID());
    });
    form.addEventListener('input', () => {
      save(keepDraft(refresh(), entry(form)));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const one = entry(form);
      save(putToWait(refresh(), one));
      say(words.sending);
      void sendAll({ id: one.id, form }).then(() => {
        if (!kept.waiting.some(({ id }) => id === one.id)) return;
        form.reset();
        setId(form, crypto.randomUUID());
        place.scrollIntoView({ block: 'start' });
      });
    });
  }

  window.addEventListener('online', () => void sendAll());
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    refresh();
    show();
  });
  setInterval(() => {
    if (kept.waiting.some(({ trouble }) => trouble === null) && !document.hidden) void sendAll();
  }, 20_000);
  if (kept.waiting.length > 0) void sendAll();
  show();
  if (isOffline) say(words.noConnection);
  else void keepPageForOffline(offline ?? '');
  if (kept === nothingKept) localStorage.removeItem(key);
}

/** On the page for no connection the forms lie folded: lays out the one that the address asks for. */
function unpack(page: string, place: HTMLElement): HTMLElement | null {
  document.querySelector<HTMLElement>('[data-kept-choices]')?.removeAttribute('hidden');
  const folded = [...document.querySelectorAll<HTMLTemplateElement>('template[data-folded]')];
  const lying = (form: string) => folded.find((one) => one.dataset['folded'] === form);
  const { searchParams } = new URL(location.href);
  const found = lying(formOf(page, searchParams)) ?? lying(formOf(page, null));
  if (found === undefined) return null;
  place.after(found.content.cloneNode(true));
  const part = document.querySelector<HTMLElement>('[data-kept-form]');
  // The page was kept on another day, perhaps: a date that nobody wrote is that of this one.
  bringToToday(part, place.dataset['keptToday'] ?? '', new Date());
  return part;
}
