import { chartProblemSentence, chartTable, drawChart } from '#modules/charts';
import { viewIdeaChoices } from '#modules/improvement/server';
import {
  analyseShare,
  changeSentence,
  cycleName,
  drawFunnel,
  drawGroups,
  followedShares,
  funnelOf,
  gapWords,
  largestLoss,
  leastServed,
  outcomeIn,
  reachByGroup,
  receivedIn,
  servedIn,
  type Cycle,
  type Programme
} from '#modules/reach';
import { viewProgramme } from '#modules/reach/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

const sizes = ['wide', 'narrow'] as const;

/** The two pictures of a page; null where there is nothing to draw. */
function picturesOf(draw: (size: 'wide' | 'narrow') => string | null) {
  const [wide, narrow] = sizes.map(draw);
  return wide === null || wide === undefined || narrow === null || narrow === undefined
    ? null
    : { wide, narrow };
}

function funnelFigure(programme: Programme, cycle: Cycle, beside: Cycle | null) {
  const now = { name: cycleName(programme, cycle.startsOn), steps: funnelOf(programme, cycle) };
  const other =
    beside === null
      ? null
      : { name: cycleName(programme, beside.startsOn), steps: funnelOf(programme, beside) };
  const loss = largestLoss(programme, cycle);
  const says =
    loss === null
      ? 'The stages cannot be compared: too few were counted.'
      : `Most are lost between “${loss.from}” and “${loss.to}”: ${loss.lost} of ${loss.of}.`;
  const title = `${programme.title}: stages`;
  return {
    says,
    steps: now.steps,
    beside: other,
    pictures: picturesOf((size) =>
      drawFunnel({ id: `funnel-${size}`, title, says, now, beside: other, size })
    )
  };
}

function groupsFigure(programme: Programme, cycle: Cycle) {
  const groups = reachByGroup(programme, cycle);
  const least = leastServed(programme, cycle);
  const says =
    least === null
      ? groups.some(({ gap }) => gap !== null)
        ? 'No group is served less than its share by more than chance would do.'
        : 'Not every group was counted, so shares cannot be compared.'
      : `Least served: ${least.group}, ${gapWords(least.gap)}.`;
  const title = `${programme.title}: who is served, by group`;
  return {
    says,
    groups,
    pictures: picturesOf((size) => drawGroups({ id: `groups-${size}`, title, says, groups, size }))
  };
}

function chartFigure(
  programme: Programme,
  cycles: readonly Cycle[],
  share: { id: string; title: string } | undefined
) {
  if (share === undefined) return null;
  const analysed = analyseShare(programme, cycles, share.id);
  if (!analysed.ok)
    return { title: share.title, why: chartProblemSentence(analysed.error), drawn: null };
  const analysis = analysed.value;
  return {
    title: share.title,
    why: null,
    drawn: {
      says: analysis.summary,
      signals: analysis.signals.map(({ sentence }) => sentence),
      pictures: {
        wide: drawChart(analysis, {
          title: share.title,
          width: 840,
          id: 'share-wide',
          titleShown: false
        }),
        narrow: drawChart(analysis, {
          title: share.title,
          width: 320,
          id: 'share-narrow',
          titleShown: false
        })
      },
      table: chartTable(analysis, { title: share.title })
    }
  };
}

export const load: PageServerLoad = async (event) => {
  const { programme, cycles, looks, factors } = await ask(event, viewProgramme, {
    id: event.params.programme
  });
  const search = event.url.searchParams;
  const at = cycles.findIndex(({ id }) => id === search.get('cycle'));
  const chosen = at === -1 ? cycles.length - 1 : at;
  const cycle = cycles[chosen] ?? null;
  const before = cycles[chosen - 1] ?? null;
  const asked = cycles.find(({ id }) => id === search.get('beside'));
  const beside =
    search.get('beside') === 'none'
      ? null
      : asked !== undefined && asked !== cycle
        ? asked
        : before;
  const shares = followedShares(programme);
  const share = shares.find(({ id }) => id === search.get('share')) ?? shares[0];
  const projects = programme.projectId === null ? [] : await ask(event, viewIdeaChoices);
  return {
    programme,
    looks,
    factors,
    project: projects.find(({ id }) => id === programme.projectId) ?? null,
    shares,
    share: share?.id ?? '',
    choices: cycles
      .toReversed()
      .map(({ id, startsOn }) => ({ value: id as string, label: cycleName(programme, startsOn) })),
    besideId: beside?.id ?? 'none',
    cycles: cycles.toReversed().map((one) => ({
      id: one.id as string,
      name: cycleName(programme, one.startsOn),
      counts: programme.stages.map((_, stage) => one.counts[stage] ?? null),
      note: one.note
    })),
    chart: chartFigure(programme, cycles, share),
    current:
      cycle === null
        ? null
        : {
            id: cycle.id as string,
            name: cycleName(programme, cycle.startsOn),
            note: cycle.note,
            says: changeSentence(programme, cycle, before),
            served: servedIn(programme, cycle),
            received: receivedIn(programme, cycle),
            receivedBefore: before === null ? null : receivedIn(programme, before),
            beforeName: before === null ? null : cycleName(programme, before.startsOn),
            bands: programme.bands.map((band, index) => ({
              step: band,
              count: cycle.bands[index] ?? null
            })),
            engagement: programme.engagementScale.map((step, index) => ({
              step,
              count: cycle.engagement[index] ?? null
            })),
            outcome: {
              ...outcomeIn(cycle),
              beforeYes: cycle.beforeYes,
              beforeAsked: cycle.beforeAsked,
              afterYes: cycle.afterYes,
              afterAsked: cycle.afterAsked
            },
            recordedAt: cycle.recordedAt,
            funnel: funnelFigure(programme, cycle, beside),
            groups: programme.groups.length === 0 ? null : groupsFigure(programme, cycle),
            loss: largestLoss(programme, cycle),
            least: leastServed(programme, cycle)
          }
  };
};
