import { err, ok, type Result } from '#core/result';
import { explainImprovementProblem, rowSentence, tellMeasureColumns } from '#modules/improvement';
import {
  addMeasureValues,
  previewValues,
  viewMeasureChoices,
  viewValueColumns
} from '#modules/improvement/server';
import type { ImportOptions } from './options.ts';
import { readRows } from './read-cells.ts';
import { asked, counted, usesBefore, type Hand } from './who.ts';

/** Takes a file of values of one measure as the page does, in somebody's name. All rows are right, or none is taken. */
export async function importMeasureValues(
  hand: Hand,
  bytes: Buffer,
  options: ImportOptions
): Promise<Result<object, string>> {
  const { dryRun, of } = options;
  const choices = await asked(hand, viewMeasureChoices, {}, () => '');
  if (!choices.ok) return choices;
  const { measures } = choices.value;
  const named = measures.filter(
    ({ measure }) => measure.id === of || measure.title.toLowerCase() === of?.toLowerCase()
  );
  const [found, ...others] = named;
  if (found === undefined || others.length > 0) {
    const titles = measures.map(
      ({ measure, projectTitle }) => `  ${measure.id}  ${measure.title} (${projectTitle})`
    );
    const what = of === null ? 'Say which measure' : `${named.length === 0 ? 'No measure is' : 'Several measures are'} called “${of}”. Name one`; // prettier-ignore
    return err(`${what} with --measure, by its title or its identifier:\n${titles.join('\n')}`);
  }
  const measureId = found.measure.id;
  const read = await readRows(bytes, options);
  if (!read.ok) return read;
  const told = tellMeasureColumns(read.value.cells, found.measure);
  const uses = await usesBefore(hand, viewValueColumns, measureId, told.columns);
  if (!uses.ok) return uses;
  const cells = told.under(uses.value);
  const seen = await asked(hand, previewValues, { measureId, cells }, sentenceOf);
  if (!seen.ok) return seen;
  const { rows } = seen.value;
  const replaced = rows.filter(({ replaces }) => replaces !== null);
  const answer = {
    measure: found.measure.title,
    added: rows.filter(({ replaces }) => replaces === null).map(({ value }) => value),
    replaced: replaced.map(({ value, replaces }) => ({ ...value, before: replaces })),
    notes: read.value.notes,
    said: [
      `${counted(rows.length - replaced.length, 'value', 'values')} to add, ${replaced.length} to replace.`
    ]
  };
  if (dryRun) return ok({ saved: false, ...answer });
  const replacing = Object.fromEntries(
    replaced.map(({ value, replaces }) => [value.measuredOn, replaces?.version ?? 0])
  );
  const done = await asked(hand, addMeasureValues, { measureId, cells, replacing }, sentenceOf);
  return done.ok ? ok({ saved: true, ...answer }) : done;
}

/** Wrong rows one by one, or what is wrong with the whole. */
function sentenceOf(problem: Parameters<typeof explainImprovementProblem>[0]): string {
  if (problem.kind === 'bad-rows') return problem.problems.map(rowSentence).join('\n');
  return explainImprovementProblem(problem);
}
