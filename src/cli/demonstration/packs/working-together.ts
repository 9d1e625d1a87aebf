import { stances } from '#modules/groups';
import { ok, type Result } from '#core/result';
import {
  approaches,
  circles,
  fits,
  holdings,
  lessonSubjects,
  lookSteps,
  outcomes,
  proposalKinds,
  soughtParts,
  soughtReasons,
  soughtStandings,
  unifiedForms
} from '#modules/cooperation';
import {
  foundFroms,
  impacts,
  likelihoods,
  resourceKinds,
  riskKinds,
  riskStatuses,
  units
} from '#modules/resources';
import {
  citation,
  isoDate,
  readShape,
  repeatedIds,
  unknownIds,
  type PackProblem
} from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.optional(v.pipe(v.string(), v.trim()), '');
const day = v.optional(v.nullable(isoDate), null);
const slug = v.optional(v.nullable(words), null);
const source = v.optional(v.nullable(citation), null);
const count = v.optional(v.nullable(v.pipe(v.number(), v.integer())), null);
/** The day on which it was entered; `null` where it is entered with the rest of the place. */
const addedOn = v.nullable(isoDate);

const workingTogetherSchema = v.strictObject({
  /** Said by the made-up place alone, with the sentence that says so. */
  madeUp: v.optional(v.literal(true)),
  banner: v.optional(words),
  principles: v.array(
    v.strictObject({
      id: words,
      addedOn,
      title: words,
      meaning: mayBeEmpty,
      question: words,
      inPractice: mayBeEmpty,
      group: slug,
      adoptedOn: day,
      adoptedBy: mayBeEmpty,
      source
    })
  ),
  proposals: v.array(
    v.strictObject({
      id: words,
      addedOn,
      title: words,
      kind: v.picklist(proposalKinds),
      about: words,
      group: slug,
      targetGroup: mayBeEmpty,
      areas: mayBeEmpty,
      approach: v.optional(v.nullable(v.picklist(approaches)), null),
      resources: mayBeEmpty,
      proposedOn: isoDate,
      rounds: v.array(
        v.strictObject({
          heldOn: isoDate,
          byRoles: mayBeEmpty,
          rationale: words,
          feasibility: words,
          answers: v.array(
            v.strictObject({ principle: words, fit: v.picklist(fits), reason: mayBeEmpty })
          )
        })
      ),
      partners: v.array(
        v.strictObject({
          body: words,
          stance: v.picklist(stances),
          statedOn: day,
          byRole: mayBeEmpty,
          conditions: mayBeEmpty
        })
      ),
      outcome: v.nullable(
        v.strictObject({
          outcome: v.picklist(outcomes),
          group: words,
          reason: mayBeEmpty,
          conditions: mayBeEmpty,
          on: isoDate
        })
      )
    })
  ),
  workstreams: v.array(
    v.strictObject({
      id: words,
      addedOn,
      title: words,
      about: mayBeEmpty,
      group: slug,
      aims: v.optional(v.array(words), []),
      now: v.array(v.picklist(approaches)),
      headingTo: v.array(v.picklist(approaches)),
      byWhen: day,
      why: mayBeEmpty,
      unifiedForm: v.optional(v.nullable(v.picklist(unifiedForms)), null),
      leadBody: mayBeEmpty,
      hostBody: mayBeEmpty,
      pooled: mayBeEmpty,
      sharedSystems: v.optional(v.array(words), []),
      staysLocal: mayBeEmpty,
      nextStep: mayBeEmpty,
      ownerRole: mayBeEmpty,
      reviewBy: day,
      source
    })
  ),
  lessons: v.array(
    v.strictObject({
      id: words,
      addedOn,
      lesson: words,
      about: v.picklist(lessonSubjects),
      learntOn: day,
      learntWhere: mayBeEmpty,
      evidence: mayBeEmpty,
      differently: mayBeEmpty,
      ownerRole: mayBeEmpty,
      group: slug,
      aims: v.optional(v.array(words), []),
      helpedBy: mayBeEmpty,
      hinderedBy: mayBeEmpty,
      reviewBy: day,
      review: v.optional(
        v.nullable(
          v.strictObject({
            on: isoDate,
            holds: v.picklist(holdings),
            discussion: mayBeEmpty,
            reviewBy: day
          })
        ),
        null
      ),
      source
    })
  ),
  sought: v.optional(
    v.array(
      v.strictObject({
        addedOn,
        title: words,
        circle: v.picklist(circles),
        reasons: v.array(v.picklist(soughtReasons)),
        part: v.picklist(soughtParts),
        gain: mayBeEmpty,
        takesPartHow: mayBeEmpty,
        askedByRole: mayBeEmpty,
        standing: v.picklist(soughtStandings),
        askedOn: day,
        answerBy: day,
        note: mayBeEmpty
      })
    ),
    []
  ),
  looks: v.optional(
    v.array(
      v.strictObject({
        step: v.picklist(lookSteps),
        lookedOn: isoDate,
        found: words,
        follows: mayBeEmpty
      })
    ),
    []
  ),
  risks: v.array(
    v.strictObject({
      id: words,
      addedOn,
      title: words,
      kind: v.picklist(riskKinds),
      likelihood: v.picklist(likelihoods),
      impact: v.picklist(impacts),
      response: mayBeEmpty,
      ownerRole: mayBeEmpty,
      reviewOn: day,
      status: v.optional(v.picklist(riskStatuses), 'open'),
      outcome: mayBeEmpty,
      aims: v.optional(v.array(words), []),
      assumption: mayBeEmpty,
      source
    })
  ),
  resources: v.array(
    v.strictObject({
      id: words,
      addedOn,
      title: words,
      kind: v.picklist(resourceKinds),
      yearStart: count,
      aim: slug,
      action: slug,
      needed: count,
      partner: mayBeEmpty,
      committed: count,
      confirmedOn: day,
      foundFrom: v.optional(v.picklist(foundFroms), 'not-stated'),
      role: mayBeEmpty,
      hoursCost: count,
      note: mayBeEmpty,
      source
    })
  ),
  limits: v.array(
    v.strictObject({
      addedOn,
      partner: words,
      yearStart: v.pipe(v.number(), v.integer()),
      unit: v.picklist(units),
      amount: v.pipe(v.number(), v.integer()),
      statedOn: day,
      note: mayBeEmpty
    })
  )
});

