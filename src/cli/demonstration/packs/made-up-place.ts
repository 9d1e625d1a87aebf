import * as v from 'valibot';
import type { Result } from '#core/result';
import {
  type AgeId,
  catalogueEntries,
  catalogueProblems,
  type DecisionTree,
  type FactorId,
  idOf,
  isoDate,
  type PackProblem,
  readShape,
  repeatedIds,
  sentence,
  type Spine,
  type StrategySections,
  unknownIds,
  unless
} from '#modules/vocabulary';
import { madeUpPlan, planProblems } from './made-up-plan.ts';
import { madeUpProject, projectProblems } from './made-up-project.ts';
import { factorTie, placeRecord, roleIn, saysSo } from './records.ts';

const slug = idOf<string>();

/** Every file of a made-up place says so itself, with the sentence to show above it. */
const placeFile = v.strictObject({
  ...saysSo,
  place: placeRecord,
  vision: sentence,
  organisations: v.array(v.strictObject({ id: slug, name: sentence, kind: slug })),
  /** Demonstration accounts, named by what they may do. */
  people: v.array(
    v.strictObject({
      account: slug,
      displayName: sentence,
      role: v.picklist(['reader', 'contributor', 'lead', 'coordinator']),
      organisation: slug,
      jobRole: sentence
    })
  ),
  publicVisitor: sentence,
  groups: v.array(
    v.strictObject({
      id: slug,
      name: sentence,
      purpose: sentence,
      members: v.array(roleIn),
      reportsTo: v.nullable(slug),
      supports: v.array(slug),
      meets: sentence,
      duration: v.nullable(sentence),
      endsOn: v.nullable(isoDate)
    })
  )
});

const indicatorsFile = v.strictObject({
  ...saysSo,
  areas: v.array(v.strictObject({ code: slug, name: sentence })),
  comparator: slug,
  ...catalogueEntries
});

/** A link between two records of a map: solid when established, dotted when it is only emerging. */
const link = v.strictObject({ from: slug, to: slug, kind: slug, established: v.boolean() });

const servicesFile = v.strictObject({
  ...saysSo,
  services: v.array(
    v.strictObject({
      id: slug,
      label: sentence,
      tag: sentence,
      organisation: slug,
      description: sentence,
      ages: v.array(idOf<AgeId>()),
      factors: v.array(factorTie),
      reach: sentence,
      /** One of the three usual stages of support; `null` where nobody has said. */
      stage: v.nullable(v.picklist(['universal', 'targeted', 'intensive'])),
      updatedOn: isoDate
    })
  ),
  connections: v.array(link),
  reading: v.strictObject({
    overlaps: v.array(
      v.strictObject({ factor: idOf<FactorId>(), services: v.array(slug), note: sentence })
    ),
    gaps: v.array(v.strictObject({ factor: idOf<FactorId>(), note: sentence }))
  })
});

const stakeholdersFile = v.strictObject({
  ...saysSo,
  focus: sentence,
  /** The day on which the map was drawn, from what the workshop brought. */
  mappedOn: isoDate,
  keeper: sentence,
  sectors: v.array(sentence),
  stakeholders: v.array(
    v.strictObject({
      id: slug,
      name: sentence,
      kind: v.picklist(['primary', 'secondary', 'key']),
      sector: sentence,
      ring: v.picklist([1, 2, 3, 4]),
      engagement: v.picklist(['strong', 'moderate', 'weak', 'none']),
      /** The role in the partnership that speaks for it; `null` when nobody does. */
      representedBy: v.nullable(sentence),
      note: v.nullable(sentence),
      marker: v.nullable(v.picklist(['momentum', 'blockage', 'opportunity'])),
      markerNote: v.nullable(sentence)
    })
  ),
  links: v.array(link),
  /** The workshop of rings, with what each person listed and dotted alone. */
  workshop: v.strictObject({
    title: sentence,
    heldOn: isoDate,
    dotsEach: v.number(),
    /** By account, whoever leads it first. */
    people: v.array(slug),
    lists: v.array(
      v.strictObject({
        account: slug,
        primary: v.array(sentence),
        secondary: v.array(sentence),
        key: v.array(sentence)
      })
    ),
    joined: v.array(v.strictObject({ name: sentence, into: sentence })),
    takenOff: v.array(v.strictObject({ name: sentence, reason: sentence })),
    rings: v.record(sentence, v.picklist([1, 2, 3, 4])),
    dots: v.array(v.strictObject({ account: slug, on: v.array(sentence) }))
  }),
  boundaries: v.array(
    v.strictObject({
      /** The four kinds of the toolkit. */
      kind: v.picklist([
        'physical',
        'administrative-or-financial',
        'reach-of-provision',
        'community'
      ]),
      text: sentence
    })
  )
});

const strategyFile = v.strictObject({
  ...saysSo,
  title: sentence,
  version: sentence,
  status: v.picklist(['draft', 'published']),
  approvedBy: slug,
  approvedOn: isoDate,
  publishedOn: isoDate,
  sections: v.array(v.strictObject({ section: slug, text: sentence })),
  theoryOfChange: v.strictObject({ text: sentence, assumptions: v.array(sentence) })
});

