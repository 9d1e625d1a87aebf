import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { content, jsonOf, must, rowsOf, textOf } from '../../../tests/support/content.ts';
import {
  readAreas,
  readDecisionTree,
  readIndicatorCatalogue,
  readMatrix,
  readNeighbours,
  readPack,
  readPathways,
  readPlanCriteria,
  readPlanningSteps,
  readSpine,
  readStrategySections,
  readValues,
  readWards,
  readWhatWorks
} from './index.ts';

const spine = must(readSpine(jsonOf('spine/early-years', 'spine.json')));
const tree = must(readDecisionTree(jsonOf('plans/decision-tree', 'tree.json'), spine));
const sections = must(readStrategySections(jsonOf('plans/strategy-sections', 'sections.json')));
const catalogue = must(readIndicatorCatalogue(jsonOf('data/indicators', 'indicators.json'), spine));
const evidence = 'evidence/early-learning-communities';

const packFolders = readdirSync(content, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'pack.json')
  .map((entry) => path.relative(content, entry.parentPath).split(path.sep).join('/'))
  .sort();

describe('every content pack', () => {
  test.each(packFolders)(
    '%s says what it is, where it is from and under which licence',
    (folder) => {
      const pack = must(readPack(jsonOf(folder, 'pack.json')));
      expect(pack.id).toBe(folder);
      expect(pack.attribution.length).toBeGreaterThan(10);
      const here = readdirSync(path.join(content, folder)).filter(
        (name) => name !== 'pack.json' && name !== 'README.md'
      );
      expect(here.sort()).toEqual([...pack.files].sort());
      if (pack.kind === 'data' || pack.kind === 'catalogue') {
        const readme = textOf(folder, 'README.md');
        expect(readme).toContain(pack.attribution);
        expect(readme).toContain(pack.licenceUrl);
      }
    }
  );

  test('is named in the page about licences', () => {
    const page = readFileSync('docs/data-licences.md', 'utf8');
    expect(packFolders.filter((folder) => !page.includes(`content/${folder}`))).toEqual([]);
  });

  test('only the evidence matrix is bound to non-commercial use', () => {
    const bound = packFolders.filter(
      (folder) => must(readPack(jsonOf(folder, 'pack.json'))).licence === 'CC-BY-NC-4.0'
    );
    expect(bound).toEqual([evidence]);
  });
});

describe('nobody can be reached through the content', () => {
  const files = packFolders.flatMap((folder) =>
    readdirSync(path.join(content, folder))
      .filter((name) => !name.endsWith('.geojson'))
      .map((name) => `${folder}/${name}`)
  );
  test.each(files)('%s has no e-mail address and no telephone number', (file) => {
    const text = readFileSync(path.join(content, file), 'utf8');
    expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
    expect(text).not.toMatch(/(\+44|\b0)[\s-]?\d{3,4}[\s-]\d{3}[\s-]?\d{3,4}\b/);
    expect(text).not.toMatch(/\b(Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z][a-z]+/);
  });
});

