import { err, ok, type Result } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { newInput, oneInput } from '#modules/records';
import { forms, saying } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { choice, id, neededText } from '#platform/fields';
import type { PersonId } from '#platform/ids';
import { holdKind } from '#platform/saving';
import type { WriteScope } from '#platform/scope';
import * as v from 'valibot';
import { newCode } from './guest-key.server.ts';
import { giveDot, listedNames, listNames, takeDotBack, unlistName } from './taking-part.server.ts';
import {
  actorKinds,
  mostActors,
  mostItems,
  mostPeople,
  mostVersions,
  outermostRing,
  workshopSteps,
  type ActorStakeholderKind
} from './types.ts';
import { frozenMap } from './compare.ts';
import { mapHere } from './queries.server.ts';
import * as actorStore from './store.server.ts';
import * as versionStore from './versions.store.server.ts';
import { workshopKind } from './workshop-kind.ts';
import { hasEnded, mayChangeSheet, nextStep, sheetOf } from './workshop-rules.ts';
import {
  explainWorkshop,
  workshopFieldSentences as say,
  type WorkshopProblem
} from './workshop-sentences.ts';
import * as store from './workshops.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const refuse = (problem: WorkshopProblem) => err(problem);

/** Begins a workshop. Whoever begins it leads it, alone; people come in by its code. */
export const beginWorkshop = saying(
  command({
    name: 'actors.begin-workshop',
    needs: 'rings:facilitate',
    input: newInput(workshopKind),
    example: { title: 'Spring', focus: 'Children in poverty', heldOn: '2026-03-02' },
    async run({ scope, input, tx, now, newId }) {
      const workshopId = newId();
      await store.addWorkshop(tx, scope, workshopId, input, { code: newCode(), stepAt: now });
      await store.addPerson(tx, store.inWorkshop(scope, workshopId), {
        id: newId(),
        personId: scope.personId,
        called: '',
        keyHash: null
      });
      return ok({ id: workshopId });
    }
  }),
  { done: workshopKind.words.added, explain: explainWorkshop }
);
export const { blank: blankWorkshop } = forms(workshopKind);

/** The workshop, held; else that it is not here. */
async function held(tx: Tx, scope: WriteScope, workshopId: string) {
  if (!(await store.holdWorkshop(tx, scope, workshopId))) return err(notFound);
  const workshop = await store.workshops.find(tx, scope, workshopId);
  return workshop === null ? err(notFound) : ok(workshop);
}

/** The workshop, held, for whoever leads it and nobody else. */
async function led(tx: Tx, scope: WriteScope, workshopId: string) {
  const found = await held(tx, scope, workshopId);
  if (!found.ok) return found;
  if (found.value.leaderId !== scope.personId) return refuse({ kind: 'not-yours-to-lead' });
  return found;
}

/**
 * Moves a workshop on to its next step: from listing alone to what all see, and at last to the frozen rings. `from` is the step that
 * whoever asks had before them: a button pressed twice moves it once. Refuses the dots while something is in no ring.
 */
export const moveWorkshopOn = saying(
  command({
    name: 'actors.move-workshop-on',
    needs: 'rings:facilitate',
    input: v.object({ id: id(), from: choice(workshopSteps, 'Load the page again') }),
    example: { id: none, from: 'gather' },
    async run({ scope, input, tx, now, newId }) {
      const mine = await led(tx, scope, input.id);
      if (!mine.ok) return mine;
      const workshop = mine.value;
      if (hasEnded(workshop.step)) return refuse({ kind: 'workshop-ended' });
      if (workshop.step !== input.from) return refuse({ kind: 'moved-already' });
      const step = nextStep(workshop.step);
      if (step === null) return refuse({ kind: 'workshop-ended' });
      const here = store.inWorkshop(scope, workshop.id);
      if (step === 'dots') {
        const on = (await store.items(tx, here)).filter(({ offReason }) => offReason === '');
        if (on.length === 0) return refuse({ kind: 'nothing-on-the-sheet' });
        const names = on.filter(({ ring }) => ring === null).map(({ name }) => name);
        if (names.length > 0) return refuse({ kind: 'unplaced', names });
      }
      const people = await store.people(tx, here);
      await store.moveTo(tx, scope, workshop.id, {
        step,
        stepAt: now,
        ...(step === 'frozen' ? { peopleCount: people.length } : {})
      });
      const shown = actorKinds.find((kind) => step === `${kind}-shown`);
      if (shown !== undefined) await show(tx, scope, workshop.id, shown, newId);
      if (step === 'frozen') {
        const counts = Map.groupBy(await store.dots(tx, here), (itemId) => itemId);
        for (const [itemId, all] of counts) {
          await store.changeItem(tx, scope, itemId, { dots: all.length });
        }
        await store.forget(tx, scope, workshop.id);
      }
      return ok({ step });
    }
  }),
  { done: 'The workshop has moved on.', explain: explainWorkshop }
);

