import type { Result } from '#core/result';
import * as v from 'valibot';
import { idOf, readShape, repeatedIds, sentence, unless } from './reading.ts';
import type { PackProblem, StageId } from './types.ts';

/** The section of the toolkit that something stands in, such as `1.3.2`. */
const section = v.pipe(v.string(), v.regex(/^\d\.\d(\.\d)?$/, 'a section as 1.3.2'));
const goals = v.pipe(v.array(sentence), v.minLength(2), v.maxLength(3));

/** Kinds of record that show that an action of a stage is done or begun. */
export const stageRecords = [
  'considered',
  'decisions',
  'groups',
  'indicators',
  'insights',
  'measures',
  'pathway-links',
  'priorities',
  'programmes',
  'questions',
  'services',
  'sources',
  'strategy-versions',
  'tests',
  'voices'
] as const;
export type StageRecord = (typeof stageRecords)[number];

/** `path` is the part of a partnership in which it is done, such as `evidence/pathways`; `null` where Cairn has none for it yet. */
const action = v.strictObject({
  text: sentence,
  path: v.nullable(v.pipe(v.string(), v.regex(/^[a-z-]+(\/[a-z-]+)*$/, 'a path'))),
  section,
  /** Which records tick it; `null` where only people can say. */
  records: v.nullable(v.picklist(stageRecords))
});

const stage = v.strictObject({
  id: idOf<StageId>(),
  /** 1 to the number of stages. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: sentence,
  /** The usual time it takes, in words. */
  usualTime: sentence,
  /** The stage before whose decisions a low confidence in this one asks for more work; `null` for the last. */
  neededBefore: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2))),
  goals,
  /** What should be there before it begins. */
  readiness: v.strictObject({ time: sentence, resources: sentence, conditions: sentence }),
  actions: v.pipe(v.array(action), v.minLength(1)),
  /** To think over together while the work goes on. */
  questions: v.pipe(v.array(v.strictObject({ text: sentence, section })), v.minLength(1)),
  /** Statements whose confidence is asked at its end. */
  stockTake: v.pipe(v.array(sentence), v.minLength(1)),
  /** What should exist at its end. */
  products: v.pipe(v.array(sentence), v.minLength(1)),
  /** What to read further; no addresses, for they change. */
  reading: v.array(v.strictObject({ title: sentence, by: sentence, about: sentence }))
});

const stagesSchema = v.strictObject({
  /** What to know before the first of them. */
  orientation: v.strictObject({ title: sentence, goals, use: v.array(sentence) }),
  stages: v.pipe(v.array(stage), v.minLength(1))
});

/** The stages from evidence to learning. They are revisited and overlap; their order is only the usual one. */
export type Stages = v.InferOutput<typeof stagesSchema>;
export type Stage = Stages['stages'][number];

/** Reads the stages. Refuses another shape, a stage that stands twice, and stages not numbered 1, 2, 3, …. */
export function readStages(
  json: unknown,
  file = 'stages.json'
): Result<Stages, readonly PackProblem[]> {
  const shape = readShape(stagesSchema, json, file);
  if (!shape.ok) return shape;
  const { stages } = shape.value;
  const problems: PackProblem[] = [...repeatedIds(file, 'stages', stages)];
  for (const [index, each] of stages.entries()) {
    if (each.order !== index + 1) {
      problems.push({
        kind: 'out-of-order',
        file,
        path: `stages.${index}.order`,
        expected: String(index + 1)
      });
    }
    const { neededBefore } = each;
    if (neededBefore !== null && (neededBefore <= each.order || neededBefore > stages.length)) {
      const path = `stages.${index}.neededBefore`;
      problems.push({ kind: 'wrong-shape', file, path, expected: 'a later stage' });
    }
  }
  return unless(problems, shape.value);
}