describe('the evidence of the Early Learning Communities Toolkit', () => {
  const matrix = must(readMatrix(jsonOf(evidence, 'matrix.json'), spine));

  test('has a cell for each of 3 outcomes, 4 ages and 24 factors, each with its doubt and source', () => {
    expect(matrix.cells).toHaveLength(288);
    expect(matrix.cells.every((cell) => cell.reason !== '' && cell.source.section !== '')).toBe(
      true
    );
  });

  test('keeps what could not be read as unknown, ten cells in all', () => {
    const unknown = matrix.cells.filter((cell) => cell.strength === 'unknown');
    expect(unknown).toHaveLength(10);
    expect(unknown.filter((cell) => cell.factor === ('schools' as string))).toHaveLength(3);
  });

  test('gives no strength high confidence', () => {
    expect(
      matrix.cells.filter((cell) => cell.confidence === 'high' && cell.strength !== 'no-link')
    ).toEqual([]);
  });

  test('rates what works for every factor, saying unknown where no source was read', () => {
    const works = must(readWhatWorks(jsonOf(evidence, 'what-works.json'), spine));
    const tied = new Set(
      works.sources.flatMap((source) => source.factors.map((tie) => tie.factor))
    );
    for (const each of works.factors) {
      if (each.security !== 'unknown')
        expect([each.factor, tied.has(each.factor)]).toEqual([each.factor, true]);
    }
  });

  test('draws 61 links, seven of them from the toolkit’s own text', () => {
    const { links } = must(readPathways(jsonOf(evidence, 'pathways.json'), spine));
    expect(links).toHaveLength(61);
    expect(links.filter((link) => link.basis === 'toolkit-text')).toHaveLength(7);
  });

  test('is refused when a cell is left out, given twice, or unknown yet held with confidence', () => {
    const json = jsonOf(evidence, 'matrix.json') as { cells: Record<string, unknown>[] }; // read above
    const [first, second, ...rest] = json.cells;
    const broken = { ...json, cells: [second, second, ...rest] };
    const read = readMatrix(broken, spine);
    expect(read).toMatchObject({
      ok: false,
      error: [{ kind: 'repeated-id', path: 'cells.1' }, { kind: 'missing-entry' }]
    });
    const sure = {
      ...json,
      cells: [{ ...first, strength: 'unknown', confidence: 'high' }, second, ...rest]
    };
    expect(readMatrix(sure, spine)).toMatchObject({
      ok: false,
      error: [{ kind: 'wrong-shape', path: 'cells.0.confidence' }]
    });
  });
});

describe('the templates of plans', () => {
  // Early Learning Communities Toolkit, 5.3 and appendix 4: what stands under the headings, in our own words.
  test.each([
    [
      'what-matters',
      'Local data',
      'The evidence',
      'Chosen outcomes and factors',
      'What partners want'
    ],
    ['system-and-boundaries', 'Our system and our place', 'sphere of influence', 'Our boundaries'],
    [
      'what-we-will-do',
      'approach as a whole',
      'theory of change',
      'rests on evidence',
      'Innovation'
    ],
    ['how-we-will-do-it', 'governance', 'community', 'training', 'infrastructure', 'by whom'],
    ['what-change-looks-like', 'How will we know', 'Changes in the system', 'Between now'],
    ['learn-and-adapt', 'what is learnt', 'tests made'],
    ['next-steps', 'At once', 'In the middle']
  ])('ask in the section %s for each part that the toolkit gives it', (id, ...parts) => {
    const prompts = sections.sections.find((section) => section.id === id)?.prompts ?? [];
    for (const part of parts) expect(prompts.join('\n')).toContain(part);
  });

  test('name twelve sections of a strategy', () => {
    expect(sections.sections).toHaveLength(12);
  });

  test('lead to every kind of action', () => {
    const reached = tree.nodes.flatMap((node) => (node.kind === 'result' ? node.actionKinds : []));
    expect(new Set(reached)).toEqual(new Set(spine.actionKinds.map((each) => each.id)));
  });

  // The toolkit's drawing is lost: of its section 3.4 there is only prose, and no prose on sustaining or on choosing anew.
  test('say of every question and result whose it is, and claim the toolkit only where it says so', () => {
    for (const node of tree.nodes) {
      if (node.basis === 'toolkit-text')
        expect(node.source).toMatch(/^Early Learning .*section 3\.4/);
      else expect(node.source).toMatch(/\b(ours?)\b/);
    }
    const claimed = tree.nodes.flatMap((node) =>
      node.kind === 'result' && node.basis === 'toolkit-text' ? node.actionKinds : []
    );
    expect([...new Set(claimed)].sort()).toEqual(['implement', 'improve', 'innovate']);
    expect(tree.nodes.find(({ id }) => id === tree.start)?.basis).toBe('inference');
  });

  test('are refused when a walk could go round', () => {
    const json = jsonOf('plans/decision-tree', 'tree.json') as {
      nodes: { id: string; answers?: { to: string }[] }[];
    }; // read above
    const nodes = json.nodes.map((node) =>
      node.id === 'fits-here'
        ? { ...node, answers: node.answers?.map((each) => ({ ...each, to: tree.start })) }
        : node
    );
    expect(readDecisionTree({ ...json, nodes }, spine)).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ kind: 'out-of-order' })])
    });
  });

  test('hold fifteen Scottish criteria, the sixth in two parts, and ten steps', () => {
    const { criteria } = must(
      readPlanCriteria(jsonOf('plans/scottish-plan-criteria', 'criteria.json'))
    );
    expect(new Set(criteria.map((each) => Number.parseInt(each.number, 10))).size).toBe(15);
    expect(criteria).toHaveLength(16);
    expect(must(readPlanningSteps(jsonOf('plans/ten-steps', 'steps.json'))).steps).toHaveLength(10);
  });
});

