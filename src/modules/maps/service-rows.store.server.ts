import { sql } from 'kysely';

/** What the stores of services have in common. */

/** By name, as people sort. */
export const serviceOrder = sql`name collate "und-x-icu"`;

/** So many rows of 16 columns stay well below the 65,535 parameters of one statement. */
export const rowsAtATime = 1000;
