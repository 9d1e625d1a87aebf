/** The present moment, handed to whatever needs it. Nothing else in Cairn asks the machine for the time. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that stands still, for tests. */
export function clockAt(iso: string): Clock {
  return () => new Date(iso);
}
