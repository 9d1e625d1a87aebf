import * as v from 'valibot';
import type { Result } from '#core/result';
import {
  citation,
  idOf,
  isoDate,
  isoMonth,
  type PackProblem,
  readShape,
  repeatedIds,
  sentence,
  type Spine,
  unknownIds,
  unless
} from '#modules/vocabulary';
import { factorTie, outcomeTie, placeRecord, roleIn } from './records.ts';

const slug = idOf<string>();

const titled = v.strictObject({ id: slug, title: sentence, source: citation });
const toldOf = v.strictObject({ text: sentence, source: citation });

const collaborativeSchema = v.strictObject({
  status: sentence,
  places: v.array(v.strictObject({ ...placeRecord.entries, source: citation })),
  organisations: v.array(v.strictObject({ id: slug, name: sentence, kind: slug })),
  vision: v.strictObject({ text: sentence, note: sentence, source: citation }),
  /** What the plan rests on in the nation. */
  context: v.array(toldOf),
  /** How the plan came about: who did what, in which order. */
  howDeveloped: v.array(toldOf),
  system: v.array(toldOf),
  /** What collaboration needs, by the plan’s reading. */
  conditions: v.array(toldOf),
  principles: v.array(v.strictObject({ ...titled.entries, test: sentence })),
  modelsOfCollaboration: v.array(
    v.strictObject({ ...titled.entries, description: sentence, example: v.nullable(sentence) })
  ),
  enablers: v.array(v.strictObject({ ...titled.entries, description: sentence })),
  resourcing: toldOf,
  evaluation: toldOf,
  lessons: v.array(v.strictObject({ ...toldOf.entries, id: slug }))
});

const groupsSchema = v.strictObject({
  groups: v.array(
    v.strictObject({
      id: slug,
      /** 1 to 5 for the priority groups, else `null`. */
      number: v.nullable(v.number()),
      name: sentence,
      kind: v.picklist(['oversight', 'leadership', 'support', 'priority', 'reform']),
      purpose: v.array(sentence),
      ambition: v.nullable(sentence),
      remit: v.array(sentence),
      members: v.array(roleIn),
      memberNote: v.nullable(sentence),
      seniorSponsor: v.nullable(roleIn),
      /** The group of which the sponsor is a member. */
      sponsorGroup: v.nullable(slug),
      leadOfficial: v.nullable(roleIn),
      reportsTo: v.array(slug),
      supportedBy: v.array(slug),
      duration: v.nullable(
        v.strictObject({ kind: v.picklist(['life-of-plan', 'time-limited']), note: sentence })
      ),
      source: citation
    })
  ),
  accountability: v.array(toldOf),
  phases: v.array(v.strictObject({ ...titled.entries, text: sentence, by: v.nullable(isoMonth) }))
});

/** A timescale as the plan writes it, and the day or month by which we read it to end. */
const timescale = v.strictObject({
  text: sentence,
  by: v.union([isoDate, isoMonth]),
  precision: v.picklist(['day', 'month', 'year']),
  appliesTo: v.nullable(sentence),
  note: v.nullable(sentence)
});

const aimsSchema = v.strictObject({
  note: sentence,
  aims: v.array(
    v.strictObject({
      id: slug,
      group: slug,
      /** As the plan numbers it; `null` where it does not. */
      number: v.nullable(v.number()),
      title: sentence,
      text: sentence,
      timescales: v.array(timescale),
      leadGroup: slug,
      supportedByGroups: v.array(slug),
      factors: v.array(factorTie),
      outcomes: v.array(outcomeTie),
      /** Other aims, or themes, that the text ties to it. */
      links: v.array(slug),
      /** The aim of another group that this one is, entered a second time; `null` for all others. */
      repeats: v.nullable(slug),
      note: v.nullable(sentence),
      source: citation
    })
  )
});

const themesSchema = v.strictObject({
  themes: v.array(
    v.strictObject({
      id: slug,
      number: v.number(),
      title: sentence,
      area: slug,
      group: slug,
      lead: roleIn,
      keyCollaborators: v.array(
        v.strictObject({ role: sentence, organisation: slug, people: v.number() })
      ),
      systemCollaborators: v.array(roleIn),
      icspPriority: v.strictObject({ number: v.number(), text: sentence }),
      links: v.array(v.strictObject({ aim: v.nullable(slug), text: sentence })),
      /** Drivers of the National Improvement Framework that it serves. */
      frameworkLinks: v.array(sentence),
      intendedOutcome: v.array(sentence),
      targetGroup: v.array(sentence),
      actions: v.array(v.strictObject({ text: sentence, by: v.nullable(isoMonth) })),
      evaluation: v.array(sentence),
      questions: v.array(sentence),
      source: citation
    })
  ),
  principles: v.array(v.strictObject({ ...titled.entries, text: sentence }))
});

