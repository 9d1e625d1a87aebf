import { getContext, setContext } from 'svelte';

/** The sentence for each field that has a problem, by the field's name. */
export type FieldErrors = Record<string, string>;

/** What a form action gives back when something was wrong: what was typed, and what to say about it. */
export type FormState = {
  values: Record<string, string | string[]>;
  errors: FieldErrors;
  /** A problem of the whole form, such as "Someone else saved this first". */
  formError?: string | undefined;
};

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

/** Reads, for fields inside a form, what was typed and what is wrong; both may be absent. */
export function fieldState(): {
  typed: (name: string) => string | string[] | undefined;
  error: (name: string) => string | undefined;
  wasSent: () => boolean;
} {
  const read = getContext<(() => FormState | null | undefined) | undefined>(key);
  return {
    typed: (name) => read?.()?.values[name],
    error: (name) => read?.()?.errors[name],
    wasSent: () => Boolean(read?.())
  };
}

/** The one text of a value that may be a list. */
export function oneText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The values of everything sent in a form, to be given back when something is wrong. Files are left out. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((part) => typeof part === 'string');
    const [first] = texts;
    if (first === undefined) continue;
    values[name] = texts.length > 1 ? texts : first;
  }
  return values;
}
