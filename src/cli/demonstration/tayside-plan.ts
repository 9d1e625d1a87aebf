import { dateFrom } from '#core/dates';
import {
  addAction,
  addAim,
  addMilestone,
  addPlanMeasure,
  addPlanPriority,
  changeAim
} from '#modules/delivery/server';
import { namesOf } from '#modules/vocabulary';
import type { CollaborativePlan } from './packs/collaborative-plan.ts';
import { give, lookUp, roleAt } from './hand.ts';
import type { Counts } from './stage.ts';
import { sourceText, type Tayside } from './tayside.ts';

type ContentAim = CollaborativePlan['aims']['aims'][number];
type ContentTheme = CollaborativePlan['themes']['themes'][number];

/**
 * The plan of the collaborative: a heading for each priority group, under it every aim with its timescale; under learning and
 * attainment also its four themes, each with its sheet, whose steps are actions. How far any of it came is not stated.
 */
export async function loadTaysidePlan(
  here: Tayside
): Promise<{ counts: Counts; aims: ReadonlyMap<string, string> }> {
  const { aims, themes, measures } = here.plan;
  const headings = await addHeadings(here);

  const ids = new Map<string, string>();
  const given: { id: string; links: readonly string[]; input: object }[] = [];
  // The aim itself before the entry that repeats it under another heading.
  const inOrder = [...aims.aims.entries()].toSorted(
    ([, one], [, other]) => Number(one.repeats !== null) - Number(other.repeats !== null)
  );
  for (const [position, aim] of inOrder) {
    const input = {
      ...aimInput(here, aim),
      planPriorityId: lookUp(headings, aim.group),
      sameAs: aim.repeats === null ? '' : lookUp(ids, aim.repeats),
      position
    };
    const { id } = await give(here.hand, addAim, input);
    ids.set(aim.id, id);
    if (aim.repeats === null) await addPartsWithDays(here, aim, id);
    given.push({ id, input, links: aim.links.filter((one) => one !== aim.repeats) });
  }
  for (const [index, theme] of themes.themes.entries()) {
    const input = {
      planPriorityId: lookUp(headings, theme.group),
      position: aims.aims.length + index,
      ...themeInput(here, theme)
    };
    const { id } = await give(here.hand, addAim, input);
    ids.set(theme.id, id);
    given.push({ id, input, links: theme.links.flatMap(({ aim }) => aim ?? []) });
    for (const [position, step] of theme.actions.entries()) {
      await give(here.hand, addAction, { aimId: id, position, ...stepInput(here, theme, step) });
    }
  }
  // What one aim links to may have come after it.
  for (const { id, input, links } of given.filter((one) => one.links.length > 0)) {
    const linkedAims = links.map((one) => lookUp(ids, one));
    await give(here.hand, changeAim, { ...input, id, version: 1, linkedAims });
  }
  for (const [position, measure] of measures.measures.entries()) {
    await give(here.hand, addPlanMeasure, {
      planPriorityId: lookUp(headings, measure.group),
      title: measure.breakdown === null ? measure.title : `${measure.title} (${measure.breakdown})`,
      wanted: measure.wanted,
      source: sourceText(measure.source),
      position
    });
  }
  const numbered = aims.aims.filter((aim) => aim.number !== null).length;
  const counts = {
    priorities: headings.size,
    'numbered aims': numbered,
    commitments: aims.aims.length - numbered,
    themes: themes.themes.length,
    'steps of themes': themes.themes.flatMap((theme) => theme.actions).length,
    'measures of the plan': measures.measures.length
  };
  return { counts, aims: ids };
}

async function addHeadings(here: Tayside): Promise<ReadonlyMap<string, string>> {
  const headings = new Map<string, string>();
  // A priority is given the next number when it is added: so they come in the order of the plan's own.
  const priorityGroups = here.plan.groups.groups
    .filter((group) => group.kind === 'priority')
    .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
  for (const group of priorityGroups) {
    const own = here.plan.aims.aims.filter((aim) => aim.group === group.id);
    const { id } = await give(here.hand, addPlanPriority, {
      title: group.name,
      statement: group.ambition ?? '',
      factors: [...new Set(own.flatMap((aim) => aim.factors.map(({ factor }) => factor)))],
      outcomes: [...new Set(own.flatMap((aim) => aim.outcomes.map(({ outcome }) => outcome)))],
      groupId: lookUp(here.groups, group.id),
      source: sourceText(group.source)
    });
    headings.set(group.id, id);
  }
  return headings;
}

