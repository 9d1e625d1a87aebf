import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  readDecisionTree,
  readPublishedDiagrams,
  readIndicatorCatalogue,
  readPack,
  readPlaces,
  readSpine,
  readStrategySections,
  readValues
} from '#modules/vocabulary';
import { content, jsonOf, must, rowsOf } from '../../../../tests/support/content.ts';
import { readCollaborativePlan } from './collaborative-plan.ts';
import { readMadeUpNeeds } from './made-up-needs.ts';
import { readMadeUpPlace } from './made-up-place.ts';
import { readImprovementExamples, readOpenPlace, tiePlaces } from './open-place.ts';

const spine = must(readSpine(jsonOf('spine/early-years', 'spine.json')));
const tree = must(readDecisionTree(jsonOf('plans/decision-tree', 'tree.json'), spine));
const sections = must(readStrategySections(jsonOf('plans/strategy-sections', 'sections.json')));
const catalogue = must(readIndicatorCatalogue(jsonOf('data/indicators', 'indicators.json'), spine));

const packFolders = readdirSync(content, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'pack.json')
  .map((entry) => path.relative(content, entry.parentPath).split(path.sep).join('/'))
  .sort();

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

  test('draws its boundary in each of the four kinds of the toolkit', () => {
    expect(place.stakeholders.boundaries.map(({ kind }) => kind)).toEqual([
      'physical',
      'administrative-or-financial',
      'reach-of-provision',
      'community'
    ]);
  });

  test('has figures that are their numerator over their denominator', () => {
    const values = must(readValues(rowsOf('demo/fernhollow', 'values.csv'), place.indicators));
    for (const each of values) {
      if (each.value === null || each.numerator === null || each.denominator === null) continue;
      expect(each.value).toBeCloseTo((100 * each.numerator) / each.denominator, 0);
    }
  });

  test('keeps what was considered, each with a reason and none of it chosen', () => {
    const chosen = place.priorities.priorities.map(({ factor }) => factor);
    const aside = place.priorities.considered.map(({ factor }) => factor);
    expect(aside.length).toBeGreaterThan(0);
    expect(aside.filter((factor) => chosen.includes(factor))).toEqual([]);
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

describe('what the made-up place knows and does not know', () => {
  const { indicators } = jsonOf('demo/fernhollow', 'indicators.json') as {
    indicators: { id: string }[]; // the reader of the place has its own test
  };
  const known = { spine, indicators };

  test('points to factors, indicators and sources that are there', () => {
    expect(readMadeUpNeeds(jsonOf('demo/fernhollow', 'needs.json'), known)).toMatchObject({
      ok: true
    });
  });

  test('is refused when it points to what is not there', () => {
    const answer = readMadeUpNeeds(jsonOf('demo/fernhollow', 'needs.json'), {
      ...known,
      indicators: []
    });
    expect(answer).toMatchObject({ ok: false, error: [{ kind: 'unknown-id' }, {}] });
  });
});
