import fs from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { inject } from 'vitest';
import { surveyMarkup, type LookRule, type Survey, type Surveyed } from './markup-survey.ts';

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
const ofTheLook: readonly LookRule[] = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size'
];
/** What something that lies over others may change of them. */
const onWhatLiesUnder: readonly LookRule[] = ['color-contrast', 'target-size'];
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether every rule looks at all of every page at both widths, as in a nightly run. */
const isThorough = process.env['CAIRN_TEST_THOROUGHLY'] === '1';

/** One pass of some rules over parts of the page, or all of it, without others; each named by its place in the survey. */
type Pass = {
  readonly rules: Axe.RunOptions;
  readonly lookedAt: 'all' | readonly number[];
  readonly passedOver: readonly number[];
};

const allRules: Axe.RunOptions = { runOnly: { type: 'tag', values: standards } };
const onThePart: Axe.RunOptions = {
  ...allRules,
  rules: Object.fromEntries([...ofTheWhole, ...ofTheLook].map((rule) => [rule, { enabled: false }]))
};
const byRules = (values: readonly string[]): Axe.RunOptions => ({
  runOnly: { type: 'rule', values: [...values] }
});

export type Examination = {
  /** How far the page can be pushed sideways, in CSS pixels; a page that fits answers 0. */
  readonly overflow: number;
  /** A line for each rule that something on the page breaks. */
  readonly problems: readonly string[];
};

/** Examines the page as it stands, at the width it has. `isScripted` says whether scripts may run on it. */
export async function examine(page: Page, isScripted = true): Promise<Examination> {
  // What the survey answers, as JSON.
  const survey = JSON.parse(await page.evaluate(surveyMarkup)) as Survey;
  const { passes, forms } = isThorough
    ? { passes: [{ rules: allRules, lookedAt: 'all' as const, passedOver: [] }], forms: [] }
    : whatIsNew(survey);
  if (passes.length === 0) return { overflow: survey.overflow, problems: [] };
  const { problems, isComplete } = isScripted
    ? await problemsOf(page, passes)
    : await withScripts(page, () => problemsOf(page, passes));
  if (problems.length === 0 && isComplete) note(forms);
  return { overflow: survey.overflow, problems };
}

/** What is to be done about a page as it stands, and the names of what has then been examined. */
function whatIsNew({ elements, whole }: Survey): {
  readonly passes: readonly Pass[];
  readonly forms: readonly string[];
} {
  readNotes();
  const unseen = newForms(elements);
  const looks = newLooks(elements);
  const passes: Pass[] = [];
  if (unseen.lookedAt.length > 0) passes.push({ rules: onThePart, ...unseen });
  const ofThePage = whole.map((number) => `whole ${number}`);
  if (!ofThePage.every((name) => examined.has(name))) {
    passes.push({ rules: byRules(ofTheWhole), lookedAt: 'all', passedOver: [] });
  }
  passes.push(...looks.passes);
  return { passes, forms: [...unseen.forms, ...looks.forms, ...ofThePage] };
}

const formName = (number: number): string => `form ${number}`;
const lookName = (number: number): string => `look ${number}`;

/**
 * The outermost elements of a page whose own form is unknown, and what of them is passed over: what is known with all that is in it,
 * or comes a second time. A new order of known parts is nothing new.
 */
function newForms(elements: readonly Surveyed[]) {
  const lookedAt: number[] = [];
  const passedOver: number[] = [];
  const forms = new Set<string>();
  let endOfLookedAt = 0;
  for (let place = 0; place < elements.length; place++) {
    const element = elements[place];
    if (element === undefined) continue;
    const isInside = place < endOfLookedAt;
    const form = formName(element.form);
    if (examined.has(form) || forms.has(form)) {
      if (isInside) passedOver.push(place);
      place += element.within;
      continue;
    }
    const own = formName(element.own);
    if (!isInside && !examined.has(own) && !forms.has(own)) {
      lookedAt.push(place);
      endOfLookedAt = place + element.within + 1;
    }
    forms.add(form).add(own);
  }
  return { lookedAt, passedOver, forms: [...forms] };
}

/**
 * The elements of a page whose look is unknown, the first of each, for the rules that they look so to; all of the page, where what
 * is new lies over others.
 */
function newLooks(elements: readonly Surveyed[]) {
  const lookedAt: number[] = [];
  const rules = new Set<LookRule>();
  const forms = new Set<string>();
  let isOverOthers = false;
  for (const [place, { look, judgedBy, isOver }] of elements.entries()) {
    if (look === null) continue;
    const name = lookName(look);
    if (examined.has(name) || forms.has(name)) continue;
    forms.add(name);
    isOverOthers ||= isOver;
    for (const rule of judgedBy) rules.add(rule);
    if (judgedBy.length > 0) lookedAt.push(place);
  }
  const passes: Pass[] = [];
  if (isOverOthers) {
    passes.push({ rules: byRules(onWhatLiesUnder), lookedAt: 'all', passedOver: [] });
    for (const rule of onWhatLiesUnder) rules.delete(rule);
  }
  if (rules.size > 0) passes.push({ rules: byRules([...rules]), lookedAt, passedOver: [] });
  return { passes, forms: [...forms] };
}

const source = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8'
);

/** What is wrong, and whether all was looked at: an element may have gone since the survey. */
async function problemsOf(
  page: Page,
  passes: readonly Pass[]
): Promise<{ readonly problems: readonly string[]; readonly isComplete: boolean }> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (wanted) => {
    // The two names are those of the injected script and of the survey.
    const { axe, surveyed } = window as unknown as {
      axe: typeof Axe;
      surveyed: Element[];
    };
    const problems: string[] = [];
    let isComplete = true;
    const at = (places: readonly number[]) =>
      places.flatMap((place) => surveyed[place] ?? []).filter((element) => element.isConnected);
    for (const { rules, lookedAt, passedOver } of wanted) {
      const include = lookedAt === 'all' ? [document] : at(lookedAt);
      isComplete &&= lookedAt === 'all' || include.length === lookedAt.length;
      if (include.length === 0) continue;
      const context = { include, exclude: at(passedOver) };
      const { violations } = await axe.run(context, { ...rules, resultTypes: ['violations'] });
      for (const { id, help, nodes } of violations) {
        problems.push(`${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`);
      }
    }
    return { problems, isComplete };
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
