import path from 'node:path';
import {
  cellProblemSentence,
  changesAnything,
  nothingRemembered,
  noteSentence,
  planImport,
  rowProblemSentence,
  useNames,
  usualStages,
  type ImportPlan
} from '#modules/maps';
import {
  confirmImport,
  discardImport,
  explainImportRefusal,
  fileProblemSentence,
  matchImport,
  previewImport,
  readDraft,
  sayMeanings,
  viewImport
} from '#modules/maps/server';
import { err, ok, type Result } from '#core/result';
import { readSpine } from '#modules/vocabulary';
import { readPackFolder } from '#modules/vocabulary/server';
import type { ImportOptions } from './options.ts';
import { asked, counted, type Hand } from './who.ts';

/** What a file of services would bring to a place where nothing is listed yet, and which has the usual stages of support. */
export async function lookAtServices(bytes: Buffer): Promise<Result<object, string>> {
  const from = { kind: 'file', bytes, remembered: nothingRemembered } as const;
  const spine = { ...(await theSpine()), stages: usualStages };
  const read = await readDraft({ from, said: { takesGuesses: true }, spine });
  if (!read.ok) return err(fileProblemSentence(read.error));
  const { tables, matchings, open, file } = read.value;
  if (file === null) return err(nameless((tables ?? []).flatMap((table) => table.headings)));
  let count = 0;
  const nobody = { services: [], connections: [] };
  const plan = planImport(file, nobody, () => `new-${(count += 1)}`);
  const columns = (tables ?? []).flatMap(({ headings }, index) =>
    headings.map((heading, column) => {
      const use = matchings[index]?.uses[column] ?? null;
      return { heading, takenFor: use === null ? 'left out' : useNames[use] };
    })
  );
  return ok({ ...answerOf(plan), columns, words: open });
}

const nameless = (headings: readonly string[]) =>
  `No column can be told to hold the name of the service. The columns are: ${headings.filter((one) => one !== '').join(', ')}.`;

/**
 * Takes a file of services through the steps of the page, in somebody's name: looked at, then saved or let go.
 * Refuses: columns and words that are only guessed, unless they are to be taken as guessed; rows that cannot be taken, unless the rest
 * is to be taken without them.
 */
export async function importServices(
  hand: Hand,
  bytes: Buffer,
  options: ImportOptions
): Promise<Result<object, string>> {
  const { dryRun, takeTheRest } = options;
  const mayGuess = dryRun || options.asGuessed;
  const file = { fileName: path.basename(options.file), bytes };
  const begun = await asked(hand, previewImport, file, explainImportRefusal);
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const letGo = async (sentence: string) => {
    await asked(hand, discardImport, { id }, () => '');
    return err(sentence);
  };
  const look = () => asked(hand, viewImport, { id }, () => '');
  let view = await look();
  if (view.ok && view.value.step === 'columns') {
    const { tables } = view.value;
    const columns = tables.flatMap((table) => table.columns);
    const isNamed = tables.some(({ kind, columns: own }) =>
      own.some(({ use }) => use === (kind === 'connections' ? 'from' : 'label'))
    );
    if (!isNamed) return letGo(nameless(columns.map(({ heading }) => heading)));
    if (!mayGuess) {
      const taken = columns.map(
        ({ heading, use }) => `  ${heading}: ${use === null ? 'left out' : useNames[use]}`
      );
      return letGo(
        `The columns would be taken for:\n${taken.join('\n')}\nAdd --as-guessed if that is right, or match them once on the page System, Import, which remembers it.`
      );
    }
    const given = tables.map(({ kind, columns: own }) => ({
      kind,
      uses: own.map(({ use }) => use ?? '')
    }));
    const matched = await asked(hand, matchImport, { id, tables: given }, explainImportRefusal);
    if (!matched.ok) return letGo(matched.error);
    view = await look();
  }
  if (view.ok && view.value.step === 'words') {
    const { open } = view.value;
    if (!mayGuess) {
      const words = open.map(
        ({ text, guess }) => `  “${text}”: ${guess === null ? 'nobody can tell' : guess.join(', ')}`
      );
      return letGo(
        `Some words are not written as they are here:\n${words.join('\n')}\nAdd --as-guessed if that is right, or say once on the page what they mean.`
      );
    }
    const meanings = open.flatMap(({ kind, text, guess, chosen }) => {
      const means = chosen ?? guess;
      return means === null ? [] : [{ kind, text, means }];
    });
    const said = await asked(hand, sayMeanings, { id, meanings }, explainImportRefusal);
    if (!said.ok) return letGo(said.error);
    view = await look();
  }
  if (!view.ok) return view;
  if (view.value.step !== 'preview') return letGo('The file could not be taken so far by itself.');
  const { plan, fingerprint } = view.value;
  const answer = answerOf(plan);
  if (dryRun) {
    await asked(hand, discardImport, { id }, () => '');
    return ok({ saved: false, ...answer });
  }
  const done = await asked(
    hand,
    confirmImport,
    { id, fingerprint, takeTheRest: takeTheRest ? 'yes' : '' },
    (problem) =>
      problem.kind === 'rows-refused'
        ? `${answer.said.join('\n')}\nAdd --take-the-rest to save the others.`
        : explainImportRefusal(problem)
  );
  return done.ok ? ok({ saved: true, ...answer }) : letGo(done.error);
}

