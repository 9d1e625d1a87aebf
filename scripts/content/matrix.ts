// Turns the reading of the toolkit's evidence matrix (JSON, given folder) into
// content/evidence/early-learning-communities/matrix.json and pathways.json.
// Run: node scripts/content/matrix.ts <folder with matrix-reconstruction.json>
import { join } from 'node:path';
import * as v from 'valibot';
import { contentFile, readJson, sourceFolder, writeJsonRows } from './json.ts';
import { ageIds, factorIds, outcomeIds, spineId } from './spine-ids.ts';

const certainty = v.picklist(['high', 'medium', 'low', 'none']);
const reading = v.object({
  pages: v.array(
    v.object({
      page: v.number(),
      outcome: v.string(),
      age: v.string(),
      seed_lines: v.tuple([v.number(), v.number()])
    })
  ),
  cells: v.array(
    v.object({
      outcome: v.string(),
      age: v.string(),
      factor: v.string(),
      page: v.number(),
      extracted: v.object({ state: v.string() }),
      reading: v.object({
        included: v.nullable(v.boolean()),
        included_confidence: certainty,
        strength: v.nullable(v.picklist([1, 2, 3])),
        strength_confidence: certainty,
        strength_basis: v.nullable(v.string())
      }),
      note: v.optional(v.nullable(v.string()))
    })
  ),
  pathways: v.object({
    edges: v.array(
      v.object({
        frm: v.string(),
        to: v.string(),
        sign: v.picklist(['+', '-']),
        basis: v.string(),
        confidence: v.picklist(['high', 'medium', 'low']),
        pathway: v.string()
      })
    )
  })
});
type Cell = v.InferOutput<typeof reading>['cells'][number];

/** Our own sentence for each way in which a cell was read. */
const reasons = [
  ['no-mark', 'The factor stands on this page without a mark, which in the toolkit means that the research draws no link.'],
  ['three-levels', 'The page shows three different marks and its key is whole. The marks are the same for all three outcomes, which calls for some care.'],
  ['three-levels-alone', 'The page shows three different marks and its key is whole.'],
  ['only-here', 'Marked on this page only; the other two outcomes leave the factor unmarked or unreadable at this age.'],
  ['not-marked-here-only', 'Unmarked for this outcome, although marked as moderate for the other two: a slip is possible.'],
  ['not-marked-mixed', 'Unmarked here, marked as moderate for numeracy and missing for communication: the three pages do not agree.'],
  ['same-marks-alone', 'Marked, but every mark on this page came out the same, and no other page can confirm how strong.'],
  ['same-marks-agree', 'Marked. Every mark on this page came out the same, but the strength agrees with the pages for 8 to 36 months.'],
  ['carried-from-toddlers', 'Marked, but every mark on this page came out as critical. The strength is carried over from the pages for 8 to 36 months.'],
  ['carried-from-one-page', 'Marked, but every mark on this page came out as critical. The strength is carried over from a single page, numeracy at 8 to 36 months.'],
  ['no-strength-anywhere', 'Marked, but every mark on this page came out as critical, and no other page carries the factor. The strength is not known.'],
  ['carried-from-outcomes', 'Marked, but the marks on this page all came out the same. The strength is carried over from the two other outcomes at this age, which agree.'],
  ['label-missing-before-birth', 'The factor’s name is missing from the page. It is one of six that reach a child before birth, all missing together, so it is read as marked, with a strength carried over from 8 to 36 months.'],
  ['label-missing-toddlers', 'The factor’s name is missing from the page, and the pages of the other outcomes disagree. Whether there is a link is not known; if there is, it would read as moderate.'],
  ['moved-without-mark', 'Printed without a mark, but moved to the top of the page by the damage. A missing mark would be surprising at this age, so it is left unknown.'],
  ['schools-unclear', 'Printed without a mark on all three pages for this age, yet flagged on the full matrix and given a pathway. Left unknown.'],
  ['page-lost-unmarked', 'This page was lost. On the two pages for the same age the factor is unmarked.'],
  ['page-lost-marked', 'This page was lost. On the two pages for the same age the factor is marked, and its strength is taken from them.'],
  ['page-lost-missing', 'This page was lost, and on the two pages for the same age the factor’s name is missing. It is read as marked because it can reach a child before birth, with a strength carried over from 8 to 36 months.']
] as const;
type ReasonId = (typeof reasons)[number][0];