describe('the open data', () => {
  const areas = must(readAreas(rowsOf('data/area-lookup', 'areas.csv')));
  const sets = [...new Set(catalogue.indicators.map((each) => each.set))];

  test.each(sets)('%s has values for each of its indicators, in its own groups', (set) => {
    const values = must(readValues(rowsOf(`data/${set}`, 'values.csv'), catalogue));
    const described = catalogue.indicators.filter((each) => each.set === set);
    for (const each of described) {
      const own = values.filter((value) => value.indicator === each.id);
      expect([...new Set(own.map((value) => value.breakdown))].sort()).toEqual(
        [...each.breakdowns].sort()
      );
    }
    expect(new Set(values.map((value) => value.indicator)).size).toBe(described.length);
  });

  test('speaks of areas that the look-up knows', () => {
    const known = new Set(areas.map((each) => each.code));
    for (const set of sets.filter((each) => each !== 'trafford-wards')) {
      const values = must(readValues(rowsOf(`data/${set}`, 'values.csv'), catalogue));
      expect(
        [...new Set(values.map((value) => value.area))].filter((code) => !known.has(code))
      ).toEqual([]);
    }
  });

  test('names the wards of Trafford that the figures speak of', () => {
    const wards = must(readWards(jsonOf('data/trafford-wards', 'wards.json')));
    const values = must(readValues(rowsOf('data/trafford-wards', 'values.csv'), catalogue));
    const spoken = new Set(values.map((value) => value.area));
    expect(new Set(wards.wards.map((ward) => ward.code))).toEqual(spoken);
  });

  // Department for Education: 68.3% in 2024/25, and 48.6% of children with free school meals in Trafford.
  test('says what the publisher says', () => {
    const values = must(
      readValues(rowsOf('data/england-eyfsp-gld-by-fsm', 'values.csv'), catalogue)
    );
    const at = (area: string, group: string) =>
      values.find(
        (each) => each.area === area && each.period === '2024/25' && each.breakdown === group
      )?.value;
    expect([at('E92000001', 'all'), at('E08000009', 'all'), at('E08000009', 'fsm')]).toEqual([
      68.3, 74, 48.6
    ]);
  });

  test('keeps a year in which nothing was collected, as nothing', () => {
    const values = must(
      readValues(rowsOf('data/england-eyfsp-gld-by-fsm', 'values.csv'), catalogue)
    );
    const lost = values.filter((each) => each.period === '2020/21');
    expect(lost.length).toBeGreaterThan(100);
    expect(lost.every((each) => each.value === null && each.status === 'not-collected')).toBe(true);
  });

  test('gives Trafford ten neighbours and 44 quarters of vaccination', () => {
    const neighbours = must(
      readNeighbours(rowsOf('data/england-statistical-neighbours', 'neighbours.csv'))
    );
    expect(neighbours.filter((each) => each.area === 'E08000009')).toHaveLength(10);
    const values = must(
      readValues(rowsOf('data/england-childhood-immunisation-quarterly', 'values.csv'), catalogue)
    );
    expect(
      values.filter(
        (each) =>
          each.area === 'E08000009' && each.indicator === ('mmr-first-dose-by-24-months' as string)
      )
    ).toHaveLength(44);
  });

  test('is refused with its row when a number is not one', () => {
    const [first] = rowsOf('data/scotland-27-30-month', 'values.csv');
    const broken = { ...(first as Record<string, string>), value: 'lots' }; // a row of text by `columns`
    expect(readValues([broken], catalogue)).toMatchObject({
      ok: false,
      error: [{ kind: 'wrong-shape', path: 'row.0.value' }]
    });
  });
});
