import { err, ok } from '#core/result';
import { command } from '#platform/command';
import {
  goesWith,
  linksUnder,
  looseDrivers,
  mayHang,
  moved,
  primaries,
  uppersOf
} from './graph.ts';
import { heldDiagram } from './before-change.server.ts';
import { archiveInput, hangInput, moveInput, restoreInput, unlinkInput } from './schema.ts';
import * as store from './store.server.ts';
import type { Diagram, DriverLinkId } from './types.ts';

/** What hangs where: hanging, unhanging, order, archiving. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Hangs a driver or an idea that is there under one more driver. */
export const hangUnder = command({
  name: 'drivers.hang-under',
  needs: 'improvement:edit',
  input: hangInput,
  example: { projectId: nobody, upperId: nobody, lowerKind: 'idea', lowerId: nobody },
  async run({ scope, input, tx, newId }) {
    const held = await heldDiagram(tx, scope, input.projectId);
    if (!held.ok) return held;
    const lower = { kind: input.lowerKind, id: input.lowerId };
    const may = mayHang(held.value.diagram, input.upperId, lower);
    if (!may.ok) return may;
    const id = newId() as DriverLinkId; // made here
    await store.addLink(tx, scope, input.projectId, { id, upperId: input.upperId, lower });
    await store.countChange(tx, scope, input.projectId);
    return ok({ id });
  }
});

/** Takes one link away; what hung by it stays in the diagram. */
export const unlink = command({
  name: 'drivers.unlink',
  needs: 'improvement:edit',
  input: unlinkInput,
  example: { projectId: nobody, linkId: nobody, diagramVersion: 1 },
  async run({ scope, input, tx }) {
    const held = await heldDiagram(tx, scope, input.projectId, input.diagramVersion);
    if (!held.ok) return held;
    const link = held.value.diagram.links.find(({ id }) => id === input.linkId);
    if (link === undefined) return err({ kind: 'not-in-diagram' } as const);
    await store.removeLink(tx, scope, link.id);
    await store.countChange(tx, scope, input.projectId);
    const left = uppersOf(held.value.diagram, link.lower).length - 1;
    return ok({ left });
  }
});

/** Moves something a place up or down among those that hang with it. */
export const moveInOrder = command({
  name: 'drivers.move-in-order',
  needs: 'improvement:edit',
  input: moveInput,
  example: { projectId: nobody, itemId: nobody, direction: 'up', diagramVersion: 1 },
  async run({ scope, input, tx }) {
    const held = await heldDiagram(tx, scope, input.projectId, input.diagramVersion);
    if (!held.ok) return held;
    const line = lineOf(held.value.diagram, input.itemId);
    if (line === null) return err({ kind: 'not-in-diagram' } as const);
    const { table, ids } = line;
    await store.putInOrder(tx, scope, table, moved(ids, input.itemId, input.direction));
    await store.countChange(tx, scope, input.projectId);
    return ok();
  }
});

type Line = { readonly table: 'driver' | 'driverLink'; readonly ids: readonly string[] };

/** Those among which something stands: the links of one upper driver, the primary drivers, or the loose secondary ones. */
function lineOf(diagram: Diagram, itemId: string): Line | null {
  const link = diagram.links.find(({ id }) => id === itemId);
  if (link !== undefined) {
    const ids = linksUnder(diagram, link.upperId).map(({ id }) => id);
    return { table: 'driverLink', ids };
  }
  for (const list of [primaries(diagram.drivers), looseDrivers(diagram)]) {
    const ids = list.map(({ id }) => id as string); // in a line of either kind
    if (ids.includes(itemId)) return { table: 'driver', ids };
  }
  return null;
}

/** Archives a driver with what rests on it alone. Ideas stay in the project. */
export const archiveDriver = command({
  name: 'drivers.archive-driver',
  needs: 'improvement:edit',
  input: archiveInput,
  example: { driverId: nobody, diagramVersion: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.findDriver(tx, scope, input.driverId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const held = await heldDiagram(tx, scope, stored.projectId, input.diagramVersion);
    if (!held.ok) return held;
    const going = goesWith(held.value.diagram, stored.id);
    await store.archive(tx, scope, going.drivers, stored.id, now);
    await store.countChange(tx, scope, stored.projectId);
    return ok({ drivers: going.drivers.length });
  }
});

/** Brings an archived driver back, with what went along and where it hung. */
export const restoreDriver = command({
  name: 'drivers.restore-driver',
  needs: 'improvement:edit',
  input: restoreInput,
  example: { driverId: nobody },
  async run({ scope, input, tx }) {
    const projectId = await store.projectOf(tx, scope, input.driverId);
    if (projectId === null) return err({ kind: 'not-found' } as const);
    await store.holdDiagram(tx, scope, projectId);
    if (!(await store.restore(tx, scope, input.driverId))) {
      return err({ kind: 'not-in-diagram' } as const);
    }
    await store.countChange(tx, scope, projectId);
    return ok();
  }
});
