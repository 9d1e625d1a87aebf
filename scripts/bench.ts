// npm run bench [part of a name]: runs the benchmarks in bench/, each in a process of its own, and prints what they print.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { project } from './ground/build.ts';

const folder = path.join(project, 'bench');
const wanted = process.argv[2] ?? '';
const benchmarks = fs.existsSync(folder)
  ? fs.readdirSync(folder).filter((name) => name.endsWith('.bench.ts') && name.includes(wanted))
  : [];
let worst = 0;
for (const name of benchmarks.sort()) {
  process.stdout.write(`\n${name.replace('.bench.ts', '')}\n`);
  const answer = spawnSync(process.execPath, ['--expose-gc', path.join(folder, name)], {
    stdio: 'inherit',
    cwd: project
  });
  worst = Math.max(worst, answer.status ?? 70);
}
if (benchmarks.length === 0) {
  process.stderr.write(`There is no benchmark in bench/ whose name contains "${wanted}".\n`);
  worst = 1;
}
process.exitCode = worst;
