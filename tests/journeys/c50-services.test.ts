import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const system = '/p/fernhollow/system';

/** Words nobody else uses, so that journeys do not meet in each other's services. */
const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;

async function hands(person: Person, name: string, content: string | Buffer): Promise<void> {
  await person.page
    .getByLabel('Spreadsheet')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await person.presses('Read the file');
}

test('a contributor lists a service, ties it to a factor, and says when it has ended', async () => {
  const name = unique('Songs in the park');
  const person = await signedIn('contributor@fernhollow.example', withoutScripts);
  await person.page.goto(system);
  await person.follows('Add a service');

  await person.presses('Add this service');
  await person.isTold('Enter the name of the service');

  await person.writes('Name of the service', name);
  await person.writes(/^Organisation/, 'Fernhollow Libraries');
  await person.writes(/^Description/, 'Songs for families. Ring 0161 496 0000.');
  await person.writes(/^Tags/, 'Story and song\nOutdoors');
  await person.presses('Add this service');
  await person.isTold('“Description” may hold a telephone number');
  await person.sees('Add a service');
  await person.writes(/^Description/, 'Songs for families.');
  await person.presses('Add this service');
  await person.hearsThat(`${name} is added`);
  await person.sees(name);
  await person.reads('It is tied to none yet');

  await person.chooses('Factor', 'Play and verbal exchanges');
  await person.writes(/^Why you think so/, 'Parents learn songs to share.');
  await person.presses('Tie this factor');
  await person.hearsThat('The factor is tied');
  await person.reads('Parents learn songs to share.');

  await person.follows('Change');
  await person.writes(/^Web address/, 'the library');
  await person.presses('Save');
  await person.isTold('Enter a whole address');
  await person.sees('Change this service');
  await person.writes(/^Web address/, 'https://libraries.fernhollow.example/');
  await person.presses('Save');
  await person.hearsThat('The service is saved');

  await person.page.goto(`${system}/asked`);
  const asked = unique('Libraries');
  await person.writes('Organisation that is asked', asked);
  await person.writes(/^Who lists them there/, 'Librarian for children');
  await person.ticks('Some are listed');
  await person.presses('Add to those asked');
  await person.hearsThat('The organisation is among those asked');
  await person.reads('not answered in full');
  await person.reads(asked);

  await person.follows('Is the list whole?');
  await person.sees('Is the list of services whole?');
  await person.reads('actors of the map have no service here');
  await person.reads('Organisations that are no actors');
  await person.page
    .getByRole('link', { name: /^Ask it/ })
    .first()
    .click();
  await person.sees('Who is asked to list services');
  expect(await person.page.getByLabel('Organisation that is asked').inputValue()).not.toBe('');
  await person.field(/^Who of you lists them here/).selectOption({ index: 1 });
  await person.page.goto(`${system}?q=${encodeURIComponent(name)}`);
  await person.follows(name);
  await person.follows('History of this service');
  await person.reads('libraries.fernhollow.example');

  await person.page.goto(
    `${system}?q=${encodeURIComponent(name)}&factor=play-and-verbal-exchanges`
  );
  await person.reads('1 service found');
  await person.follows(name);
  await person.page.getByText('This service has ended').click();
  await person.presses('List it as ended');
  await person.hearsThat('listed as ended');
  await person.reads('This service has ended');
  await person.page.goto(`${system}?q=${encodeURIComponent(name)}`);
  await person.reads('Nothing matches these filters');
});

test('a coordinator imports a spreadsheet after seeing what it would change, and the same file again changes nothing', async () => {
  const [tots, hub] = [unique('Tots'), unique('Hub')];
  // As Excel for Windows saves it: the dash and the quotes are single bytes.
  const file = Buffer.from(
    `Label,Tag,Organisation,Description\r\n${tots},Playgroup,St Oswin\u0092s hall,Toys \u0096 and tea\r\n${hub},Hub,Council,Open daily\r\n`,
    'latin1'
  );
  const person = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await person.page.goto(`${system}/import`);
  await hands(person, 'services.csv', file);
  await person.sees('Check what would change');
  await person.reads('Will be added: 2');
  await person.reads('St Oswin’s hall');
  await person.presses('Save these changes');
  await person.hearsThat('2 services are added, 0 changed.');

  await person.page.goto(`${system}/import`);
  await hands(person, 'services.csv', file);
  await person.reads('Everything in this file is here already');

  await person.page.goto(`${system}/import`);
  await hands(
    person,
    'services.csv',
    `Label,Description,Factors\n${tots},Toys and toast,Kindness\n${hub},Open on weekdays,Nutrition\n,Nobody,\n`
  );
  await person.sees('What these words mean');
  await person.reads('Nobody can tell what it means');
  await person.presses('Go on');
  await person.sees('Check what would change');
  await person.reads('The service has no name');
  await person.reads('Open on weekdays');
  await person.presses('Save these changes');
  await person.isTold('One row cannot be taken');
  await person.ticks(/^Take the rest/);
  await person.presses('Save these changes');
  await person.hearsThat('0 services are added, 2 changed.');
  await person.page.goto(`${system}?q=${encodeURIComponent(hub)}`);
  await person.reads('Open on weekdays');
  await person.reads('Nutrition');
});