/** Puts what everybody listed of one kind on the sheet, each name once. */
async function show(
  tx: Tx,
  scope: WriteScope,
  workshopId: string,
  kind: ActorStakeholderKind,
  newId: () => string
): Promise<void> {
  const here = store.inWorkshop(scope, workshopId);
  const listed = (await store.notes(tx, here)).filter((note) => note.kind === kind);
  for (const { name, noteIds, listedBy } of sheetOf(listed).slice(0, mostItems)) {
    const itemId = newId();
    await store.addItems(tx, scope, workshopId, [{ id: itemId, kind, name, listedBy }]);
    await store.tieNotes(tx, here, itemId, { ids: noteIds });
  }
}

/** Stops a workshop for good: lists, dots and guests are deleted, the sheet stays as it is. */
export const stopWorkshop = saying(
  command({
    name: 'actors.stop-workshop',
    needs: 'rings:facilitate',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, now }) {
      const mine = await led(tx, scope, input.id);
      if (!mine.ok) return mine;
      if (hasEnded(mine.value.step)) return refuse({ kind: 'workshop-ended' });
      await store.moveTo(tx, scope, input.id, { step: 'stopped', stepAt: now });
      await store.forget(tx, scope, input.id);
      return ok();
    }
  }),
  {
    done: 'The workshop is stopped. What people listed alone is deleted.',
    explain: explainWorkshop
  }
);

/** Says who leads a workshop from now on, where whoever led it cannot. Refuses somebody who is no lead or coordinator here. */
export const handWorkshopOver = saying(
  command({
    name: 'actors.hand-workshop-over',
    needs: 'partnership:manage',
    input: v.object({ id: id(), leaderId: id<PersonId>() }),
    example: { id: none, leaderId: none },
    async run({ scope, input, tx }) {
      const found = await held(tx, scope, input.id);
      if (!found.ok) return found;
      if (hasEnded(found.value.step)) return refuse({ kind: 'workshop-ended' });
      const may = await store.leads(tx, scope);
      if (may.every(({ personId }) => personId !== input.leaderId)) {
        return refuse({ kind: 'leader-no-lead' });
      }
      await store.setLeader(tx, scope, input.id, input.leaderId);
      return ok();
    }
  }),
  { done: 'It is kept who leads the workshop.', explain: explainWorkshop }
);

/** Comes into a workshop as a member. Coming in twice is coming in once. */
export const joinWorkshop = saying(
  command({
    name: 'actors.join-workshop',
    needs: 'rings:take-part',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, newId }) {
      const found = await held(tx, scope, input.id);
      if (!found.ok) return found;
      if (hasEnded(found.value.step)) return refuse({ kind: 'workshop-ended' });
      const here = store.inWorkshop(scope, input.id);
      const all = await store.people(tx, here);
      if (all.some(({ personId }) => personId === scope.personId)) return ok();
      if (all.length >= mostPeople) return refuse({ kind: 'too-many-people' });
      const { personId } = scope;
      await store.addPerson(tx, here, { id: newId(), personId, called: '', keyHash: null });
      return ok();
    }
  }),
  { done: 'You are in the workshop.', explain: explainWorkshop }
);

/** The member in the workshop as it stands, held against its moving on. */
async function takingPart(tx: Tx, scope: WriteScope, workshopId: string) {
  const found = await held(tx, scope, workshopId);
  if (!found.ok) return found;
  const here = store.inWorkshop(scope, workshopId);
  const own = (await store.people(tx, here)).find(({ personId }) => personId === scope.personId);
  if (own === undefined) return refuse({ kind: 'not-taking-part' });
  return ok({ workshop: found.value, me: { ...here, ringPersonId: own.id } });
}

