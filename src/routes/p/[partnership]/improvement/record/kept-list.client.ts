import type { KeptForm } from '#core/kept-forms';
import { words } from './kept-words.ts';

/** The list of what is kept and what was sent, drawn into the place that the page has for it. */

export type SentLine = { readonly title: string; readonly address: string; readonly at: Date };

type Doing = {
  send(): void;
  open(id: string): void;
  remove(id: string): void;
};

export function showWaiting(
  place: HTMLElement,
  waiting: readonly KeptForm[],
  sent: readonly SentLine[],
  doing: Doing
): void {
  const list = place.querySelector('[data-kept-list]');
  const pattern = place.querySelector<HTMLTemplateElement>('template');
  if (list === null || pattern === null) return;
  list.replaceChildren();
  for (const one of waiting) {
    const line = pattern.content.cloneNode(true) as DocumentFragment; // a copy of a fragment is one
    fillIn(line, 'title', one.title);
    fillIn(line, 'state', `${words.state(one.trouble)}, ${words.keptAt(new Date(one.keptAt))}`);
    const press = (name: string, act: () => void) => {
      const button = line.querySelector<HTMLButtonElement>(`[data-kept-${name}]`);
      button?.addEventListener('click', act);
      button?.setAttribute('aria-label', `${button.textContent?.trim() ?? ''}: ${one.title}`);
      return button;
    };
    const sending = press('send', () => doing.send());
    if (one.trouble === 'refused') sending?.remove();
    press('open', () => doing.open(one.id));
    press('remove', () => doing.remove(one.id));
    const signIn = line.querySelector<HTMLAnchorElement>('[data-kept-sign-in]');
    if (one.trouble !== 'signed-out') signIn?.remove();
    list.append(line);
  }
  for (const one of sent) {
    const line = document.createElement('li');
    const link = document.createElement('a');
    link.href = one.address;
    link.textContent = one.title;
    line.append(link, ` ${words.sentAt(one.at)}`);
    list.append(line);
  }
  if (waiting.length + sent.length > 0) place.hidden = false;
}

function fillIn(line: DocumentFragment, name: string, text: string): void {
  const found = line.querySelector(`[data-kept-${name}]`);
  if (found !== null) found.textContent = text;
}
