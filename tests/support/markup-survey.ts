/** What is open in a browser, as far as examinations are concerned. */
export type Survey = {
  /** How far the page can be pushed sideways, in CSS pixels; a page that fits answers 0. */
  readonly overflow: number;
  /** The elements from the root down, each before what is in it. */
  readonly elements: readonly Surveyed[];
  /** The number of what only shows in the whole: landmarks, headings, identifiers, what stands outside every landmark. */
  readonly whole: number;
};

export type Surveyed = {
  /** The number of its form, with what is in it. */
  readonly form: number;
  /** The number of its form as rules see it that look at this element: of what only holds others together, without these. */
  readonly own: number;
  /** How many elements are in it, at any depth. */
  readonly within: number;
};

/**
 * Surveys the page that is open. Runs in the page itself, so that it may use nothing from outside the function. Leaves the elements, in
 * the order of the answer, in the page's `surveyed`.
 *
 * The *form* of an element is its tag, its attributes, whether it is visible, the forms of what is in it, each once, and the tags and
 * attributes of what it is in. What differs from record to record is left out: words, addresses, identifiers, figures. What decides
 * whether somebody can use the element is kept: classes, roles, states, and whether names and references are there and lead somewhere.
 * To the rules of the examination two elements of one form are the same.
 */
export function surveyMarkup(): Survey {
  const references =
    /^(for|list|headers|aria-(labelledby|describedby|controls|owns|activedescendant|errormessage|details|flowto))$/;
  const spoken = /^aria-(label|description|valuetext|roledescription|placeholder)$/;
  const telling =
    /^(class|role|type|lang|dir|hidden|open|disabled|readonly|required|checked|multiple|tabindex|scope|autocomplete|inputmode|fill|stroke|aria-.*)$/;
  const notMarkup = /^(head|script|style|link|template)$/;

  const landmark = /^(main|nav|aside|header|footer)$/;
  /** What holds others together and, without a role, means nothing by itself. */
  const holder = /^(html|body|div|main|section|header|footer|nav|aside|article|form|fieldset)$/;

  const elements: { form: number; own: number; within: number }[] = [];
  const surveyed: Element[] = [];
  const outside = new Set<number>();
  survey(document.documentElement, 0, false);
  const whole = numberOf(`${[...outside].sort().join(' ')} ${ofTheWhole()}`);
  // For the examination that may follow.
  Object.assign(window, { surveyed });
  const { scrollWidth, clientWidth } = document.documentElement;
  return { overflow: Math.max(0, scrollWidth - clientWidth), elements, whole };

  function survey(element: Element, around: number, isInLandmark: boolean): number {
    const found = { form: 0, own: 0, within: 0 };
    const place = elements.push(found);
    surveyed.push(element);
    const hasWords = [...element.childNodes].some(
      (child) => child.nodeType === Node.TEXT_NODE && !isEmpty(child)
    );
    const inside = numberOf(`${around} ${element.localName} ${attributesOf(element)} ${hasWords}`);
    const isLandmark = landmark.test(element.localName) || element.hasAttribute('role');
    const parts = new Set<number>();
    for (const child of element.children) {
      if (!notMarkup.test(child.localName)) {
        parts.add(survey(child, inside, isInLandmark || isLandmark));
      }
    }
    const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const itself = numberOf(`${inside} ${isVisible}`);
    found.form = numberOf(`${itself} ${[...parts].join(' ')}`);
    found.own = isHolder(element) ? itself : found.form;
    found.within = elements.length - place;
    if (!isInLandmark) outside.add(isLandmark ? itself : found.own);
    return found.form;
  }

  /** Whether what is in it makes no difference to the rules that look at it. A part that scrolls must be reached by keyboard. */
  function isHolder(element: Element): boolean {
    if (!holder.test(element.localName) || element.hasAttribute('role')) return false;
    return ['visible', 'clip'].includes(getComputedStyle(element).overflowX);
  }

  function attributesOf(element: Element): string {
    const labels = 'labels' in element ? (element as HTMLInputElement).labels : null; // or another field: what has labels
    return [...element.attributes]
      .map(({ name, value }) => `${name}=${valueOf(name, value)}`)
      .concat([...(labels ?? [])].map((label) => `labelled=${!isEmpty(label)}`))
      .sort()
      .join(' ');
  }

  function isEmpty(node: Node): boolean {
    return (node.textContent ?? '').trim() === '';
  }

  function valueOf(name: string, value: string): string {
    if (references.test(name)) return value.split(/\s+/).filter(Boolean).map(whatIsAt).join();
    if (name === 'href') return value.startsWith('#') ? whatIsAt(value.slice(1)) : '';
    const isKept = name === 'style' || (telling.test(name) && !spoken.test(name));
    if (!isKept) return String(value.trim() !== '');
    return /^(style|aria-.*)$/.test(name) ? withoutFigures(value) : value;
  }

  /** Lengths and counts go; a colour keeps its digits. */
  function withoutFigures(value: string): string {
    return value.replace(/(^|[\s:(,-])\d+(\.\d+)?/g, (_, before: string) => `${before}0`);
  }

  function whatIsAt(id: string): string {
    const target = document.getElementById(id);
    return target === null ? 'nothing' : isEmpty(target) ? 'something' : 'words';
  }

  function ofTheWhole(): string {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const isTwice = (one: string, at: number, among: readonly string[]) => among.indexOf(one) < at;
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ??
      document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
      '';
    const landmarks = all('main, nav, aside, form, section, [role]').filter(
      (element) => /^(main|nav|aside)$/.test(element.localName) || nameOf(element) !== ''
    );
    const levels = all('h1, h2, h3, h4, h5, h6').map((heading) => heading.localName);
    const steps = levels.map((level, at) => `${levels[at - 1] ?? ''} ${level}`);
    return JSON.stringify({
      hasTitle: document.title.trim() !== '',
      settings: all('meta[name=viewport], meta[http-equiv]').map((meta) => meta.outerHTML),
      identifiersTwice: all('[id]')
        .map((element) => element.id)
        .some(isTwice),
      landmarksTwice: landmarks
        .map((one) => `${one.localName} ${one.getAttribute('role') ?? ''} ${nameOf(one).trim()}`)
        .filter(isTwice)
        .map((one) => one.split(' ', 2).join(' '))
        .sort(),
      steps: [...new Set(steps)].sort()
    });
  }

  /** A number below 2^53 for a text: two hashes of 32 bits by multiplication, mixed at the end. */
  function numberOf(text: string): number {
    let [high, low] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }
}
