import { isDate } from '#core/dates';
import { ok, type Result } from '#core/result';
import { answerForms, assessments, holders, meansThere, methods, subjects } from '#modules/needs';
import {
  type PackProblem,
  readShape,
  repeatedIds,
  type Spine,
  unknownIds
} from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());
const day = v.pipe(v.string(), v.check(isDate, 'a day such as 2026-11-21'));
const why = {
  why: mayBeEmpty,
  forWhom: mayBeEmpty,
  usedBy: mayBeEmpty,
  workCost: mayBeEmpty,
  cameOfIt: mayBeEmpty
};

const needsSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  sources: v.array(
    v.strictObject({
      id: words,
      /** The day on which it was entered. */
      addedOn: day,
      title: words,
      publisher: words,
      coverage: words,
      strengths: words,
      limitations: words,
      licence: words,
      link: mayBeEmpty,
      factors: v.array(words),
      keyInsight: mayBeEmpty,
      indicators: v.array(words),
      freshOn: v.nullable(day),
      ...why
    })
  ),
  questions: v.array(
    v.strictObject({
      id: words,
      addedOn: day,
      gap: words,
      question: words,
      method: v.picklist(methods),
      resource: mayBeEmpty,
      means: v.nullable(v.picklist(meansThere)),
      adjusted: mayBeEmpty,
      ownerRole: mayBeEmpty,
      dueOn: v.nullable(day),
      factor: v.nullable(words),
      outcomes: v.array(words),
      ages: v.array(words),
      addsValue: mayBeEmpty,
      answerForm: v.nullable(v.picklist(answerForms)),
      expertise: mayBeEmpty,
      source: v.nullable(words),
      status: v.picklist(['open', 'under-way', 'dropped']),
      answer: v.nullable(v.strictObject({ finding: words, foundOn: day }))
    })
  ),
  items: v.array(
    v.strictObject({
      id: words,
      addedOn: day,
      title: words,
      heldWhere: words,
      subject: v.picklist(subjects),
      specialCategory: v.boolean(),
      /** Steps that were left for later are `null`. */
      holder: v.nullable(v.picklist(holders)),
      lawfulBasis: v.nullable(words),
      specialCondition: v.nullable(words),
      sharing: v.nullable(
        v.strictObject({
          shared: v.boolean(),
          sharedWith: mayBeEmpty,
          legalGateway: v.nullable(words),
          agreementReference: mayBeEmpty,
          agreementOn: v.nullable(day),
          agreementCheckedOn: v.nullable(day)
        })
      ),
      assessment: v.nullable(
        v.strictObject({ assessment: v.picklist(assessments), assessedOn: v.nullable(day) })
      ),
      complaintsContact: mayBeEmpty,
      keeping: v.strictObject({
        retention: mayBeEmpty,
        ownerRole: mayBeEmpty,
        reviewOn: v.nullable(day)
      }),
      purpose: v.strictObject(why)
    })
  )
});

/** The made-up place’s data library, needs-analysis plan and register. */
export type MadeUpNeeds = v.InferOutput<typeof needsSchema>;

/** Reads them. Refuses another shape, an id that stands twice, and a factor, indicator or source that is not there. */
export function readMadeUpNeeds(
  json: unknown,
  known: { readonly spine: Spine; readonly indicators: readonly { readonly id: string }[] },
  file = 'needs.json'
): Result<MadeUpNeeds, readonly PackProblem[]> {
  const shape = readShape(needsSchema, json, file);
  if (!shape.ok) return shape;
  const { sources, questions, items } = shape.value;
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'sources', sources),
    ...repeatedIds(file, 'questions', questions),
    ...repeatedIds(file, 'items', items),
    ...unknownIds(file, ids(known.spine.factors), [
      ...sources.flatMap((one, index) =>
        one.factors.map((id) => ({ path: `sources.${index}.factors`, id }))
      ),
      ...questions.flatMap((one, index) =>
        one.factor === null ? [] : [{ path: `questions.${index}.factor`, id: one.factor }]
      )
    ]),
    ...unknownIds(
      file,
      ids(known.indicators),
      sources.flatMap((one, index) =>
        one.indicators.map((id) => ({ path: `sources.${index}.indicators`, id }))
      )
    ),
    ...unknownIds(
      file,
      ids(sources),
      questions.flatMap((one, index) =>
        one.source === null ? [] : [{ path: `questions.${index}.source`, id: one.source }]
      )
    )
  ];
  return problems.length === 0 ? ok(shape.value) : { ok: false, error: problems };
}
