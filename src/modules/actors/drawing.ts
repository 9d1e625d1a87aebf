import { renderSvg, textWidth, type Mark } from '#modules/charts';
import type { Actor, ActorLink, ActorSector } from './kinds.ts';
import { engagementLetters, engagementNames, kindNames, markerNames, notSaid } from './labels.ts';
import { layoutActorMap, type MapLayout, type PlacedActor } from './layout.ts';
import { noSectorName } from './labels.ts';

type DrawnActor = Pick<
  Actor,
  'id' | 'name' | 'kind' | 'sectorId' | 'ring' | 'engagement' | 'marker' | 'dots'
>;
type DrawnLink = Pick<ActorLink, 'fromId' | 'toId' | 'strength' | 'direction' | 'type'>;
type Sector = Pick<ActorSector, 'id' | 'name'>;

export type DrawnMap = {
  readonly focus: string;
  readonly sectors: readonly Sector[];
  readonly actors: readonly DrawnActor[];
  readonly links: readonly DrawnLink[];
};

const sizes = { wide: 760, narrow: 328 } as const;
const markSize = 10;
/** With more actors than these their names would cover one another: numbers alone stand beside the marks. */
const mostNamed = 60;
/** With more links than these their kinds are left to the table. */
const mostTyped = 24;

/** How an actor is read aloud, and what stands in its row: the same words. */
export function actorWords(
  actor: DrawnActor,
  sectors: readonly Sector[],
  number: number,
  letters: 'engagement' | 'kind' = 'engagement'
): string {
  const sector = sectors.find(({ id }) => id === actor.sectorId)?.name ?? noSectorName;
  return [
    `${number}. ${actor.name}`,
    ...(actor.kind === null ? [] : [kindNames[actor.kind].toLowerCase()]),
    sector,
    `ring ${actor.ring}`,
    ...(letters === 'kind'
      ? []
      : [
          `engagement ${(actor.engagement === null ? notSaid : engagementNames[actor.engagement]).toLowerCase()}`
        ]),
    ...(actor.dots > 0 ? [`${actor.dots} ${actor.dots === 1 ? 'dot' : 'dots'}`] : []),
    ...(actor.marker === null ? [] : [markerNames[actor.marker].toLowerCase()])
  ].join(', ');
}

/**
 * The map as SVG: rings, slices, links and actors. The shape says the kind (circle primary, square secondary, diamond key, ring not said),
 * letter and pattern the engagement, a line drawn through or dashed the strength of a link. `hrefOf` makes the marks lead to their actors,
 * in the order of the list; without it the picture travels.
 */
export function drawActorMap(
  map: DrawnMap,
  options: {
    readonly size: keyof typeof sizes;
    readonly colours: 'page' | 'light';
    readonly hrefOf?: (actor: DrawnActor) => string;
    /** Rings of a workshop know no engagement: the letter there is that of the kind. */
    readonly letters?: 'engagement' | 'kind';
  }
): string {
  const size = sizes[options.size];
  const layout = layoutActorMap(map.actors, map.sectors, size);
  const isWide = options.size === 'wide';
  const marks: Mark[] = [
    ...ground(layout, isWide),
    ...linkMarks(layout, map.links, isWide),
    // What is in the middle lies over the links that cross it.
    ...middleMarks(layout, map.focus, isWide)
  ];
  const { centre, radii } = layout;
  const middle = radii[0] ?? 0;
  const focus = { left: centre - middle, right: centre + middle, top: centre - 24, bottom: centre + 24 }; // prettier-ignore
  const taken: Box[] = [focus, ...layout.placed.map(({ x, y }) => around(x, y))];
  const isNamed = isWide && layout.placed.length <= mostNamed;
  for (const one of layout.placed) {
    marks.push(...actorMarks(one, options.letters ?? 'engagement'));
    const wanted = isNamed ? `${one.number} ${shortened(one.actor.name)}` : String(one.number);
    marks.push(...labelOf(one, wanted, taken, layout.size));
  }
  const { hrefOf } = options;
  if (hrefOf !== undefined) {
    // The targets lie above everything, in the order of the list.
    for (const { actor, number, x, y } of layout.placed) {
      const label = actorWords(actor, map.sectors, number, options.letters);
      marks.push({
        kind: 'shape',
        shape: 'dot',
        x,
        y,
        size: 0,
        ink: 'accent',
        hint: label,
        link: { href: hrefOf(actor), label }
      });
    }
  }
  return renderSvg(
    {
      width: size,
      height: size,
      id: `actor-map-${options.size}`,
      title: `Map of actors: ${map.focus}`,
      description: `${map.actors.length} in ${map.sectors.length} sectors and four rings, with ${map.links.length} links. The list says the same.`,
      marks
    },
    options.colours
  );
}

