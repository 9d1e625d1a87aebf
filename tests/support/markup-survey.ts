/** What is open in a browser, as far as examinations are concerned. */
export type Survey = {
  /** How far the page can be pushed sideways, in CSS pixels; a page that fits answers 0. */
  readonly overflow: number;
  /** The elements from the root down, each before what is in it. */
  readonly elements: readonly Surveyed[];
  /** The numbers of what only shows in the whole: landmarks, steps of headings, identifiers, what stands outside every landmark. */
  readonly whole: readonly number[];
};

export type Surveyed = {
  /** The number of its form, with what is in it. */
  readonly form: number;
  /** The number of its form as rules see it that look at this element: with as much of what is in it as they ask for. */
  readonly own: number;
  /** How many elements are in it, at any depth. */
  readonly within: number;
  /** The number of how it looks to the rules on colours, sizes and scrolling; `null` where they have nothing to say of it. */
  readonly look: number | null;
  /** The rules that its look is for. */
  readonly judgedBy: readonly LookRule[];
  /** Whether it lies over others: the rules on colours and sizes then have to do with all of the page. */
  readonly isOver: boolean;
};

/** The rules on colours, sizes and scrolling, whose answer may differ at another width for what is visible at both. */
export type LookRule =
  'color-contrast' | 'link-in-text-block' | 'scrollable-region-focusable' | 'target-size';

/**
 * Surveys the page that is open. Runs in the page itself, so that it may use nothing from outside the function. Leaves the elements, in
 * the order of the answer, in the page's `surveyed`.
 *
 * The *form* of an element is its tag, its attributes, whether it is visible, the forms of what is in it, each once, and the tags and
 * attributes of what it is in. What differs from record to record is left out: words, addresses, identifiers, figures; and so are
 * classes, and whatever holds others together without meaning anything. What decides whether somebody can use the element is kept: roles,
 * states, and whether names and references are there and lead somewhere. To the rules of the examination two elements of one form are
 * the same, but for those on looks.
 *
 * The *look* of an element is what the rules on colours, sizes and scrolling ask for, as the browser has worked it out: the colour, size
 * and weight of a text and what lies behind it; of a link among words how it differs from them. Something to press that is small and has
 * another close by, something that scrolls, words that run out of what is behind them, something that lies over others: these look like
 * their form and classes, at this width. To those rules two elements of one look are the same, in whatever markup.
 *
 * Answers a `Survey` as JSON: to hand over an object of this size would take longer than the survey.
 */
