import { err, ok } from '#core/result';
import { aimOf, composeAim } from '#modules/improvement';
import { projectTitles } from '#modules/improvement/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import { isUuid } from '#platform/ids';
import * as v from 'valibot';
import { freeze, wholeDiagram } from './diagram.server.ts';
import { gapsOf } from './gaps.ts';
import { goesWith } from './graph.ts';
import * as store from './store.server.ts';
import type { DriverId } from './types.ts';
import { compareVersions } from './versions.ts';
import { publishedDiagrams } from './version.commands.server.ts';
import * as versionStore from './versions.store.server.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
const projectAsked = v.object({ projectId: v.string() });

/** The diagram of a project with what it lacks, what was archived, and its named versions. */
export const viewDiagram = query({
  name: 'drivers.view-diagram',
  needs: 'records:read',
  input: projectAsked,
  example: { projectId: nobody },
  async run({ scope, input, tx }) {
    const whole = await wholeDiagram(tx, scope, input.projectId);
    if (whole === null) return err({ kind: 'not-found' } as const);
    const { parts, head, diagram } = whole;
    return ok({
      project: parts.project,
      aim: composeAim(aimOf(parts.project)),
      diagram,
      /** 0 until somebody begins. */
      version: head?.version ?? 0,
      basedOn: head?.basedOn ?? '',
      gaps: gapsOf(diagram),
      archived: await store.archivedDrivers(tx, scope, parts.project.id),
      versions: await versionStore.versions(tx, scope, parts.project.id),
      factors: (await getSpine(tx)).factors
    });
  }
});

/** One driver to word anew, with what would go if it were archived. */
export const viewDriver = query({
  name: 'drivers.view-driver',
  needs: 'records:read',
  input: v.object({ projectId: v.string(), driverId: v.string() }),
  example: { projectId: nobody, driverId: nobody },
  async run({ scope, input, tx }) {
    const whole = await wholeDiagram(tx, scope, input.projectId);
    const driver = whole?.diagram.drivers.find(({ id }) => id === input.driverId);
    if (whole === null || driver === undefined) return err({ kind: 'not-found' } as const);
    const { diagram, parts, head } = whole;
    const going = goesWith(diagram, driver.id);
    const titlesOf = (ids: readonly DriverId[]) =>
      diagram.drivers.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
    const { factors, factorGroups } = await getSpine(tx);
    return ok({
      driver,
      diagram,
      project: parts.project,
      version: head?.version ?? 0,
      going: {
        along: titlesOf(going.drivers.filter((id) => id !== driver.id)),
        staying: titlesOf(going.staying),
        ideas: diagram.ideas.filter(({ id }) => going.ideas.includes(id)).map(({ text }) => text)
      },
      words: { factors, factorGroups }
    });
  }
});

/** A named version as it stood, and what changed from it until another version or until now. */
export const viewDiagramVersion = query({
  name: 'drivers.view-version',
  needs: 'records:read',
  input: v.object({
    projectId: v.string(),
    versionId: v.string(),
    until: v.optional(v.string(), '')
  }),
  example: { projectId: nobody, versionId: nobody },
  async run({ scope, input, tx }) {
    const whole = await wholeDiagram(tx, scope, input.projectId);
    if (whole === null) return err({ kind: 'not-found' } as const);
    const { project } = whole.parts;
    const find = (id: string) => versionStore.findVersion(tx, scope, project.id, id);
    const version = await find(input.versionId);
    if (version === null) return err({ kind: 'not-found' } as const);
    const until = isUuid(input.until) ? await find(input.until) : null;
    const later = until?.content ?? freeze(whole);
    return ok({
      project,
      version,
      versions: await versionStore.versions(tx, scope, project.id),
      until: until === null ? null : { id: until.id, name: until.name, savedAt: until.savedAt },
      changes: compareVersions(version.content, later)
    });
  }
});

/** What a diagram can begin with: those of other projects here, and published ones. */
export const viewBeginnings = query({
  name: 'drivers.view-beginnings',
  needs: 'records:read',
  input: projectAsked,
  example: { projectId: nobody },
  async run({ scope, input, tx }) {
    const whole = await wholeDiagram(tx, scope, input.projectId);
    if (whole === null) return err({ kind: 'not-found' } as const);
    const begun = Map.groupBy(await store.drivers(tx, scope), (driver) => driver.projectId);
    const projects = (await projectTitles(tx, scope)).flatMap(({ id, title }) => {
      const drivers = begun.get(id)?.length ?? 0;
      return drivers === 0 || id === input.projectId ? [] : [{ id, title, drivers }];
    });
    return ok({
      project: whole.parts.project,
      hasDrivers: whole.diagram.drivers.length > 0,
      projects,
      published: await publishedDiagrams(tx)
    });
  }
});
