/** Readers who solve for hidden counts: tried, opened, and left undecided. Long runs of what tests/attack does in seconds. */
import { byRule, defaultRule, floorRule } from '#modules/disclosure';
import { attackOverTime, attackOwnValues, changesOverTime } from '../tests/attack/own-values.ts';
import { attackCyclesTwice, shapesOfCycles } from '../tests/attack/reach-reader.ts';
import { attackRollOuts, changesOfRollOut } from '../tests/attack/roll-out-reader.ts';

export function run(args: readonly string[]): void {
  const seed = Number(
    /^--seed=(\d+)$/.exec(args.find((one) => one.startsWith('--seed')) ?? '')?.[1] ?? 1
  );
  const sight = byRule(defaultRule);
  const rows = [
    { what: 'own values by groups', areaCount: 0, groupsOfAreas: false, sets: 2_000 },
    { what: 'own values by groups and areas', areaCount: 2, groupsOfAreas: false, sets: 100 },
    { what: 'own values by groups of three areas', areaCount: 3, groupsOfAreas: false, sets: 40 },
    { what: 'own values by groups of areas', areaCount: 2, groupsOfAreas: true, sets: 40 }
  ];
  process.stdout.write('what | hidden counts tried | opened | left undecided\n');
  for (const { what, ...shape } of rows) say(what, attackOwnValues({ ...shape, seed, sight }));
  for (const change of changesOverTime) {
    for (const remembers of [false, true]) {
      for (const { areaCount, sets } of [
        { areaCount: 0, sets: 400 },
        { areaCount: 2, sets: 20 }
      ]) {
        if (change === 'area added' && areaCount === 0) continue;
        const shape = { areaCount, groupsOfAreas: false, change, remembers, sets, seed, sight };
        const how = remembers ? 'beside the first' : 'without regard to the first';
        const found = attackOverTime(shape);
        say(`two files, ${change}, ${areaCount} areas, the second made ${how}`, found, remembers);
      }
    }
  }
  for (const shape of shapesOfCycles) {
    for (const [name, rule] of [
      ['usual', defaultRule],
      ['weakest', floorRule]
    ] as const) {
      for (const remembers of [false, true]) {
        const how = remembers ? 'beside the first' : 'without regard to the first';
        const found = attackCyclesTwice({ shape, pairs: 2_000, seed, remembers, rule });
        say(`two files of a cycle, ${shape}, ${name} rule, ${how}`, found, remembers);
      }
    }
  }
  for (const change of changesOfRollOut) {
    for (const remembers of [false, true]) {
      const { tried, opened } = attackRollOuts({ change, pairs: 500, seed, remembers });
      const how = remembers ? 'beside the first' : 'without regard to the first';
      process.stdout.write(
        `two files of a roll-out, setting ${change}, ${how} | ${tried} | ${opened} | 0\n`
      );
      if (remembers && opened > 0) process.exitCode = 1;
    }
  }
}

/** Says what was found; what should hold and does not is a failure. */
function say(
  what: string,
  { tried, opened, undecided }: ReturnType<typeof attackOwnValues>,
  shouldHold = true
): void {
  process.stdout.write(`${what} | ${tried} | ${opened.length} | ${undecided}\n`);
  if (!shouldHold) return;
  for (const { name, values } of opened.slice(0, 5))
    process.stdout.write(`  ${name}: ${values.join(', ')}\n`);
  if (opened.length > 0) process.exitCode = 1;
}
