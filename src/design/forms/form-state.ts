import type { FormState } from '#core/form-state';
import { getContext, setContext } from 'svelte';

/** The id of a field's first control; the error summary links to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

/** Ids for `aria-describedby`, or undefined when nothing describes the field. */
export function describedBy(
  name: string,
  hint: string | undefined,
  error: string | undefined
): string | undefined {
  const id = fieldId(name);
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

const key = Symbol('form');

/** Hands the state of a form to the fields inside it. */
export function shareForm(read: () => FormState | null | undefined): void {
  setContext(key, read);
}

const filterKey = Symbol('filter');

/** Tells the fields inside that they filter a list: none of them is required, and none needs to say so. */
export function shareFilter(): void {
  setContext(filterKey, true);
}

/** Reads, for fields inside a form, what was typed and what is wrong; both may be absent. */
export function fieldState(): {
  typed: (name: string) => string | string[] | undefined;
  error: (name: string) => string | undefined;
  wasSent: () => boolean;
  isFilter: boolean;
} {
  const read = getContext<(() => FormState | null | undefined) | undefined>(key);
  return {
    typed: (name) => read?.()?.values[name],
    error: (name) => read?.()?.errors[name],
    wasSent: () => Boolean(read?.()),
    isFilter: getContext<true | undefined>(filterKey) === true
  };
}

/** The one text of a value that may be a list. */
export function oneText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
