// npm run format: writes every file the way the formatter wants it.
import { runTool } from './ground/tools.ts';

process.exitCode = await runTool('prettier', ['--write', '--log-level=warn', '.']);