/** A made-up place with one coherent thread from evidence to learning. */
export interface MadeUpPlace {
  readonly place: v.InferOutput<typeof placeFile>;
  readonly indicators: v.InferOutput<typeof indicatorsFile>;
  readonly services: v.InferOutput<typeof servicesFile>;
  readonly stakeholders: v.InferOutput<typeof stakeholdersFile>;
  readonly strategy: v.InferOutput<typeof strategyFile>;
  readonly priorities: v.InferOutput<typeof madeUpPlan.priorities>;
  readonly plan: v.InferOutput<typeof madeUpPlan.plan>;
  readonly improvement: v.InferOutput<typeof madeUpProject>;
}

/**
 * Reads the files of a made-up place, by name; its `values.csv` is read with `readValues`.
 *
 * Refuses: a file that does not say that it is made up; another shape; anything tied to a factor,
 * outcome, age, organisation, group, priority, aim or section nobody named; a decision whose answers
 * do not lead to its result; a test whose ramp or dates run backwards; a share above its whole.
 */
export function readMadeUpPlace(
  files: Readonly<Record<string, unknown>>,
  against: {
    readonly spine: Spine;
    readonly tree: DecisionTree;
    readonly sections: StrategySections;
  }
): Result<MadeUpPlace, readonly PackProblem[]> {
  const place = readShape(placeFile, files['place.json'], 'place.json');
  if (!place.ok) return place;
  const indicators = readShape(indicatorsFile, files['indicators.json'], 'indicators.json');
  if (!indicators.ok) return indicators;
  const services = readShape(servicesFile, files['services.json'], 'services.json');
  if (!services.ok) return services;
  const stakeholders = readShape(stakeholdersFile, files['stakeholders.json'], 'stakeholders.json');
  if (!stakeholders.ok) return stakeholders;
  const strategy = readShape(strategyFile, files['strategy.json'], 'strategy.json');
  if (!strategy.ok) return strategy;
  const priorities = readShape(madeUpPlan.priorities, files['priorities.json'], 'priorities.json');
  if (!priorities.ok) return priorities;
  const plan = readShape(madeUpPlan.plan, files['plan.json'], 'plan.json');
  if (!plan.ok) return plan;
  const improvement = readShape(madeUpProject, files['improvement.json'], 'improvement.json');
  if (!improvement.ok) return improvement;
  const all: MadeUpPlace = {
    place: place.value,
    indicators: indicators.value,
    services: services.value,
    stakeholders: stakeholders.value,
    strategy: strategy.value,
    priorities: priorities.value,
    plan: plan.value,
    improvement: improvement.value
  };
  const { spine, tree, sections } = against;
  return unless(
    [
      ...catalogueProblems(all.indicators, spine, 'indicators.json'),
      ...placeProblems(all, spine, sections),
      ...planProblems(all, spine, tree),
      ...projectProblems(all, spine)
    ],
    all
  );
}

function placeProblems(all: MadeUpPlace, spine: Spine, sections: StrategySections): PackProblem[] {
  const { place, services, stakeholders, strategy } = all;
  const organisations = place.organisations.map((each) => each.id);
  const groups = place.groups.map((each) => each.id);
  const serviceIds = services.services.map((each) => each.id);
  const factors = spine.factors.map((each) => each.id);
  const at = (path: string, ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null ? [] : [{ path, id }]));
  const ends = (links: readonly { readonly from: string; readonly to: string }[]) =>
    links.flatMap((each, index) => at(`links.${index}`, [each.from, each.to]));
  const given = strategy.sections.map((each) => each.section);
  return [
    ...repeatedIds(
      'place.json',
      'people',
      place.people.map((each) => ({ id: each.account }))
    ),
    ...repeatedIds('services.json', 'services', services.services),
    ...repeatedIds('stakeholders.json', 'stakeholders', stakeholders.stakeholders),
    ...unknownIds(
      'place.json',
      organisations,
      at(
        'people',
        place.people.map((each) => each.organisation)
      )
    ),
    ...unknownIds(
      'place.json',
      organisations,
      at(
        'groups',
        place.groups.flatMap((each) => each.members.map((member) => member.organisation))
      )
    ),
    ...unknownIds(
      'place.json',
      groups,
      at(
        'groups',
        place.groups.map((each) => each.reportsTo)
      )
    ),
    ...unknownIds(
      'services.json',
      organisations,
      at(
        'services',
        services.services.map((each) => each.organisation)
      )
    ),
    ...unknownIds(
      'services.json',
      spine.ages.map((each) => each.id),
      at(
        'services',
        services.services.flatMap((each) => each.ages)
      )
    ),
    ...unknownIds(
      'services.json',
      factors,
      at('services', [
        ...services.services.flatMap((each) => each.factors.map((tie) => tie.factor)),
        ...services.reading.overlaps.map((each) => each.factor),
        ...services.reading.gaps.map((each) => each.factor)
      ])
    ),
    ...unknownIds('services.json', serviceIds, [
      ...ends(services.connections),
      ...at(
        'reading.overlaps',
        services.reading.overlaps.flatMap((each) => each.services)
      )
    ]),
    ...unknownIds(
      'stakeholders.json',
      stakeholders.stakeholders.map((each) => each.id),
      ends(stakeholders.links)
    ),
    ...unknownIds(
      'stakeholders.json',
      stakeholders.sectors,
      at(
        'stakeholders',
        stakeholders.stakeholders.map((each) => each.sector)
      )
    ),
    ...unknownIds(
      'strategy.json',
      sections.sections.map((each) => each.id),
      at('sections', given)
    ),
    ...sections.sections.flatMap((each): PackProblem[] =>
      given.includes(each.id)
        ? []
        : [{ kind: 'missing-entry', file: 'strategy.json', path: 'sections', id: each.id }]
    )
  ];
}