const measuresSchema = v.strictObject({
  note: sentence,
  measures: v.array(
    v.strictObject({
      id: slug,
      title: sentence,
      unit: v.picklist(['percent', 'points']),
      wanted: v.picklist(['up', 'down', 'not-stated']),
      breakdown: v.nullable(sentence),
      group: slug,
      source: citation
    })
  ),
  /** Open indicators near to the plan's measures. */
  indicators: v.array(v.strictObject({ indicator: slug, reason: sentence }))
});

/** A regional plan as records: who, which groups, which aims by when, which themes, which measures. */
export interface CollaborativePlan {
  readonly collaborative: v.InferOutput<typeof collaborativeSchema>;
  readonly groups: v.InferOutput<typeof groupsSchema>;
  readonly aims: v.InferOutput<typeof aimsSchema>;
  readonly themes: v.InferOutput<typeof themesSchema>;
  readonly measures: v.InferOutput<typeof measuresSchema>;
}

/**
 * Reads the files of a regional plan, by name.
 *
 * Refuses: another shape; an organisation, group, aim, theme, factor or outcome nobody named; an id that
 * stands twice.
 */
export function readCollaborativePlan(
  files: Readonly<Record<string, unknown>>,
  spine: Spine
): Result<CollaborativePlan, readonly PackProblem[]> {
  const collaborative = readShape(
    collaborativeSchema,
    files['collaborative.json'],
    'collaborative.json'
  );
  if (!collaborative.ok) return collaborative;
  const groups = readShape(groupsSchema, files['groups.json'], 'groups.json');
  if (!groups.ok) return groups;
  const aims = readShape(aimsSchema, files['aims.json'], 'aims.json');
  if (!aims.ok) return aims;
  const themes = readShape(themesSchema, files['themes.json'], 'themes.json');
  if (!themes.ok) return themes;
  const measures = readShape(measuresSchema, files['measures.json'], 'measures.json');
  if (!measures.ok) return measures;
  const plan = {
    collaborative: collaborative.value,
    groups: groups.value,
    aims: aims.value,
    themes: themes.value,
    measures: measures.value
  };
  return unless(planProblems(plan, spine), plan);
}

function planProblems(plan: CollaborativePlan, spine: Spine): PackProblem[] {
  const organisations = plan.collaborative.organisations.map((each) => each.id);
  const groups = plan.groups.groups.map((each) => each.id);
  const records = [...plan.aims.aims, ...plan.themes.themes].map((each) => each.id);
  const at = (path: string, ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null ? [] : [{ path, id }]));
  const inGroups = plan.groups.groups.flatMap((group, index) =>
    at(
      `groups.${index}`,
      [...group.members, group.seniorSponsor, group.leadOfficial].map(
        (each) => each?.organisation ?? null
      )
    )
  );
  const inThemes = plan.themes.themes.flatMap((theme, index) =>
    at(
      `themes.${index}`,
      [theme.lead, ...theme.keyCollaborators, ...theme.systemCollaborators].map(
        (each) => each.organisation
      )
    )
  );
  const { aims } = plan.aims;
  return [
    ...repeatedIds('collaborative.json', 'organisations', plan.collaborative.organisations),
    ...repeatedIds('groups.json', 'groups', plan.groups.groups),
    ...repeatedIds('aims.json', 'aims', aims),
    ...repeatedIds('themes.json', 'themes', plan.themes.themes),
    ...repeatedIds('measures.json', 'measures', plan.measures.measures),
    ...unknownIds('groups.json', organisations, inGroups),
    ...unknownIds('themes.json', organisations, inThemes),
    ...unknownIds(
      'groups.json',
      groups,
      plan.groups.groups.flatMap((each, index) =>
        at(`groups.${index}`, [...each.reportsTo, ...each.supportedBy, each.sponsorGroup])
      )
    ),
    ...unknownIds(
      'aims.json',
      groups,
      aims.flatMap((each, index) =>
        at(`aims.${index}`, [each.group, each.leadGroup, ...each.supportedByGroups])
      )
    ),
    ...unknownIds(
      'aims.json',
      records,
      aims.flatMap((each, index) => at(`aims.${index}.links`, [...each.links, each.repeats]))
    ),
    ...unknownIds(
      'themes.json',
      records,
      plan.themes.themes.flatMap((each, index) =>
        at(
          `themes.${index}.links`,
          each.links.map((link) => link.aim)
        )
      )
    ),
    ...unknownIds(
      'aims.json',
      spine.factors.map((each) => each.id),
      aims.flatMap((each, index) =>
        at(
          `aims.${index}.factors`,
          each.factors.map((tie) => tie.factor)
        )
      )
    ),
    ...unknownIds(
      'aims.json',
      spine.outcomes.map((each) => each.id),
      aims.flatMap((each, index) =>
        at(
          `aims.${index}.outcomes`,
          each.outcomes.map((tie) => tie.outcome)
        )
      )
    )
  ];
}
