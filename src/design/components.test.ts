import { readdirSync, readFileSync } from 'node:fs';
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import * as design from './index.ts';

const {
  CheckboxGroup,
  DataTable,
  DateField,
  Form,
  Freshness,
  PageHeader,
  RadioGroup,
  RowsToMend,
  Stat,
  Strength,
  TextField
} = design;

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

/** Markup without the marks that the renderer leaves for itself. */
const html = (body: string) => body.replaceAll(/<!--.*?-->/g, '');

describe('rows to mend', () => {
  test('says what is wrong with each, also where two are wrong in the same way', () => {
    const rows = ['Row 2 has no name.', 'Row 2 has no name.', '<b>Row 3</b>'];
    const body = html(render(RowsToMend, { props: { rows } }).body);
    expect(body).toContain('Rows to mend');
    expect(body.match(/<li>/g)).toHaveLength(3);
    expect(body).not.toContain('<b>');
  });

  test('are not spoken of where all are right', () => {
    expect(html(render(RowsToMend, { props: { rows: [] } }).body).trim()).toBe('');
  });
});

describe('a text field', () => {
  test('ties its hint and its error to the control', () => {
    const body = html(
      render(TextField, {
        props: { name: 'title', label: 'Title', hint: 'One line', error: 'Enter a title' }
      }).body
    );
    expect(body).toContain('for="f-title"');
    expect(body).toContain('aria-describedby="f-title-hint f-title-error"');
    expect(body).toContain('aria-invalid="true"');
    expect(body).toMatch(/id="f-title-error".*Enter a title/s);
  });

  test('says nothing about errors when there is none', () => {
    const body = html(render(TextField, { props: { name: 'title', label: 'Title' } }).body);
    expect(body).not.toContain('aria-invalid');
    expect(body).not.toContain('aria-describedby');
  });

  test('never sends a password back to the page', () => {
    const body = html(
      render(TextField, {
        props: { name: 'word', label: 'Password', type: 'password', value: 'plain' }
      }).body
    );
    expect(body).not.toContain('plain');
  });

  test('escapes what people type', () => {
    const body = html(
      render(TextField, { props: { name: 'a', label: '<b>', value: '"><script>' } }).body
    );
    expect(body).not.toContain('<script>');
    expect(body).not.toContain('<b>');
  });
});

describe('a form that was refused', () => {
  test('opens with a summary that links to each field', () => {
    const body = html(
      render(Form, {
        props: {
          form: { values: {}, errors: { title: 'Enter a title', 'people[0]': 'Choose a person' } },
          children: words('fields')
        }
      }).body
    );
    expect(body).toContain('role="alert"');
    expect(body).toContain('href="#f-title"');
    expect(body).toContain('href="#f-people-0-"');
    expect(body.indexOf('There is a problem')).toBeLessThan(body.indexOf('fields'));
  });

  test('sends its hidden values', () => {
    const body = html(
      render(Form, { props: { hidden: { version: 3 }, children: words('fields') } }).body
    );
    expect(body).toContain('<input type="hidden" name="version" value="3"/>');
    expect(body).not.toContain('role="alert"');
  });
});

describe('a group of choices', () => {
  const options = [
    { value: 'adopt', label: 'Adopt' },
    { value: 'adapt', label: 'Adapt' }
  ];

  test('is reached from the error summary by its first choice', () => {
    const body = html(render(RadioGroup, { props: { name: 'next', label: 'Next', options } }).body);
    expect(body).toMatch(/<input id="f-next" type="radio" name="next" value="adopt"/);
    expect(body).toMatch(/<input id="f-next-2"/);
  });

  test('ticks what was stored', () => {
    const body = html(
      render(CheckboxGroup, { props: { name: 'next', label: 'Next', options, value: ['adapt'] } })
        .body
    );
    expect(body.match(/checked/g)).toHaveLength(1);
    expect(body).toMatch(/value="adapt" checked/);
  });
});

test('a date field takes a stored date apart', () => {
  const body = html(
    render(DateField, { props: { name: 'due', label: 'Due', value: '2026-03-07' } }).body
  );
  expect(body).toMatch(/name="due-day" value="7"/);
  expect(body).toMatch(/name="due-month" value="3"/);
  expect(body).toMatch(/name="due-year" value="2026"/);
});

describe('a strength', () => {
  const drawn = (level: 0 | 1 | 2 | 3 | null) => html(render(Strength, { props: { level } }).body);

  test('has a word for every level', () => {
    expect(drawn(3)).toContain('Critical');
    expect(drawn(0)).toContain('No link');
    expect(drawn(null)).toContain('Unknown');
  });

  test('draws unknown unlike no link', () => {
    const pathsOf = (body: string) => [...body.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d);
    expect(pathsOf(drawn(null))).not.toEqual(pathsOf(drawn(0)));
    expect(drawn(null)).toContain('stroke-dasharray');
  });
});

describe('a missing value', () => {
  test('is said in words in a figure', () => {
    const body = html(render(Stat, { props: { label: 'Gap', value: null } }).body);
    expect(body).toContain('Not recorded');
  });

  test('is said in words in a table, while zero stays zero', () => {
    const body = html(
      render(DataTable<{ count: number | null }>, {
        props: {
          caption: 'Counts',
          columns: [{ key: 'count', label: 'Count', value: (row) => row.count, missing: 'Hidden' }],
          rows: [{ count: null }, { count: 0 }]
        }
      }).body
    );
    expect(body).toContain('Hidden');
    expect(body).toMatch(/<td[^>]*>\s*0\s*<\/td>/);
  });
});

test('freshness says when and by whom', () => {
  const body = html(
    render(Freshness, { props: { at: '2025-09-20', by: 'Isla Example', now: '2026-11-21' } }).body
  );
  expect(body.replaceAll(/<[^>]+>/g, '').trim()).toBe('Updated 14 months ago by Isla Example');
});

test('a page with problems says so in the title of its tab', () => {
  const { head } = render(PageHeader, { props: { title: 'Add an action', problem: true } });
  expect(head).toContain('<title>Error: Add an action – Cairn</title>');
});

test('the read-me names everything in the door', () => {
  const readMe = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const components = Object.keys(design).filter((name) => /^[A-Z]/.test(name));
  expect(components.filter((name) => !readMe.includes(`**\`${name}\`**`))).toEqual([]);
});

test('the favicon has the stones of the mark', async () => {
  const { stones } = await import('./layout/stones.ts');
  const favicon = readFileSync(new URL('../../static/cairn.svg', import.meta.url), 'utf8');
  for (const stone of stones) expect(favicon).toContain(stone);
});

test('no colour is written by its number outside the tokens and print', () => {
  const folder = new URL('./styles/', import.meta.url);
  const others = readdirSync(folder).filter((file) => !['tokens.css', 'print.css'].includes(file));
  const found = others.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/#[0-9a-f]{3,8}\b/gi)].map(
      ([hex]) => `${file} ${hex}`
    )
  );
  expect(found).toEqual([]);
});
