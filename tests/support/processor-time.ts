/**
 * How long this thread's processor works on something, in milliseconds. Other programs do not count, so a test may say that something
 * costs little without resting on how busy the machine is.
 */
export function processorTimeOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  return spentSince(before);
}

/**
 * The longest this thread works without letting anybody else have a turn while `work` goes on, in milliseconds of its processor.
 */
export async function longestTurnOf(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  const turns = (async () => {
    while (!isOver) {
      const before = process.threadCpuUsage();
      await new Promise((resolve) => setTimeout(resolve, 1));
      longest = Math.max(longest, spentSince(before));
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await turns;
  }
  return longest;
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
