/** So many of one thing within so many seconds. */
export type Pace = { readonly most: number; readonly seconds: number };

type Window = { readonly endsAt: number; taken: number };

/** More keys than this are never held: whoever sends ever new ones pushes out the oldest. */
const mostKeys = 100_000;

/**
 * Counts how often something happens, and says when it happens too often: signing in, requests with a token, answers to a survey.
 * The counts live in the memory of one process. They are written nowhere, end with it, and are counted by each server on its own.
 * A window begins with the first happening of a key and lasts as long as the pace says.
 *
 * @example
 * throttle.take('sign-in lead@example.org', { most: 8, seconds: 900 }, now) // 0: may go on, and is counted
 */
export class Throttle {
  readonly #windows = new Map<string, Window>();

  /**
   * Counts one happening of `key`. Answers how many whole seconds to wait, or 0 when it may go on.
   * It is counted before whatever it guards begins, so that many at one moment count like many in turn.
   */
  take(key: string, pace: Pace, now: Date): number {
    const window = this.#windowOf(key, pace, now.getTime());
    if (window.taken >= pace.most) return Math.ceil((window.endsAt - now.getTime()) / 1000);
    window.taken += 1;
    return 0;
  }

  /** Takes one happening back, such as a sign-in that was right. */
  giveBack(key: string): void {
    const window = this.#windows.get(key);
    if (window !== undefined && window.taken > 0) window.taken -= 1;
  }

  /** Counts `key` from nothing again. */
  forget(key: string): void {
    this.#windows.delete(key);
  }

  #windowOf(key: string, { seconds }: Pace, now: number): Window {
    const known = this.#windows.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    this.#windows.delete(key);
    if (this.#windows.size >= mostKeys) this.#makeRoom(now);
    const begun = { endsAt: now + seconds * 1000, taken: 0 };
    this.#windows.set(key, begun);
    return begun;
  }

  #makeRoom(now: number): void {
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < mostKeys) return;
      this.#windows.delete(key);
    }
  }
}
