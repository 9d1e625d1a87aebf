// Prepares the ground on any machine and runs one of the scripts beside it. This file alone must run on Node 18, without packages:
//   node scripts/run.mjs <start|dev|test|check|bench|cairn|build|format|types> [what the script is to be told]
// Everything said here goes to standard error: standard output belongs to the script.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packages = path.join(project, 'node_modules');
const neededNode = 24;
const patience = 10 * 60_000; // milliseconds that another installation may take

const [name, ...told] = process.argv.slice(2);
const script = path.join(project, 'scripts', `${name}.ts`);
if (name === undefined || !/^[a-z]+$/.test(name) || !fs.existsSync(script)) {
  end(`There is no script called "${name ?? ''}". See "scripts" in package.json.`);
}

installIfNeeded();
const node = findNode();
process.env.PATH = [path.join(packages, '.bin'), process.env.PATH ?? ''].join(path.delimiter);
// What was compiled once is not compiled at the next start; Node keeps it by the content of each file.
process.env.NODE_COMPILE_CACHE ??= path.join(project, '.cairn', 'compiled');
if (node === process.execPath) {
  module.enableCompileCache?.();
  process.argv = [process.execPath, script, ...told];
  await import(pathToFileURL(script).href);
} else {
  runWith(node);
}

/**
 * Says what is wrong and ends.
 * @param {string} sentence
 * @returns {never}
 */
function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Installs the packages the lock file names, when they are not there yet. */
function installIfNeeded() {
  const lock = fs.readFileSync(path.join(project, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const noteFile = path.join(packages, '.cairn-lock');
  const isInstalled = () => readIfThere(noteFile) === wanted;
  if (isInstalled()) return;

  const turn = path.join(project, '.cairn', 'installing');
  fs.mkdirSync(path.dirname(turn), { recursive: true });
  const end = Date.now() + patience;
  while (!takeTurn(turn)) {
    if (Date.now() > end || isAbandoned(turn)) fs.rmSync(turn, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    if (isInstalled()) return;
    const asLocked = JSON.parse(lock.toString('utf8'));
    if (!matches(asLocked)) {
      process.stderr.write('Installing packages (the first time takes about a minute)…\n');
      install(process.execPath);
      // npm leaves out optional packages that do not suit the Node it runs on. An older one has just brought a newer one along.
      if (!matches(asLocked)) installAgain();
    }
    fs.writeFileSync(noteFile, wanted);
  } finally {
    fs.rmSync(turn, { recursive: true, force: true });
  }
}

/** @param {string} turn */
function takeTurn(turn) {
  try {
    fs.mkdirSync(turn);
  } catch {
    return false;
  }
  fs.writeFileSync(path.join(turn, 'process'), String(process.pid));
  return true;
}

/**
 * Whether whoever holds the turn has died.
 * @param {string} turn
 */
function isAbandoned(turn) {
  const pid = Number(readIfThere(path.join(turn, 'process')) ?? Number.NaN);
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ESRCH';
  }
}

/**
 * What a lock file says of a package, as far as it matters here.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 */

/**
 * Whether what is installed is what the lock file names, such as after somebody ran npm by hand.
 * @param {{ packages: Record<string, Locked> }} lock
 */
function matches(lock) {
  const found = readIfThere(path.join(packages, '.package-lock.json'));
  if (found === null) return false;
  /** @type {Record<string, Locked>} */
  const installed = JSON.parse(found).packages ?? {};
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '') return true;
    const here = installed[place];
    if (here === undefined) return wanted.optional === true && !isForThisMachine(wanted);
    return here.version === wanted.version && here.integrity === wanted.integrity;
  });
}

/**
 * Whether an optional package is meant for this very system. One that names no system comes along with others that do.
 * @param {Locked} wanted
 */
function isForThisMachine({ os, cpu, libc }) {
  /** @type {(list: string[] | undefined, value: string) => boolean} */
  const lists = (list, value) => list !== undefined && [list].flat().includes(value);
  if (!lists(os, process.platform) || !lists(cpu, process.arch)) return false;
  return libc === undefined || lists(libc, isGnuLinux() ? 'glibc' : 'musl');
}

function isGnuLinux() {
  /** @type {any} what Node reports of itself has no type */
  const report = process.report.getReport();
  return report.header.glibcVersionRuntime !== undefined;
}

/**
 * Runs npm under this Node.
 * @param {string} node
 */
function install(node) {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const answer = spawnSync(isScript ? node : 'npm', isScript ? [npm, ...options] : options, {
    cwd: project,
    // npm's own report goes where our words go.
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      PATH: [path.dirname(node), process.env.PATH ?? ''].join(path.delimiter),
      // A production installation would leave out what builds and tests.
      NODE_ENV: 'development'
    },
    shell: !isScript && process.platform === 'win32'
  });
  if (answer.status !== 0) {
    end(
      'The packages could not be installed; npm says why above. Mend that, and run the command again.'
    );
  }
}

/** Installs once more under the newer Node, which is put out of the way first because npm empties the folder it is in. */
function installAgain() {
  const brought = findNode();
  const shelf = path.join(project, '.cairn', 'node');
  const copy = path.join(shelf, path.basename(brought));
  fs.mkdirSync(shelf, { recursive: true });
  fs.copyFileSync(brought, copy);
  install(copy);
  fs.rmSync(shelf, { recursive: true, force: true });
}

/** A Node that is new enough: the one running this, or the one that npm brought along. */
function findNode() {
  if (versionOf(process.version) >= neededNode) return process.execPath;
  const ending = process.platform === 'win32' ? '.exe' : '';
  const brought = fs
    .readdirSync(packages)
    .filter((folder) => folder.startsWith('node-'))
    .map((folder) => path.join(packages, folder, 'bin', `node${ending}`));
  for (const candidate of [path.join(packages, '.bin', `node${ending}`), ...brought]) {
    if (!fs.existsSync(candidate)) continue;
    const answer = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && versionOf(answer.stdout) >= neededNode) return candidate;
  }
  return end(
    `Cairn needs Node ${neededNode} or later; this is ${process.version}, and npm has none for ${process.platform} on ${process.arch}. ` +
      'Install it from https://nodejs.org and run the command again.'
  );
}

/** @param {string} text */
function versionOf(text) {
  return Number(/^v?(\d+)/.exec(text.trim())?.[1] ?? 0);
}

/**
 * Runs the script with that Node, passing on signals, and ends as it ends.
 * @param {string} node
 */
function runWith(node) {
  const child = spawn(node, [script, ...told], { stdio: 'inherit', cwd: process.cwd() });
  /** @type {NodeJS.Signals[]} */
  const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of passedOn) {
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches the child by itself; a second one would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (fault) => end(`Node at ${node} could not be started: ${fault.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