type Corner = readonly [number, number];

const polygon = (x: number, y: number, radius: number, corners: number, turn = 0): Corner[] =>
  Array.from({ length: corners }, (_, at) => {
    const angle = turn + (at / corners) * 2 * Math.PI;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)] as const;
  });

function ground({ centre, radii, slices }: MapLayout<DrawnActor>, isWide: boolean): Mark[] {
  const outside = radii.at(-1) ?? 0;
  const inside = radii[0] ?? 0;
  const circle = (radius: number): Corner[] => {
    const corners = polygon(centre, centre, radius, 72);
    return [...corners, ...corners.slice(0, 1)];
  };
  const marks: Mark[] = radii.slice(1).map((radius) => ({
    kind: 'line',
    path: circle(radius),
    ink: 'muted',
    width: 1,
    dash: '2 4'
  }));
  if (slices.length > 1) {
    for (const { from } of slices) {
      marks.push({
        kind: 'line',
        path: [
          [centre + inside * Math.sin(from), centre - inside * Math.cos(from)],
          [centre + outside * Math.sin(from), centre - outside * Math.cos(from)]
        ],
        ink: 'muted',
        width: 1
      });
    }
  }
  for (const { name, from, to } of slices) {
    const angle = slices.length === 1 ? 0 : (from + to) / 2;
    const x = centre + (outside + 8) * Math.sin(angle);
    // A name at the side would lie over the rings: it stands higher, where the circle leaves room.
    const isSide = Math.abs(Math.cos(angle)) < 0.3;
    const y = isSide ? centre - outside * 0.45 : centre - (outside + 8) * Math.cos(angle);
    const size = isWide ? 14 : 11;
    const sine = Math.sin(angle);
    const anchor = Math.abs(sine) < 0.3 ? 'middle' : sine > 0 ? 'end' : 'start';
    const edge = sine > 0 ? 2 * centre - 2 : 2;
    marks.push({
      kind: 'text',
      x: anchor === 'middle' ? x : edge,
      y: Math.min(2 * centre - 4, Math.max(size, y < centre ? y - 4 : y + size)),
      text: name,
      ink: 'ink',
      size,
      anchor,
      weight: 600,
      halo: true
    });
  }
  return marks;
}

function middleMarks(
  { centre, radii }: MapLayout<DrawnActor>,
  focus: string,
  isWide: boolean
): Mark[] {
  const inside = radii[0] ?? 0;
  const marks: Mark[] = [
    { kind: 'shape', shape: 'ring', x: centre, y: centre, size: inside, ink: 'muted' }
  ];
  const lines = broken(focus, inside * 1.7, isWide ? 12 : 9, isWide ? 4 : 2);
  const step = isWide ? 14 : 10;
  for (const [at, text] of lines.entries()) {
    marks.push({
      kind: 'text',
      x: centre,
      y: centre + (at - (lines.length - 1) / 2) * step + 4,
      text,
      ink: 'ink',
      size: isWide ? 12 : 9,
      anchor: 'middle',
      weight: 600
    });
  }
  return marks;
}

/** A text in lines no wider than `width`; what is more than `most` lines ends in dots. */
function broken(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}

const longestName = 30;
const shortened = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;

const fills = {
  strong: 'step-5',
  moderate: 'hatched',
  weak: 'step-2',
  none: 'none'
} as const satisfies Record<NonNullable<DrawnActor['engagement']>, string>;

