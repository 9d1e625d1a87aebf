import * as v from 'valibot';
import type { Result } from '#core/result';
import { idOf, readShape, repeatedIds, sentence, unknownIds, unless } from './reading.ts';
import type { ActionKindId, PackProblem, Spine } from './types.ts';

const slug = idOf<string>();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Kinds of record from which a section of a strategy can be filled. */
const recordKinds = [
  'actions',
  'aims',
  'boundaries',
  'decisions',
  'evidence',
  'groups',
  'indicators',
  'measures',
  'priorities',
  'services',
  'stakeholders',
  'tests'
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

const basis = v.picklist(['toolkit-text', 'inference']);
const treeSchema = v.strictObject({
  start: slug,
  note: sentence,
  openPoints: v.array(sentence),
  nodes: v.array(
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('question'),
        id: slug,
        ask: sentence,
        help: sentence,
        /** What to lay beside the question while it is answered. */
        sees: v.array(v.picklist(['evidence', 'need', 'services', 'measures', 'what-works'])),
        answers: v.pipe(
          v.array(v.strictObject({ answer: slug, label: sentence, to: slug })),
          v.minLength(2)
        ),
        basis
      }),
      v.strictObject({
        kind: v.literal('result'),
        id: slug,
        title: sentence,
        /** One kind of action, or several among which the partnership chooses. */
        actionKinds: v.pipe(v.array(idOf<ActionKindId>()), v.minLength(1)),
        meaning: sentence,
        basis
      })
    ])
  )
});

/** Questions that lead from a chosen factor to a kind of action. */
export type DecisionTree = v.InferOutput<typeof treeSchema>;
export type DecisionNode = DecisionTree['nodes'][number];
export type DecisionQuestion = Extract<DecisionNode, { kind: 'question' }>;
export type DecisionResult = Extract<DecisionNode, { kind: 'result' }>;

/**
 * Reads a decision tree. Refuses another shape; a node that stands twice; an answer that leads
 * nowhere; a kind of action the spine does not know; a walk that can come back to where it has been;
 * a node that no walk from the start reaches.
 */
export function readDecisionTree(
  json: unknown,
  spine: Spine,
  file = 'tree.json'
): Result<DecisionTree, readonly PackProblem[]> {
  const shape = readShape(treeSchema, json, file);
  if (!shape.ok) return shape;
  const tree = shape.value;
  const byId = new Map(tree.nodes.map((node) => [node.id, node]));
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'nodes', tree.nodes),
    ...unknownIds(file, byId.keys(), [
      { path: 'start', id: tree.start },
      ...tree.nodes.flatMap((node, index) =>
        node.kind === 'question'
          ? node.answers.map((each) => ({ path: `nodes.${index}.answers`, id: each.to }))
          : []
      )
    ]),
    ...unknownIds(
      file,
      spine.actionKinds.map((each) => each.id),
      tree.nodes.flatMap((node, index) =>
        node.kind === 'result'
          ? node.actionKinds.map((id) => ({ path: `nodes.${index}.actionKinds`, id }))
          : []
      )
    )
  ];
  const reached = new Set<string>();
  const walk = (id: string, before: readonly string[]): void => {
    if (before.includes(id)) {
      problems.push({
        kind: 'out-of-order',
        file,
        path: 'nodes',
        expected: `no way back to ${id}`
      });
      return;
    }
    reached.add(id);
    const node = byId.get(id);
    if (node?.kind !== 'question') return;
    for (const each of node.answers) walk(each.to, [...before, id]);
  };
  walk(tree.start, []);
  for (const [index, node] of tree.nodes.entries()) {
    if (!reached.has(node.id)) {
      problems.push({
        kind: 'missing-entry',
        file,
        path: `nodes.${index}`,
        id: `a way to ${node.id}`
      });
    }
  }
  return unless(problems, tree);
}

const criteriaSchema = v.strictObject({
  note: sentence,
  plansReviewed: count,
  criteria: v.array(
    v.strictObject({
      id: slug,
      /** As published, such as 6a. */
      number: sentence,
      title: sentence,
      question: sentence,
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
  steps: v.array(v.strictObject({ id: slug, number: count, title: sentence, meaning: sentence }))
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
