import { isDate } from '#core/dates';
import { ok, type Result } from '#core/result';
import { approvalStates, askedOfBodies, bodyKinds, uptakes, versionReasons } from '#modules/bodies';
import { checkRules } from '#modules/checks';
import {
  governanceParts,
  keepings,
  legalForms,
  policies,
  policyStandings
} from '#modules/cooperation';
import {
  citation,
  readShape,
  repeatedIds,
  unknownIds,
  type PackProblem
} from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());
const day = v.pipe(v.string(), v.check(isDate, 'a day such as 2026-11-21'));
const source = v.nullable(citation);
/** The day on which it was entered; `null` where it is entered with the rest of the place. */
const addedOn = v.nullable(day);

const bodiesSchema = v.strictObject({
  /** Said by the made-up place alone, with the sentence that says so. */
  madeUp: v.optional(v.literal(true)),
  banner: v.optional(words),
  bodies: v.array(
    v.strictObject({
      id: words,
      name: words,
      kind: v.picklist(bodyKinds),
      mustApprove: v.boolean(),
      takesUpAims: v.boolean(),
      source
    })
  ),
  versions: v.array(
    v.strictObject({
      addedOn,
      title: words,
      period: mayBeEmpty,
      reasons: v.array(v.picklist(versionReasons)),
      note: mayBeEmpty,
      source,
      said: v.array(
        v.strictObject({
          body: words,
          asked: v.picklist(askedOfBodies),
          state: v.picklist(approvalStates),
          statedOn: v.nullable(day),
          reference: mayBeEmpty,
          conditions: mayBeEmpty,
          conditionsMetOn: v.nullable(day),
          source
        })
      )
    })
  ),
  uptakes: v.array(
    v.strictObject({
      addedOn,
      /** The title of the aim in the plan. */
      aim: words,
      body: words,
      uptake: v.picklist(uptakes),
      reason: mayBeEmpty,
      localTitle: mayBeEmpty,
      differs: mayBeEmpty,
      localLead: mayBeEmpty,
      accountableTo: mayBeEmpty,
      dueOn: v.nullable(day),
      progress: mayBeEmpty,
      isGoodPractice: v.boolean(),
      goodPractice: mayBeEmpty,
      source
    })
  ),
  elements: v.array(
    v.strictObject({
      addedOn,
      aim: words,
      title: words,
      sameBy: v.nullable(day),
      sameIn: v.array(words),
      differentIn: v.array(words),
      note: mayBeEmpty,
      source
    })
  ),
  /** Governance beyond the groups. */
  arrangements: v.strictObject({
    parts: v.array(
      v.strictObject({
        addedOn,
        part: v.picklist(governanceParts),
        doneBy: mayBeEmpty,
        groups: v.array(words),
        how: mayBeEmpty,
        gap: mayBeEmpty,
        nextStep: mayBeEmpty,
        ownerRole: mayBeEmpty,
        source
      })
    ),
    form: v.nullable(
      v.strictObject({
        addedOn,
        /** One a line, as a person types them. */
        activities: mayBeEmpty,
        form: v.picklist(legalForms),
        why: mayBeEmpty,
        leadBody: mayBeEmpty,
        backbone: mayBeEmpty,
        agreedOn: v.nullable(day),
        agreedBy: mayBeEmpty,
        reference: mayBeEmpty,
        ownerRole: mayBeEmpty,
        reviewBy: v.nullable(day),
        reviewed: v.nullable(v.strictObject({ on: day, review: words, reviewBy: v.nullable(day) })),
        source
      })
    ),
    commitments: v.array(
      v.strictObject({
        addedOn,
        body: words,
        commitment: words,
        /** By their titles in the plan. */
        aims: v.array(words),
        agreedOn: v.nullable(day),
        agreedBy: mayBeEmpty,
        reference: mayBeEmpty,
        standing: v.nullable(v.picklist(keepings)),
        note: mayBeEmpty,
        reviewedOn: v.nullable(day),
        reviewBy: v.nullable(day),
        source
      })
    ),
    policies: v.array(
      v.strictObject({
        addedOn,
        body: words,
        policy: v.picklist(policies),
        standing: v.picklist(policyStandings),
        seenOn: v.nullable(day),
        seenBy: mayBeEmpty,
        validUntil: v.nullable(day),
        note: mayBeEmpty
      })
    )
  }),
  /** Checks of which every line that a rule answers is confirmed as it is proposed. */
  confirmed: v.array(v.strictObject({ addedOn, pack: words, reason: words })),
  /** Checks of the place's own. */
  packs: v.array(
    v.strictObject({
      addedOn,
      title: words,
      about: mayBeEmpty,
      source: mayBeEmpty,
      criteria: v.array(
        v.strictObject({
          title: words,
          question: mayBeEmpty,
          rule: v.nullable(v.picklist(checkRules))
        })
      )
    })
  )
});

/** The bodies of the plan of a place of the demonstration, versions with what each said, local variants and checks. */
export type PlaceBodies = v.InferOutput<typeof bodiesSchema>;

/** Reads them. Refuses another shape, an id that stands twice, and a body that is not there. */
export function readBodies(
  json: unknown,
  file = 'bodies.json'
): Result<PlaceBodies, readonly PackProblem[]> {
  const shape = readShape(bodiesSchema, json, file);
  if (!shape.ok) return shape;
  const { bodies, versions, uptakes: taken, elements, arrangements } = shape.value;
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'bodies', bodies),
    ...unknownIds(file, new Set(bodies.map(({ id }) => id)), [
      ...versions.flatMap(({ title, said }) =>
        said.map(({ body }) => ({ path: `versions.${title}`, id: body }))
      ),
      ...taken.map(({ aim, body }) => ({ path: `uptakes.${aim}`, id: body })),
      ...arrangements.commitments.map(({ body, commitment }) => ({
        path: `arrangements.commitments.${commitment}`,
        id: body
      })),
      ...arrangements.policies.map(({ body, policy }) => ({
        path: `arrangements.policies.${policy}`,
        id: body
      })),
      ...elements.flatMap(({ title, sameIn, differentIn }) =>
        [...sameIn, ...differentIn].map((id) => ({ path: `elements.${title}`, id }))
      )
    ])
  ];
  return problems.length === 0 ? ok(shape.value) : { ok: false, error: problems };
}
