/**
 * What is kept on somebody's own device until it can be sent: for each form what is being written, and the forms that wait
 * for a connection. Kept as one text for each person and place.
 */

export type KeptFields = readonly (readonly [name: string, value: string])[];

/** Why a form that waits was not saved when it was sent; `null` while there was no answer at all. */
export type KeptTrouble = 'refused' | 'signed-out' | 'not-allowed';

export type KeptForm = {
  /** Made on the device. Sent with the form, so that it is saved once however often it is sent. */
  readonly id: string;
  /** Which form: `record`, `report:<test>`, `value:<measure>`. */
  readonly form: string;
  /** What a list calls it. */
  readonly title: string;
  readonly fields: KeptFields;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly trouble: KeptTrouble | null;
};

export type Kept = {
  readonly drafts: readonly KeptForm[];
  readonly waiting: readonly KeptForm[];
};

export const nothingKept: Kept = { drafts: [], waiting: [] };

/** What nobody sent in this time is taken away from the device. */
const keptForDays = 30;

const day = 24 * 60 * 60 * 1000; // milliseconds

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isKeptForm(value: unknown): value is KeptForm {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Record<string, unknown>; // looked at part by part
  return (
    [one['id'], one['form'], one['title']].every(isText) &&
    typeof one['keptAt'] === 'number' &&
    Array.isArray(one['fields']) &&
    one['fields'].every(
      (field: unknown) => Array.isArray(field) && field.length === 2 && field.every(isText)
    )
  );
}

/** Reads what was kept. What cannot be read, and what is older than 30 days at `now`, is left out. */
export function readKept(text: string | null, now: number): Kept {
  if (text === null) return nothingKept;
  try {
    const read = JSON.parse(text) as { drafts?: unknown; waiting?: unknown } | null; // looked at below
    const forms = (list: unknown): KeptForm[] =>
      (Array.isArray(list) ? list : [])
        .filter(isKeptForm)
        .filter(({ keptAt }) => now - keptAt < keptForDays * day);
    return { drafts: forms(read?.drafts), waiting: forms(read?.waiting) };
  } catch {
    return nothingKept;
  }
}

/** Keeps what is being written in a form, in place of what was written in it before. */
export function keepDraft(kept: Kept, draft: KeptForm): Kept {
  return {
    ...kept,
    drafts: [...kept.drafts.filter(({ form }) => form !== draft.form), draft]
  };
}

function dropDraft(kept: Kept, form: string): Kept {
  return { ...kept, drafts: kept.drafts.filter((draft) => draft.form !== form) };
}

/** Puts a form among those that wait, once, and takes its draft away. */
export function putToWait(kept: Kept, one: KeptForm): Kept {
  const others = kept.waiting.filter(({ id }) => id !== one.id);
  return { ...dropDraft(kept, one.form), waiting: [...others, { ...one, trouble: null }] };
}

export function dropWaiting(kept: Kept, id: string): Kept {
  return { ...kept, waiting: kept.waiting.filter((one) => one.id !== id) };
}

export function markTrouble(kept: Kept, id: string, trouble: KeptTrouble | null): Kept {
  return {
    ...kept,
    waiting: kept.waiting.map((one) => (one.id === id ? { ...one, trouble } : one))
  };
}

/** Opens a form that waits, to be mended. A draft that is in its place goes to wait instead: nothing is lost. */
export function openWaiting(kept: Kept, id: string): Kept {
  const one = kept.waiting.find((other) => other.id === id);
  if (one === undefined) return kept;
  const inItsPlace = kept.drafts.find(({ form }) => form === one.form);
  const rest = dropWaiting(kept, id);
  const cleared = inItsPlace === undefined ? rest : putToWait(rest, inItsPlace);
  return keepDraft(cleared, { ...one, trouble: null });
}
