import {
  byRule,
  hiddenSentence,
  roundedNote,
  ruleSentence,
  whatLeaves,
  type Rule,
  type ToldReason
} from '#modules/disclosure';
import { figureText } from '#modules/indicators';
import { paragraphsOf } from '#modules/strategy';
import { publicSeries } from './public-series.ts';
import { publicSentences } from './public-sentences.ts';
import type {
  Grouping,
  PublicChoices,
  PublicFigure,
  PublicPage,
  PublicProject,
  PublicRecords,
  RawIndicator
} from './public-types.ts';

const numbers = new Intl.NumberFormat('en-GB');

/**
 * The public page as it would be shown now: what was chosen, in everyday words, with every figure made safe by `rule`.
 *
 * `before` is what was published last, whose measures keep how they are added up; `today` a date, before which months are over.
 * Assumes: `projects` are those that were marked as public; texts were looked through by whoever wrote them.
 * Refuses nothing: what may not be shown is left out or stands with the reason why.
 */
export function publicPageContent(
  records: PublicRecords,
  choices: Pick<PublicChoices, 'introduction' | 'showHope' | 'aims' | 'indicators' | 'decisions'>,
  rule: Rule,
  { before = null, today }: { before?: Pick<PublicPage, 'projects'> | null; today?: string } = {}
): PublicPage {
  const projects = records.projects.map(({ measure, ...project }): PublicProject => ({
    ...project,
    series:
      measure === null
        ? null
        : publicSeries(measure, rule, {
            before: groupingBefore(before, project.title, measure.title),
            ...(today === undefined ? {} : { today })
          })
  }));
  const chosen = records.indicators.filter((one) => choices.indicators.includes(one.id));
  const figures = chosen.map((one) => publicFigure(one, rule));
  const hasNumbers =
    projects.some((project) => project.series !== null) ||
    chosen.some(({ latest }) => latest.kind === 'share' || latest.kind === 'count');
  return {
    format: 1,
    place: records.place,
    introduction: paragraphsOf(choices.introduction),
    hope: choices.showHope && records.vision !== '' ? records.vision : null,
    outcomes: records.outcomes,
    factors: records.factors,
    aims: records.aims
      .filter((aim) => choices.aims.includes(aim.id))
      .map(({ id: _, ...aim }) => aim),
    decisions: records.decisions
      .filter((one) => choices.decisions.includes(one.id))
      .map(({ id: _, ...decision }) => decision),
    projects,
    figures,
    sources: [...new Set([...records.sources, ...figures.map((figure) => figure.source)])].filter(
      (source) => source !== ''
    ),
    rule: hasNumbers ? ruleSentence(rule) : null
  };
}

/** How the measure of a project was added up when it was published last: known again by either title. */
export function groupingBefore(
  before: Pick<PublicPage, 'projects'> | null,
  project: string,
  measure: string
): Grouping | null {
  const same = before?.projects.find(
    ({ title, series }) => series !== null && (title === project || series.title === measure)
  );
  return same?.series?.grouping ?? null;
}

/** A figure of local need for everybody: as its publisher gave it, or made safe by the rule. */
export function publicFigure(indicator: RawIndicator, rule: Rule): PublicFigure {
  const { title, period, source, latest } = indicator;
  const head = { title, period, source, beside: null };
  const hidden = (why: string): PublicFigure => ({ ...head, figure: null, why });
  const whyWords = (reason: ToldReason) =>
    reason === 'not-a-count' ? publicSentences.notCountable : hiddenSentence(reason, rule);
  switch (latest.kind) {
    case 'published':
      return { ...head, figure: latest.figure, why: null, beside: latest.beside };
    case 'none':
      return hidden(publicSentences.noFigure);
    case 'not-countable':
      return hidden(publicSentences.notCountable);
    case 'withheld':
      return hidden(hiddenSentence(latest.reason, rule));
    case 'share': {
      const { part, whole, decimals } = latest;
      const left = whatLeaves('share', { part, whole }, byRule(rule));
      if (left.kind === 'hidden') return hidden(whyWords(left.reason));
      const percentage = (100 * left.figure.part) / left.figure.whole;
      return {
        ...head,
        figure: figureText(percentage, 'percent', decimals),
        why: null,
        beside: roundedNote('share', rule)
      };
    }
    case 'count': {
      const left = whatLeaves('count', { count: latest.count }, byRule(rule));
      if (left.kind === 'hidden') return hidden(whyWords(left.reason));
      return {
        ...head,
        figure: numbers.format(left.figure.count),
        why: null,
        beside: roundedNote('count', rule)
      };
    }
  }
}

/** Whether there is anything on the page that somebody could read. */
export function isEmptyPage(page: PublicPage): boolean {
  const lists = [
    page.introduction,
    page.outcomes,
    page.factors,
    page.aims,
    page.decisions ?? [],
    page.projects,
    page.figures
  ];
  return page.hope === null && lists.every((list) => list.length === 0);
}

/** What would be different from what is published, part by part, in words; empty when nothing would. */
export function publicChanges(before: PublicPage, after: PublicPage): string[] {
  const changes: string[] = [];
  if (!isSame(before.introduction, after.introduction)) {
    changes.push(publicSentences.introductionChanged);
  }
  if (before.hope !== after.hope) changes.push(publicSentences.hopeChanged);
  for (const part of ['outcomes', 'factors', 'aims', 'decisions', 'projects', 'figures'] as const) {
    const name = publicSentences.partNames[part];
    const old: readonly { readonly title: string }[] = before[part] ?? [];
    const fresh: readonly { readonly title: string }[] = after[part] ?? [];
    for (const one of fresh) {
      if (old.some((each) => isSame(each, one))) continue;
      const isKnown = old.some((each) => each.title === one.title);
      changes.push((isKnown ? publicSentences.changed : publicSentences.added)(name, one.title));
    }
    for (const one of old) {
      if (fresh.some((each) => each.title === one.title)) continue;
      changes.push(publicSentences.removed(name, one.title));
    }
  }
  if (!isSame(before.place, after.place)) changes.push(publicSentences.placeChanged);
  if (!isSame(before.sources, after.sources)) changes.push(publicSentences.sourcesChanged);
  return changes;
}

/** Whether two stored values say the same; the database keeps the fields of an object in an order of its own. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}
