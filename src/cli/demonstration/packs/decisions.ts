import { stances } from '#modules/groups';
import { isDate } from '#core/dates';
import { ok, type Result } from '#core/result';
import {
  askAnswers,
  askKinds,
  consultationWays,
  consulted,
  decisionKinds,
  interestAnswers,
  interestKinds,
  levels,
  paperKinds,
  paperStatuses
} from '#modules/decisions';
import {
  citation,
  readShape,
  repeatedIds,
  unknownIds,
  type PackProblem,
  type Spine
} from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());
const day = v.pipe(v.string(), v.check(isDate, 'a day such as 2026-11-21'));
const source = v.nullable(citation);
/** The day on which it was entered; `null` where it is entered with the rest of the place. */
const head = { id: words, addedOn: v.nullable(day) };

const decisionsSchema = v.strictObject({
  /** Said by the made-up place alone, with the sentence that says so. */
  madeUp: v.optional(v.literal(true)),
  banner: v.optional(words),
  papers: v.array(
    v.strictObject({
      ...head,
      title: words,
      kind: v.picklist(paperKinds),
      about: words,
      group: v.nullable(words),
      meetingOn: v.nullable(day),
      authorRole: mayBeEmpty,
      datedOn: v.nullable(day),
      status: v.picklist(paperStatuses),
      source
    })
  ),
  consultations: v.array(
    v.strictObject({
      ...head,
      title: words,
      way: v.picklist(consultationWays),
      people: v.array(v.picklist(consulted)),
      heldOn: day,
      how: mayBeEmpty,
      howMany: v.nullable(v.number()),
      toldFirst: mayBeEmpty,
      said: mayBeEmpty,
      changed: mayBeEmpty,
      ownerRole: mayBeEmpty,
      tellBackBy: v.nullable(day),
      toldBackOn: v.nullable(day),
      toldBackHow: mayBeEmpty,
      factors: v.array(words),
      source
    })
  ),
  decisions: v.array(
    v.strictObject({
      ...head,
      title: words,
      question: mayBeEmpty,
      decided: words,
      kind: v.picklist(decisionKinds),
      group: v.nullable(words),
      body: mayBeEmpty,
      decidedOn: v.nullable(day),
      basis: mayBeEmpty,
      options: mayBeEmpty,
      present: v.array(words),
      conditions: mayBeEmpty,
      conditionsDueOn: v.nullable(day),
      papers: v.array(words),
      consultations: v.array(words),
      agreements: v.array(
        v.strictObject({
          body: words,
          stance: v.picklist(stances),
          statedOn: v.nullable(day),
          byRole: mayBeEmpty,
          conditions: mayBeEmpty
        })
      ),
      interests: v.array(
        v.strictObject({
          whoRole: words,
          kind: v.picklist(interestKinds),
          interest: words,
          declaredOn: v.nullable(day),
          done: v.picklist(interestAnswers)
        })
      ),
      isConfirmed: v.boolean(),
      source
    })
  ),
  asks: v.array(
    v.strictObject({
      ...head,
      kind: v.picklist(askKinds),
      title: words,
      why: mayBeEmpty,
      from: v.nullable(words),
      to: v.nullable(words),
      toBody: mayBeEmpty,
      sentOn: v.nullable(day),
      answerBy: v.nullable(day),
      answer: v.nullable(v.picklist(askAnswers)),
      answeredOn: v.nullable(day),
      answerText: mayBeEmpty,
      source
    })
  ),
  disputes: v.array(
    v.strictObject({
      ...head,
      subject: words,
      parties: v.array(words),
      group: v.nullable(words),
      raisedOn: day,
      raisedBy: mayBeEmpty,
      about: mayBeEmpty,
      steps: v.array(
        v.strictObject({ group: words, level: v.picklist(levels), since: day, tried: mayBeEmpty })
      ),
      settledOn: v.nullable(day),
      settledHow: mayBeEmpty
    })
  )
});

/** What groups of a place of the demonstration decided, on which papers; consultations, asks and disputes. */
export type PlaceDecisions = v.InferOutput<typeof decisionsSchema>;

/** Reads them. Refuses another shape, an id that stands twice, and a group, paper, consultation or factor that is not there. */
export function readDecisions(
  json: unknown,
  known: { readonly spine: Spine; readonly groups: readonly { readonly id: string }[] },
  file = 'decisions.json'
): Result<PlaceDecisions, readonly PackProblem[]> {
  const shape = readShape(decisionsSchema, json, file);
  if (!shape.ok) return shape;
  const { papers, consultations, decisions, asks, disputes } = shape.value;
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const named = (path: string, given: readonly (string | null)[]) =>
    given.flatMap((id) => (id === null ? [] : [{ path, id }]));
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'papers', papers),
    ...repeatedIds(file, 'consultations', consultations),
    ...repeatedIds(file, 'decisions', decisions),
    ...repeatedIds(file, 'asks', asks),
    ...repeatedIds(file, 'disputes', disputes),
    ...unknownIds(file, ids(known.groups), [
      ...papers.flatMap(({ id, group }) => named(`papers.${id}`, [group])),
      ...decisions.flatMap(({ id, group }) => named(`decisions.${id}`, [group])),
      ...asks.flatMap(({ id, from, to }) => named(`asks.${id}`, [from, to])),
      ...disputes.flatMap(({ id, group, steps }) =>
        named(`disputes.${id}`, [group, ...steps.map((step) => step.group)])
      )
    ]),
    ...unknownIds(
      file,
      ids(papers),
      decisions.flatMap((one) => named(`decisions.${one.id}`, one.papers))
    ),
    ...unknownIds(
      file,
      ids(consultations),
      decisions.flatMap((one) => named(`decisions.${one.id}`, one.consultations))
    ),
    ...unknownIds(
      file,
      ids(known.spine.factors),
      consultations.flatMap(({ id, factors }) => named(`consultations.${id}`, factors))
    )
  ];
  return problems.length === 0 ? ok(shape.value) : { ok: false, error: problems };
}
