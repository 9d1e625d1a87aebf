import fs from 'node:fs';
import path from 'node:path';
import {
  cellProblemSentence,
  changesAnything,
  nothingRemembered,
  noteSentence,
  planImport,
  rowProblemSentence,
  type ImportPlan
} from '#modules/maps';
import { fileProblemSentence, readDraft } from '#modules/maps/server';
import { readSpine } from '#modules/vocabulary';
import { readPackFolder } from '#modules/vocabulary/server';
import type { Streams } from './index.ts';
import { importPlace, placeFileUse } from './place-file.ts';

const use = `Use: cairn import services FILE --dry-run

Reads a spreadsheet of services (.xlsx or .csv) and prints as JSON what it would add to a place where nothing is listed yet: added,
refused by row with the reasons, connections, notes. Nothing is saved. To save, use the page System, Import: it shows the same
beside what is listed already, and keeps on record who did it.

${placeFileUse.import}`;

const kinds = ['services', 'indicators', 'map'] as const;

/** `cairn import`: what a spreadsheet would bring, before anybody brings it. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(use);
    return 0;
  }
  const refuse = (sentence: string): 1 => {
    io.stderr.write(`${sentence}\n`);
    return 1;
  };
  if (args[0] === 'place') return importPlace(args.slice(1), io);
  const [kind, file, ...rest] = args.filter((arg) => arg !== '--dry-run');
  if (kind === undefined) return refuse(`Say what to import: services, or place.\n${use}`);
  if (kind !== 'services') {
    return refuse(
      kinds.some((one) => one === kind)
        ? `Only services can be imported from the command line so far, not ${kind}. Use the pages for the others.`
        : `cairn import does not know "${kind}".\n${use}`
    );
  }
  if (file === undefined || rest.length > 0) return refuse(`Name one file.\n${use}`);
  if (!args.includes('--dry-run')) {
    return refuse(
      'Add --dry-run to see what the file would bring. To save it, use the page System, Import.'
    );
  }
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return refuse(`${file} cannot be read.`);
  }
  const spine = await theSpine();
  const from = { kind: 'file', bytes, remembered: nothingRemembered } as const;
  const read = await readDraft({ from, said: { takesGuesses: true }, spine });
  if (!read.ok) return refuse(fileProblemSentence(read.error));
  const draft = read.value;
  if (draft.file === null) {
    const headings = (draft.tables ?? []).flatMap((table) => table.headings);
    return refuse(
      `No column can be told to hold the name of the service. The columns are: ${headings.join(', ')}.`
    );
  }
  let count = 0;
  const nobody = { services: [], connections: [] };
  const plan = planImport(draft.file, nobody, () => `new-${(count += 1)}`);
  io.stdout.write(`${JSON.stringify(answerOf(plan), null, 2)}\n`);
  return 0;
}

async function theSpine() {
  const folder = path.resolve(import.meta.dirname, '../../content/spine/early-years');
  const pack = await readPackFolder(folder);
  const spine = pack.ok ? readSpine(pack.value.files['spine.json']) : pack;
  if (!spine.ok) throw new Error('The spine that came with Cairn cannot be read.');
  return spine.value;
}

/** The plan as other programs read it: identifiers that no one will meet are left out. */
function answerOf(plan: ImportPlan) {
  const named = new Map(plan.added.map((one) => [one.id, one.details.name]));
  const endOf = (end: ImportPlan['connections']['added'][number]['connection']['from']) =>
    end.kind === 'name' ? end.name : (named.get(end.id) ?? '');
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
    refused: plan.refused.map(({ where, problems }) => ({
      ...where,
      problems: problems.map((problem) => ({ ...problem, sentence: rowProblemSentence(problem) }))
    })),
    leftOut: plan.leftOut.map(({ where, at, heading, problem }) => ({
      ...where,
      cell: at,
      column: heading,
      ...problem,
      sentence: cellProblemSentence(problem)
    })),
    connections: plan.connections.added.map(({ where, connection }) => ({
      ...where,
      from: endOf(connection.from),
      to: endOf(connection.to),
      type: connection.type,
      direction: connection.direction,
      established: connection.established
    })),
    notes: plan.notes.map(noteSentence)
  };
}
