import { err, ok } from '#core/result';
import type { ChangeIdeaId } from '#modules/improvement';
import { addIdeaOf } from '#modules/improvement/server';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import { wholeDiagram } from './diagram.server.ts';
import { mayHang } from './graph.ts';
import { checkFactor, heldDiagram } from './before-change.server.ts';
import { driverInput, newDriverInput, newIdeaInput } from './schema.ts';
import * as store from './store.server.ts';
import type { Driver, DriverId, DriverLinkId } from './types.ts';

/** Writing drivers and ideas down, and wording them anew. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Adds a driver. Two people may add at once: both are kept. */
export const addDriver = command({
  name: 'drivers.add-driver',
  needs: 'improvement:edit',
  input: newDriverInput,
  example: { projectId: nobody, level: 'primary', title: 'Parents feel able' },
  async run({ scope, input, tx, newId }) {
    const held = await heldDiagram(tx, scope, input.projectId);
    if (!held.ok) return held;
    const checked = await checkFactor(tx, input.factorId);
    if (!checked.ok) return checked;
    const id = newId() as DriverId; // made here
    const { underId, ...driver } = input;
    if (underId !== null) {
      const { diagram } = held.value;
      const joined = {
        ...diagram,
        drivers: [...diagram.drivers, { id, level: input.level, position: 0 }]
      };
      const may = mayHang(joined, underId, { kind: 'driver', id });
      if (!may.ok) return may;
    }
    await store.addDriver(tx, scope, input.projectId, { ...driver, id });
    if (underId !== null) {
      await store.addLink(tx, scope, input.projectId, {
        id: newId() as DriverLinkId, // made here
        upperId: underId,
        lower: { kind: 'driver', id }
      });
    }
    await store.countChange(tx, scope, input.projectId);
    return ok({ id });
  }
});

/** Writes a change idea of the project down, under a driver. */
export const addIdeaUnder = command({
  name: 'drivers.add-idea-under',
  needs: 'improvement:edit',
  input: newIdeaInput,
  example: { projectId: nobody, underId: nobody, text: 'Lend every family a book on Friday' },
  async run({ scope, input, tx, newId }) {
    const held = await heldDiagram(tx, scope, input.projectId);
    if (!held.ok) return held;
    const checked = await checkFactor(tx, input.factorId);
    if (!checked.ok) return checked;
    const id = newId() as ChangeIdeaId; // made here
    const lower = { kind: 'idea', id } as const;
    const { diagram } = held.value;
    const may = mayHang({ ...diagram, ideas: [...diagram.ideas, { id }] }, input.underId, lower);
    if (!may.ok) return may;
    const { projectId, text, why, factorId } = input;
    await addIdeaOf(tx, scope, { id, projectId, text, why, factorId });
    const linkId = newId() as DriverLinkId; // made here
    await store.addLink(tx, scope, projectId, { id: linkId, upperId: input.underId, lower });
    await store.countChange(tx, scope, projectId);
    return ok({ id });
  }
});

/** Words a driver anew, and says which measures watch it. The second of two editors chooses. */
export const changeDriver = command({
  name: 'drivers.change-driver',
  needs: 'improvement:edit',
  input: driverInput,
  example: { driverId: nobody, title: 'Parents feel able', version: 1 },
  async run({ scope, input, tx, newId }) {
    const stored = await store.findDriver(tx, scope, input.driverId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const checked = await checkFactor(tx, input.factorId);
    if (!checked.ok) return checked;
    const whole = await wholeDiagram(tx, scope, stored.projectId);
    const known = new Set(whole?.diagram.measures.map(({ id }) => id));
    if (input.measureIds.some((id) => !known.has(id))) {
      return err({ kind: 'unknown-measure' } as const);
    }
    const version = await store.saveDriver(tx, scope, stored.id, input, input.version);
    if (version === null) {
      return err(await changedMeanwhile(tx, scope, 'driver', stored, driverFields(stored)));
    }
    await store.watchWith(tx, scope, stored.id, input.measureIds, newId);
    return ok({ version });
  }
});

/** A stored driver by the names of its form's fields. */
function driverFields(driver: Driver) {
  return {
    title: driver.title,
    why: driver.why,
    factorId: driver.factorId ?? '',
    measureIds: [...driver.measureIds]
  };
}
