// npm run cairn -- <command> …: the command line.
import { main } from '../src/cli/index.ts';

process.exitCode = await main(process.argv.slice(2), process);
