/** Requests that the page about the API shows and that a test sends, one after the other. */
export type ApiExample = {
  readonly title: string;
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1/`; `{place}` and `{measure}` are put in. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | null;
  readonly status: number;
};

export const apiExamples: readonly ApiExample[] = [
  {
    title: 'Tests of change that did not help, found by a word',
    method: 'GET',
    path: '{place}/tests?result=no&words=text',
    headers: {},
    body: null,
    status: 200
  },
  {
    title: 'The same as CSV, for a spreadsheet',
    method: 'GET',
    path: '{place}/tests.csv?result=no',
    headers: {},
    body: null,
    status: 200
  },
  {
    title: 'Measures, to find the one you want',
    method: 'GET',
    path: '{place}/measures',
    headers: {},
    body: null,
    status: 200
  },
  {
    title: 'Values of a measure',
    method: 'GET',
    path: '{place}/measures/{measure}/values',
    headers: {},
    body: null,
    status: 200
  },
  {
    title: 'Add two values. Sending them again changes nothing',
    method: 'POST',
    path: '{place}/measures/{measure}/values',
    headers: { 'Content-Type': 'application/json' },
    body: {
      values: [
        { date: '2026-11-09', numerator: 61, denominator: 80 },
        { date: '2026-11-16', missing: 'not-collected', note: 'Half-term week' }
      ]
    },
    status: 200
  },
  {
    title: 'Replace a value, having read version 1 of it',
    method: 'POST',
    path: '{place}/measures/{measure}/values',
    headers: { 'Content-Type': 'application/json', 'If-Match': '1' },
    body: { values: [{ date: '2026-11-09', numerator: 62, denominator: 80 }] },
    status: 200
  },
  {
    title: 'Indicators that are followed',
    method: 'GET',
    path: '{place}/indicators',
    headers: {},
    body: null,
    status: 200
  }
];

/** The request as it is typed into a terminal. */
export function asCurl(example: ApiExample, server: string): string {
  const lines = [
    `curl ${example.method === 'GET' ? '' : `-X ${example.method} `}"${server}/api/v1/${example.path}"`,
    '-H "Authorization: Bearer $CAIRN_TOKEN"',
    ...Object.entries(example.headers).map(([name, value]) => `-H "${name}: ${value}"`),
    ...(example.body === null ? [] : [`-d '${JSON.stringify(example.body)}'`])
  ];
  return lines.join(' \\\n  ');
}
