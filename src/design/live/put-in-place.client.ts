/** Puts a page that was just made by the server in place of the one that is open, where they differ: what is the same stays the same node. */

/** `looked`: the page looked again by itself, and what somebody was just told stays. `sent`: it is the answer to a form. */
export type Cause = 'looked' | 'sent';

/**
 * Brings what is in `old` to what is in `next`. What is typed, chosen, open and in focus stays; where what had the focus has gone, the focus
 * goes to what is nearest to it.
 */
export function putInPlace(old: Element, next: Element, cause: Cause): void {
  const focused = document.activeElement;
  const around = focused === null ? [] : ancestorsOf(focused);
  bring(old, next, cause);
  if (focused === null || focused === document.body || document.activeElement === focused) return;
  if (focused.isConnected) focus(focused);
  else focus(nearest(around));
}

function ancestorsOf(element: Element): Element[] {
  const all: Element[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) all.push(at);
  return all;
}

/** The first thing to press in the row that is still there, or the heading of the part of the page. */
function nearest(around: readonly Element[]): Element | null {
  const row = around.find((one) => one.isConnected && one.matches('tr[id], li[id]'));
  const inRow = row?.querySelector('button, a[href]');
  if (inRow) return inRow;
  const part = around.find((one) => one.isConnected && one.matches('section, main'));
  return part?.querySelector('h1, h2') ?? null;
}

function focus(element: Element | null): void {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
  if (element.matches('h1, h2') && !element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1');
  }
  element.focus({ preventScroll: true });
}

function bring(old: Element, next: Element, cause: Cause): void {
  if (old.isEqualNode(next)) return;
  bringAttributes(old, next);
  // What the script itself keeps there, and what somebody still has to mend.
  if (old.matches('[data-live]') || (cause === 'looked' && isRefused(old))) return;
  const left = new Map<string, Node[]>();
  for (const node of old.childNodes) {
    const name = nameOf(node);
    left.set(name, [...(left.get(name) ?? []), node]);
  }
  const wanted = [...next.childNodes].map((node) => ({
    node,
    same: left.get(nameOf(node))?.shift()
  }));
  for (const node of [...left.values()].flat()) {
    if (!(cause === 'looked' && isTold(node))) node.parentNode?.removeChild(node);
  }
  let place = old.firstChild;
  for (const { node, same } of wanted) {
    while (place !== null && cause === 'looked' && isTold(place) && place !== same) {
      place = place.nextSibling;
    }
    if (same === undefined) old.insertBefore(document.importNode(node, true), place);
    else {
      if (same === place) place = place.nextSibling;
      else old.insertBefore(same, place);
      if (same instanceof Element && node instanceof Element) bring(same, node, cause);
      else if (same.nodeValue !== node.nodeValue) same.nodeValue = node.nodeValue;
    }
  }
}

const isRefused = (element: Element): boolean =>
  element.matches('form') && element.querySelector('[role="alert"]') !== null;

const isTold = (node: Node): boolean =>
  node instanceof Element && node.matches('[role="status"], [role="alert"], .notice--warning');

/** By what a node is known again among those beside it. */
function nameOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  if (node.id !== '') return `#${node.id}`;
  const marks = ['action', 'aria-label', 'aria-labelledby', 'name', 'href', 'role', 'for'];
  const said = marks.map((mark) => node.getAttribute(mark) ?? '');
  const value = node.matches('button') ? (node.getAttribute('value') ?? '') : '';
  return [node.nodeName, node.classList[0] ?? '', value, ...said].join(' ');
}

function bringAttributes(old: Element, next: Element): void {
  for (const { name } of [...old.attributes]) {
    const isOpened = name === 'open' && old.matches('details');
    const isOurs = name === 'tabindex' && old.matches('h1, h2');
    if (!next.hasAttribute(name) && !isOpened && !isOurs) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