async function theSpine() {
  const folder = path.resolve(import.meta.dirname, '../../../content/spine/early-years');
  const pack = await readPackFolder(folder);
  const spine = pack.ok ? readSpine(pack.value.files['spine.json']) : pack;
  if (!spine.ok) throw new Error('The spine that came with Cairn cannot be read.');
  return spine.value;
}

/** The plan as other programs read it, and in words: identifiers that no one will meet are left out. */
function answerOf(plan: ImportPlan) {
  const named = new Map(plan.added.map((one) => [one.id, one.details.name]));
  const endOf = (end: ImportPlan['connections']['added'][number]['connection']['from']) =>
    end.kind === 'name' ? end.name : (named.get(end.id) ?? '');
  const refused = plan.refused.map(({ where, problems }) => ({
    ...where,
    problems: problems.map((problem) => ({ ...problem, sentence: rowProblemSentence(problem) }))
  }));
  const leftOut = plan.leftOut.map(({ where, at, heading, problem }) => ({
    ...where,
    cell: at,
    column: heading,
    ...problem,
    sentence: cellProblemSentence(problem)
  }));
  return {
    changesAnything: changesAnything(plan),
    added: plan.added.map(({ where, details, factors }) => ({ ...where, ...details, factors })),
    changed: plan.changed.map(({ where, details, changes, tied, untied }) => ({
      ...where,
      name: details.name,
      changes,
      tied,
      untied
    })),
    unchanged: plan.unchanged.map(({ where, name }) => ({ ...where, name })),
    refused,
    leftOut,
    connections: plan.connections.added.map(({ where, connection }) => ({
      ...where,
      from: endOf(connection.from),
      to: endOf(connection.to),
      type: connection.type,
      direction: connection.direction,
      established: connection.established
    })),
    notes: plan.notes.map(noteSentence),
    said: [
      `${counted(plan.added.length, 'service', 'services')} to add, ${plan.changed.length} to change, ${plan.unchanged.length} as they are.`,
      ...refused.map(
        ({ sheet, row, problems }) =>
          `Row ${row}${sheet === '' ? '' : ` of ${sheet}`} is left out: ${problems.map(({ sentence }) => sentence).join(' ')}`
      ),
      ...leftOut.map(
        ({ sheet, cell, column, sentence }) =>
          `Cell ${cell}${sheet === '' ? '' : ` of ${sheet}`} (${column}) is left out: ${sentence}`
      )
    ]
  };
}
