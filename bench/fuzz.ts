/**
 * Ten thousand spoilt files for every reader of files: each must end in values or in a sentence. Long form of tests/fuzz. With
 * `--readers=WORDS` only the readers whose names hold them; with `--files=` and `--seed=` a part of the files.
 */
import { fuzz } from '../tests/fuzz/fuzz.ts';
import { fuzzedReaders } from '../tests/fuzz/readers.ts';

const numberOf = (args: readonly string[], name: string, otherwise: number) =>
  Number(args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);

export async function run(args: readonly string[]): Promise<void> {
  const files = numberOf(args, 'files', 10_000);
  const seed = numberOf(args, 'seed', 1000);
  const words = args.find((one) => one.startsWith('--readers='))?.slice('--readers='.length) ?? '';
  process.stdout.write('reader | files | read | refused | broken | slowest (ms, seed)\n');
  for (const reader of fuzzedReaders.filter(({ name }) => name.includes(words))) {
    const { read, refused, broken, slowest } = await fuzz(reader, files, seed);
    process.stdout.write(
      `${reader.name} | ${files} | ${read} | ${refused} | ${broken.length} | ${slowest.milliseconds.toFixed(0)}, ${slowest.seed}\n`
    );
    for (const { seed: at, fault } of broken.slice(0, 3)) process.stdout.write(`  seed ${at}: ${fault.split('\n').slice(0, 4).join(' / ')}\n`); // prettier-ignore
    if (broken.length > 0) process.exitCode = 1;
  }
}
