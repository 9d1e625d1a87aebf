import type { Streams } from './index.ts';

const backspaces = ['\b', '\u007f'];
const endings = ['\r', '\n', '\u0004'];
const interrupt = '\u0003';

/**
 * A password from standard input: its first line when something is sent, or typed, without being shown, where a person sits there.
 * Answers null when there is none, or when the person gave up.
 */
export async function askPassword(io: Pick<Streams, 'stdin' | 'stderr'>): Promise<string | null> {
  return isTerminal(io.stdin) ? typed(io.stdin, io.stderr) : firstLine(io.stdin);
}

type Terminal = NodeJS.ReadStream & { setRawMode(raw: boolean): unknown };

function isTerminal(stream: NodeJS.ReadableStream): stream is Terminal {
  // Only a terminal has this method; the types leave it to the caller to know.
  return (stream as Partial<Terminal>).isTTY === true;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | null> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  const line = text.split('\n')[0]?.replace(/\r$/, '') ?? '';
  return line === '' ? null : line;
}

function typed(terminal: Terminal, stderr: NodeJS.WritableStream): Promise<string | null> {
  stderr.write('Password (it is not shown): ');
  terminal.setRawMode(true);
  terminal.setEncoding('utf8');
  terminal.resume();
  return new Promise((resolve) => {
    let password = '';
    const end = (answer: string | null) => {
      terminal.off('data', hear);
      terminal.setRawMode(false);
      terminal.pause();
      stderr.write('\n');
      resolve(answer);
    };
    const hear = (chunk: string) => {
      for (const character of chunk) {
        if (character === interrupt) return end(null);
        if (endings.includes(character)) return end(password === '' ? null : password);
        password = backspaces.includes(character) ? password.slice(0, -1) : password + character;
      }
    };
    terminal.on('data', hear);
  });
}
