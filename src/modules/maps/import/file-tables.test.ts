import { describe, expect, test } from 'vitest';
import type { NamedCells } from '#platform/spreadsheet.server';
import { csvCells, draftOf, readCsv, readSheets, sheet } from './read-samples.server.ts';
import { tablesOf } from './file-tables.ts';
import { noteSentence } from './sentences.ts';

const labelsOf = (...sheets: readonly NamedCells[]) =>
  readSheets(...sheets).services.map((row) => row.label);
const notesOf = (text: string) => readCsv(text).notes.map(noteSentence);

describe('a table is found', () => {
  test('below a title, which is passed over and said', () => {
    const text =
      'Directory of services, June 2026\n\nLabel,Type,Description\nFamily Hub,Service,Drop-in\n';
    expect(readCsv(text).services.map((row) => [row.where.row, row.label])).toEqual([
      [4, 'Family Hub']
    ]);
    expect(notesOf(text)).toEqual(['Row 1 stands above the headings and was passed over.']);
  });

  test('above notes and sources, which are passed over and said', () => {
    const text = 'Label,Type,Description\nHub,Group,Tea\n\nCorrect in June\nSource: the council\n';
    expect(readCsv(text).services.map((row) => row.label)).toEqual(['Hub']);
    expect(notesOf(text)).toEqual([
      'Row 4 stands by itself below the table and was passed over: “Correct in June”.',
      'Row 5 stands by itself below the table and was passed over: “Source: the council”.'
    ]);
  });

  test('with a service that has only a name, in the middle and at the end', () => {
    expect(
      readCsv('Label,Type,Description\nHub,,\nTots,Group,Tea\nRhymes,,\n').services.map(
        (row) => row.label
      )
    ).toEqual(['Hub', 'Tots', 'Rhymes']);
  });

  test('once where its headings come again', () => {
    const text = 'Label,Type\nHub,Group\nLabel,Type\nTots,Group\n';
    expect(readCsv(text).services.map((row) => row.label)).toEqual(['Hub', 'Tots']);
    expect(notesOf(text)).toEqual(['Row 3 holds the headings again and was passed over.']);
  });

  test('on every sheet, and a page of words beside it is left out and named', () => {
    const words = sheet([['How to use this workbook'], ['Fill in the next sheet']], 'Read me');
    const groups = sheet([['Label'], ['Rhyme Time']], 'Groups');
    const centres = sheet([['ID', 'Label'], ['c1', 'Mill Lane']], 'Sheet 2'); // prettier-ignore
    expect(labelsOf(words, groups, centres)).toEqual(['Rhyme Time', 'Mill Lane']);
    expect(readSheets(words, groups).notes).toContainEqual({
      kind: 'section-left-out',
      where: { sheet: 'Read me', row: 1 },
      found: ['How to use this workbook']
    });
  });

  test('but not on a sheet that is to be ignored', () => {
    const file = readSheets(
      sheet([['Label'], ['Old']], 'Last year (ignore)'),
      sheet([['Label'], ['New']])
    );
    expect(file.services.map((row) => row.label)).toEqual(['New']);
    expect(file.notes).toContainEqual({ kind: 'sheet-ignored', sheet: 'Last year (ignore)' });
  });

  test('nowhere in a file with nothing in it', () => {
    expect(tablesOf([sheet([])])).toEqual({ ok: false, error: { kind: 'empty-file' } });
  });
});

test('notes below a table of two columns are no services, and a service of one word is', () => {
  const file = readCsv(
    'Service,Provider\nRhyme time,Library\nToddle,\n\nNotes\n* Paid for by the council\nUpdated 3 May 2026\n'
  );
  expect(file.services.map((row) => row.label)).toEqual(['Rhyme time', 'Toddle']);
  expect(file.notes.filter(({ kind }) => kind === 'row-below')).toHaveLength(3);
});

describe('two tables in one sheet', () => {
  test('are told apart by their headings, in a CSV too, and the row of headings is named', () => {
    const text =
      'Label,Type,Direction\nA,Service,\n\nFrom,To,Direction,Label\nA,B,mutual,works with\n';
    const file = readCsv(text);
    expect(file.services.map((row) => row.label)).toEqual(['A']);
    expect(file.connections).toMatchObject([{ from: 'A', to: ['B'], direction: 'mutual' }]);
    expect(file.notes.map(noteSentence)).toContain(
      'Row 4 is a row of headings, so another table begins there: “From”, “To”, “Direction” and “Label”.'
    );
  });

  test('even where no row stands between', () => {
    const file = readCsv('Label\nA\nB\nFrom,To\nA,B\n');
    expect(file.services.map((row) => row.label)).toEqual(['A', 'B']);
    expect(file.connections).toHaveLength(1);
  });

  test('of services, each with its own columns', () => {
    const file = readCsv(
      'Label,Type,Description\nFamily Hub,Service,Drop-in\n\nLabel,Organisation\nTots,Church\n'
    );
    expect(file.services.map((row) => [row.label, row.given.organisation])).toEqual([
      ['Family Hub', undefined],
      ['Tots', 'Church']
    ]);
  });

  test('in a workbook begin after two blank rows, as in Kumu', () => {
    const both = sheet([
      ['Label', 'Organisation'],
      ['Health visiting', 'Vale Trust'],
      ['', ''],
      ['Family hub', 'Council'],
      ['', ''],
      ['', ''],
      ['From', 'To'],
      ['Health visiting', 'Family hub']
    ]);
    expect(labelsOf(both)).toEqual(['Health visiting', 'Family hub']);
    expect(readSheets(both).connections).toMatchObject([
      { where: { sheet: 'Services', row: 8 }, from: 'Health visiting', to: ['Family hub'] }
    ]);
  });
});

describe('columns', () => {
  const usesOf = (text: string) => draftOf([csvCells(text)]).matchings[0]?.uses;

  test('of a directory are told by what their headings mean', () => {
    expect(
      usesOf(
        'Service name,Provider,Summary,Postcode,Website,Telephone\nHub,Council,Tea,AB1 2CD,example.org,1\n'
      )
    ).toEqual(['label', 'organisation', 'description', 'address', 'url', null]);
    expect(
      usesOf(
        'Organisation,Name of the service,Who is it for?,Age range,Cost (£),Last updated\na,b,c,d,e,f\n'
      )
    ).toEqual(['organisation', 'label', 'whoFor', 'ages', 'costs', 'sourceDate']);
  });

  test('that name a person are no name of a service', () => {
    expect(usesOf('Contact name,Manager,Activity\na,b,c\n')).toEqual([null, null, 'label']);
  });

  test('may be in any case, in British or American English, Tag or Tags', () => {
    const file = readCsv('LABEL,tag,Organization\nRhyme Time,Story and song|Drop-in,Libraries\n');
    expect(file.services[0]?.given).toEqual({
      tags: ['Story and song', 'Drop-in'],
      organisation: 'Libraries'
    });
  });

  test('there is no place for are named, and so is an e-mail column', () => {
    expect(readCsv('Label,Email,Mood\nRhyme Time,a@b.example,x\n').notes).toEqual([
      { kind: 'email-not-kept', sheet: '' },
      { kind: 'columns-left-out', sheet: '', columns: ['Mood'] }
    ]);
  });
});
