import net from 'node:net';
import { onTestFinished } from 'vitest';

/** A small mail server for tests: it speaks enough SMTP (RFC 5321) to be given letters, and keeps what it took. */

export type TakenLetter = {
  /** Whom the envelope names; the headers may say otherwise. */
  readonly recipients: readonly string[];
  /** By lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as a reader sees it. */
  readonly text: string;
  /** Exactly what came over the line. */
  readonly raw: string;
};

export type MailServer = {
  /** For `CAIRN_SMTP_URL`. */
  readonly url: string;
  readonly taken: TakenLetter[];
  /** What it answers to a recipient instead of taking the letter, such as `550 5.1.1 No such mailbox`; null to take it. */
  refuse: (recipient: string) => string | null;
};

/** Starts a mail server on this machine, which ends with the test. */
export async function startMailServer(): Promise<MailServer> {
  const mail: { -readonly [name in keyof MailServer]: MailServer[name] } = {
    url: '',
    taken: [],
    refuse: () => null
  };
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
    converse(socket, mail);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as net.AddressInfo; // it listens on a port
  mail.url = `smtp://127.0.0.1:${port}`;
  return mail;
}

function converse(socket: net.Socket, mail: Pick<MailServer, 'taken' | 'refuse'>): void {
  const say = (answer: string) => socket.write(`${answer}\r\n`);
  let received = '';
  let recipients: string[] = [];
  let isLetter = false;
  const obey = (line: string) => {
    const command = line.slice(0, 4).toUpperCase();
    const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
    if (command === 'MAIL' || command === 'RSET') recipients = [];
    if (recipient !== undefined) {
      const refusal = mail.refuse(recipient);
      if (refusal === null) recipients.push(recipient);
      say(refusal ?? '250 2.1.5 Ok');
    } else if (command === 'DATA') {
      isLetter = true;
      say('354 End with a line of one full stop');
    } else if (command === 'QUIT') socket.end('221 2.0.0 Bye\r\n');
    else say('250 Ok');
  };
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk;
    for (;;) {
      const end = isLetter ? '\r\n.\r\n' : '\r\n';
      const at = received.indexOf(end);
      if (at < 0) return;
      const part = received.slice(0, at);
      received = received.slice(at + end.length);
      if (isLetter) {
        isLetter = false;
        mail.taken.push({ recipients, ...readLetter(`${part}\r\n`.replaceAll('\r\n..', '\r\n.')) });
        say('250 2.0.0 Taken');
      } else obey(part);
    }
  });
  say('220 test.example ESMTP');
}

function readLetter(raw: string): Omit<TakenLetter, 'recipients'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const [name = '', ...value] = line.split(':');
        return [name.toLowerCase(), value.join(':').trim()];
      })
  );
  const encoding = headers['content-transfer-encoding'] ?? '7bit';
  return { headers, text: decoded(body.join('\r\n\r\n'), encoding), raw };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes =
    encoding === 'quoted-printable'
      ? body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : body;
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
