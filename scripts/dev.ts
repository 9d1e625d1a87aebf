// npm run dev: the same ground as npm start under Vite's server, which shows every change at once.
import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  applicationConnectionValue,
  applicationConnectionVariable
} from '../src/ground/application-connection.ts';
import { openDatabase } from '../src/ground/connection.ts';
import { servingFrom } from '../src/web/serving.ts';
import { findSetUpCode } from '../src/ground/set-up-code.ts';
import { project } from './ground/build.ts';
import { accountLines, fillDatabase } from './ground/demonstration.ts';
import { endWith } from './ground/ending.ts';

await endWith(async () => {
  const serving = servingFrom(process.env);
  const database = await openDatabase(process.env);
  database.keepRunning((sentence) => process.stderr.write(`${sentence}\n`));
  try {
    const accounts = await fillDatabase(database, serving.mode);
    for (const line of accountLines(accounts)) process.stdout.write(`  ${line}\n`);
    const code = await findSetUpCode(database.owner);
    if (code !== null) process.stdout.write(`The code for /set-up is ${code}\n`);
    const vite = path.join(project, 'node_modules', 'vite', 'bin', 'vite.js');
    const where = ['--host', serving.host, '--port', String(serving.port)];
    const child = spawn(process.execPath, [vite, 'dev', ...where, ...process.argv.slice(2)], {
      cwd: project,
      stdio: 'inherit',
      env: {
        ...process.env,
        CAIRN_MODE: serving.mode,
        CAIRN_DEMO: serving.mode === 'demonstration' ? '1' : '0',
        CAIRN_SET_UP_CODE: code ?? '',
        [applicationConnectionVariable]: applicationConnectionValue(database.app)
      }
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => child.kill('SIGTERM'));
    }
    return await new Promise<number>((resolve) => {
      child.once('exit', (code) => resolve(code ?? 0));
    });
  } finally {
    await database.stop();
  }
});
