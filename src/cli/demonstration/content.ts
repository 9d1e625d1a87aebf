import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Result } from '#core/result';
import {
  packProblemSentence,
  readDecisionTree,
  readIndicatorCatalogue,
  readPlaces,
  readPublishedDiagrams,
  readSpine,
  readStrategySections,
  readValues,
  type IndicatorCatalogue,
  type IndicatorValue,
  type PackProblem,
  type PublishedDiagram,
  type Spine
} from '#modules/vocabulary';
import { readInstrument, type Instrument } from '#modules/assessments';
import { readPackFolder } from '#modules/vocabulary/server';
import { GroundRefusal } from '#ground/problems';
import { readCollaborativePlan, type CollaborativePlan } from './packs/collaborative-plan.ts';
import {
  ownInstruments,
  readMadeUpAssessments,
  type MadeUpAssessments,
  type OwnInstrument
} from './packs/made-up-assessments.ts';
import { readMadeUpBoundaries, type MadeUpBoundaries } from './packs/made-up-boundaries.ts';
import { readMadeUpEvidence, type MadeUpEvidence } from './packs/made-up-evidence.ts';
import { readMadeUpImports, type MadeUpImports } from './packs/made-up-imports.ts';
import { readMadeUpLearning, type MadeUpLearning } from './packs/made-up-learning.ts';
import { readBodies, type PlaceBodies } from './packs/bodies.ts';
import { readDecisions, type PlaceDecisions } from './packs/decisions.ts';
import { readWorkingTogether, type WorkingTogether } from './packs/working-together.ts';
import { readMadeUpNeeds, type MadeUpNeeds } from './packs/made-up-needs.ts';
import { readMadeUpPlace, type MadeUpPlace } from './packs/made-up-place.ts';
import { readMadeUpNeighbours, type MadeUpNeighbours } from './packs/made-up-neighbours.ts';
import { readMadeUpReach, type MadeUpReach } from './packs/made-up-reach.ts';
import { readMadeUpRollOuts, type MadeUpRollOuts } from './packs/made-up-roll-outs.ts';
import { readMadeUpSettings, type MadeUpSettings } from './packs/made-up-settings.ts';
import { readMadeUpSupport, type MadeUpSupport } from './packs/made-up-support.ts';
import { readMadeUpSurveys, type MadeUpSurveys } from './packs/made-up-surveys.ts';
import {
  readImprovementExamples,
  readOpenPlace,
  tiePlaces,
  type ImprovementExamples,
  type OpenPlace,
  type TiedPlace
} from './packs/open-place.ts';

/** What the demonstration is made of, read from the packs and checked. */
export type DemonstrationContent = {
  readonly spine: Spine;
  readonly catalogue: IndicatorCatalogue;
  readonly fernhollow: MadeUpPlace & {
    readonly values: readonly IndicatorValue[];
    readonly needs: MadeUpNeeds;
    readonly decisions: PlaceDecisions;
    readonly workingTogether: WorkingTogether;
    readonly bodies: PlaceBodies;
    readonly assessments: MadeUpAssessments;
    readonly evidence: MadeUpEvidence;
    readonly settings: MadeUpSettings;
    readonly boundaries: MadeUpBoundaries;
    readonly support: MadeUpSupport;
    readonly learning: MadeUpLearning;
    readonly surveys: MadeUpSurveys;
    readonly rollOuts: MadeUpRollOuts;
    readonly reach: MadeUpReach;
    readonly neighbours: MadeUpNeighbours;
    /** Its files of values, by name, as they lie in the folder. */
    readonly imports: MadeUpImports & { readonly files: ReadonlyMap<string, Uint8Array> };
  };
  readonly trafford: OpenPlace & {
    readonly places: readonly TiedPlace[];
    /** Its figures that are published by quarter. */
    readonly series: readonly IndicatorValue[];
    /** Its boundary as GeoJSON, with where it comes from. */
    readonly boundary: { readonly geojson: string; readonly source: string };
  };
  readonly tayside: CollaborativePlan & {
    readonly decisions: PlaceDecisions;
    readonly workingTogether: WorkingTogether;
    readonly bodies: PlaceBodies;
  };
  readonly publishedDiagrams: readonly PublishedDiagram[];
  readonly publishedExamples: ImprovementExamples;
};

