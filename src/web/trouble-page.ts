import type { DatabaseTroubleKind } from '#platform/database-trouble';

/** What a browser sent with a form, to be sent again: texts by name, and the names of file fields that had a file. */
export type SentForm = {
  readonly texts: readonly (readonly [name: string, value: string])[];
  readonly fileFields: readonly string[];
};

/** Fields that are never written into a page again. */
const secretFields = /password|^(current|next)$/i;

/** The fields of a form that may be shown again. */
export function sentForm(data: FormData): SentForm {
  const texts: [string, string][] = [];
  const fileFields: string[] = [];
  for (const [name, value] of data) {
    if (typeof value !== 'string') {
      if (value.size > 0) fileFields.push(name);
    } else if (!secretFields.test(name)) {
      texts.push([name, value]);
    }
  }
  return { texts, fileFields };
}

const words: Readonly<
  Record<DatabaseTroubleKind, { title: string; read: string; sent: string; button: string }>
> = {
  away: {
    title: 'Cairn cannot reach its records just now',
    read: 'This is usually over within a minute. What was saved before is safe.',
    sent: 'What you sent has not been saved. It is kept on this page: send it again in a minute.',
    button: 'Send it again'
  },
  unsure: {
    title: 'Cairn cannot reach its records just now',
    read: 'This is usually over within a minute. What was saved before is safe.',
    sent: 'Cairn could not find out whether all of what you sent was saved. In a minute, open the page in another tab and look. What you wrote is kept here in case it was not.',
    button: 'Send it again'
  },
  'cannot-save': {
    title: 'Cairn cannot save just now',
    read: 'Its disk may be full. Pages can still be read. Tell whoever looks after Cairn for you.',
    sent: 'What you sent has not been saved, because there is no room or no leave to write. Pages can still be read. Tell whoever looks after Cairn for you. What you wrote is kept on this page: send it again when they say that it is mended.',
    button: 'Send it again'
  }
};

/** What happened, in one sentence, for a page that was asked for. */
export function troubleSentence(trouble: DatabaseTroubleKind): string {
  const { title, read } = words[trouble];
  return `${title}. ${read}`;
}

/**
 * The page for a request that came while the database was in trouble, as HTML that needs nothing else of Cairn.
 * What a form had sent is in it, hidden, and a button sends it again to `address`. Passwords and files are not kept.
 */
export function troublePage(
  trouble: DatabaseTroubleKind,
  address: string,
  form: SentForm | null
): string {
  const { title, read, sent, button } = words[trouble];
  const again =
    form === null
      ? `<p>${read}</p><p><a href="${escaped(address)}">Try this page again</a></p>`
      : `<p>${sent}</p>${formAgain(form, address, button)}`;
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} – Cairn</title>
    <style>
      body { max-width: 38rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.0625rem/1.55 system-ui, 'Segoe UI', Arial, sans-serif; }
      button, input { font: inherit; }
      button { padding: 0.5rem 1rem; }
      label, input { display: block; margin-bottom: 0.75rem; max-width: 100%; }
    </style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${again}
    </main>
  </body>
</html>
`;
}

function formAgain({ texts, fileFields }: SentForm, address: string, button: string): string {
  const hidden = texts.map(
    ([name, value]) =>
      // A text area keeps the line ends that a hidden input would lose.
      `<textarea hidden name="${escaped(name)}">\n${escaped(value)}</textarea>`
  );
  const files = fileFields.map(
    (name, index) =>
      `<label for="file-${index}">Choose your file again</label><input id="file-${index}" type="file" name="${escaped(name)}" required />`
  );
  const coding = fileFields.length > 0 ? ' enctype="multipart/form-data"' : '';
  return `<form method="post" action="${escaped(address)}"${coding}>${hidden.join('')}${files.join('')}<button>${button}</button></form>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
