import { err, ok, type Result } from '#core/result';

/** One part of a record that two people changed. Texts as a reader would see them. */
export type ConflictField = {
  readonly name: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
};

export type ConflictProblem = {
  readonly kind: 'choice-missing';
  readonly names: readonly string[];
};

/** The name of the choice that the conflict panel sends for a field. */
export function keepName(name: string): string {
  return `keep-${name}`;
}

/** Only the fields in which the two versions differ. */
export function differing(fields: readonly ConflictField[]): readonly ConflictField[] {
  return fields.filter((field) => field.yours !== field.theirs);
}

/**
 * The texts to save after someone chose, field by field, between their version and the other person's.
 * Fields that do not differ need no choice. Refuses while a choice is missing, naming every field that lacks one.
 */
export function settleConflict(
  fields: readonly ConflictField[],
  choices: Readonly<Record<string, string | undefined>>
): Result<Record<string, string>, ConflictProblem> {
  const settled: Record<string, string> = {};
  const missing: string[] = [];
  for (const field of fields) {
    const choice = choices[keepName(field.name)];
    if (field.yours === field.theirs || choice === 'yours') settled[field.name] = field.yours;
    else if (choice === 'theirs') settled[field.name] = field.theirs;
    else missing.push(field.name);
  }
  return missing.length > 0 ? err({ kind: 'choice-missing', names: missing }) : ok(settled);
}
