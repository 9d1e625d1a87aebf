import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { examine } from '../support/accessibility.ts';
import { desk, newVisit, phone } from '../support/browser.ts';
import { withoutScripts } from '../support/person.ts';

// The examination passes over what a run has seen, so each test has a class of its own.

async function blankPage(options: BrowserContextOptions = {}): Promise<Page> {
  const visit = await newVisit(options);
  onTestFinished(() => visit.end());
  return visit.page;
}

/** The rules that a page with this in its main part breaks. */
async function broken(page: Page, main: string, style = '', isScripted = true): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>A trial</title><style>${style}</style></head>
       <body><main><h1>A trial</h1>${main}</main></body></html>`
  );
  const { problems } = await examine(page, isScripted);
  return problems.map((problem) => problem.split(':')[0] ?? '');
}

test('a fault is found beside markup that is known, and found again', async () => {
  const page = await blankPage();
  expect(await broken(page, '<ul class="known"><li>One</li></ul>')).toEqual([]);
  expect(await broken(page, '<ul class="known"><li>Two</li><li>Three</li></ul>')).toEqual([]);
  const faulty = '<ul class="known"><li>Four</li></ul><p><img class="known" src="data:,"></p>';
  expect(await broken(page, faulty)).toEqual(['image-alt']);
  expect(await broken(page, faulty)).toEqual(['image-alt']);
});

test('a name that is not there is a form of its own', async () => {
  const page = await blankPage();
  const field = (name: string) => `<label class="named">${name}<input class="named"></label>`;
  expect(await broken(page, field('Street'))).toEqual([]);
  expect(await broken(page, field(''))).toEqual(['label']);
});

test('what shows at one width alone is examined there, and contrast at each', async () => {
  const page = await blankPage({ viewport: desk });
  const onlyNarrow = `.hidden { display: none } @media (max-width: 600px) { .hidden { display: block } }`;
  const hidden = '<div class="hidden"><img src="data:,"></div>';
  expect(await broken(page, hidden, onlyNarrow)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await broken(page, hidden, onlyNarrow)).toEqual(['image-alt']);

  await page.setViewportSize(desk);
  const pale = `@media (max-width: 600px) { .pale { color: #ddd; background: #fff } }`;
  expect(await broken(page, '<p class="pale">Words</p>', pale)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await broken(page, '<p class="pale">Words</p>', pale)).toEqual(['color-contrast']);
});

test('known parts in a new order of headings are found', async () => {
  const page = await blankPage();
  const [second, third] = ['<h2 class="step">Two</h2>', '<h3 class="step">Three</h3>'];
  expect(await broken(page, second + third)).toEqual([]);
  expect(await broken(page, third)).toEqual(['heading-order']);
});

test('a page without scripts is examined where it is, and stays without', async () => {
  const page = await blankPage(withoutScripts);
  expect(await broken(page, '<img class="still" src="data:,">', '', false)).toEqual(['image-alt']);
  await page.setContent('<p>Still</p><script>document.body.textContent = "Moved"</script>');
  expect(await page.locator('p').textContent()).toBe('Still');
});

test('known markup is examined again where it looks otherwise, and a known look is not, whatever its markup', async () => {
  const page = await blankPage();
  const words = '<p class="worded">Words</p>';
  expect(await broken(page, words, '.worded { color: #123456 }')).toEqual([]);
  expect(await broken(page, words, '.worded { color: #fdfdfd }')).toEqual(['color-contrast']);
  const onDark = '.dark { background: #222 } .worded { color: #123456 }';
  expect(await broken(page, `<div class="dark">${words}</div>`, onDark)).toEqual([
    'color-contrast'
  ]);
  const faint = '.worded { color: #123456; opacity: 0.3 }';
  expect(await broken(page, words, faint)).toEqual(['color-contrast']);
});

test('words that come to lie on something else are examined again', async () => {
  const page = await blankPage();
  const words = '<div class="strip"></div><p class="over-it">Words on a strip</p>';
  const strip = '.strip { background: #111; height: 3em } .over-it { color: #222; margin: 0 }';
  expect(await broken(page, words, strip)).toEqual([]);
  const moved = `${strip} main { position: relative } .over-it { position: absolute; top: 6em } .strip { height: 40em }`;
  expect(await broken(page, words, moved)).toEqual(['color-contrast']);
});

test('a link among words is told apart by more than its colour', async () => {
  const page = await blankPage();
  const words = 'Words before a <a class="among" href="/about">link among them</a> and after';
  expect(await broken(page, `<p>${words}</p>`, '.among { color: #00f }')).toEqual([]);
  expect(
    await broken(page, `<p>${words}</p>`, '.among { color: #00f; text-decoration: none }')
  ).toEqual(['link-in-text-block']);
});

test('what is small to press is examined again where others come too close', async () => {
  const page = await blankPage();
  const small = `<button class="small" aria-label="Do"></button>`;
  const style = (gap: number) =>
    `.small { width: 12px; height: 12px; padding: 0; border: 0; margin: 0 ${gap}px; display: block; float: left; background: #000 }`;
  expect(await broken(page, small.repeat(3), style(10))).toEqual([]);
  expect(await broken(page, small.repeat(3), style(2))).toEqual(['target-size']);
});

test('what scrolls is examined where it does', async () => {
  const page = await blankPage();
  const list = `<div class="rolled"><p>${'Many words '.repeat(50)}</p></div>`;
  const style = (height: string) => `.rolled { height: ${height}; overflow: auto }`;
  expect(await broken(page, list, style('auto'))).toEqual([]);
  expect(await broken(page, list, style('3em'))).toEqual(['scrollable-region-focusable']);
});
