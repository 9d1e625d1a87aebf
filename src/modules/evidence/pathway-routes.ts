import type {
  FactorId,
  OutcomeId,
  PathwayEnd,
  PathwayLink,
  Pathways,
  Spine
} from '#modules/vocabulary';
import type { OwnPathwayLink } from './types.ts';

/** A place in the net of pathways: a factor, an outcome, or every primary outcome at once. */
export type NodeId = `factor/${string}` | `outcome/${string}` | 'every-primary-outcome';

/** One link as it is walked: published, or the partnership's own. */
export type Link = {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly effect: PathwayLink['effect'];
  readonly confidence: PathwayLink['confidence'];
  readonly basis: PathwayLink['basis'] | 'own';
  readonly note: string;
  readonly own: OwnPathwayLink | null;
};

/** A way from one place to another along links, each place passed once. */
export type Route = {
  readonly links: readonly Link[];
  /** What more of the first does to the last: two lowering links in a row raise. */
  readonly effect: PathwayLink['effect'];
  /** The link that is held with the least confidence: the route is no surer than that. */
  readonly weakest: Link;
};

export type Routes = {
  readonly routes: readonly Route[];
  /** Whether longer routes were left out. */
  readonly isCutByLength: boolean;
  /** Whether there were more than can be listed. */
  readonly isCutByCount: boolean;
};

/** Longer routes are left out: each link more is one more doubt. */
export const mostLinks = 4;
export const mostRoutes = 60;

export function nodeOf(end: PathwayEnd): NodeId {
  return end.kind === 'every-primary-outcome' ? end.kind : `${end.kind}/${end.id}`;
}

export const factorNode = (id: FactorId): NodeId => `factor/${id}`;
const outcomeNode = (id: OutcomeId): NodeId => `outcome/${id}`;

/** Every link that can be walked: the published ones, then the partnership's own. */
export function linksOf(pathways: Pathways | null, own: readonly OwnPathwayLink[]): Link[] {
  const published = (pathways?.links ?? []).map((link): Link => {
    const { effect, confidence, basis, note } = link;
    return {
      from: nodeOf(link.from),
      to: nodeOf(link.to),
      effect,
      confidence,
      basis,
      note,
      own: null
    };
  });
  const ours = own.map((link): Link => ({
    from: factorNode(link.from),
    to: nodeOf(link.to),
    effect: link.effect,
    confidence: link.confidence,
    basis: 'own',
    note: link.reason,
    own: link
  }));
  return [...published, ...ours];
}

/**
 * Whether a link ends what is asked for. A primary outcome is reached by a link to it, and by one to every primary outcome.
 */
function endsAt(spine: Spine, target: NodeId): (node: NodeId) => boolean {
  const isPrimary = spine.outcomes.some(
    (outcome) => outcome.kind === 'primary' && outcomeNode(outcome.id) === target
  );
  return (node) => node === target || (isPrimary && node === 'every-primary-outcome');
}

/** How the pathways draw a factor: with a link straight to an outcome, through other factors, or not at all. */
export type Directness =
  | { readonly kind: 'direct' }
  | { readonly kind: 'indirect'; readonly through: readonly FactorId[] }
  | { readonly kind: 'not-drawn' };

/**
 * How a factor acts on outcomes, as the pathways draw it. A link to every primary outcome is a link to each; where none is chosen yet,
 * any outcome counts that is drawn so. `through` are the factors that its links lead to.
 *
 * @example
 * directnessOf(links, 'parent-stress', ['communication']) // through sensitive parenting
 */
export function directnessOf(
  links: readonly Pick<Link, 'from' | 'to'>[],
  factor: FactorId,
  outcomes: readonly OutcomeId[]
): Directness {
  const ends = links.filter(({ from }) => from === factorNode(factor)).map(({ to }) => to);
  const isDirect = ends.some(
    (end) => end === 'every-primary-outcome' || outcomes.some((id) => end === outcomeNode(id))
  );
  if (isDirect) return { kind: 'direct' };
  const through = ends.flatMap((end) =>
    // The end of a link that begins so names a factor.
    end.startsWith('factor/') ? [end.slice('factor/'.length) as FactorId] : []
  );
  const isDrawn = through.length > 0 || ends.some((end) => end.startsWith('outcome/'));
  return isDrawn ? { kind: 'indirect', through: [...new Set(through)] } : { kind: 'not-drawn' };
}

/** All routes that lead from a factor outwards, to wherever no link leads further or an outcome is reached. */
export function routesFrom(links: readonly Link[], factor: FactorId): Routes {
  const following = byEnd(links, 'from');
  return walk(
    [factorNode(factor)],
    (node) => following.get(node) ?? [],
    'outwards',
    (path) => {
      const last = path.at(-1)?.to ?? '';
      // An outcome is worth saying wherever it is reached; a factor only where the way ends.
      return !last.startsWith('factor/') || !following.has(last as NodeId); // the end of a link is a node
    }
  );
}