/** A directory as a council exports it: a title, headings of its own, ages in free text. Twelve kinds of service, ten of each. */
function directoryOf(mark: string): string {
  const kinds = [
    ['Rhyme Time', 'Songs and rhymes', '0-2'],
    ['Stay and play', 'Toys and tea', '0-5'],
    ['Breastfeeding café', 'Feeding support from peers', 'under 1'],
    ['Baby clinic', 'Weigh in with a health visitor', '0-12 months'],
    ['Toddler group', 'Meet other parents', '18m+'],
    ['Antenatal class', 'For the last weeks of pregnancy', 'Pregnancy'],
    ['Cook together', 'Healthy eating on a budget', 'All ages'],
    ['Money advice', 'Debt and benefits advice', 'All ages'],
    ['Nursery', 'Day care in term', '2-4'],
    ['Parenting course', 'Bedtime routines and praise', '3+'],
    ['Forest school', 'Outdoor play in the woods', '3-5'],
    ['Sing and sign', 'Singing with signs', 'Babies']
  ] as const;
  const rows = kinds.flatMap(([name, about, ages]) =>
    Array.from(
      { length: 10 },
      (_, index) =>
        `${name} ${index + 1} ${mark},Vale Trust,${about},${ages},www.vale.example,FH1 2AB,01234`
    )
  );
  const headings = 'Service name,Provider,Summary,Ages,Website,Postcode,Telephone';
  return ['Directory of services June 2026', '', headings, ...rows].join('\r\n');
}

test('a directory of 120 services comes in and is tied to factors in ten presses', async () => {
  const mark = randomUUID().slice(0, 8);
  const person = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await person.page.goto(system);
  let presses = 0;
  const counting = <Done>(pressed: Promise<Done>): Promise<Done> => {
    presses += 1;
    return pressed;
  };
  await counting(person.follows('Import a spreadsheet'));
  // Choosing a file and reading it are a press each.
  presses += 1;
  await counting(hands(person, 'directory.csv', directoryOf(mark)));

  await person.sees('What the columns hold');
  await person.reads('Row 1 stands above the headings and was passed over');
  await person.reads('Such as 0-2 · 0-5 · under 1');
  await counting(person.presses('Go on'));

  await person.sees('What these words mean');
  await person.reads('“18m+”');
  await counting(person.presses('Go on'));

  await person.sees('Check what would change');
  await person.reads('Will be added: 120');
  await person.reads('each gets https:// before it');
  await counting(person.presses('Save these changes'));
  await person.hearsThat('120 services are added');

  await person.sees('Suggested factors');
  await person.reads('“breastfeeding” in its name');
  await counting(person.presses(/^Tie what is ticked, of/));
  await person.hearsThat('ties are saved');
  expect(presses).toBeLessThanOrEqual(10);

  await person.page.goto(`${system}?q=${mark}&factor=none`);
  await person.reads('Nothing matches these filters');
  await person.page.goto(`${system}?q=${mark}&factor=breastfeeding`);
  await person.reads('10 services found');
});

test('a file that cannot be read ends in a sentence beside the field, and nothing is saved', async () => {
  const person = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await person.opens(`${system}/import`, 'Import services');
  await person.presses('Read the file');
  await person.isTold('Choose a file');
  const rows = Array.from({ length: 10_001 }, (_, row) => `Never ${row}`).join('\n');
  for (const [name, content, sentence] of [
    ['blank.csv', '\n,\n', 'There is nothing in this file'],
    ['many.csv', `Label\n${rows}\n`, 'more than 10,000 rows'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old Excel file'],
    ['half.xlsx', 'PK\u0003\u0004 and nothing more', 'damaged']
  ] as const) {
    await hands(person, name, content);
    await person.isTold(sentence);
  }
  await person.sees('Import services');
  await person.page.goto(`${system}?q=Never`);
  await person.reads('Nothing matches these filters');
});

test('what is taken out as a file can be read back, and changes nothing', async () => {
  const person = await signedIn('coordinator@fernhollow.example', withoutScripts);
  for (const name of ['services.csv', 'services.xlsx', 'connections.csv', 'template.xlsx']) {
    const answer = await person.page.request.get(`${system}/${name}`);
    expect({ name, status: answer.status() }).toEqual({ name, status: 200 });
    await person.page.goto(`${system}/import`);
    await hands(person, name, await answer.body());
    if (name.startsWith('template')) {
      await person.reads('Example: take this line out');
    } else {
      await person.reads('Everything in this file is here already');
    }
  }
});

test('the second of two who change a service sees both versions and chooses', async () => {
  const name = unique('Two minds');
  const first = await signedIn('contributor@fernhollow.example', withoutScripts);
  await first.page.goto(`${system}/services/new`);
  await first.writes('Name of the service', name);
  await first.presses('Add this service');
  await first.sees(name);
  const address = `${new URL(first.page.url()).pathname}/change`;
  const second = await signedIn('lead@fernhollow.example', withoutScripts);
  await second.opens(address, 'Change this service');
  await first.opens(address, 'Change this service');
  await first.writes(/^Description/, 'Written by the first');
  await first.presses('Save');
  await second.writes(/^Description/, 'Written by the second');
  await second.presses('Save');
  await second.isTold('Somebody else saved this while you were writing');
  await second.sees('Change this service');
  await second.reads('Written by the first');
  await second.ticks('Keep yours');
  await second.presses('Save');
  await second.hearsThat('The service is saved');
  await second.reads('Written by the second');
});

test('a reader sees the services and no way to change them; only a coordinator imports', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(system, 'Services');
  expect(await reader.page.getByRole('link', { name: 'Add a service' }).count()).toBe(0);
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  const answer = await contributor.page.goto(`${system}/import`);
  expect(answer?.status()).toBe(403);
  const stranger = await signedIn('coordinator@trafford.example', withoutScripts);
  expect((await stranger.page.goto(`${system}/import`))?.status()).toBe(404);
});