/** Reads the demonstration's packs below `folder`. Refuses: throws a `GroundRefusal` naming every problem of a file that cannot be used. */
export async function readDemonstration(folder: string): Promise<DemonstrationContent> {
  const files = async (pack: string) => {
    const read = await readPackFolder(path.join(folder, pack));
    return sound(pack, read).files;
  };
  const rows = async (file: string): Promise<unknown[]> =>
    parse(await readFile(path.join(folder, file)), {
      columns: true,
      bom: true,
      skip_empty_lines: true
    });

  const spine = sound(
    'spine/early-years',
    readSpine((await files('spine/early-years'))['spine.json'])
  );
  const data = await files('data/indicators');
  const catalogue = sound(
    'data/indicators',
    readIndicatorCatalogue(data['indicators.json'], spine)
  );
  const tree = sound(
    'plans/decision-tree',
    readDecisionTree((await files('plans/decision-tree'))['tree.json'], spine)
  );
  const sections = sound(
    'plans/strategy-sections',
    readStrategySections((await files('plans/strategy-sections'))['sections.json'])
  );

  const fernhollow = await files('demo/fernhollow');
  const madeUp = sound('demo/fernhollow', readMadeUpPlace(fernhollow, { spine, tree, sections }));
  const values = sound(
    'demo/fernhollow',
    readValues(await rows('demo/fernhollow/values.csv'), madeUp.indicators)
  );
  const { indicators } = madeUp.indicators;
  const needs = sound(
    'demo/fernhollow',
    readMadeUpNeeds(fernhollow['needs.json'], { spine, indicators })
  );
  const decisions = sound(
    'demo/fernhollow',
    readDecisions(fernhollow['decisions.json'], { spine, groups: madeUp.place.groups })
  );

  const workingTogether = sound(
    'demo/fernhollow',
    readWorkingTogether(fernhollow['working-together.json'], {
      groups: madeUp.place.groups,
      aims: madeUp.plan.aims,
      actions: madeUp.plan.actions
    })
  );
  const bodies = sound('demo/fernhollow', readBodies(fernhollow['bodies.json']));

  const byPack = new Map<OwnInstrument, Instrument>();
  for (const pack of ownInstruments) {
    byPack.set(pack, sound(pack, readInstrument((await files(pack))['instrument.json'])));
  }
  const assessments = sound(
    'demo/fernhollow',
    readMadeUpAssessments(fernhollow['assessments.json'], {
      instruments: byPack,
      people: madeUp.place.people,
      actions: madeUp.plan.actions
    })
  );
  const evidence = sound('demo/fernhollow', readMadeUpEvidence(fernhollow['evidence.json'], spine));
  const settings = sound('demo/fernhollow', readMadeUpSettings(fernhollow['settings.json']));
  const boundaries = sound('demo/fernhollow', readMadeUpBoundaries(fernhollow['boundaries.json']));
  const support = sound(
    'demo/fernhollow',
    readMadeUpSupport(fernhollow['support.json'], { services: madeUp.services.services, spine })
  );
  const learning = sound('demo/fernhollow', readMadeUpLearning(fernhollow['learning.json'], spine));
  const surveys = sound(
    'demo/fernhollow',
    readMadeUpSurveys(fernhollow['surveys.json'], { spine })
  );
  const rollOuts = sound('demo/fernhollow', readMadeUpRollOuts(fernhollow['roll-out.json']));
  const reach = sound('demo/fernhollow', readMadeUpReach(fernhollow['reach.json']));
  const neighbours = sound(
    'demo/fernhollow',
    readMadeUpNeighbours(fernhollow['neighbours.json'], byPack.get('instruments/maturity-matrix'))
  );
  const taken = sound('demo/fernhollow', readMadeUpImports(fernhollow['imports.json']));
  const imports = { ...taken, files: new Map<string, Uint8Array>() };
  for (const { file } of taken.imports) {
    imports.files.set(file, await readFile(path.join(folder, 'demo/fernhollow', file)));
  }

  const open = sound(
    'demo/trafford',
    readOpenPlace((await files('demo/trafford'))['trafford.json'], spine, catalogue)
  );
  const { set, file, categories } = open.services;
  const places = sound(`data/${set}`, readPlaces(await rows(`data/${set}/${file}`)));

  const examples = await files('demo/improvement-examples');
  const published = sound(
    'demo/improvement-examples',
    readPublishedDiagrams(examples['driver-diagrams.json'], spine)
  );
  const publishedExamples = sound(
    'demo/improvement-examples',
    readImprovementExamples(examples['examples.json'], spine)
  );

  const boundary = await boundaryOf(folder, open.place.areaCode);

  const tayside = await files('demo/tayside');
  const regional = sound('demo/tayside', readCollaborativePlan(tayside, spine));
  const regionalDecisions = sound(
    'demo/tayside',
    readDecisions(tayside['decisions.json'], { spine, groups: regional.groups.groups })
  );

  const regionalWork = sound(
    'demo/tayside',
    readWorkingTogether(tayside['working-together.json'], {
      groups: regional.groups.groups,
      aims: regional.aims.aims,
      actions: []
    })
  );
  const regionalBodies = sound('demo/tayside', readBodies(tayside['bodies.json']));

  const quarterlySets = new Set(
    catalogue.indicators.filter((one) => one.frequency === 'quarterly').map((one) => one.set)
  );
  const series: IndicatorValue[] = [];
  for (const name of quarterlySets) {
    const figures = sound(
      `data/${name}`,
      readValues(await rows(`data/${name}/values.csv`), catalogue)
    );
    series.push(...figures.filter((figure) => figure.area === open.place.areaCode));
  }

  return {
    spine,
    catalogue,
    fernhollow: {
      ...madeUp,
      values,
      needs,
      decisions,
      workingTogether,
      bodies,
      assessments,
      evidence,
      settings,
      boundaries,
      support,
      learning,
      surveys,
      rollOuts,
      reach,
      neighbours,
      imports
    },
    trafford: {
      ...open,
      places: sound(`data/${set}`, tiePlaces(places, categories)),
      series,
      boundary
    },
    tayside: {
      ...regional,
      decisions: regionalDecisions,
      workingTogether: regionalWork,
      bodies: regionalBodies
    },
    publishedDiagrams: published.diagrams,
    publishedExamples
  };
}

/** One area's boundary out of those of all English councils, as GeoJSON, with its attribution. */
async function boundaryOf(folder: string, areaCode: string | null) {
  const pack = 'data/boundaries-england-upper-tier';
  const read = sound(pack, await readPackFolder(path.join(folder, pack)));
  const text = await readFile(path.join(folder, pack, 'boundaries.geojson'), 'utf8');
  const { features } = JSON.parse(text) as { features: { id: string }[] }; // as GeoJSON is
  const feature = features.find(({ id }) => id === areaCode);
  return { geojson: JSON.stringify(feature ?? null), source: read.pack.attribution };
}

function sound<Value>(folder: string, read: Result<Value, readonly PackProblem[]>): Value {
  if (read.ok) return read.value;
  throw new GroundRefusal({
    kind: 'content-refused',
    folder,
    sentences: read.error.map(packProblemSentence)
  });
}
