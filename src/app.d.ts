import type { Person, Place } from '#modules/partnerships';
import type { World } from '#platform/command';

declare global {
  namespace App {
    interface Locals {
      world: World;
      person: Person | null;
      /** The partnership of the address, when the person belongs to it. */
      place: Place | null;
    }
    interface Error {
      message: string;
      /** Names an unexpected fault in the log. */
      reference?: string;
    }
  }
}

export {};