function reasonFor(cell: Cell): ReasonId {
  const { included, strength_basis: basis, strength } = cell.reading;
  const note = cell.note ?? '';
  if (note.startsWith('page content lost')) {
    if (included === false) return 'page-lost-unmarked';
    return basis === 'analogy_pages_1_5' ? 'page-lost-marked' : 'page-lost-missing';
  }
  if (included === null) {
    if (cell.extracted.state === 'label_missing') return 'label-missing-toddlers';
    return cell.factor === 'schools' ? 'schools-unclear' : 'moved-without-mark';
  }
  if (!included) {
    if (note === '') return 'no-mark';
    return note.startsWith('unticked here,') ? 'not-marked-mixed' : 'not-marked-here-only';
  }
  if (strength === null) return 'no-strength-anywhere';
  if (cell.extracted.state === 'label_missing') return 'label-missing-before-birth';
  switch (basis) {
    case 'extracted':
      if (note === '') return 'three-levels-alone';
      return note.startsWith('ticked on this outcome only') ? 'only-here' : 'three-levels';
    case 'extracted_uniform_page':
      return note.includes('agrees') ? 'same-marks-agree' : 'same-marks-alone';
    case 'carried_from_8_36':
      return note.includes('only other mark') ? 'carried-from-one-page' : 'carried-from-toddlers';
    case 'carried_from_other_outcomes_30_60':
      return 'carried-from-outcomes';
    default:
      throw new Error(`No sentence for the basis "${basis ?? 'none'}"`);
  }
}

const strengths = { 1: 'moderate', 2: 'strong', 3: 'critical' } as const;
const order = ['none', 'low', 'medium', 'high'] as const;