/** Adds names to one’s own list; nobody else sees them before they are shown. */
export const listNote = saying(
  command({
    name: 'actors.list-note',
    needs: 'rings:take-part',
    input: lookedThrough({ id: id(), names: listedNames }, { names: { names: 'Who it is' } }),
    example: { id: none, names: 'Parents' },
    async run({ scope, input, tx, newId }) {
      const part = await takingPart(tx, scope, input.id);
      if (!part.ok) return part;
      const { workshop, me } = part.value;
      return listNames(tx, me, { step: workshop.step, names: input.names, newId });
    }
  }),
  { done: 'It is on your list.', explain: explainWorkshop }
);

type PartTaken = Extract<Awaited<ReturnType<typeof takingPart>>, { readonly ok: true }>['value'];

/** A command on one thing of a member’s own in a workshop, named by `one`. */
function withOneOfOwn<Value>(
  name: string,
  act: (
    tx: Tx,
    part: PartTaken,
    one: string
  ) => Promise<Result<Value, WorkshopProblem | typeof notFound>>
) {
  return command({
    name,
    needs: 'rings:take-part',
    input: v.object({ id: id(), one: id() }),
    example: { id: none, one: none },
    async run({ scope, input, tx }) {
      const part = await takingPart(tx, scope, input.id);
      return part.ok ? act(tx, part.value, input.one) : part;
    }
  });
}

/** Takes a name off one’s own list. */
export const dropNote = saying(
  withOneOfOwn('actors.drop-note', (tx, { workshop, me }, note) =>
    unlistName(tx, me, { step: workshop.step, note })
  ),
  { done: 'It is off your list.', explain: explainWorkshop }
);

/** Puts one of one’s own dots. */
export const putDot = saying(
  withOneOfOwn('actors.put-dot', (tx, { workshop, me }, item) =>
    giveDot(tx, me, { ...workshop, item })
  ),
  { done: 'Your dot is on it.', explain: explainWorkshop }
);

/** Takes one of one’s own dots back. */
export const takeDot = saying(
  withOneOfOwn('actors.take-dot', (tx, { workshop, me }, item) =>
    takeDotBack(tx, me, { ...workshop, item })
  ),
  { done: 'Your dot is taken back.', explain: explainWorkshop }
);

/** The workshop and one thing on its sheet, while whoever leads may change the sheet. */
async function onSheet(tx: Tx, scope: WriteScope, input: { id: string; one: string }) {
  const mine = await led(tx, scope, input.id);
  if (!mine.ok) return mine;
  if (!mayChangeSheet(mine.value.step)) return refuse({ kind: 'sheet-stays' });
  const all = await store.items(tx, store.inWorkshop(scope, input.id));
  const item = all.find((one) => one.id === input.one);
  return item === undefined ? err(notFound) : ok({ workshop: mine.value, all, item });
}

/** Joins what is on the sheet twice: one goes into the other, and whoever listed either counts once. */
export const mergeItem = saying(
  command({
    name: 'actors.merge-item',
    needs: 'rings:facilitate',
    input: v.object({
      id: id(),
      one: id(),
      into: v.pipe(v.nullish(v.string(), ''), v.uuid(say.into))
    }),
    example: { id: none, one: none, into: none },
    async run({ scope, input, tx }) {
      const found = await onSheet(tx, scope, input);
      if (!found.ok) return found;
      const { all, item } = found.value;
      const into = all.find((one) => one.id === input.into);
      if (into === undefined) return err(notFound);
      if (into.id === item.id) return refuse({ kind: 'same-item' });
      const here = store.inWorkshop(scope, input.id);
      await store.tieNotes(tx, here, into.id, { itemId: item.id });
      const tied = (await store.notes(tx, here)).filter(({ itemId }) => itemId === into.id);
      const listedBy = new Set(tied.map(({ ringPersonId }) => ringPersonId)).size;
      await store.changeItem(tx, scope, into.id, { listedBy, ring: into.ring ?? item.ring });
      await store.removeItem(tx, scope, item.id);
      return ok();
    }
  }),
  { done: 'They are one now.', explain: explainWorkshop }
);

/** Takes something off the sheet, with the reason. */
export const takeOffItem = saying(
  command({
    name: 'actors.take-off-item',
    needs: 'rings:facilitate',
    input: lookedThrough(
      { id: id(), one: id(), reason: neededText(say.reason, 300) },
      { names: { reason: 'Why' }, except: ['one'] }
    ),
    example: { id: none, one: none, reason: 'It has little to do with it' },
    async run({ scope, input, tx }) {
      const found = await onSheet(tx, scope, input);
      if (!found.ok) return found;
      await store.changeItem(tx, scope, found.value.item.id, { offReason: input.reason });
      return ok();
    }
  }),
  { done: 'It is taken off; the reason stays.', explain: explainWorkshop }
);

