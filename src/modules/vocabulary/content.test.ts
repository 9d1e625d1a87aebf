import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Result } from '#core/result';
import {
  packProblemSentence,
  readAreas,
  readCollaborativePlan,
  readDecisionTree,
  readImprovementExamples,
  readPublishedDiagrams,
  readIndicatorCatalogue,
  readMadeUpPlace,
  readMatrix,
  readNeighbours,
  readOpenPlace,
  readPack,
  readPathways,
  readPlaces,
  readPlanCriteria,
  readPlanningSteps,
  readSpine,
  readStrategySections,
  readValues,
  readWards,
  readWhatWorks,
  tiePlaces,
  type PackProblem
} from './index.ts';

const content = 'content';
const textOf = (pack: string, file: string) => readFileSync(path.join(content, pack, file), 'utf8');
const jsonOf = (pack: string, file: string): unknown => JSON.parse(textOf(pack, file));
const rowsOf = (pack: string, file: string): unknown[] =>
  parse(textOf(pack, file), { columns: true });

/** What was read, or every problem in words. */
function must<Value>(read: Result<Value, readonly PackProblem[]>): Value {
  if (read.ok) return read.value;
  throw new Error(read.error.slice(0, 20).map(packProblemSentence).join('\n'));
}

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
  test('name twelve sections of a strategy', () => {
    expect(sections.sections).toHaveLength(12);
  });

  test('lead through six questions to every kind of action', () => {
    expect(tree.nodes.filter((node) => node.kind === 'question')).toHaveLength(6);
    const reached = tree.nodes.flatMap((node) => (node.kind === 'result' ? node.actionKinds : []));
    expect([...reached].sort()).toEqual(spine.actionKinds.map((each) => each.id).sort());
  });

  test('are refused when a walk could go round', () => {
    const json = jsonOf('plans/decision-tree', 'tree.json') as {
      nodes: { id: string; answers?: { to: string }[] }[];
    }; // read above
    const nodes = json.nodes.map((node) =>
      node.id === 'fits-here'
        ? { ...node, answers: node.answers?.map((each) => ({ ...each, to: 'matters-here' })) }
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

describe('the demonstration of Tayside', () => {
  const files = Object.fromEntries(
    ['collaborative.json', 'groups.json', 'aims.json', 'themes.json', 'measures.json'].map(
      (file) => [file, jsonOf('demo/tayside', file)]
    )
  );
  const plan = must(readCollaborativePlan(files, spine));

  // Counted in the plan: 5, none numbered, 5, 27 and 6; priority 2 has six commitments without a number.
  test('holds every aim the plan numbers, by group', () => {
    const counts = plan.groups.groups
      .filter((group) => group.kind === 'priority')
      .map((group) => {
        const own = plan.aims.aims.filter((aim) => aim.group === group.id);
        return [group.number, own.filter((aim) => aim.number !== null).length, own.length];
      });
    expect(counts).toEqual([
      [1, 5, 5],
      [2, 0, 6],
      [3, 5, 5],
      [4, 27, 27],
      [5, 6, 6]
    ]);
  });

  test('reads every timescale to a day or month that begins with the year it names', () => {
    for (const aim of plan.aims.aims) {
      for (const each of aim.timescales) {
        expect(each.text).toMatch(/20\d\d|20/);
        expect(each.by.slice(0, 4)).toMatch(/^20(18|19|20)$/);
      }
    }
    expect(plan.aims.aims.find((aim) => aim.id === 'priority-5-aim-2')?.timescales).toMatchObject([
      { text: 'By 31 Oct 2018', by: '2018-10-31', precision: 'day' }
    ]);
  });

  test('has four themes, thirteen measures, and groups that all report up to the Strategic Group', () => {
    expect(plan.themes.themes).toHaveLength(4);
    expect(plan.measures.measures).toHaveLength(13);
    const up = new Map(plan.groups.groups.map((group) => [group.id, group.reportsTo[0]]));
    for (const group of plan.groups.groups.filter((each) => each.kind === 'priority')) {
      expect(up.get(up.get(group.id) ?? '')).toBe('strategic-group');
    }
  });

  test('ties its measures to open indicators that exist', () => {
    const known = new Set<string>(catalogue.indicators.map((each) => each.id));
    expect(plan.measures.indicators.filter((each) => !known.has(each.indicator))).toEqual([]);
  });
});

describe('the demonstration of Trafford', () => {
  const trafford = must(readOpenPlace(jsonOf('demo/trafford', 'trafford.json'), spine, catalogue));

  test('ties each of 121 places by the rule of its category, and leaves surgeries and jobcentres untied', () => {
    const places = must(readPlaces(rowsOf('data/services-trafford', 'places.csv')));
    const tied = must(tiePlaces(places, trafford.services.categories));
    expect(tied).toHaveLength(121);
    expect(tied.filter((place) => place.factors.length === 0)).toHaveLength(28);
  });

  test('names sets of data that are shipped', () => {
    expect(trafford.sets.filter((set) => !existsSync(path.join(content, 'data', set)))).toEqual([]);
  });
});

describe('the demonstration of Fernhollow', () => {
  const names = readdirSync(path.join(content, 'demo/fernhollow')).filter(
    (file) => file.endsWith('.json') && file !== 'pack.json'
  );
  const files = Object.fromEntries(names.map((file) => [file, jsonOf('demo/fernhollow', file)]));
  const place = must(readMadeUpPlace(files, { spine, tree, sections }));

  test('says in every file that it is made up', () => {
    for (const file of names)
      expect(files[file]).toMatchObject({ madeUp: true, banner: place.place.banner });
    expect(must(readPack(jsonOf('demo/fernhollow', 'pack.json'))).madeUp).toBe(true);
  });

  test('is the only pack that is made up', () => {
    const madeUp = packFolders.filter(
      (folder) => must(readPack(jsonOf(folder, 'pack.json'))).madeUp
    );
    expect(madeUp).toEqual(['demo/fernhollow']);
  });

  test('has figures that are their numerator over their denominator', () => {
    const values = must(readValues(rowsOf('demo/fernhollow', 'values.csv'), place.indicators));
    for (const each of values) {
      if (each.value === null || each.numerator === null || each.denominator === null) continue;
      expect(each.value).toBeCloseTo((100 * each.numerator) / each.denominator, 0);
    }
  });

  test('climbs the ramp 1, 5, 25, all, with one test adapted and one that did not help', () => {
    const { cycles } = place.improvement.project;
    expect(cycles.map((each) => [each.scale, each.decision])).toEqual([
      ['1', 'adapt'],
      ['5', 'adopt'],
      ['25', 'abandon'],
      ['all', 'adopt']
    ]);
    expect(cycles.filter((each) => each.wasImprovement === 'no')).toHaveLength(2);
  });

  // Worked by hand from Anhøj and Olesen (2014): 30 useful points allow a run of round(log2 30) + 3 = 8
  // and expect at least 10 crossings of the median.
  test('has one measure that shifts and one that shows no signal', () => {
    const [outcome, balancing] = place.improvement.project.measures.map(({ points }) => {
      const shares = points.map((each) => each.numerator / each.denominator);
      const sorted = [...shares].sort((a, b) => a - b);
      const median = ((sorted[14] ?? 0) + (sorted[15] ?? 0)) / 2;
      const sides = shares.map((share) => share > median);
      let run = 0;
      let longest = 0;
      let crossings = 0;
      for (const [index, side] of sides.entries()) {
        const same = index > 0 && side === sides[index - 1];
        if (index > 0 && !same) crossings += 1;
        run = same ? run + 1 : 1;
        longest = Math.max(longest, run);
      }
      return { points: points.length, longest, crossings };
    });
    expect(outcome).toEqual({ points: 30, longest: 14, crossings: 3 });
    expect(balancing?.points).toBe(30);
    expect(balancing?.longest).toBeLessThanOrEqual(8);
    expect(balancing?.crossings).toBeGreaterThanOrEqual(10);
  });

  test('shows overlaps and gaps in its services', () => {
    const { services, reading } = place.services;
    const covered = new Set(services.flatMap((each) => each.factors.map((tie) => tie.factor)));
    expect(reading.gaps.filter((gap) => covered.has(gap.factor))).toEqual([]);
    for (const overlap of reading.overlaps) {
      const tied = services.filter((each) => overlap.services.includes(each.id));
      expect(tied.every((each) => each.factors.some((tie) => tie.factor === overlap.factor))).toBe(
        true
      );
    }
  });

  test('offers its services as the spreadsheet partnerships know', () => {
    const rows = rowsOf('demo/fernhollow', 'services.csv');
    expect(Object.keys(rows[0] as object)).toEqual(['Label', 'Tag', 'Organisation', 'Description']); // by `columns`
    expect(rows).toHaveLength(place.services.services.length);
  });

  test('is refused when a file does not say that it is made up', () => {
    const silent = { ...files, 'plan.json': { ...(files['plan.json'] as object), madeUp: false } }; // read above
    expect(readMadeUpPlace(silent, { spine, tree, sections })).toMatchObject({
      ok: false,
      error: [{ kind: 'wrong-shape', file: 'plan.json', path: 'madeUp' }]
    });
  });
});

describe('the published examples', () => {
  test('are ten, each with the pages it was read on', () => {
    const { examples } = must(
      readImprovementExamples(jsonOf('demo/improvement-examples', 'examples.json'), spine)
    );
    expect(examples).toHaveLength(10);
  });

  test('have two driver diagrams, without a link that could not be read', () => {
    const json = jsonOf('demo/improvement-examples', 'driver-diagrams.json');
    const { diagrams } = must(readPublishedDiagrams(json, spine));
    expect(diagrams.map(({ drivers }) => drivers.length)).toEqual([6, 7]);
    expect(diagrams.flatMap(({ ideas }) => ideas.flatMap(({ under }) => under))).toEqual([]);
  });
});
