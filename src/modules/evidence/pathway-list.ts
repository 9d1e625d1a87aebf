import type { FactorId, PathwayEnd, PathwayLink, Pathways, Spine } from '#modules/vocabulary';
import type { OwnPathwayLink } from './types.ts';

/** One link seen from a factor: what lies at the other end, and what the first does to the second. */
export type PathwayStep = {
  readonly end: PathwayEnd;
  readonly title: string;
  readonly link: Pick<PathwayLink, 'effect' | 'confidence' | 'note'> & {
    readonly basis: PathwayLink['basis'] | 'own';
  };
};

/** The links that begin at a factor, and those that end at it, in the order of the pack, the partnership's own last. */
export function pathwaysOf(
  pathways: Pathways | null,
  spine: Spine,
  factor: FactorId,
  own: readonly OwnPathwayLink[] = []
): { readonly leadsTo: readonly PathwayStep[]; readonly ledBy: readonly PathwayStep[] } {
  const isHere = (end: PathwayEnd) => end.kind === 'factor' && end.id === factor;
  const links = [
    ...(pathways?.links ?? []),
    ...own.map(({ from, to, effect, confidence, reason: note }) => {
      const start: PathwayEnd = { kind: 'factor', id: from };
      return { from: start, to, effect, confidence, note, basis: 'own' as const };
    })
  ];
  const step = (link: PathwayStep['link'], end: PathwayEnd): PathwayStep => ({
    end,
    title: endTitle(end, spine),
    link
  });
  return {
    leadsTo: links.filter((link) => isHere(link.from)).map((link) => step(link, link.to)),
    ledBy: links.filter((link) => isHere(link.to)).map((link) => step(link, link.from))
  };
}

function endTitle(end: PathwayEnd, spine: Spine): string {
  switch (end.kind) {
    case 'factor':
      return spine.factors.find((each) => each.id === end.id)?.title ?? end.id;
    case 'outcome':
      return spine.outcomes.find((each) => each.id === end.id)?.title ?? end.id;
    case 'every-primary-outcome':
      return spine.outcomes
        .filter((each) => each.kind === 'primary')
        .map((each) => each.title)
        .join('; ');
  }
}
