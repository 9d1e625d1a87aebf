import * as v from 'valibot';
import type { Result } from '#core/result';
import { idOf, readShape, repeatedIds, sentence, unless } from './reading.ts';
import type { PackProblem } from './types.ts';

const slug = idOf<string>();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Kinds of record from which a section of a strategy can be filled. */
const recordKinds = [
  'actions',
  'aims',
  'boundaries',
  'decisions',
  'evidence',
  'governance',
  'groups',
  'indicators',
  'measures',
  'priorities',
  'services',
  'stakeholders',
  'tests',
  'vision'
] as const;

const sectionsSchema = v.strictObject({
  sections: v.pipe(
    v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        plainTitle: sentence,
        guidance: sentence,
        prompts: v.array(sentence),
        filledFrom: v.array(v.picklist(recordKinds))
      })
    ),
    v.minLength(1)
  )
});

/** The sections of a strategy document, in order. */
export type StrategySections = v.InferOutput<typeof sectionsSchema>;
export type StrategySection = StrategySections['sections'][number];

/** Reads the sections of a strategy. Refuses another shape and a section that stands twice. */
export function readStrategySections(
  json: unknown,
  file = 'sections.json'
): Result<StrategySections, readonly PackProblem[]> {
  const shape = readShape(sectionsSchema, json, file);
  if (!shape.ok) return shape;
  return unless(repeatedIds(file, 'sections', shape.value.sections), shape.value);
}

/** Which rule over the records answers a line; null where a person answers by hand. */
const rule = v.nullable(slug);

const criteriaSchema = v.strictObject({
  note: sentence,
  /** What a reader has to know before trusting it. */
  warning: sentence,
  plansReviewed: count,
  criteria: v.array(
    v.strictObject({
      id: slug,
      /** As published, such as 6a. */
      number: sentence,
      title: sentence,
      question: sentence,
      rule,
      metFully: count,
      metPartly: count,
      notMet: count
    })
  )
});

/** The Scottish review criteria, with how many of the plans reviewed met each. */
export type PlanCriteria = v.InferOutput<typeof criteriaSchema>;

/** Reads review criteria. Refuses another shape, repeated ids, and counts that do not add up. */
export function readPlanCriteria(
  json: unknown,
  file = 'criteria.json'
): Result<PlanCriteria, readonly PackProblem[]> {
  const shape = readShape(criteriaSchema, json, file);
  if (!shape.ok) return shape;
  const { criteria, plansReviewed } = shape.value;
  const problems = repeatedIds(file, 'criteria', criteria);
  for (const [index, each] of criteria.entries()) {
    if (each.metFully + each.metPartly + each.notMet !== plansReviewed) {
      problems.push({
        kind: 'wrong-shape',
        file,
        path: `criteria.${index}`,
        expected: `counts that add up to ${plansReviewed}`
      });
    }
  }
  return unless(problems, shape.value);
}

const stepsSchema = v.strictObject({
  note: sentence,
  steps: v.array(
    v.strictObject({ id: slug, number: count, title: sentence, meaning: sentence, rule })
  )
});

/** Steps of planning, in order. */
export type PlanningSteps = v.InferOutput<typeof stepsSchema>;

/** Reads planning steps. Refuses another shape, repeated ids, and steps not numbered 1, 2, 3, …. */
export function readPlanningSteps(
  json: unknown,
  file = 'steps.json'
): Result<PlanningSteps, readonly PackProblem[]> {
  const shape = readShape(stepsSchema, json, file);
  if (!shape.ok) return shape;
  const problems = repeatedIds(file, 'steps', shape.value.steps);
  for (const [index, each] of shape.value.steps.entries()) {
    if (each.number !== index + 1) {
      problems.push({
        kind: 'out-of-order',
        file,
        path: `steps.${index}.number`,
        expected: String(index + 1)
      });
    }
  }
  return unless(problems, shape.value);
}

const localPlanSchema = v.strictObject({
  note: sentence,
  warning: sentence,
  criteria: v.array(
    v.strictObject({
      id: slug,
      number: sentence,
      title: sentence,
      question: sentence,
      /** Not among the points that are asked of every plan. */
      addedForCairn: v.boolean(),
      rule
    })
  )
});

/** What a local plan is to hold. */
export type LocalPlanCriteria = v.InferOutput<typeof localPlanSchema>;

/** Reads what a local plan is to hold. Refuses another shape and repeated ids. */
export function readLocalPlanCriteria(
  json: unknown,
  file = 'criteria.json'
): Result<LocalPlanCriteria, readonly PackProblem[]> {
  const shape = readShape(localPlanSchema, json, file);
  if (!shape.ok) return shape;
  return unless(repeatedIds(file, 'criteria', shape.value.criteria), shape.value);
}