function actorMarks(
  { actor, x, y }: PlacedActor<DrawnActor>,
  letters: 'engagement' | 'kind'
): Mark[] {
  const ring =
    actor.kind === 'secondary'
      ? polygon(x, y, markSize * 1.3, 4, Math.PI / 4)
      : actor.kind === 'key'
        ? polygon(x, y, markSize * 1.35, 4)
        : polygon(x, y, markSize, 24);
  const ofKind = actor.kind === null ? '?' : kindNames[actor.kind].slice(0, 1);
  const ofEngagement = actor.engagement === null ? '?' : engagementLetters[actor.engagement];
  const letter = letters === 'kind' ? ofKind : ofEngagement;
  const isStrong = actor.engagement === 'strong';
  const marks: Mark[] = [
    {
      kind: 'shape',
      shape: 'circle',
      x,
      y,
      size: markSize,
      ink: 'surface'
    },
    {
      kind: 'area',
      rings: [ring],
      fill: actor.engagement === null ? 'none' : fills[actor.engagement],
      outline: { ink: actor.kind === null ? 'muted' : 'ink', width: actor.dots > 0 ? 2.5 : 1.2 }
    },
    {
      kind: 'text',
      x,
      y: y + 4,
      text: letter,
      ink: isStrong ? 'surface' : 'ink',
      size: 12,
      anchor: 'middle',
      weight: 600,
      halo: !isStrong
    }
  ];
  if (actor.marker !== null) {
    const shape = ({ momentum: 'triangle', blockage: 'square', opportunity: 'ring' } as const)[
      actor.marker
    ];
    marks.push({
      kind: 'shape',
      shape,
      x: x + markSize,
      y: y - markSize,
      size: 4.5,
      ink: 'signal'
    });
  }
  return marks;
}

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const around = (x: number, y: number): Box => ({
  left: x - 12,
  right: x + 12,
  top: y - 12,
  bottom: y + 12
});

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** The name beside its mark where there is room for it, else its number, else above the mark whatever is there. */
function labelOf(
  { number, x, y }: PlacedActor<DrawnActor>,
  wanted: string,
  taken: Box[],
  width: number
): Mark[] {
  const size = 11;
  for (const text of wanted === String(number) ? [wanted] : [wanted, String(number)]) {
    const wide = textWidth(text, size);
    const spots = [
      { anchor: 'start', left: x + 14, y: y + 4 },
      { anchor: 'end', left: x - 14 - wide, y: y + 4 },
      { anchor: 'middle', left: x - wide / 2, y: y + 23 },
      { anchor: 'middle', left: x - wide / 2, y: y - 14 }
    ] as const;
    for (const { anchor, left, y: base } of spots) {
      const box = { left, right: left + wide, top: base - 10, bottom: base + 3 };
      if (box.left < 2 || box.right > width - 2) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      const at = anchor === 'start' ? left : anchor === 'end' ? left + wide : left + wide / 2;
      return [{ kind: 'text', x: at, y: base, text, ink: 'ink', size, anchor, halo: true }];
    }
  }
  return [
    {
      kind: 'text',
      x: x + 9,
      y: y - 8,
      text: String(number),
      ink: 'ink',
      size: 9,
      anchor: 'start',
      halo: true
    }
  ];
}

function linkMarks(
  { placed }: MapLayout<DrawnActor>,
  links: readonly DrawnLink[],
  isWide: boolean
): Mark[] {
  const at = new Map(placed.map((one) => [one.actor.id, one]));
  const drawn = links.flatMap((link) => {
    const [from, to] = [at.get(link.fromId), at.get(link.toId)];
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
  const isTyped = isWide && drawn.length <= mostTyped;
  return drawn.flatMap(({ link, from, to }) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < 1) return [];
    const [stepX, stepY] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const start: Corner = [from.x + stepX * 14, from.y + stepY * 14];
    const end: Corner = [to.x - stepX * 14, to.y - stepY * 14];
    const head = ([x, y]: Corner, way: 1 | -1): (Corner | null)[] => [
      [x - way * (stepX * 7 - stepY * 4), y - way * (stepY * 7 + stepX * 4)],
      [x, y],
      [x - way * (stepX * 7 + stepY * 4), y - way * (stepY * 7 - stepX * 4)],
      null
    ];
    const heads = [
      ...(link.direction === 'none' ? [] : head(end, 1)),
      ...(link.direction === 'both-ways' ? head(start, -1) : [])
    ];
    const marks: Mark[] = [
      {
        kind: 'line',
        path: [start, end],
        ink: 'accent',
        width: 1.5,
        ...(link.strength === 'weak' ? { dash: '6 4' } : {})
      }
    ];
    if (heads.length > 0) marks.push({ kind: 'line', path: heads, ink: 'accent', width: 1.5 });
    if (isTyped && link.type !== '' && length > 70) {
      marks.push({
        kind: 'text',
        x: (from.x + to.x) / 2,
        y: (from.y + to.y) / 2 - 3,
        text: link.type,
        ink: 'accent',
        size: 10,
        anchor: 'middle',
        halo: true
      });
    }
    return marks;
  });
}
