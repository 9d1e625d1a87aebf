import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { parse, type World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import { neededText } from '#platform/fields';
import { hashOfKey, newGuestKey, readCode } from './guest-key.server.ts';
import {
  giveDot,
  listInput,
  listNames,
  oneOfIt,
  takeDotBack,
  unlistName
} from './taking-part.server.ts';
import { workshopFieldSentences as say } from './workshop-sentences.ts';
import * as store from './workshops.store.server.ts';

/**
 * Guests of a workshop: people without an account who come in by its code. These run outside `command()`, which asks for a member: a guest
 * has a key that only their browser knows, and row-level security lets it read the workshop, its sheet and what is their own, and write
 * what is their own. No run is put on record, for guests are forgotten.
 */

/** Wrong codes of one address, and of all together: a code has some 10¹² forms. */
const guessPaces = [
  { most: 20, seconds: 600 },
  { most: 60, seconds: 86_400 }
] as const;
const allGuesses = { most: 600, seconds: 600 } as const;
/** Guests from one address: a room full of people is behind one. */
const arrivals = { most: 200, seconds: 600 } as const;
/** What one guest may send. */
const guestPace = { most: 120, seconds: 60 } as const;

const calledInput = lookedThrough(
  { called: neededText(say.called, 40) },
  { names: { called: 'What you are called here' } }
);

const guessesOf = (address: string) => [
  ...guessPaces.map((pace) => ({ key: `guest from ${address} in ${pace.seconds}`, pace })),
  { key: 'guests', pace: allGuesses }
];

/** Counts a try, as a wrong one until the code is known to be right. */
function secondsToWait(world: World, address: string): number {
  const now = world.clock();
  for (const { key, pace } of guessesOf(address)) {
    const seconds = world.throttle.take(key, pace, now);
    if (seconds > 0) return seconds;
  }
  return world.throttle.take(`guests come from ${address}`, arrivals, now);
}

/** The last try of each address that is still under way. */
const lastTries = new Map<string, Promise<unknown>>();

/**
 * Takes the tries of one address one after another. A try counts as a wrong one until its code is known to be right: a room full of people who press
 * at one moment would else be taken for one who guesses.
 */
function inTurn<Answer>(address: string, attempt: () => Promise<Answer>): Promise<Answer> {
  const mine = (lastTries.get(address) ?? Promise.resolve()).then(attempt);
  const isOver = mine
    .catch(() => undefined)
    .then(() => {
      if (lastTries.get(address) === isOver) lastTries.delete(address);
    });
  lastTries.set(address, isOver);
  return mine;
}

/**
 * Comes into a workshop by its code. Answers the key that the browser keeps. `address` is for the throttle alone.
 * Refuses: a code of no workshop that is under way, without saying which it was; too many wrong codes from one address, or too many guests; no name.
 */
export function joinByCode(world: World, given: Joining) {
  return inTurn(given.address, () => tryToJoin(world, given));
}

type Joining = {
  readonly code: string;
  readonly called: string;
  readonly address: string;
  readonly [more: string]: unknown;
};

async function tryToJoin(world: World, given: Joining) {
  const seconds = secondsToWait(world, given.address);
  if (seconds > 0) {
    return err({ kind: 'too-many-tries', minutes: Math.ceil(seconds / 60) } as const);
  }
  const parsed = parse(calledInput, given);
  if (!parsed.ok) return parsed;
  const code = readCode(given.code);
  if (code === null) return err({ kind: 'no-such-code' } as const);
  const key = newGuestKey();
  const keyHash = hashOfKey(key);
  if (keyHash === null) throw new Error('A key was made that is none.');
  const settings = { guestCode: code, guestHash: keyHash.toString('hex'), now: world.clock() };
  const answer = await inTransaction(world, settings, 'write', async (tx) => {
    const workshop = await store.findByCode(tx, code);
    if (workshop === null) return err({ kind: 'no-such-code' } as const);
    const { partnershipId, id: workshopId } = workshop;
    const { called } = parsed.value;
    const id = world.newId();
    await store.addPerson(
      tx,
      { partnershipId, workshopId },
      { id, personId: null, called, keyHash }
    );
    return ok({ key });
  });
  if (answer.ok)
    for (const { key: guess } of guessesOf(given.address)) world.throttle.giveBack(guess);
  return answer;
}

async function asGuest<Answer>(
  world: World,
  key: string,
  access: 'read' | 'write',
  work: (tx: Tx, found: NonNullable<Awaited<ReturnType<typeof store.findByKey>>>) => Promise<Answer>
) {
  const keyHash = hashOfKey(key);
  if (keyHash === null) return err({ kind: 'no-guest' } as const);
  const settings = { guestHash: keyHash.toString('hex'), now: world.clock() };
  return inTransaction(world, settings, access, async (tx) => {
    const known = await store.findByKey(tx, keyHash);
    if (known === null) return err({ kind: 'no-guest' } as const);
    if (access === 'read') return work(tx, known);
    await store.waitForTurn(tx, known.workshop.id);
    // Where it stands now, after whoever was before.
    const found = await store.findByKey(tx, keyHash);
    return found === null ? err({ kind: 'no-guest' } as const) : work(tx, found);
  });
}

/** What a guest sees: the workshop, its sheet, their own list and dots. Null where the key is of nobody: the workshop has ended. */
export async function viewAsGuest(world: World, key: string) {
  const seen = await asGuest(world, key, 'read', async (tx, { workshop, ringPersonId, called }) => {
    const here = { partnershipId: workshop.partnershipId, workshopId: workshop.id };
    const { partnershipId: _, ...shown } = workshop;
    return ok({
      workshop: shown,
      called,
      items: await store.items(tx, here),
      ownNotes: await store.notes(tx, here, ringPersonId),
      ownDots: await store.dots(tx, here, ringPersonId)
    });
  });
  return seen.ok ? seen.value : null;
}

/** In which workshop the guest of this key is, and as whom; null where the key is of nobody. */
export async function findGuest(world: World, key: string) {
  const found = await asGuest(world, key, 'read', async (_, { workshop, ringPersonId }) =>
    ok({ workshopId: workshop.id, ringPersonId })
  );
  return found.ok ? found.value : null;
}

/** What a guest does: lists names, takes one back, gives a dot or takes it back. As members do, by the same rules. */
export async function actAsGuest(
  world: World,
  key: string,
  act: 'list' | 'unlist' | 'dot' | 'undot',
  values: Readonly<Record<string, unknown>>
) {
  const seconds = world.throttle.take(`guest ${key}`, guestPace, world.clock());
  if (seconds > 0)
    return err({ kind: 'too-many-tries', minutes: Math.ceil(seconds / 60) } as const);
  return asGuest(world, key, 'write', async (tx, { workshop, ringPersonId }) => {
    const { partnershipId, id: workshopId } = workshop;
    const me = { partnershipId, workshopId, ringPersonId };
    if (act === 'list') {
      const parsed = parse(listInput, values);
      if (!parsed.ok) return parsed;
      const { names } = parsed.value;
      return listNames(tx, me, { step: workshop.step, names, newId: world.newId });
    }
    const parsed = parse(oneOfIt, values);
    if (!parsed.ok) return parsed;
    const { one } = parsed.value;
    switch (act) {
      case 'unlist':
        return unlistName(tx, me, { step: workshop.step, note: one });
      case 'dot':
        return giveDot(tx, me, { ...workshop, item: one });
      case 'undot':
        return takeDotBack(tx, me, { ...workshop, item: one });
    }
  });
}
