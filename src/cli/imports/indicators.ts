import path from 'node:path';
import { err, ok, type Result } from '#core/result';
import { explainRefusal, explainRowProblem, nameNouns, useNames } from '#modules/indicators/import';
import {
  beginImport,
  carryOn,
  chooseSheet,
  confirmImport,
  discardImport,
  explainFile,
  matchColumns,
  viewImport,
  viewImports,
  viewLeftOut
} from '#modules/indicators/import/server';
import type { ImportOptions } from './options.ts';
import { noSuchSheet } from './read-cells.ts';
import { asked, counted, type Hand } from './who.ts';

/**
 * Takes a file of values through the steps of the page, in somebody's name: read, matched, looked at, then saved or let go.
 * Refuses: columns that are only guessed, unless they are to be taken as guessed; names that nothing here is called; rows that cannot
 * be taken, unless the rest is to be taken without them.
 */
export async function importIndicatorValues(
  hand: Hand,
  bytes: Buffer,
  options: ImportOptions
): Promise<Result<object, string>> {
  const { dryRun, takeTheRest, asGuessed } = options;
  const indicator = await indicatorIdOf(hand, options.of);
  if (!indicator.ok) return indicator;
  const file = { indicatorId: indicator.value, fileName: path.basename(options.file), bytes };
  const begun = await asked(hand, beginImport, file, () => '');
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const letGo = async (sentence: string) => {
    await asked(hand, discardImport, { id }, () => '');
    return err(sentence);
  };
  const goesOn = () => carryOn(hand.actor, hand.place, id, hand.world);
  const look = () => asked(hand, viewImport, { id }, () => '');
  await goesOn();
  let view = await look();
  if (options.sheet !== null && view.ok) {
    const sheet = view.value.draft?.overview?.sheet;
    const names = sheet === undefined ? [] : [sheet.name, ...sheet.others];
    if (names.length > 0 && !names.includes(options.sheet)) {
      return letGo(noSuchSheet(options.sheet, names));
    }
    if (sheet !== undefined && sheet.name !== options.sheet) {
      const chosen = await asked(hand, chooseSheet, { id, sheet: options.sheet }, explainRefusal);
      if (!chosen.ok) return letGo(chosen.error);
      await goesOn();
      view = await look();
    }
  }
  if (view.ok && view.value.draft?.state === 'to-match') {
    const { draft, guess } = view.value;
    const { overview } = draft;
    if (overview === null || guess === null) return letGo('The columns cannot be told.');
    const taken = overview.columns.map(
      ({ heading }, index) => `  ${heading}: ${useNames[guess.uses[index] ?? 'nothing']}`
    );
    if (!dryRun && !asGuessed) {
      return letGo(
        `The columns would be taken for:\n${taken.join('\n')}\nAdd --as-guessed if that is right, or match them once on the page Local need, Import, which remembers it.`
      );
    }
    const areShares = guess.areShares === null ? '' : guess.areShares ? 'yes' : 'no';
    // What nobody has said stays unsaid, and is refused with its sentence.
    const carriesDown =
      (guess.carriesDown ?? null) === null ? '' : guess.carriesDown === true ? 'yes' : 'no';
    const countedPer = String(guess.countedPer ?? '');
    const said = { ...guess, areShares, carriesDown, countedPer, id };
    const matched = await asked(hand, matchColumns, said, explainRefusal);
    if (!matched.ok) return letGo(`${taken.join('\n')}\n${matched.error}`);
    await goesOn();
    view = await look();
  }
  if (!view.ok) return view;
  const { draft, counts, unknown } = view.value;
  if (draft !== null && draft.problem !== null) return letGo(explainFile(draft.problem));
  if (draft?.state !== 'to-confirm') {
    const names = unknown.map(({ kind, text }) => `  the ${nameNouns[kind].one} “${text}”`);
    return letGo(
      `Nothing here is called so, or somebody has to say what is meant:\n${names.join('\n')}\nSay it once on the page Local need, Import, which remembers it.`
    );
  }
  const left = await asked(hand, viewLeftOut, { id }, () => '');
  if (!left.ok) return left;
  const leftOut = left.value.rows.map(({ row, period, problems }) => ({
    row,
    period,
    problems: problems.map(explainRowProblem)
  }));
  const answer = {
    counts,
    leftOut,
    notes: draft.overview?.remarks ?? [],
    said: [
      `${counted(counts.added, 'value', 'values')} to add, ${counts.changed} to change, ${counts.unchanged} as they are, ${counts.refused} that cannot be taken.`,
      ...leftOut.map(({ row, problems }) => `Row ${row} is left out: ${problems.join(' ')}`)
    ]
  };
  if (dryRun) {
    await asked(hand, discardImport, { id }, () => '');
    return ok({ saved: false, ...answer });
  }
  const seen = draft.touchedAt.toISOString();
  const given = { id, seen, takeTheRest: takeTheRest ? 'yes' : '' };
  const done = await asked(hand, confirmImport, given, (problem) =>
    problem.kind === 'rows-refused'
      ? `${answer.said.join('\n')}\nAdd --take-the-rest to save the others.`
      : explainRefusal(problem)
  );
  if (!done.ok) return letGo(done.error);
  await goesOn();
  const after = await look();
  if (!after.ok) return after;
  return after.value.done === null
    ? err('Others changed these values meanwhile, so nothing was saved. Try again.')
    : ok({ saved: true, ...answer });
}

/** The indicator of the whole file, by its title or its identifier; empty where the file says. */
async function indicatorIdOf(hand: Hand, of: string | null): Promise<Result<string, string>> {
  if (of === null) return ok('');
  const known = await asked(hand, viewImports, {}, () => '');
  if (!known.ok) return known;
  const found = known.value.indicators.filter(
    ({ id, title }) => id === of || title.toLowerCase() === of.toLowerCase()
  );
  const [one, ...others] = found;
  if (one !== undefined && others.length === 0) return ok(one.id);
  const titles = known.value.indicators.map(({ id, title }) => `  ${id}  ${title}`);
  return err(`Name one indicator, by its title or its identifier:\n${titles.join('\n')}`);
}
