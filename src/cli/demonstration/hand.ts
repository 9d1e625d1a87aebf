import { dayAfter } from '#core/written-dates';
import type { Command, World } from '#platform/command';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { DayOrDays } from './packs/records.ts';

/** Somebody of the demonstration at work in one partnership. */
export type Hand = {
  readonly world: World;
  readonly place: PartnershipId;
  readonly personId: PersonId;
};

/**
 * Gives a command, or asks a query, as this person would, through the same door as the pages, and answers with what it answered.
 * The demonstration is ours, so a refusal is a fault: it throws, and nothing of the demonstration is kept.
 */
export async function give<Value>(
  hand: Hand,
  command: Pick<Command<Value, { readonly kind: string }>, 'name' | 'run'>,
  input: unknown
): Promise<Value> {
  const answer = await command.run({ personId: hand.personId }, hand.place, input, hand.world);
  if (answer.ok) return answer.value;
  throw new Error(
    `The demonstration was refused by ${command.name}: ${JSON.stringify(answer.error)}\nIt gave: ${JSON.stringify(input)}`
  );
}

/** The same world at ten in the morning of a day such as `2026-04-13`. */
export function onDay(world: World, day: string): World {
  return { ...world, clock: () => new Date(`${day}T10:00:00Z`) };
}

/** The same person at work on another day. */
export function on(hand: Hand, day: string): Hand {
  return { ...hand, world: onDay(hand.world, day) };
}

/** The day that the content means, where the demonstration is loaded on the day `now`. */
export function dayMeant(given: DayOrDays, now: string): string {
  return typeof given === 'string' ? given : dayAfter(now, given.daysFromNow);
}

/** What is to be given on which day. Given out of order, done in order, so that the history reads as it happened. */
export class Timeline {
  readonly #entries: { readonly day: string; readonly work: () => Promise<void> }[] = [];

  on(day: string, work: () => Promise<void>): void {
    this.#entries.push({ day, work });
  }

  /** The latest day of all so far; empty when there is none. */
  lastDay(): string {
    return (
      this.#entries
        .map(({ day }) => day)
        .toSorted()
        .at(-1) ?? ''
    );
  }

  /** Does everything in the order of the days; what is of one day, as it was given. Work may not add more. */
  async unfold(): Promise<void> {
    for (const { work } of this.#entries.toSorted((one, other) =>
      one.day < other.day ? -1 : one.day > other.day ? 1 : 0
    )) {
      await work();
    }
  }
}

/** Names by id, for what the content points to. Refuses: throws for an id that is not there, which the readers have ruled out. */
export function lookUp<Value>(things: ReadonlyMap<string, Value>, id: string): Value {
  const found = things.get(id);
  if (found === undefined)
    throw new Error(`The demonstration points to "${id}", which is not there.`);
  return found;
}

/** A role and its organisation, as the fields for a person of a plan ask. */
export function roleAt(
  who: { readonly role: string; readonly organisation: string | null },
  organisations: ReadonlyMap<string, string>
): string {
  return who.organisation === null
    ? who.role
    : `${who.role}, ${lookUp(organisations, who.organisation)}`;
}
