import fs from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { inject } from 'vitest';
import { desk } from './browser.ts';
import { surveyMarkup, type Survey, type Surveyed } from './markup-survey.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file of the run's own, in which its workers note what they have examined and found without fault. */
    examinedMarkup: string;
  }
}

/**
 * Examining pages for people who do not see, hear or point. An examination costs more than all else a journey does on a page, so what
 * this run has already found without fault is passed over, as far as rules and width are the same. docs/testing.md says more.
 */

/** The rules on what far parts of a page are to each other; they look at all of it. */
const ofTheWhole = [
  'accesskeys',
  'bypass',
  'duplicate-id-aria',
  'frame-title-unique',
  'heading-order',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'page-has-heading-one',
  'region',
  'skip-link',
  'table-duplicate-name'
];
/** The rules whose answer may differ at another width for what is visible at both. */
const ofTheWidth = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size'
];
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether every rule looks at all of every page at both widths, as in a nightly run. */
const isThorough = process.env['CAIRN_TEST_THOROUGHLY'] === '1';

/** One pass of some rules over the page without the elements named, by their places in the survey. */
type Pass = { readonly rules: Axe.RunOptions; readonly passedOver: readonly number[] };

const allRules: Axe.RunOptions = { runOnly: { type: 'tag', values: standards } };
const onThePart: Axe.RunOptions = {
  ...allRules,
  rules: Object.fromEntries(ofTheWhole.map((rule) => [rule, { enabled: false }]))
};
const onTheWhole: Axe.RunOptions = { runOnly: { type: 'rule', values: ofTheWhole } };
const onTheWidth: Axe.RunOptions = { runOnly: { type: 'rule', values: ofTheWidth } };

export type Examination = {
  /** How far the page can be pushed sideways, in CSS pixels; a page that fits answers 0. */
  readonly overflow: number;
  /** A line for each rule that something on the page breaks. */
  readonly problems: readonly string[];
};

/** Examines the page as it stands, at the width it has. `isScripted` says whether scripts may run on it. */
export async function examine(page: Page, isScripted = true): Promise<Examination> {
  const survey = await page.evaluate(surveyMarkup);
  const { passes, forms } = isThorough
    ? { passes: [{ rules: allRules, passedOver: [] }], forms: [] }
    : whatIsNew(survey, page.viewportSize()?.width ?? desk.width);
  if (passes.length === 0) return { overflow: survey.overflow, problems: [] };
  const problems = isScripted
    ? await problemsOf(page, passes)
    : await withScripts(page, () => problemsOf(page, passes));
  if (problems.length === 0) note(forms);
  return { overflow: survey.overflow, problems };
}

/** What is to be done about a page at a width, and the names of what has then been examined. */
function whatIsNew(
  { elements, whole }: Survey,
  width: number
): { readonly passes: readonly Pass[]; readonly forms: readonly string[] } {
  readNotes();
  const everyRule = (number: number) => `every ${number}`;
  const atTheWidth = (number: number) => `${width} ${number}`;
  const unseen = unknownAmong(elements, (number) => examined.has(everyRule(number)));
  // What every rule is about to look at here needs no second look for the width; what it passes over may.
  const unmeasured = unknownAmong(
    elements,
    (number) => examined.has(atTheWidth(number)),
    unseen.isNew ? unseen.places : new Set()
  );
  const passes: Pass[] = [];
  if (unseen.isNew) passes.push({ rules: onThePart, passedOver: unseen.passedOver });
  if (!examined.has(`whole ${whole}`)) passes.push({ rules: onTheWhole, passedOver: [] });
  if (unmeasured.isNew) passes.push({ rules: onTheWidth, passedOver: unmeasured.passedOver });
  return {
    passes,
    forms: [
      ...unseen.numbers.map(everyRule),
      ...unmeasured.numbers.map(atTheWidth),
      `whole ${whole}`
    ]
  };
}

/**
 * Parts a page into the places of the outermost elements that are known with all that is in them, or come a second time, and the
 * places and numbers of the rest. `isNew` says whether any of the rest is unknown by itself and not among those `seenElsewhere`: a new
 * order of known parts is nothing new.
 */
function unknownAmong(
  elements: readonly Surveyed[],
  isKnown: (number: number) => boolean,
  seenElsewhere: ReadonlySet<number> = new Set()
) {
  const passedOver: number[] = [];
  const places = new Set<number>();
  const numbers = new Set<number>();
  let isNew = false;
  for (let place = 0; place < elements.length; place++) {
    const element = elements[place];
    if (element === undefined) continue;
    if (isKnown(element.form) || numbers.has(element.form)) {
      passedOver.push(place);
      place += element.within;
    } else {
      isNew ||= !isKnown(element.own) && !seenElsewhere.has(place);
      places.add(place);
      numbers.add(element.form).add(element.own);
    }
  }
  return { passedOver, places, numbers: [...numbers], isNew };
}

const source = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8'
);

async function problemsOf(page: Page, passes: readonly Pass[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (wanted) => {
    // The two names are those of the injected script and of the survey.
    const { axe, surveyed } = window as unknown as {
      axe: typeof Axe;
      surveyed: Element[];
    };
    const found: string[] = [];
    for (const { rules, passedOver } of wanted) {
      const exclude = passedOver.flatMap((place) => surveyed[place] ?? []);
      const context = exclude.length === 0 ? document : { exclude };
      const { violations } = await axe.run(context, { ...rules, resultTypes: ['violations'] });
      for (const { id, help, nodes } of violations) {
        found.push(`${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`);
      }
    }
    return found;
  }, passes);
}

const switches = new WeakMap<Page, CDPSession>();

/**
 * Does `work` while scripts may run on a page that is without them: the examination is one, and would wait for ever otherwise. The
 * page's own were passed over when it was opened, and stay so.
 */
async function withScripts<Answer>(page: Page, work: () => Promise<Answer>): Promise<Answer> {
  let session = switches.get(page);
  if (session === undefined) {
    session = await page.context().newCDPSession(page);
    switches.set(page, session);
    // A session does nothing when it is told what it last said; this one has said nothing yet.
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    return await work();
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
}

const examined = new Set<string>();
let readUpTo = 0;

/** Takes in what the workers have noted since this was last called. */
function readNotes(): void {
  const file = fs.openSync(inject('examinedMarkup'), 'a+');
  try {
    const { size } = fs.fstatSync(file);
    const fresh = Buffer.alloc(size - readUpTo);
    fs.readSync(file, fresh, 0, fresh.length, readUpTo);
    const complete = fresh.lastIndexOf('\n') + 1;
    for (const form of fresh.toString('utf8', 0, complete).split('\n')) examined.add(form);
    readUpTo += complete;
  } finally {
    fs.closeSync(file);
  }
}

/** Notes what was found without fault. A line is written whole, so that two workers may do this at once. */
function note(forms: readonly string[]): void {
  if (forms.length === 0) return;
  for (const form of forms) examined.add(form);
  fs.appendFileSync(inject('examinedMarkup'), `${forms.join('\n')}\n`);
}
