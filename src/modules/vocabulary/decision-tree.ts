import { err, ok, type Result } from '#core/result';
import * as v from 'valibot';
import { idOf, readShape, repeatedIds, sentence, unknownIds, unless } from './reading.ts';
import type { ActionKindId, PackProblem, Spine } from './types.ts';

const slug = idOf<string>();

/** Where a question or a result comes from: the toolkit's own text, or our inference. `source` says it in a sentence. */
const origin = { basis: v.picklist(['toolkit-text', 'inference']), source: sentence };

/** How one aspect of a practice may be answered. */
export const aspectReplies = ['yes', 'no', 'cannot-tell'] as const;
export type AspectReply = (typeof aspectReplies)[number];

const turn = v.strictObject({ label: sentence, to: slug });
const asked = {
  id: slug,
  ask: sentence,
  help: sentence,
  /** What to lay beside the question while it is answered. */
  sees: v.array(v.picklist(['evidence', 'need', 'services', 'measures', 'what-works']))
};

const treeSchema = v.strictObject({
  start: slug,
  /** What the walk takes for granted before its first question. */
  premise: sentence,
  note: sentence,
  openPoints: v.array(sentence),
  nodes: v.array(
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('question'),
        ...asked,
        answers: v.pipe(
          v.array(v.strictObject({ answer: slug, label: sentence, to: slug })),
          v.minLength(2)
        ),
        ...origin
      }),
      /** A question that is answered aspect by aspect; the answers together say where the walk turns. */
      v.strictObject({
        kind: v.literal('aspects'),
        ...asked,
        aspects: v.pipe(
          v.array(v.strictObject({ id: slug, label: sentence, hint: sentence })),
          v.minLength(2)
        ),
        replies: v.strictObject({ yes: sentence, no: sentence, 'cannot-tell': sentence }),
        turns: v.strictObject({ 'all-yes': turn, 'some-no': turn, unclear: turn }),
        ...origin
      }),
      v.strictObject({
        kind: v.literal('result'),
        id: slug,
        title: sentence,
        /** The kinds of action that follow. The partnership keeps one of them or several. */
        actionKinds: v.pipe(v.array(idOf<ActionKindId>()), v.minLength(1)),
        meaning: sentence,
        ...origin
      })
    ])
  ),
  /** Questions of earlier versions, so that walks of that time still read. */
  formerly: v.array(
    v.strictObject({ id: slug, ask: sentence, answers: v.record(v.string(), sentence) })
  )
});

/** Questions that lead from a chosen factor to kinds of action. */
export type DecisionTree = v.InferOutput<typeof treeSchema>;
export type DecisionNode = DecisionTree['nodes'][number];
export type DecisionQuestion = Extract<DecisionNode, { kind: 'question' | 'aspects' }>;
export type DecisionResult = Extract<DecisionNode, { kind: 'result' }>;

/** The ways that lead on from a node: each answer with where it leads. */
function waysFrom(
  node: DecisionNode
): { readonly answer: string; readonly label: string; readonly to: string }[] {
  if (node.kind === 'result') return [];
  if (node.kind === 'question') return node.answers;
  return Object.entries(node.turns).map(([answer, one]) => ({ answer, ...one }));
}

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
    ...repeatedIds(file, 'nodes', [...tree.nodes, ...tree.formerly]),
    ...unknownIds(file, byId.keys(), [
      { path: 'start', id: tree.start },
      ...tree.nodes.flatMap((node, index) =>
        waysFrom(node).map((each) => ({ path: `nodes.${index}.answers`, id: each.to }))
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
  const follow = (id: string, before: readonly string[]): void => {
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
    if (node === undefined) return;
    for (const each of waysFrom(node)) follow(each.to, [...before, id]);
  };
  follow(tree.start, []);
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

/** One aspect of a practice, answered. */
export type AspectAnswer = { readonly aspect: string; readonly answer: AspectReply };

/** A question of the tree, answered. Where it asks aspect by aspect, `answer` is the turn that they make together. */
export type TreeAnswer = {
  readonly question: string;
  readonly answer: string;
  readonly aspects?: readonly AspectAnswer[];
};

/** Why answers do not lead through a tree. */
export type WalkProblem =
  | { readonly kind: 'unknown-question'; readonly question: string }
  | { readonly kind: 'unknown-answer'; readonly question: string };

/** Where a walk through the tree stands: at the next question, or at a result. */
export type WalkEnd = DecisionQuestion | DecisionResult;

/**
 * The turn that the answers about several aspects make together: any "no" outweighs what nobody can tell.
 * @example
 * turnOf(['yes', 'cannot-tell', 'no']) // 'some-no'
 */
export function turnOf(replies: readonly AspectReply[]): 'all-yes' | 'some-no' | 'unclear' {
  if (replies.includes('no')) return 'some-no';
  return replies.every((one) => one === 'yes') ? 'all-yes' : 'unclear';
}

/**
 * Follows the answers given so far through the tree.
 * Assumes: a tree that `readDecisionTree` accepted, so every answer leads somewhere and no walk goes round.
 * Refuses: an answer to a question that was not asked at that point, one that the question does not have, and an answer about
 * aspects that leaves one out or is not the turn that they make.
 */
export function walk(
  tree: DecisionTree,
  steps: readonly TreeAnswer[]
): Result<WalkEnd, WalkProblem> {
  const byId = new Map(tree.nodes.map((node) => [node.id, node]));
  let node = byId.get(tree.start);
  for (const step of steps) {
    if (node === undefined || node.kind === 'result' || node.id !== step.question) {
      return err({ kind: 'unknown-question', question: step.question });
    }
    const chosen = waysFrom(node).find((one) => one.answer === step.answer);
    if (chosen === undefined || !fitsAspects(node, step)) {
      return err({ kind: 'unknown-answer', question: step.question });
    }
    node = byId.get(chosen.to);
  }
  return node === undefined ? err({ kind: 'unknown-question', question: tree.start }) : ok(node);
}

function fitsAspects(node: DecisionQuestion, { answer, aspects = [] }: TreeAnswer): boolean {
  if (node.kind === 'question') return aspects.length === 0;
  return (
    aspects.length === node.aspects.length &&
    node.aspects.every(({ id }) => aspects.some(({ aspect }) => aspect === id)) &&
    turnOf(aspects.map((one) => one.answer)) === answer
  );
}

/** An answer in words: the question, what was answered, and aspect by aspect where it asks so. What the tree never had keeps its name. */
export function answerInWords(
  tree: DecisionTree,
  step: TreeAnswer
): { readonly ask: string; readonly answer: string } {
  const node = tree.nodes.find((one) => one.id === step.question);
  const former = tree.formerly.find((one) => one.id === step.question);
  if (node === undefined || node.kind === 'result') {
    return {
      ask: former?.ask ?? step.question,
      answer: former?.answers[step.answer] ?? step.answer
    };
  }
  const label = waysFrom(node).find((one) => one.answer === step.answer)?.label ?? step.answer;
  if (node.kind === 'question' || step.aspects === undefined)
    return { ask: node.ask, answer: label };
  const parts = step.aspects.map(({ aspect, answer }) => {
    const called = node.aspects.find(({ id }) => id === aspect)?.label ?? aspect;
    return `${called}: ${node.replies[answer].toLowerCase()}`;
  });
  return { ask: node.ask, answer: `${label} (${parts.join('; ')})` };
}
