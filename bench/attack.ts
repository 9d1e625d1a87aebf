/** Readers who solve for hidden counts: tried, opened, and left undecided. Long runs of what tests/attack does in seconds. */
import { byRule, defaultRule } from '#modules/disclosure';
import { attackOwnValues } from '../tests/attack/own-values.ts';

export function run(args: readonly string[]): void {
  const seed = Number(
    /^--seed=(\d+)$/.exec(args.find((one) => one.startsWith('--seed')) ?? '')?.[1] ?? 1
  );
  const rows = [
    { what: 'own values by groups', areaCount: 0, groupsOfAreas: false, sets: 2_000 },
    { what: 'own values by groups and areas', areaCount: 2, groupsOfAreas: false, sets: 150 },
    { what: 'own values by groups of three areas', areaCount: 3, groupsOfAreas: false, sets: 60 },
    { what: 'own values by groups of areas', areaCount: 2, groupsOfAreas: true, sets: 60 }
  ];
  process.stdout.write('what | hidden counts tried | opened | values left undecided\n');
  for (const { what, ...shape } of rows) {
    const found = attackOwnValues({ ...shape, seed, sight: byRule(defaultRule) });
    process.stdout.write(
      `${what} | ${found.tried} | ${found.opened.length} | ${found.undecided}\n`
    );
    for (const { name, values } of found.opened.slice(0, 5))
      process.stdout.write(`  ${name}: ${values.join(', ')}\n`);
    if (found.opened.length > 0) process.exitCode = 1;
  }
}
