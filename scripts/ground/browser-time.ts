import fs from 'node:fs';

/**
 * Adds up the processor time of the browsers that processes below this one start, in seconds. Nobody waits for a browser: it ends with whoever
 * started it, so that the system counts its time for nobody. Looks twice a second; what a browser does after the last look is missed.
 * `null` where the system does not say (`/proc`).
 */
export function watchBrowsers(): { seconds(): number | null; stop(): void } {
  const seen = new Map<string, number>();
  const below = new Set([process.pid]);
  const look = () => {
    for (const [name, seconds] of browsersBelow(below)) seen.set(name, seconds);
  };
  const isTold = fs.existsSync('/proc/self/stat');
  const timer = isTold ? setInterval(look, 500).unref() : undefined;
  return {
    seconds() {
      if (!isTold) return null;
      look();
      return [...seen.values()].reduce((sum, seconds) => sum + seconds, 0);
    },
    stop: () => clearInterval(timer)
  };
}

type Process = { readonly pid: number; readonly parent: number; readonly begun: string; readonly seconds: number }; // prettier-ignore

/** The browsers among the processes below those of `below`, which learns of new ones; each by a name that no other process has. */
function browsersBelow(below: Set<number>): Map<string, number> {
  const processes = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(Number(name)) ?? [])
    // A process is begun after its parent.
    .sort((one, other) => Number(one.begun) - Number(other.begun));
  const found = new Map<string, number>();
  for (const { pid, parent, begun, seconds } of processes) {
    if (!below.has(parent) && !below.has(pid)) continue;
    below.add(pid);
    if (isBrowser(pid)) found.set(`${pid} ${begun}`, seconds);
  }
  return found;
}

/** proc(5): of the fields after the name (which may hold spaces and brackets) the second is the parent; times are in hundredths of a second. */
function statusOf(pid: number): Process | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user = '0', system = '0'] = fields.slice(11, 13);
    return {
      pid,
      parent: Number(fields[1]),
      begun: fields[19] ?? '0',
      seconds: (Number(user) + Number(system)) / 100
    };
  } catch {
    return null; // it has ended
  }
}

function isBrowser(pid: number): boolean {
  try {
    const [program = ''] = fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
    return /chrom/i.test(program);
  } catch {
    return false;
  }
}