export function surveyMarkup(): string {
  const references =
    /^(for|list|headers|aria-(labelledby|describedby|controls|owns|activedescendant|errormessage|details|flowto))$/;
  const spoken = /^aria-(label|description|valuetext|roledescription|placeholder)$/;
  const telling =
    /^(role|type|lang|dir|hidden|open|disabled|readonly|required|checked|multiple|tabindex|scope|autocomplete|inputmode|aria-.*)$/;
  /** What only looks have to do with. */
  const dress = /^(class|fill|stroke)$/;
  const notMarkup = /^(head|script|style|link|template)$/;

  const landmark = /^(main|nav|aside|header|footer)$/;
  /** What holds others together and, without a role, means nothing to these. */
  const holder =
    /^(html|body|div|span|main|section|header|footer|nav|aside|article|form|fieldset)$/;
  /** What means something to all that is in it, at any depth. */
  const meaning =
    'a, button, label, summary, legend, svg, [aria-hidden], [aria-disabled], [aria-live], [lang], [dir], [hidden], [inert], [tabindex], [disabled], [contenteditable], [role]:not(table, tbody, thead, tr, td, th, ul, ol, li)';
  /** What means something to what comes next in it. */
  const structure =
    /^(ul|ol|li|dl|table|thead|tbody|tfoot|tr|select|optgroup|datalist|details|fieldset|figure|svg)$/;
  /** Lines and areas of a drawing, which are nothing to a rule. */
  const shape =
    /^(path|circle|ellipse|rect|line|polyline|polygon|g|use|defs|clipPath|marker|pattern|tspan|linearGradient|stop|mask)$/;
  /** What the rules ask only for what comes next in it, and whether there are words. */
  const open =
    /^(ul|ol|li|p|h[1-6]|strong|em|small|b|i|time|blockquote|q|cite|caption|figcaption|dt|dd|details|abbr|code|pre)$/;
  /** What the rules ask for its rows and headings. */
  const ofTable = /^(table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)$/;
  const pressed = /^(a|button|input|select|textarea|summary)$/;
  /** Target size, success criterion 2.5.8 of WCAG 2.2: 24 CSS pixels, or a circle of that width that meets no other. */
  const leastTarget = 24;

  /** Where an element is, as far as its form goes. */
  type Place = { readonly around: number; readonly parent: string; readonly isInLandmark: boolean };

  /** What lies behind the words of an element, and what else of its surroundings decides how they look. */
  type Ground = {
    /** The tags and classes of what it is in, and its own. */
    readonly dressed: number;
    readonly behind: string;
    readonly effects: string;
    /** What decides where the figures do not say all: a picture behind it, a place over others. */
    readonly special: string;
    readonly color: string;
    readonly isOff: boolean;
    readonly isOver: boolean;
    /** Whether it is a point in size, for screen readers alone. */
    readonly isPoint: boolean;
    /** Whether its line has words beside the elements in it. */
    readonly hasWordsBeside: boolean;
    /** Whether it is a link in such a line. */
    readonly isAmongWords: boolean;
    readonly scrolls: boolean;
    /** How its own words look. */
    readonly words: string;
  };
  const paper: Ground = {
    dressed: 0,
    behind: '',
    effects: '',
    special: '',
    color: '',
    isOff: false,
    isOver: false,
    isPoint: false,
    hasWordsBeside: false,
    isAmongWords: false,
    scrolls: false,
    words: ''
  };
  /** By tags and classes: what differs among siblings alone is not looked for. */
  const grounds = new Map<number, Ground>();

  type Found = {
    form: number;
    own: number;
    within: number;
    look: number | null;
    judgedBy: LookRule[];
    isOver: boolean;
  };
  const elements: Found[] = [];
  const targets: { element: Element; found: Found; ground: Ground }[] = [];
  const surveyed: Element[] = [];
  const outside = new Set<number>();
  const itselves = new Map<Element, number>();
  survey(document.documentElement, { around: 0, parent: '', isInLandmark: false }, paper);
  lookAtTargets();
  const whole = [...outside, ...new Set(ofTheWhole().map(numberOf))];
  // For the examination that may follow.
  Object.assign(window, { surveyed });
  const { scrollWidth, clientWidth } = document.documentElement;
  return JSON.stringify({ overflow: Math.max(0, scrollWidth - clientWidth), elements, whole });

  function survey(element: Element, { around, parent, isInLandmark }: Place, under: Ground) {
    const found: Found = { form: 0, own: 0, within: 0, look: null, judgedBy: [], isOver: false };
    const place = elements.push(found);
    surveyed.push(element);
    const isShape = shape.test(element.localName) && !element.matches('[role], [tabindex]');
    const tag = isShape ? 'shape' : element.localName;
    const words = [...element.childNodes]
      .map((child) => (child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '').trim() : ''))
      .join('');
    const hasWords = words !== '';
    const attributes = isShape ? '' : attributesOf(element);
    const isLandmark = landmark.test(tag) || element.hasAttribute('role');
    const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const itself = numberOf(`${around} ${parent} ${tag} ${attributes} ${hasWords} ${isVisible}`);
    itselves.set(element, itself);
    const ground = isVisible ? groundOf(element, under, hasWords) : under;
    const isMeaningless = !element.matches(meaning);
    const inside: Place = {
      around: isMeaningless ? around : numberOf(`${around} ${tag} ${attributes}`),
      parent: structure.test(tag) ? tag : '',
      isInLandmark: isInLandmark || isLandmark
    };
    const parts = new Set<number>();
    for (const child of element.children) {
      if (!notMarkup.test(child.localName)) parts.add(survey(child, inside, ground));
    }
    found.form = numberOf(`${itself} ${[...parts].join(' ')}`);
    found.own = ownOf(element, itself, found.form);
    found.within = elements.length - place;
    if (isVisible) lookAt(element, found, ground, words);
    if (!isInLandmark) outside.add(isLandmark ? itself : found.own);
    return found.form;
  }

  /** Whatever has a role, or can be pressed, means what is in it. */
  function ownOf(element: Element, itself: number, form: number): number {
    const tag = element.localName;
    const isListed = open.test(tag) || ofTable.test(tag);
    if (element.hasAttribute('role') && !isListed) return form;
    if (holder.test(tag)) return itself;
    if (ofTable.test(tag)) return numberOf(bonesOf(element));
    if (!open.test(tag)) return form;
    const next = new Set([...element.children].map((child) => itselves.get(child) ?? 0));
    return numberOf(`${itself} ${isEmpty(element)} ${[...next].join(' ')}`);
  }

  /** The rows of a table and the cells in each, with whether there is anything in them. */
  function bonesOf(element: Element): string {
    const itself = itselves.get(element) ?? 0;
    if (/^(td|th|caption)$/.test(element.localName)) return `${itself} ${isEmpty(element)}`;
    return `${itself} (${[...new Set([...element.children].map(bonesOf))].join()})`;
  }

  function groundOf(element: Element, under: Ground, hasWords: boolean): Ground {
    const dress = ['class', 'style', 'fill', 'stroke', 'aria-current', 'aria-selected']
      .map((name) => element.getAttribute(name) ?? '')
      .join();
    const isOff = isOffItself(element);
    const dressed = numberOf(
      `${under.dressed} ${element.localName} ${withoutFigures(dress)} ${hasWords} ${isOff}`
    );
    const known = grounds.get(dressed);
    if (known !== undefined) return known;

    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, color, display, position } = style;
    const effects = [style.opacity, style.filter, style.mixBlendMode, style.textShadow].join();
    const isPlain = effects === '1,none,normal,none';
    const isClear = backgroundColor === 'rgba(0, 0, 0, 0)';
    const isSolid = backgroundColor.startsWith('rgb(');
    const isDrawing = element.namespaceURI?.endsWith('svg') === true;
    const isPlaced = position === 'absolute' || position === 'fixed' || position === 'sticky';
    const size = isPlaced ? element.getBoundingClientRect() : null;
    const isPoint = size !== null && (size.width <= 1 || size.height <= 1);
    // Words that run out of what is behind them lie on something else.
    const isSpilt =
      !isClear &&
      backgroundColor !== under.behind &&
      style.overflow === 'visible' &&
      element.clientWidth > 0 &&
      (element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1);
    const special = [
      ...(under.special === '' ? [] : [under.special]),
      ...(backgroundImage === 'none' ? [] : [`${backgroundImage} ${style.backgroundPosition}`]),
      ...(isDrawing ? [`${element.localName} ${dress}`] : []),
      ...(isSpilt || isPlaced ? [`${dressed} ${innerWidth}`] : [])
    ].join(' ');
    const behind = isClear
      ? under.behind
      : isSolid
        ? backgroundColor
        : under.behind + backgroundColor;
    const allEffects = isPlain ? under.effects : under.effects + effects;
    const isInline = display.startsWith('inline');
    const isAmongWords = element.localName === 'a' && isInline && under.hasWordsBeside;
    const ownWords = [
      ...[behind, allEffects, special, under.isOff || isOff],
      ...[color, style.fontSize, style.fontWeight],
      // A link among words is told from them.
      ...(isAmongWords
        ? [under.color, style.textDecorationLine, style.borderBottomStyle, style.borderBottomWidth]
        : [])
    ].join(' ');
    const ground: Ground = {
      dressed,
      behind,
      effects: allEffects,
      special,
      color,
      isOff: under.isOff || isOff,
      isOver: isPlaced && !isPoint,
      isPoint: under.isPoint || isPoint,
      hasWordsBeside: hasWords || (isInline && under.hasWordsBeside),
      isAmongWords,
      scrolls: /auto|scroll/.test(style.overflow),
      words: ownWords
    };
    grounds.set(dressed, ground);
    return ground;
  }

  function isOffItself(element: Element): boolean {
    const label = element.localName === 'label' ? (element as HTMLLabelElement).control : null; // the tag says so
    return (
      element.matches(':disabled, [aria-disabled=true], [inert]') ||
      label?.matches(':disabled') === true
    );
  }

  function lookAt(element: Element, found: Found, ground: Ground, words: string): void {
    const { localName } = element;
    if (pressed.test(localName) || element.matches('[role][tabindex]')) {
      targets.push({ element, found, ground });
    }
    const looks: string[] = [];
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    if (ground.scrolls && (scrollWidth > clientWidth || scrollHeight > clientHeight)) {
      looks.push(`scrolls ${found.form} ${ground.dressed}`);
      found.judgedBy.push('scrollable-region-focusable');
    }
    const isField = /^(input|select|textarea)$/.test(localName);
    if ((words !== '' || isField) && !ground.isPoint) {
      // Signs alone, and one letter alone, are not judged by their contrast.
      const isJudged = isField || (words.length > 1 && /[\p{L}\p{N}]/u.test(words));
      looks.push(`text ${isJudged} ${ground.words}`);
      if (isJudged) found.judgedBy.push('color-contrast');
      if (localName === 'a') found.judgedBy.push('link-in-text-block');
    }
    if (ground.isOver) {
      // At each width: it may come to lie over something else.
      looks.push(`over ${ground.dressed} ${innerWidth}`);
      found.isOver = true;
    }
    if (looks.length > 0) found.look = numberOf(looks.join(' '));
  }

  /** Gives a look of its own to what is small and has something else to press too close to it. Links among words may be small. */
  function lookAtTargets(): void {
    const boxes = targets.map(({ element, found, ground }) => {
      const rects = [...element.getClientRects()];
      const isLarge = rects.some(
        ({ width, height }) => width >= leastTarget && height >= leastTarget
      );
      const middle = middleOf(element.getBoundingClientRect());
      return { element, found, ground, rects, isLarge, middle };
    });
    for (const one of boxes) {
      if (one.isLarge || one.ground.isPoint) continue;
      const isBesideNone = boxes.every(
        (other) =>
          isClearOf(one, other) ||
          one.element.contains(other.element) ||
          other.element.contains(one.element)
      );
      if (isBesideNone) continue;
      if (isInline(one.element) && isAmongWords(one.element)) continue;
      const { look, form } = one.found;
      one.found.judgedBy.push('target-size');
      one.found.look = numberOf(`${look} small ${form} ${one.ground.dressed} ${innerWidth}`);
    }
  }

  function isInline(element: Element): boolean {
    return getComputedStyle(element).display.startsWith('inline');
  }

  /** Whether the block that an element is in has words in a line with it, other than of what can be pressed. */
  function isAmongWords(element: Element): boolean {
    let block = element.parentElement;
    while (block !== null && isInline(block)) block = block.parentElement;
    // A break ends the words before it.
    return block !== null && block.querySelector('br, hr') === null && hasOwnWords(block);
  }

  function hasOwnWords(element: Element): boolean {
    return [...element.childNodes].some((child) => {
      if (child.nodeType === Node.TEXT_NODE) return !isEmpty(child);
      if (!(child instanceof Element) || pressed.test(child.localName)) return false;
      // What is for screen readers alone is placed, and so no line's.
      return isInline(child) && hasOwnWords(child);
    });
  }

  type Box = {
    readonly rects: readonly DOMRect[];
    readonly isLarge: boolean;
    readonly middle: { readonly x: number; readonly y: number };
  };

  /** Whether circles around the middles of the one's lines meet neither the other nor, where that is small too, its circle. */
  function isClearOf(one: Box, other: Box): boolean {
    return one.rects.map(middleOf).every(({ x, y }) => {
      const isApart = other.rects.every((rect) => {
        const aside = Math.max(rect.left - x, x - rect.right, 0);
        const above = Math.max(rect.top - y, y - rect.bottom, 0);
        return Math.hypot(aside, above) >= leastTarget / 2;
      });
      const { middle, isLarge } = other;
      return isApart && (isLarge || Math.hypot(middle.x - x, middle.y - y) >= leastTarget);
    });
  }

  function middleOf({ x, y, width, height }: DOMRect): { readonly x: number; readonly y: number } {
    return { x: x + width / 2, y: y + height / 2 };
  }

  function attributesOf(element: Element): string {
    const labels = 'labels' in element ? (element as HTMLInputElement).labels : null; // or another field: what has labels
    return [...element.attributes]
      .filter(({ name }) => !dress.test(name))
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

  /** What the rules on the whole page ask for, one by one: what has been found without fault is no news on another page. */
  function ofTheWhole(): string[] {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const isTwice = (one: string, at: number, among: readonly string[]) => among.indexOf(one) < at;
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ??
      document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
      '';
    const landmarks = all('main, nav, aside, header, footer, form, section, [role]').filter(
      (element) => !/^(form|section)$/.test(element.localName) || nameOf(element) !== ''
    );
    const told = landmarks.map(
      (one) => `${one.localName} ${one.getAttribute('role') ?? ''} ${nameOf(one).trim()}`
    );
    const levels = all('h1, h2, h3, h4, h5, h6').map((heading) => heading.localName);
    const tables = all('table')
      .map((table) => `${table.getAttribute('summary') ?? ''} ${nameOf(table)}`)
      .filter((name) => name.trim() !== '');
    const count = (selector: string) => Math.min(2, all(selector).length);
    return [
      `title ${document.title.trim() !== ''}`,
      ...all('meta[name=viewport], meta[http-equiv]').map((meta) => meta.outerHTML),
      `identifiers twice ${all('[id]')
        .map((element) => element.id)
        .some(isTwice)}`,
      `keys twice ${all('[accesskey]')
        .map((element) => element.getAttribute('accesskey') ?? '')
        .some(isTwice)}`,
      `tables twice ${tables.some(isTwice)}`,
      `parts ${count('main, [role=main]')} ${count('h1')} ${count('[href^="#"]')} ${count('iframe')}`,
      ...told.filter(isTwice).map((one) => `twice ${one.split(' ', 2).join(' ')}`),
      ...landmarks.map((one) => `landmark ${one.localName} ${landmarkAround(one)}`),
      ...levels.map((level, at) => `step ${levels[at - 1] ?? ''} ${level}`)
    ];
  }

  /** Some landmarks may not be in others. */
  function landmarkAround(element: Element): string {
    const around = element.parentElement?.closest(
      'main, nav, aside, header, footer, article, section, [role]'
    );
    return `${around?.localName ?? ''} ${around?.getAttribute('role') ?? ''}`;
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
