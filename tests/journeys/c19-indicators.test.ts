import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const need = '/p/fernhollow/need';

async function addsAnIndicator(lead: Person, title: string): Promise<string> {
  await lead.opens(`${need}/add`, 'Add an indicator of your own');
  await lead.writes('Name', title);
  await lead.page
    .getByLabel('How often')
    .selectOption({ label: 'Every quarter of the financial year' });
  await lead.ticks('Postnatal care');
  await lead.presses('Add the indicator');
  await lead.hearsThat('The indicator is added');
  return new URL(lead.page.url()).pathname.replace(/\/values$/, '');
}

test('a lead adds an indicator with definition, target and direction; a contributor adds its values, without scripts', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(need, 'Local need');
  await lead.follows('Add one of your own');
  await lead.sees('Add an indicator of your own');
  await lead.presses('Add the indicator');
  await lead.isTold('Enter a name for what is counted');
  await lead.isTold('Choose how often it is counted');

  await lead.writes('Name', 'Reviews at two on time');
  await lead.writes(/^Definition/, 'Children whose review at two was done by 27 months.');
  await lead.writes(/^Numerator/, 'Children reviewed by 27 months');
  await lead.writes(/^Denominator/, 'Children who turned 27 months');
  await lead.page
    .getByLabel('How often')
    .selectOption({ label: 'Every quarter of the financial year' });
  await lead.ticks('Postnatal care');
  await lead.writes(/^Looked after by/, 'Health visiting manager');
  await lead.writes(/^Target(?! to)/, '90');
  await lead.presses('Add the indicator');
  await lead.hearsThat('The indicator is added');
  const address = new URL(lead.page.url()).pathname.replace(/\/values$/, '');

  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${address}/values`, 'Values');
  await contributor.writes('Period', '2025/26 Q5');
  await contributor.writes(/^Numerator/, '60');
  await contributor.writes(/^Denominator/, '-58');
  await contributor.presses('Save the value');
  await contributor.sees('Values');
  await contributor.isTold('Write the period like 2024/25 Q3');
  await contributor.isTold('The denominator must be above zero, not -58');
  expect(await contributor.field(/^Numerator/).inputValue()).toBe('60');

  await contributor.writes('Period', '2025/26 Q1');
  await contributor.writes(/^Denominator/, '58');
  await contributor.presses('Save the value');
  await contributor.isTold('The numerator (60) cannot be larger than the denominator (58)');
  await contributor.writes(/^Numerator/, '41');
  await contributor.presses('Save the value');
  await contributor.hearsThat('The value is saved');
  await contributor.reads('70.7%');
  await contributor.reads('41 of 58');

  await contributor.presses('Remove the value of 2025/26 Q1');
  await contributor.hearsThat('The value of 2025/26 Q1 is removed');
  await contributor.presses('Put back the value of 2025/26 Q1');
  await contributor.hearsThat('The value of 2025/26 Q1 is back');

  await contributor.opens(address, 'Reviews at two on time');
  for (const words of [
    '70.7%',
    'Higher is better',
    'Health visiting manager',
    '90.0%',
    'Postnatal care',
    'Updated today'
  ]) {
    await contributor.reads(words);
  }
  const file = await contributor.page.request.get(`${address}/values.csv`);
  // 41 of 58 leaves the partnership as 40 of 60.
  expect(await file.text()).toContain('2025/26 Q1,66.7,40,60,From rounded counts');
  await contributor.follows('History');
  await contributor.sees('History');
});

test('two people change the same value: the second sees both and chooses', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const address = await addsAnIndicator(lead, 'Reviews by two people');
  await lead.writes('Period', '2025/26 Q1');
  await lead.writes(/^Value/, '50');
  await lead.presses('Save the value');
  await lead.hearsThat('The value is saved');
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  for (const person of [lead, contributor]) {
    await person.page.goto(`${address}/values`);
    await person.follows('2025/26 Q1');
    await person.sees('Change the value of 2025/26 Q1');
  }
  await lead.writes(/^Value/, '55');
  await lead.presses('Save');
  await lead.hearsThat('The value is changed');
  await contributor.writes(/^Value/, '60');
  await contributor.presses('Save');
  await contributor.sees('Change the value of 2025/26 Q1');
  await contributor.isTold('Somebody else saved this while you were writing');
  await contributor.ticks('Keep theirs');
  await contributor.presses('Save');
  await contributor.hearsThat('The value is changed');
  await contributor.reads('55.0%');
});

test('values by neighbourhood stand in a table, made safe, and say why there is no map', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(need, 'Local need');
  await reader.follows('Babies with a library card');
  await reader.sees('Babies with a library card');
  await reader.reads('The baseline is 40.4% (2024/25). The target is 60.0% by 31 March 2028.');
  await reader.follows('See its areas');
  await reader.sees('Areas: Babies with a library card');
  await reader.reads('No outlines of these areas ship with Cairn');
  await reader.reads('Hidden: a small number');
  await reader.reads('1 of 5 figures is hidden.');
  const rows = reader.page.getByRole('table').last().getByRole('row');
  expect(await rows.count()).toBe(6);
  const here = new URL(reader.page.url()).pathname;
  const file = await (await reader.page.request.get(`${here}.csv`)).text();
  // 36 of 56 leaves the partnership as 35 of 55; 6 of 33 does not leave it.
  expect(file).toContain('Old town,63.6,');
  expect(file).toContain('Weir Road,,Hidden: a small number');
  expect(file).not.toContain('18.2');
  expect((await reader.page.request.get(`${here}.svg`)).status()).toBe(404);
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${need}/import`, /./);
  await contributor.reads('library-cards.csv');
});

test('figures that are due stand on Need, on the first screen and among all dates', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${need}/add`, 'Add an indicator of your own');
  await lead.writes('Name', 'Books given at birth');
  await lead.page.getByLabel('How often').selectOption({ label: 'Every month' });
  const due = lead.page.getByRole('group', { name: 'Next value due on' });
  for (const [part, text] of [
    ['Day', '1'],
    ['Month', '2'],
    ['Year', '2026']
  ] as const)
    await due.getByLabel(part).fill(text);
  await lead.presses('Add the indicator');
  await lead.hearsThat('The indicator is added');
  await lead.opens(need, 'Local need');
  await lead.reads('Figures due since 1 February 2026');
  await lead.opens('/p/fernhollow', 'Fernhollow');
  await lead.reads('Books given at birth');
  await lead.reads('Figures due since 1 February 2026');
  await lead.opens('/p/fernhollow/due', /./);
  await lead.reads('Figures of need');
});

test('a reader looks and cannot change', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(need, 'Local need');
  expect(await reader.page.getByRole('link', { name: 'Add one of your own' }).count()).toBe(0);
  for (const closed of ['add', 'choose']) {
    const answer = await reader.page.request.get(`${need}/${closed}`);
    expect({ closed, status: answer.status() }).toEqual({ closed, status: 403 });
  }
});