/** Adds what came up in the talk and was on nobody’s list. */
export const addItem = saying(
  command({
    name: 'actors.add-item',
    needs: 'rings:facilitate',
    input: lookedThrough(
      { id: id(), kind: choice(actorKinds, say.kind), name: neededText(say.names, 120) },
      { names: { name: 'Who it is' } }
    ),
    example: { id: none, kind: 'primary', name: 'Grandparents' },
    async run({ scope, input, tx, newId }) {
      const mine = await led(tx, scope, input.id);
      if (!mine.ok) return mine;
      if (!mayChangeSheet(mine.value.step)) return refuse({ kind: 'sheet-stays' });
      const all = await store.items(tx, store.inWorkshop(scope, input.id));
      if (all.length >= mostItems) return refuse({ kind: 'too-many-items' });
      const { kind, name } = input;
      await store.addItems(tx, scope, input.id, [{ id: newId(), kind, name, listedBy: 0 }]);
      return ok();
    }
  }),
  { done: 'It is on the sheet.', explain: explainWorkshop }
);

const ringTexts = ['1', '2', '3', '4'] as const;

/** Places something in a ring, or in another. */
export const placeItem = saying(
  command({
    name: 'actors.place-item',
    needs: 'rings:facilitate',
    input: v.object({ id: id(), one: id(), ring: choice(ringTexts, say.ring) }),
    example: { id: none, one: none, ring: '1' },
    async run({ scope, input, tx }) {
      const found = await onSheet(tx, scope, input);
      if (!found.ok) return found;
      if (found.value.workshop.step !== 'place') return refuse({ kind: 'not-placed-now' });
      await store.changeItem(tx, scope, found.value.item.id, { ring: Number(input.ring) });
      return ok({ name: found.value.item.name, ring: Number(input.ring) });
    }
  }),
  { done: 'It is placed.', explain: explainWorkshop }
);

/**
 * Carries what was ticked from frozen rings to the map of actors: who is there by that name gets the ring and the dots of the workshop, who is not
 * comes onto it. Nobody else is changed.
 */
export const carryOver = saying(
  command({
    name: 'actors.carry-over',
    needs: 'actors:edit',
    input: v.object({
      id: id(),
      items: v.pipe(
        v.nullish(v.union([v.string(), v.array(v.string())]), []),
        v.transform((given) => [given].flat().filter((one) => one !== '')),
        v.array(v.pipe(v.string(), v.uuid())),
        v.minLength(1, say.items),
        v.maxLength(mostItems)
      )
    }),
    example: { id: none, items: [none] },
    async run({ scope, input, tx, newId, now }) {
      const found = await held(tx, scope, input.id);
      if (!found.ok) return found;
      if (found.value.step !== 'frozen') return refuse({ kind: 'not-frozen' });
      const all = await store.items(tx, store.inWorkshop(scope, input.id));
      const ticked = all.filter((one) => input.items.includes(one.id) && one.offReason === '');
      await holdKind(tx, scope, 'actors');
      const actors = await actorStore.actors.list(tx, scope);
      const byName = new Map(actors.map((one) => [one.name.toLowerCase(), one]));
      const added = ticked.filter(({ name }) => !byName.has(name.toLowerCase()));
      if (actors.length + added.length > mostActors) return refuse({ kind: 'map-full' });
      for (const { name, kind, ring, dots } of ticked) {
        const placed = { ring: ring ?? outermostRing, dots };
        const there = byName.get(name.toLowerCase());
        if (there === undefined) {
          await actorStore.actors.add(tx, scope, newId(), { name, kind, ...placed });
        } else {
          const record = { id: there.id, expected: there.version };
          await actorStore.actors.save(tx, scope, record, { kind: there.kind ?? kind, ...placed });
        }
      }
      // A step of the work is done: the map is kept as it stands now, as long as there is room.
      if ((await versionStore.versions(tx, scope)).length < mostVersions) {
        await versionStore.addVersion(tx, scope, {
          id: newId(),
          title: `After the workshop ‘${found.value.title}’`,
          note: '',
          content: frozenMap(await mapHere(tx, scope)),
          keptAt: now
        });
      }
      return ok({ added: added.length, moved: ticked.length - added.length });
    }
  }),
  { done: 'They are on the map of actors.', explain: explainWorkshop }
);
