import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a command reads and writes. Answers go to `stdout` (JSON where a check reads them), problems to `stderr`. */
export type Streams = {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
};

/** What every file of a command exports. Answers with the exit code: 0, or 1 after saying what was wrong. */
export type Command = {
  run(args: readonly string[], io: Streams): Promise<number>;
};

/** The commands and what each is for. Only those whose file is here are offered. */
const commands: Readonly<Record<string, string>> = {
  chart: 'read measurements as JSON and answer with the run or control chart',
  pool: 'pool results of several places, as JSON',
  network: 'measure a network of actors, as JSON',
  indicator: "an indicator's value, gap or trend, as JSON",
  protect: 'make small numbers in a table safe to show, as JSON',
  'scan-text': 'find what might identify somebody in free text, as JSON',
  import: 'read services, indicators, measures or settings from a spreadsheet, or a whole place',
  export: 'write everything one place has to a file',
  user: 'add a person, give one a role, or a password to one who has none',
  partnership: 'add a partnership or a collaborative',
  pack: 'list or add packs of content',
  demo: 'load the demonstration',
  migrate: 'bring the database up to date',
  backup: 'write everything in the database to one file',
  restore: 'read such a file into an empty database',
  remind: 'send the letters that say what is owed',
  serve: 'serve the built pages, without building or demonstration',
  worker: 'do background work'
};

const expected = 1;
const fault = 70;

/**
 * Runs one command of the command line and answers with its exit code: 0, 1 for a problem that is explained, 70 for a fault.
 * Each command's file is loaded only when it is called, so that short ones stay quick.
 */
export async function main(args: readonly string[], io: Streams): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(help());
    return name === undefined ? expected : 0;
  }
  const file = fileOf(name);
  if (commands[name] === undefined || !fs.existsSync(file)) {
    io.stderr.write(`There is no command "${name}". "npm run cairn -- --help" lists them.\n`);
    return expected;
  }
  try {
    // Every file in this folder that is named in the table exports a command; a test looks.
    const command = (await import(pathToFileURL(file).href)) as Command;
    return await command.run(rest, io);
  } catch (thrown) {
    return explain(thrown, io);
  }
}

function explain(thrown: unknown, io: Streams): number {
  // Told by its name, so that the many commands that need no database need not load what it is made of.
  if (thrown instanceof Error && thrown.name === 'GroundRefusal') {
    io.stderr.write(`${thrown.message}\n`);
    return expected;
  }
  const reference = crypto.randomUUID().slice(0, 8);
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  io.stderr.write(
    `Something went wrong that should not have. When you report it, please give the reference ${reference} and the lines below.\n${detail}\n`
  );
  return fault;
}

function help(): string {
  const offered = Object.entries(commands).filter(([name]) => fs.existsSync(fileOf(name)));
  const width = Math.max(...offered.map(([name]) => name.length));
  const lines = offered.map(([name, purpose]) => `  ${name.padEnd(width)}  ${purpose}`);
  return `Use: npm run --silent cairn -- <command> …\n\n${lines.join('\n')}\n`;
}

function fileOf(name: string): string {
  return path.join(import.meta.dirname, `${path.basename(name)}.ts`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process);
