import type { Person, Place } from '#modules/partnerships';
import type { DatabaseTroubleKind } from '#platform/database-trouble';
import type { World } from '#platform/command';

declare global {
  namespace App {
    interface Locals {
      world: World;
      person: Person | null;
      /** The partnership of the address, when the person belongs to it. */
      place: Place | null;
      /** What the database was found to suffer from while this request was answered. */
      trouble: DatabaseTroubleKind | null;
      /** Whether a command of this request has been saved. */
      hasSaved: boolean;
    }
    interface Error {
      message: string;
      /** Names an unexpected fault in the log. */
      reference?: string;
    }
  }
}

export {};
