import { getContext, setContext } from 'svelte';

const key = Symbol('place');

/** Hands the name of the place to page headers, for the title of the browser's tab. */
export function sharePlace(read: () => string | undefined): void {
  setContext(key, read);
}

export function placeName(): string | undefined {
  return getContext<(() => string | undefined) | undefined>(key)?.();
}
