/**
 * Runs benchmarks: node bench/index.ts [part of a name] [--json …]
 *
 * Each file beside this one is a benchmark, in a process of its own so that one does not warm up or
 * slow down another. Files named `….bench.ts` are programs; others export `run(args)`. With `--json`
 * only what the benchmark itself prints reaches standard output.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const child = process.env['CAIRN_BENCH'];

if (child === undefined) startAll(process.argv.slice(2));
else {
  // Every file that is started this way exports `run`: see `isRunnable`.
  const benchmark = (await import(path.join(folder, child))) as { run(args: readonly string[]): unknown }; // prettier-ignore
  await benchmark.run(process.argv.slice(2));
}

function startAll(given: readonly string[]): void {
  const wanted = given.find((arg) => !arg.startsWith('--')) ?? '';
  const flags = given.filter((arg) => arg.startsWith('--'));
  const files = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file.includes(wanted))
    .filter((file) => file.endsWith('.bench.ts') || isRunnable(file))
    .sort();
  if (files.length === 0) {
    process.stderr.write(`There is no benchmark in bench/ whose name contains "${wanted}".\n`);
    process.exitCode = 1;
    return;
  }
  let worst = 0;
  for (const file of files) {
    if (!flags.includes('--json'))
      process.stdout.write(`\n${file.replace(/(\.bench)?\.ts$/, '')}\n`);
    const isProgram = file.endsWith('.bench.ts');
    const target = isProgram ? path.join(folder, file) : fileURLToPath(import.meta.url);
    const answer = spawnSync(process.execPath, ['--expose-gc', target, ...flags], {
      stdio: 'inherit',
      env: isProgram ? process.env : { ...process.env, CAIRN_BENCH: file }
    });
    worst = Math.max(worst, answer.status ?? 70);
  }
  process.exitCode = worst;
}

function isRunnable(file: string): boolean {
  return /^export (async )?function run\(/m.test(fs.readFileSync(path.join(folder, file), 'utf8'));
}
