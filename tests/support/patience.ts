/**
 * How long a test waits for what must happen, in milliseconds. Waiting ends when it has happened, so a long patience costs nothing; a
 * short one fails on a machine that is busy with other things.
 */
export const patience = 90_000;
