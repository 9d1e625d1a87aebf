import { ringAt } from '../ring-edges.ts';

/**
 * The script of rings that are dragged: see RingsToDrag.svelte. Where a mark is on its way stays in this browser; where it is let go, the button for that
 * ring in the list is pressed. Escape, or letting go outside, leaves it where it was.
 */

const least = 6; // pixels that a finger trembles without dragging

type Drag = {
  readonly link: Element;
  readonly id: string;
  readonly from: { readonly x: number; readonly y: number };
  ghost: HTMLElement | null;
};
let drag: Drag | null = null;

document.addEventListener('pointerdown', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#item-"]') : null;
  if (link === null || event.button !== 0 || link.closest('[data-drag-rings]') === null) return;
  const id = (link.getAttribute('href') ?? '').slice(1);
  drag = { link, id, from: { x: event.clientX, y: event.clientY }, ghost: null };
});

document.addEventListener('pointermove', (event) => {
  if (drag === null) return;
  const far = Math.hypot(event.clientX - drag.from.x, event.clientY - drag.from.y);
  if (drag.ghost === null && far < least) return;
  drag.ghost ??= begin(drag);
  drag.ghost.style.translate = `${event.clientX + 12}px ${event.clientY - 32}px`;
  const ring = ringUnder(event);
  drag.ghost.textContent = ring === null ? nameOf(drag.id) : `${nameOf(drag.id)}: ring ${ring}`;
});

document.addEventListener('pointerup', (event) => {
  const dropped = end();
  if (dropped === null) return;
  const ring = ringUnder(event);
  // The button of the ring in which it is already is not there: nothing is to be done.
  document
    .querySelector<HTMLButtonElement>(
      `#${CSS.escape(dropped)} button[name="ring"][value="${ring}"]`
    )
    ?.click();
});
document.addEventListener('pointercancel', end);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') end();
});
// A link that is dragged by the browser itself, or followed after it was dragged.
document.addEventListener('dragstart', (event) => {
  if (drag !== null) event.preventDefault();
});
let isDropped = false;
document.addEventListener(
  'click',
  (event) => {
    const isLink = event.target instanceof Element && event.target.closest('[data-drag-rings] a');
    if (isDropped && isLink) event.preventDefault();
    isDropped = false;
  },
  true
);

function begin({ id }: Drag): HTMLElement {
  document.body.dataset['dragging'] = '';
  const ghost = document.createElement('div');
  ghost.ariaHidden = 'true';
  ghost.style.cssText =
    'position:fixed;inset:0 auto auto 0;z-index:9;padding:0.25rem 0.5rem;pointer-events:none;background:var(--paper);color:var(--ink);border:2px solid currentColor';
  ghost.textContent = nameOf(id);
  document.body.append(ghost);
  return ghost;
}

/** Ends the dragging; answers what was dragged, or null where nothing was. */
function end(): string | null {
  const was = drag;
  drag = null;
  if (was === null || was.ghost === null) return null;
  was.ghost.remove();
  delete document.body.dataset['dragging'];
  document.dispatchEvent(new Event('cairn:dropped'));
  isDropped = true;
  setTimeout(() => (isDropped = false));
  return was.id;
}

const nameOf = (id: string): string =>
  document.querySelector(`#${CSS.escape(id)} th`)?.textContent.trim() ?? '';

/** The ring under a pointer; null outside the drawing. */
function ringUnder({ clientX, clientY }: PointerEvent): number | null {
  for (const svg of document.querySelectorAll<SVGSVGElement>('[data-drag-rings] svg')) {
    const box = svg.getBoundingClientRect();
    if (box.width === 0) continue;
    const size = svg.viewBox.baseVal.width;
    const scale = size / box.width;
    return ringAt(size, { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale });
  }
  return null;
}