/** How the partners of a place of the demonstration work together, what might go wrong, what they need and what there is. */
export type WorkingTogether = v.InferOutput<typeof workingTogetherSchema>;

type Known = Readonly<Record<'groups' | 'aims' | 'actions', readonly { readonly id: string }[]>>;

/** Reads it. Refuses another shape, an id that stands twice, and a group, aim, action or principle that is not there. */
export function readWorkingTogether(
  json: unknown,
  known: Known,
  file = 'working-together.json'
): Result<WorkingTogether, readonly PackProblem[]> {
  const shape = readShape(workingTogetherSchema, json, file);
  if (!shape.ok) return shape;
  const all = shape.value;
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const named = (path: string, given: readonly (string | null)[]) =>
    given.flatMap((id) => (id === null ? [] : [{ path, id }]));
  const problems: PackProblem[] = [
    ...(
      ['principles', 'proposals', 'workstreams', 'lessons', 'risks', 'resources'] as const
    ).flatMap((list) => repeatedIds(file, list, all[list])),
    ...unknownIds(file, ids(known.groups), [
      ...all.principles.flatMap(({ id, group }) => named(`principles.${id}`, [group])),
      ...all.proposals.flatMap(({ id, group, outcome }) =>
        named(`proposals.${id}`, [group, outcome?.group ?? null])
      ),
      ...all.workstreams.flatMap(({ id, group }) => named(`workstreams.${id}`, [group])),
      ...all.lessons.flatMap(({ id, group }) => named(`lessons.${id}`, [group]))
    ]),
    ...unknownIds(file, ids(known.aims), [
      ...all.workstreams.flatMap(({ id, aims }) => named(`workstreams.${id}`, aims)),
      ...all.lessons.flatMap(({ id, aims }) => named(`lessons.${id}`, aims)),
      ...all.risks.flatMap(({ id, aims }) => named(`risks.${id}`, aims)),
      ...all.resources.flatMap(({ id, aim }) => named(`resources.${id}`, [aim]))
    ]),
    ...unknownIds(
      file,
      ids(known.actions),
      all.resources.flatMap(({ id, action }) => named(`resources.${id}`, [action]))
    ),
    ...unknownIds(
      file,
      ids(all.principles),
      all.proposals.flatMap(({ id, rounds }) =>
        rounds.flatMap(({ answers }) =>
          named(
            `proposals.${id}`,
            answers.map(({ principle }) => principle)
          )
        )
      )
    )
  ];
  return problems.length === 0 ? ok(all) : { ok: false, error: problems };
}