function aimInput(here: Tayside, aim: ContentAim) {
  return {
    number: aim.number,
    title: aim.title,
    detail: [aim.text, ...(aim.note === null ? [] : [aim.note])].join('\n'),
    factors: aim.factors.map(({ factor }) => factor),
    dueOn: aim.timescales
      .map(({ by }) => lastDayOf(by))
      .toSorted()
      .at(-1),
    dueAsWritten: aim.timescales.map(timescaleText).join('\n'),
    leadGroupId: lookUp(here.groups, aim.leadGroup),
    supportedBy: aim.supportedByGroups.map((one) => lookUp(here.groups, one)),
    // The plan names its aims and says nothing of how far any of them came.
    status: 'not-stated',
    source: [sourceText(aim.source), ...readings(here, aim)].join('\n')
  };
}

/** Timescales that apply to a part of an aim alone: those are its milestones. Whether they were reached is not stated. */
async function addPartsWithDays(here: Tayside, aim: ContentAim, aimId: string): Promise<void> {
  for (const { appliesTo, by, text } of aim.timescales) {
    if (appliesTo === null) continue;
    await give(here.hand, addMilestone, {
      aimId,
      title: appliesTo,
      dueOn: lastDayOf(by),
      source: `${sourceText(aim.source)}: “${text}”`
    });
  }
}

/** Why an aim stands at the factors that the plan itself does not name. */
function readings({ spine }: Tayside, { factors }: ContentAim): string[] {
  const { factor } = namesOf(spine);
  return factors.map((tie) => `Our reading, ${factor(tie.factor)}: ${tie.reason}`);
}

/** A timescale as the plan writes it, to what it applies, and how it was read. */
function timescaleText({ text, appliesTo, note }: ContentAim['timescales'][number]): string {
  const whole = appliesTo === null ? text : `${text}: ${appliesTo}`;
  return note === null ? whole : `${whole} (${note})`;
}

/**
 * The last day of a month such as `2018-04`; a day stays as it is.
 * @example
 * lastDayOf('2018-04') // '2018-04-30'
 */
export function lastDayOf(by: string): string {
  const [year, month, day] = by.split('-').map(Number);
  if (day !== undefined || year === undefined || month === undefined) return by;
  // Day 0 of the next month is the last of this one.
  return dateFrom(year, month + 1, 0);
}

function themeInput(here: Tayside, theme: ContentTheme) {
  const near = theme.keyCollaborators.map(
    ({ role, organisation, people }) =>
      `${roleAt({ role, organisation }, here.organisations)} × ${people}`
  );
  return {
    title: `Theme ${theme.number}: ${theme.title}`,
    leadGroupId: lookUp(here.groups, theme.group),
    lead: roleAt(theme.lead, here.organisations),
    localCollaborators: near.join('\n'),
    systemCollaborators: theme.systemCollaborators
      .map((one) => roleAt(one, here.organisations))
      .join('\n'),
    widerPriority: `${theme.icspPriority.number}. ${theme.icspPriority.text}`,
    links: theme.links.flatMap(({ aim, text }) => (aim === null ? [text] : [])).join('\n'),
    policyLinks: theme.frameworkLinks
      .map((driver) => `National Improvement Framework: ${driver}`)
      .join('\n'),
    intendedOutcome: theme.intendedOutcome.join('\n'),
    targetGroup: theme.targetGroup.join('\n'),
    evaluation: theme.evaluation.join('\n'),
    questions: theme.questions,
    status: 'not-stated',
    source: sourceText(theme.source)
  };
}

/** One step of a theme; what all its steps share stands on the sheet of the theme. */
function stepInput(here: Tayside, theme: ContentTheme, step: ContentTheme['actions'][number]) {
  return {
    title: step.text,
    lead: roleAt(theme.lead, here.organisations),
    dueOn: step.by === null ? '' : lastDayOf(step.by),
    status: 'not-stated'
  };
}
