import fs from 'node:fs';
import path from 'node:path';
import {
  readMatrix,
  readPathways,
  readSpine,
  readWhatWorks,
  type AgeId,
  type FactorId,
  type OutcomeId
} from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import { ownMatters, ownWorks } from './builders.ts';
import { matrixTable } from './matrix-table.ts';
import { columnsOf, rowsOf } from './matrix-view.ts';
import { pathwaysOf } from './pathway-list.ts';
import { compareMatters, firstChoice, mattersGreatly, strengthOf, worksOf } from './strength.ts';
import type { Evidence } from './types.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const read = (file: string): unknown =>
  JSON.parse(fs.readFileSync(path.join(content, file), 'utf8'));
const pack = 'evidence/early-learning-communities';

function value<Value>(answer: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

const spine = value(readSpine(read('spine/early-years/spine.json')));
const matrix = value(readMatrix(read(`${pack}/matrix.json`), spine));
const whatWorks = value(readWhatWorks(read(`${pack}/what-works.json`), spine));
const pathways = value(readPathways(read(`${pack}/pathways.json`), spine));
const source = {
  title: 'The pack',
  version: '1.0.0',
  licence: 'CC-BY-NC-4.0',
  licenceUrl: null,
  attribution: 'Adapted from the toolkit'
};
const evidence: Evidence = {
  spine,
  pack: { source, matrix, whatWorks, pathways },
  ratings: []
};

// The spine read above has every name used here.
const factor = (id: string) => id as FactorId;
const communication = 'communication' as OutcomeId;
const toddlers = 'months-8-36' as AgeId;
const beforeBirth = 'gestation-and-birth' as AgeId;

describe('how much a factor matters', () => {
  test('is what the matrix says, with its doubt and its reason', () => {
    const matters = strengthOf(
      matrix,
      [],
      factor('play-and-verbal-exchanges'),
      communication,
      toddlers
    );
    expect(matters).toMatchObject({ strength: 'critical', confidence: 'medium', basis: 'pack' });
    expect(matters.published?.reason).toContain('three different marks');
  });

  test('is what the partnership says, where it says something, with the published value beneath', () => {
    const own = ownMatters({
      factor: 'breastfeeding',
      outcome: 'communication',
      age: 'months-8-36',
      strength: 'strong'
    });
    const matters = strengthOf(matrix, [own], factor('breastfeeding'), communication, toddlers);
    expect(matters).toMatchObject({ strength: 'strong', basis: 'own', own });
    expect(matters.published?.strength).toBe('unknown');
  });

  test('is not moved by a rating of another age', () => {
    const own = ownMatters({ factor: 'schools', outcome: 'communication', age: 'months-0-11' });
    const matters = strengthOf(matrix, [own], factor('schools'), communication, toddlers);
    expect(matters).toMatchObject({ strength: 'no-link', basis: 'pack', own: null });
  });

  test('is unknown, never no link, where nobody speaks of it', () => {
    const foundation = 'physical-health' as OutcomeId; // in the spine, and not in the matrix
    const matters = strengthOf(matrix, [], factor('nutrition'), foundation, toddlers);
    expect(matters).toMatchObject({ strength: 'unknown', confidence: 'none', basis: 'silent' });
    expect(strengthOf(null, [], factor('schools'), communication, toddlers).strength).toBe(
      'unknown'
    );
  });

  test('is great when it is critical or strong, and unknown is not', () => {
    const greatly = spine.factors.filter((each) =>
      mattersGreatly(strengthOf(matrix, [], each.id, communication, toddlers))
    );
    // Counted in the pack: 7 critical and 10 strong at 8 to 36 months.
    expect(greatly).toHaveLength(17);
    expect(greatly.map((each) => each.id)).not.toContain('breastfeeding');
  });
});

describe('what works', () => {
  test('is rated for a factor as a whole, the partnership over the pack', () => {
    const stress = factor('parent-stress');
    expect(worksOf(whatWorks, [], stress)).toMatchObject({ security: 'unknown', basis: 'pack' });
    const own = ownWorks({ factor: 'parent-stress', strength: 'none' });
    const works = worksOf(whatWorks, [own], stress);
    expect(works).toMatchObject({ security: 'none', basis: 'own' });
    expect(works.published?.security).toBe('unknown');
  });

  test('is unknown, never none, without a pack', () => {
    expect(worksOf(null, [], factor('schools'))).toMatchObject({
      security: 'unknown',
      basis: 'silent'
    });
  });
});

describe('the first choice', () => {
  test('is the first primary outcome at the age whose cells are clearest', () => {
    expect(firstChoice(spine, matrix)).toEqual({ outcome: communication, age: toddlers });
  });

  test('keeps an outcome that is asked for', () => {
    const numeracy = 'numeracy' as OutcomeId;
    expect(firstChoice(spine, matrix, numeracy).outcome).toBe(numeracy);
  });

  test('is the first age where there is nothing to tell them apart', () => {
    expect(firstChoice(spine, null).age).toBe(beforeBirth);
  });
});

describe('the matrix', () => {
  const one = columnsOf(spine, { outcome: communication, age: toddlers });

  test('has a column for each outcome and age that was asked for', () => {
    expect(one.map((column) => column.key)).toEqual(['communication.months-8-36']);
    expect(columnsOf(spine, { outcome: communication, age: 'all' })).toHaveLength(4);
    expect(columnsOf(spine, { outcome: 'all', age: toddlers })).toHaveLength(3);
    expect(columnsOf(spine, { outcome: 'all', age: 'all' })).toHaveLength(12);
  });

  test('keeps the groups of the spine until it is sorted', () => {
    const groups = rowsOf(evidence, one, 'factor');
    expect(groups.map(({ group }) => group?.title)).toEqual([
      'Parents and carers',
      'Services',
      'Social and physical environment'
    ]);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(24);
  });

  test('puts the strongest first, and unknown before no link', () => {
    const strengths = rowsOf(evidence, one, 'communication.months-8-36')
      .flatMap(({ rows }) => rows)
      .map((row) => row.cells[0]?.strength);
    expect(strengths.slice(0, 7)).toEqual(Array(7).fill('critical'));
    expect(strengths.slice(-4)).toEqual(['unknown', 'no-link', 'no-link', 'no-link']);
  });

  test('puts the most secure first when sorted by what works', () => {
    const securities = rowsOf(evidence, one, 'works')
      .flatMap(({ rows }) => rows)
      .map((row) => row.works.security);
    expect(securities[0]).toBe('strong');
    expect(securities.indexOf('mixed')).toBeLessThan(securities.indexOf('unknown'));
  });

  test('reads an order that nobody knows as the order of the spine', () => {
    expect(rowsOf(evidence, one, 'by-magic')).toEqual(rowsOf(evidence, one, 'factor'));
  });

  test('as a table has a row for every value, with its doubt and source, and leaves no unknown empty', () => {
    const columns = columnsOf(spine, { outcome: communication, age: 'all' });
    const groups = rowsOf(evidence, columns, 'factor');
    const [headings, ...rows] = matrixTable({ spine, columns, groups, published: { source } });
    expect(rows).toHaveLength(96);
    const strength = headings?.indexOf('What matters') ?? -1;
    expect(new Set(rows.map((row) => row[strength]))).toEqual(
      new Set(['Critical', 'Strong', 'Moderate', 'No link', 'Not known'])
    );
    const mustSay = ['How sure', 'Why', 'Where from', 'Attribution'];
    for (const name of mustSay) {
      const index = headings?.indexOf(name) ?? -1;
      expect(rows.every((row) => (row[index] ?? '') !== '')).toBe(true);
    }
  });

  test('prefers the surer of two that are equally strong', () => {
    const cells = [
      strengthOf(matrix, [], factor('parent-stress'), communication, beforeBirth),
      strengthOf(matrix, [], factor('overcrowded-accommodation'), communication, beforeBirth)
    ];
    expect(cells.map((cell) => [cell.strength, cell.confidence])).toEqual([
      ['strong', 'low'],
      ['strong', 'medium']
    ]);
    expect(cells.toSorted(compareMatters).map((cell) => cell.confidence)).toEqual([
      'medium',
      'low'
    ]);
  });
});

describe('the pathways of a factor', () => {
  test('are told apart by their direction, each with its other end named', () => {
    const { leadsTo, ledBy } = pathwaysOf(pathways, spine, factor('parent-stress'));
    expect(ledBy.map((step) => step.title)).toContain('Overcrowded accommodation');
    expect(leadsTo.map((step) => step.title)).toContain('Sensitive parenting and attachment');
    const crowding = ledBy.find((step) => step.title === 'Overcrowded accommodation');
    expect(crowding?.link).toMatchObject({ effect: 'raises', basis: 'toolkit-text' });
  });

  test('are none without a pack', () => {
    expect(pathwaysOf(null, spine, factor('schools'))).toEqual({ leadsTo: [], ledBy: [] });
  });
});
