import type { FormValues } from '#core/form-state';
import { isDate } from '#core/dates';
import { dateWords } from '#design';
import { isOnForm } from '../field.ts';
import { fieldNamer, type Kind } from '../kind.ts';

/** What fields may be chosen from: from the database, and from what the page alone knows. */
export type Offer = {
  readonly choices: Readonly<
    Record<string, readonly { readonly id: string; readonly title: string }[]>
  >;
  readonly offered: Readonly<
    Record<string, readonly { readonly value: string; readonly label: string }[]>
  >;
};

/** The labels that a choice between two versions shows: of each field, and of each part of each row that either version has. */
export function labelsIn(
  kind: Pick<Kind, 'fields'>,
  yours: Readonly<FormValues>,
  theirs: Readonly<FormValues>
): Record<string, string> {
  const called = fieldNamer(kind);
  const isRow = (name: string) => kind.fields[name.split('.')[0] ?? '']?.asked.as === 'rows';
  const plain = Object.entries(kind.fields)
    .filter(([, field]) => isOnForm(field) && field.asked.as !== 'rows')
    .map(([name]) => name);
  const parts = Object.keys({ ...yours, ...theirs }).filter(
    (name) => name.includes('.') && isRow(name)
  );
  return Object.fromEntries([...plain, ...parts].map((name) => [name, called(name)]));
}

/** How a value of a form reads: a date in words, a choice by its label, a list of choices by theirs. */
export function shownValue(
  kind: Pick<Kind, 'fields'>,
  { choices, offered }: Offer
): (name: string, value: string) => string {
  return (name, value) => {
    const [first = '', , part] = name.split('.');
    const field = kind.fields[first];
    const asked =
      field?.asked.as === 'rows' && part !== undefined
        ? field.asked.parts[part]?.asked
        : field?.asked;
    if (asked === undefined) return value;
    if (asked.as === 'day') return isDate(value) ? dateWords(value) : value;
    if (asked.as === 'box') return value === 'yes' ? asked.boxLabel : value;
    const known = new Map<string, string>([
      ...('choices' in asked ? (asked.choices ?? []) : []).map(
        (one) => [one.value, one.label] as const
      ),
      ...(choices[first] ?? []).map((one) => [one.id, one.title] as const),
      ...(offered[first] ?? []).map((one) => [one.value, one.label] as const)
    ]);
    return (
      known.get(value) ??
      value
        .split(', ')
        .map((one) => known.get(one) ?? one)
        .join(', ')
    );
  };
}
