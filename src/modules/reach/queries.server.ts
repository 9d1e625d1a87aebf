import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { ruleOf } from '#modules/disclosure/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import { columnsBeforeQuery } from '#platform/remembered';
import * as v from 'valibot';
import { cyclesBefore } from './cycles-before.store.server.ts';
import { looks } from './looks.server.ts';
import { planOf } from './commands.server.ts';
import { programmeLines } from './published.server.ts';
import { cellsInput, oneCycle, oneProgramme } from './schema.ts';
import * as store from './store.server.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Every programme with what its latest cycle says. */
export const viewProgrammes = query({
  name: 'reach.view-programmes',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok(await programmeLines(tx, scope, dateOf(now)));
  }
});

/** One programme with all its cycles, oldest first. */
export const viewProgramme = query({
  name: 'reach.view-programme',
  needs: 'records:read',
  input: oneProgramme,
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const programme = await store.findProgramme(tx, scope, input.id);
    if (programme === null) return err(notFound);
    const { factors } = await getSpine(tx);
    return ok({
      programme,
      cycles: await store.cycles(tx, scope, programme.id),
      /** What was made of it, the latest first. */
      looks: await looks.list(tx, scope, { programmeId: programme.id }),
      factors: factors.filter(({ id }) => programme.factorIds.includes(id)),
      today: dateOf(now)
    });
  }
});

/** What may leave of a programme: its cycles, and how they stood at the ends of earlier days. */
export const viewWhatMayLeave = query({
  name: 'reach.view-what-may-leave',
  needs: 'records:read',
  input: oneProgramme,
  example: { id: nothing },
  async run({ scope, input, tx }) {
    const programme = await store.findProgramme(tx, scope, input.id);
    if (programme === null) return err(notFound);
    return ok({
      programme,
      cycles: await store.cycles(tx, scope, programme.id),
      before: await cyclesBefore(tx, scope, programme.id),
      /** By which its counts are made safe where they leave. */
      rule: await ruleOf(tx, scope, 'export')
    });
  }
});

/** A programme with its counts as they were entered, as a file for those who count and correct them; they are not for passing on. */
export const viewProgrammeAsEntered = query({
  name: 'reach.view-programme-as-entered',
  needs: 'reach:record',
  input: oneProgramme,
  example: { id: nothing },
  async run({ scope, input, tx }) {
    const programme = await store.findProgramme(tx, scope, input.id);
    if (programme === null) return err(notFound);
    return ok({ programme, cycles: await store.cycles(tx, scope, programme.id) });
  }
});

export const viewCycle = query({
  name: 'reach.view-cycle',
  needs: 'records:read',
  input: oneCycle,
  example: { cycleId: nothing },
  async run({ scope, input, tx }) {
    const cycle = await store.findCycle(tx, scope, input.cycleId);
    const programme = cycle && (await store.findProgramme(tx, scope, cycle.programmeId));
    return cycle === null || programme === null ? err(notFound) : ok({ cycle, programme });
  }
});

/** What rows of a spreadsheet would change, before anything is saved. */
export const previewCycles = query({
  name: 'reach.preview-cycles',
  needs: 'reach:record',
  input: cellsInput,
  example: {
    programmeId: nothing,
    cells: [
      ['Starts on', 'Came once'],
      ['2026-02-01', '20']
    ]
  },
  async run({ scope, input, tx, now }) {
    const programme = await store.findProgramme(tx, scope, input.programmeId);
    if (programme === null) return err(notFound);
    return planOf(tx, scope, programme, input.cells, dateOf(now));
  }
});

/** How columns of cycles were matched before, for each programme by itself. */
export const viewCycleColumns = columnsBeforeQuery(
  'reach.view-cycle-columns',
  'reach:record',
  'cycles'
);