/** The less sure of two readings: a cell is no surer than its weakest part. */
function lessSure(a: (typeof order)[number], b: (typeof order)[number]): (typeof order)[number] {
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

function strengthAndConfidence({ reading: read }: Cell): { strength: string; confidence: string } {
  if (read.included === null) return { strength: 'unknown', confidence: 'none' };
  if (!read.included) return { strength: 'no-link', confidence: read.included_confidence };
  if (read.strength === null) return { strength: 'unknown', confidence: 'none' };
  return {
    strength: strengths[read.strength],
    confidence: lessSure(read.included_confidence, read.strength_confidence)
  };
}

const matrix = v.parse(reading, readJson(join(sourceFolder(), 'matrix-reconstruction.json')));

writeJsonRows(
  contentFile('evidence', 'early-learning-communities', 'matrix.json'),
  {
    document: 'Early Learning Communities Toolkit, version 1.0 (2019), appendix 2, evidence matrix',
    banner:
      'Read back from a damaged copy of the published matrix. Each value carries how sure we are of it; none has been checked by the publisher.',
    doubts: [
      'No page names its outcome. Pages were given to outcomes in the order in which the outcomes are printed.',
      'Ages were told from the pattern of services on each page, which repeats three times and is clear.',
      'The readable pages carry the same strengths for all three outcomes, although the toolkit says that they differ.',
      'No strength deserves high confidence; high confidence is given only to the absence of a mark.'
    ],
    scale: {
      critical: 'A critical influence on the outcome at this age.',
      strong: 'A strong influence on the outcome at this age.',
      moderate: 'A modest influence on the outcome at this age.',
      'no-link': 'The research draws no link at this age.',
      unknown: 'The copy cannot be read here. This is not the same as no link.'
    },
    confidenceScale: {
      high: 'Clear on the page.',
      medium: 'On the page, with a reason for doubt.',
      low: 'Carried over from another page, or contradicted somewhere.',
      none: 'Nothing to go on.'
    },
    reasons: reasons.map(([id, text]) => ({ id, text })),
    pages: matrix.pages.map((page) => ({
      page: page.page,
      outcome: spineId(outcomeIds, page.outcome),
      age: spineId(ageIds, page.age),
      section: `Appendix 2, matrix page ${page.page} of 12 (lines ${page.seed_lines.join('–')} of the text copy)`
    }))
  },
  'cells',
  matrix.cells.map((cell) => ({
    outcome: spineId(outcomeIds, cell.outcome),
    age: spineId(ageIds, cell.age),
    factor: spineId(factorIds, cell.factor),
    ...strengthAndConfidence(cell),
    reason: reasonFor(cell),
    page: cell.page
  }))
);

const pathwayTitles: Readonly<Record<string, string>> = {
  social_physical_environment: 'social-and-physical-environment',
  parent_carer: 'parents-and-carers',
  antenatal_services: 'antenatal-care',
  postnatal_services: 'postnatal-care',
  nursery_childrens_centres_schools: 'nurseries-centres-and-schools'
};

function basisOf(text: string): { basis: string; note: string } {
  if (text.startsWith('seed text') && text.includes('EPPE'))
    return {
      basis: 'toolkit-text',
      note: 'The toolkit names nursery as acting directly (section 1.3.2), and the EPPE study of pre-school found lasting effects of its length and quality.'
    };
  if (text.startsWith('seed text 0.2'))
    return {
      basis: 'toolkit-text',
      note: 'The toolkit calls this a foundation of the learning outcomes and a steady indirect route to them (sections 0.2 and 1.3.2).'
    };
  if (text.includes('schooling'))
    return { basis: 'toolkit-text', note: 'The toolkit names schooling as acting directly (section 1.3.2).' };
  if (text.startsWith('seed text'))
    return {
      basis: 'toolkit-text',
      note: 'A step in the toolkit’s own example, from a crowded home through stress and interaction to learning (section 1.3.2).'
    };
  if (text.includes('EIF'))
    return {
      basis: 'literature-read',
      note: 'Parenting programmes rated in the Early Intervention Foundation’s guidebook report this effect on children.'
    };
  if (text.includes('source found'))
    return {
      basis: 'literature-read',
      note: 'The EPPE study ties the home learning environment, or pre-school, to this outcome.'
    };
  if (text.startsWith('inference'))
    return { basis: 'inference', note: 'Inferred from what the toolkit says about time, hopes and taking part; no study was read.' };
  return {
    basis: 'general-knowledge',
    note: 'Widely held in the field; no study was read for this link.'
  };
}

type PathwayEnd = { kind: 'every-primary-outcome' } | { kind: 'outcome' | 'factor'; id: string };

function endOf(id: string): PathwayEnd {
  if (id === 'early_learning_outcomes') return { kind: 'every-primary-outcome' };
  if (id in outcomeIds) return { kind: 'outcome', id: spineId(outcomeIds, id) };
  return { kind: 'factor', id: spineId(factorIds, id) };
}

writeJsonRows(
  contentFile('evidence', 'early-learning-communities', 'pathways.json'),
  {
    banner:
      'The pathway diagrams of the toolkit could not be read. Seven of these links rest on its text; the rest are our proposal, each with what it rests on.',
    signNote:
      'Raises or lowers says what more of the first does to the second, both as they are named: more overcrowding raises stress.',
    pathways: [
      { id: 'social-and-physical-environment', title: 'Where families live' },
      { id: 'parents-and-carers', title: 'Parents and carers' },
      { id: 'antenatal-care', title: 'Care before birth' },
      { id: 'postnatal-care', title: 'Care after birth' },
      { id: 'nurseries-centres-and-schools', title: 'Nurseries, children’s centres and schools' }
    ]
  },
  'links',
  matrix.pathways.edges.map((edge) => ({
    pathway: spineId(pathwayTitles, edge.pathway),
    from: endOf(edge.frm),
    to: endOf(edge.to),
    effect: edge.sign === '+' ? 'raises' : 'lowers',
    ...basisOf(edge.basis),
    confidence: edge.confidence
  }))
);
