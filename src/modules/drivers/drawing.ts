import type { LayerBox, LayeredGraph } from '#modules/charts';
import {
  ideaLayer,
  layerOfDriver,
  linksUnder,
  looseDrivers,
  looseIdeas,
  primaries
} from './graph.ts';
import { diagramSentence, trialSentence } from './sentences.ts';
import type { Driver, FrozenDiagram, Idea, IdeaVerdict } from './types.ts';

const shapes = {
  helped: 'circle',
  'did-not-help': 'diamond',
  'cannot-tell': 'question',
  'under-way': 'ring',
  untested: undefined
} as const satisfies Record<IdeaVerdict, LayerBox['shape'] | undefined>;

/** Where the boxes lead, on a page; a file that travels has no links. */
export type DiagramAddresses = {
  readonly driver: (driver: Driver) => string;
  readonly idea: (idea: Idea) => string;
};

/**
 * The diagram as boxes in layers: aim, primary drivers, secondary drivers, change ideas, each idea with its tests by shape and
 * word. Where no secondary driver is there, its layer is left out. What hangs nowhere stands in its layer without a line.
 */
export function drawingOf(
  { aim, diagram }: Pick<FrozenDiagram, 'aim' | 'diagram'>,
  title: string,
  addresses?: DiagramAddresses
): LayeredGraph {
  const hasSecondary = diagram.drivers.some(({ level }) => level === 'secondary');
  const layer = (of: 1 | 2 | 3) => (hasSecondary || of === 1 ? of : of - 1);
  const measures = new Map(diagram.measures.map((measure) => [measure.id, measure.title]));
  const first = primaries(diagram.drivers);
  const driverBox = (driver: Driver): LayerBox => {
    const watching = driver.measureIds.flatMap((id) => measures.get(id) ?? []);
    return {
      id: driver.id,
      layer: layer(layerOfDriver(driver.level)),
      label: driver.title,
      tone: driver.level === 'primary' ? 'loch' : 'plain',
      ...(watching.length === 0 ? {} : { note: `Watched by: ${watching.join(', ')}` }),
      ...(addresses === undefined ? {} : { href: addresses.driver(driver) })
    };
  };
  const ideaBox = (idea: Idea): LayerBox => ({
    id: idea.id,
    layer: layer(ideaLayer),
    label: idea.text,
    note: trialSentence(idea),
    tone: 'heather',
    isDashed: idea.verdict === 'untested',
    ...(shapes[idea.verdict] === undefined ? {} : { shape: shapes[idea.verdict] }),
    ...(addresses === undefined ? {} : { href: addresses.idea(idea) })
  });
  const placed = new Set<string>();
  const once = (boxes: readonly LayerBox[]) =>
    boxes.filter(({ id }) => !placed.has(id) && placed.add(id));
  const drivers = new Map(diagram.drivers.map((driver) => [driver.id, driver]));
  const ideas = new Map(diagram.ideas.map((idea) => [idea.id, idea]));
  const walk = (driver: Driver): LayerBox[] => [
    driverBox(driver),
    ...linksUnder(diagram, driver.id).flatMap(({ lower }) => {
      if (lower.kind === 'idea') {
        const idea = ideas.get(lower.id);
        return idea === undefined ? [] : [ideaBox(idea)];
      }
      const below = drivers.get(lower.id);
      return below === undefined ? [] : walk(below);
    })
  ];
  return {
    id: 'driver-diagram',
    title: `Driver diagram: ${title}`,
    description: diagramSentence(diagram),
    headings: [
      'Aim',
      'Primary drivers',
      ...(hasSecondary ? ['Secondary drivers'] : []),
      ...(diagram.ideas.length > 0 ? ['Change ideas'] : [])
    ],
    boxes: [
      { id: 'aim', layer: 0, label: aim ?? 'The aim is not written yet', tone: 'lichen' },
      ...once([
        ...first.flatMap(walk),
        ...looseDrivers(diagram).flatMap(walk),
        ...looseIdeas(diagram).map(ideaBox)
      ])
    ],
    links: [
      ...first.map(({ id }) => ({ from: 'aim', to: id, kind: 'solid' as const })),
      ...diagram.drivers.flatMap(({ id }) =>
        linksUnder(diagram, id).map(({ lower }) => ({
          from: id,
          to: lower.id,
          kind: 'solid' as const
        }))
      )
    ],
    arrowAt: 'from',
    keepsOrder: true
  };
}
