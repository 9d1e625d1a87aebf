import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { project } from './build.ts';

/**
 * Runs a package's own program under this Node, from the project's folder, and answers with its exit code.
 * What it says goes where this process's own words go, or to `listener`.
 */
export function runTool(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  listener: ((text: string) => void) | null = null
): Promise<number> {
  const child = spawn(process.execPath, [programOf(name), ...args], {
    cwd: project,
    stdio: listener === null ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment }
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => listener?.(text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 70));
  });
}

/** The packages of the programs that are not named after theirs. */
const homes: Readonly<Record<string, string>> = { 'svelte-kit': '@sveltejs/kit' };

/** The file npm would start for this tool. */
function programOf(name: string): string {
  const home = homes[name] ?? name;
  const description = path.join(project, 'node_modules', home, 'package.json');
  // Written by the package's authors in npm's form: `bin` is a path, or paths by name.
  const { bin } = createRequire(import.meta.url)(description) as {
    bin: string | Record<string, string>;
  };
  const relative = typeof bin === 'string' ? bin : bin[name];
  if (relative === undefined) throw new Error(`The package ${home} has no program ${name}.`);
  return fs.realpathSync(path.join(path.dirname(description), relative));
}
