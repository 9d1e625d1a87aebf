import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const place = '/p/fernhollow';
const boundaries = `${place}/system/boundaries`;
const polygon = (...positions: readonly (readonly [number, number])[]) =>
  JSON.stringify({ type: 'Polygon', coordinates: [positions] });

test('a lead writes down a boundary as areas, draws it, agrees it and works by it; the strategy says so', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const { page } = lead;
  await lead.opens(boundaries, 'Boundaries');
  await lead.reads(
    '“The council’s four wards” (administrative or financial) and “Families the hub serves” (reach of what partners provide) both list Centre and Mill quarter; only “The council’s four wards” lists North and Weir Road; only “Families the hub serves” lists Lower Vale.'
  );

  await lead.follows('Add a boundary');
  await lead.marks(page.getByRole('radio', { name: /^Community identity/ }));
  await lead.writes('Name', 'The weir streets');
  await lead.writes(/^Areas in it/, 'Weir Road\nE0500081');
  await lead.presses('Add the boundary');
  await lead.isTold('“E0500081” is no code of an area: those are a letter and eight digits');
  await lead.writes(/^Areas in it/, 'Weir Road\nE05000819');
  await lead.presses('Add the boundary');
  await lead.hearsThat('The boundary is added.');
  await lead.sees('The weir streets');
  await lead.reads(
    '“The weir streets” (community identity) and “Millside” (community identity) both list Weir Road'
  );

  const source = /^Where the outline comes from/;
  const pasted = /^Or paste GeoJSON/;
  await lead.writes(source, 'Drawn by parents on a walk (made up)');
  for (const [geojson, sentence] of [
    [
      polygon([2.89, 54.61], [2.91, 54.62], [2.91, 54.61], [2.89, 54.62], [2.89, 54.61]),
      'crosses itself near 2.9, 54.615'
    ],
    ['{"type":"Circle","coordinates":[2.9,54.61],"radius":300}', 'GeoJSON has no circles'],
    [
      '{"type":"LineString","coordinates":[[2.9,54.61],[2.91,54.61]]}',
      'There is no area in this GeoJSON'
    ]
  ] as const) {
    await lead.writes(pasted, geojson);
    await lead.presses('Save the outline');
    await lead.isTold(sentence);
    expect(await lead.field(source).inputValue()).toBe('Drawn by parents on a walk (made up)');
  }
  await lead.writes(pasted, polygon([2.89, 54.61], [2.91, 54.61], [2.91, 54.62], [2.89, 54.62], [2.89, 54.61])); // prettier-ignore
  await lead.presses('Save the outline');
  await lead.hearsThat('The outline is saved.');
  await lead.reads(
    'all of “The weir streets” (community identity) lies within “The town within the by-pass” (physical)'
  );

  await lead.follows('Change this boundary');
  await lead.marks(page.getByRole('radio', { name: 'Agreed', exact: true }));
  await lead.presses('Save');
  await lead.isTold('Say on which day it was agreed.');
  for (const [part, value] of [
    ['Day', '2'],
    ['Month', '11'],
    ['Year', '2026']
  ] as const) {
    await lead.writes(part, value);
  }
  await lead.presses('Save');
  await lead.reads('Agreed on 2 November 2026');

  await lead.opens(boundaries, 'Boundaries');
  await lead.follows('Change the working boundary');
  await lead.ticks('The weir streets');
  await lead.presses('Save');
  await lead.hearsThat('The working boundary is saved.');
  await page.goto(`${place}/strategy/system-and-boundaries`);
  await lead.reads('Families with a child under five who live in the four wards');
  await page.goto(`${place}/plan/who-is-needed`);
  await lead.reads(
    'Look at who is here against the working boundary: Families with a child under five'
  );

  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(boundaries, 'Boundaries');
  await reader.follows('The weir streets');
  await reader.sees('The weir streets');
  for (const link of [/^Change/, /^Add/]) {
    expect(await reader.page.getByRole('main').getByRole('link', { name: link }).count()).toBe(0);
  }
  expect(await reader.page.getByRole('button', { name: /outline/ }).count()).toBe(0);
});