/** All routes that lead to an outcome, from whichever factor they begin at. */
export function routesTo(links: readonly Link[], spine: Spine, outcome: OutcomeId): Routes {
  const leading = byEnd(links, 'to');
  const isEnd = endsAt(spine, outcomeNode(outcome));
  const ends = [...new Set(links.map((link) => link.to).filter(isEnd))];
  return walk(
    ends,
    (node) => leading.get(node) ?? [],
    'backwards',
    (path) => (path[0]?.from ?? '').startsWith('factor/')
  );
}

function byEnd(links: readonly Link[], end: 'from' | 'to'): Map<NodeId, Link[]> {
  const found = new Map<NodeId, Link[]>();
  for (const link of links) found.set(link[end], [...(found.get(link[end]) ?? []), link]);
  return found;
}

/**
 * Walks every simple path of at most `mostLinks` links, breadth first, so that what is cut is the longest.
 *
 * Assumes: nothing of loops. A place is never passed twice, so a loop in the published links cannot run for ever.
 */
function walk(
  starts: readonly NodeId[],
  next: (node: NodeId) => readonly Link[],
  direction: 'outwards' | 'backwards',
  isWorthSaying: (path: readonly Link[]) => boolean
): Routes {
  type Way = {
    readonly at: NodeId;
    readonly seen: readonly NodeId[];
    readonly path: readonly Link[];
  };
  let ways: Way[] = starts.map((at) => ({ at, seen: [at], path: [] }));
  const found: Route[] = [];
  let isCutByLength = false;
  for (let length = 1; ways.length > 0; length += 1) {
    const longer: Way[] = ways.flatMap(({ at, seen, path }) =>
      next(at).flatMap((link): Way[] => {
        const node = direction === 'outwards' ? link.to : link.from;
        if (seen.includes(node)) return [];
        const whole = direction === 'outwards' ? [...path, link] : [link, ...path];
        return [{ at: node, seen: [...seen, node], path: whole }];
      })
    );
    if (length > mostLinks) {
      isCutByLength = longer.some((way) => isWorthSaying(way.path));
      break;
    }
    for (const { path } of longer) if (isWorthSaying(path)) found.push(routeOf(path));
    ways = longer;
  }
  const routes = found.toSorted(compareRoutes);
  return {
    routes: routes.slice(0, mostRoutes),
    isCutByLength,
    isCutByCount: routes.length > mostRoutes
  };
}

const sureness = { high: 0, medium: 1, low: 2 } as const;
const firmness = {
  'toolkit-text': 0,
  'literature-read': 0,
  own: 1,
  'general-knowledge': 2,
  inference: 3
} as const;

/** The first of two links to doubt: the one held with less confidence, then the one that rests on less. */
function compareDoubt(one: Link, other: Link): number {
  return (
    sureness[other.confidence] - sureness[one.confidence] ||
    firmness[other.basis] - firmness[one.basis]
  );
}

/**
 * A route made of links that follow each other.
 * @example
 * // crowding raises stress, stress lowers closeness, closeness raises talk
 * routeOf([raises, lowers, raises]).effect // 'lowers'
 */
export function routeOf(links: readonly Link[]): Route {
  const [first, ...others] = links;
  if (first === undefined) throw new Error('A route has at least one link');
  const lowering = links.filter((link) => link.effect === 'lowers').length;
  return {
    links,
    effect: lowering % 2 === 0 ? 'raises' : 'lowers',
    weakest: others.reduce((least, link) => (compareDoubt(link, least) < 0 ? link : least), first)
  };
}

/** Strongest first: surer by its weakest link, then shorter, then resting on more. For `Array.sort`. */
export function compareRoutes(one: Route, other: Route): number {
  return (
    sureness[one.weakest.confidence] - sureness[other.weakest.confidence] ||
    one.links.length - other.links.length ||
    firmness[one.weakest.basis] - firmness[other.weakest.basis]
  );
}

/** The way that already leads from one place to another, shortest first; null when there is none. Without a limit on length. */
export function wayBetween(links: readonly Link[], from: NodeId, to: NodeId): NodeId[] | null {
  const following = byEnd(links, 'from');
  const waiting: NodeId[][] = [[from]];
  const seen = new Set<NodeId>([from]);
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const last = way.at(-1) ?? from;
    if (last === to) return way;
    for (const link of following.get(last) ?? []) {
      if (seen.has(link.to)) continue;
      seen.add(link.to);
      waiting.push([...way, link.to]);
    }
  }
  return null;
}

/** Titles of places in the net. */
export function nodeTitle(node: NodeId, spine: Spine): string {
  if (node === 'every-primary-outcome') return 'Every primary outcome';
  const [kind, id] = node.split('/');
  const list: readonly { id: string; title: string }[] =
    kind === 'factor' ? spine.factors : spine.outcomes;
  return list.find((each) => each.id === id)?.title ?? id ?? node;
}
