import { lookedThrough } from '#modules/disclosure';
import type { ChangeIdeaId, MeasureId, ProjectId } from '#modules/improvement';
import type { FactorId } from '#modules/vocabulary';
import { choice, id, list, neededText, optionalId, text, version } from '#platform/fields';
import * as v from 'valibot';
import { directions } from './graph.ts';
import { driverFieldName } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { levels, type DriverId, type DriverLinkId } from './types.ts';

/** The shape of every input. */

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: driverFieldName });
const project = { projectId: id<ProjectId>() };
/** The version of the diagram that was read before anything in it is moved or taken away. */
const diagramVersion = { diagramVersion: version };

const factorId = v.pipe(
  text(100),
  v.transform((given) => (given === '' ? null : (given as FactorId)))
); // checked by the command

const driverParts = { title: neededText(say.title, 200), why: text(1000), factorId };

export const newDriverInput = looked({
  ...project,
  level: choice(levels, say.level),
  /** None for a primary driver. */
  underId: optionalId<DriverId>(),
  ...driverParts
});

export const driverInput = looked({
  driverId: id<DriverId>(),
  ...driverParts,
  measureIds: v.pipe(
    list(),
    v.transform((given) => given as MeasureId[])
  ), // checked by the command
  version
});

export const newIdeaInput = looked({
  ...project,
  underId: id<DriverId>(),
  text: neededText(say.idea, 300),
  why: text(1000),
  factorId
});

/** Something that is there already, hung under one more driver. */
export const hangInput = v.object({
  ...project,
  upperId: v.pipe(
    v.string(say.under),
    v.uuid(say.under),
    v.transform((given) => given as DriverId)
  ), // the command finds whether it is there
  lowerKind: v.picklist(['driver', 'idea']),
  lowerId: v.pipe(
    v.string(),
    v.uuid(),
    v.transform((given) => given as DriverId & ChangeIdeaId)
  ) // one or the other, as its kind says
});

export const unlinkInput = v.object({
  ...project,
  linkId: id<DriverLinkId>(),
  ...diagramVersion
});

/** A link, or a driver that hangs under none. */
export const moveInput = v.object({
  ...project,
  itemId: id(),
  direction: v.picklist(directions),
  ...diagramVersion
});

export const archiveInput = v.object({ driverId: id<DriverId>(), ...diagramVersion });
export const restoreInput = v.object({ driverId: id<DriverId>() });

export const versionInput = looked({
  ...project,
  name: neededText(say.name, 100),
  note: text(500)
});

/** `project:<id>` or `example:<id>`. */
export const beginWithInput = v.object({
  ...project,
  from: v.pipe(
    v.string(say.from),
    v.regex(/^(project|example):[a-z0-9-]+$/, say.from),
    v.transform((given) => {
      const [kind = '', ...id] = given.split(':');
      return { kind: kind as 'project' | 'example', id: id.join(':') }; // the pattern allows no other
    })
  )
});
