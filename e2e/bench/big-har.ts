// A HAR file like that of a long browser session: mostly unrelated requests, and some thousands to the Projects API.

import { createProjectList } from './project-list.ts';

export interface BigHar {
  readonly text: string;
  readonly xeroCount: number;
  readonly otherCount: number;
}

/** One in this many entries is for the Projects API. */
const XERO_INTERVAL = 40;

/** At least `length` characters. `indent` as in `JSON.stringify`: Chromium and Firefox indent their files, proxies don't. */
export function createBigHar(length: number, indent?: number): BigHar {
  const parts: string[] = [];
  let [written, xeroCount, otherCount] = [0, 0, 0];
  for (let i = 0; written < length; i++) {
    const isXeros = i % XERO_INTERVAL === XERO_INTERVAL - 1;
    if (isXeros) xeroCount++;
    else otherCount++;
    const json = JSON.stringify({ log: { entries: [isXeros ? xeroEntry(i) : otherEntry(i)] } }, null, indent);
    // Stringified within a whole file, for the right indentation.
    const entry = json.slice(json.indexOf('[') + 1, json.lastIndexOf(']')).trimEnd();
    parts.push(entry);
    written += entry.length + 1;
  }
  const json = JSON.stringify(
    { log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries: [0] } },
    null,
    indent,
  );
  const [before = '', after = ''] = json.split(/(?<=\[)\s*0/);
  return { text: before + parts.join(',') + after, xeroCount, otherCount };
}

function xeroEntry(i: number) {
  const failed = i % 3 === 0;
  const list = JSON.stringify(createProjectList(4, i));
  const rejection = JSON.stringify({
    message: 'The TaskId is not valid',
    modelState: { taskId: ['TaskId is not valid'] },
    statusCode: 400,
  });
  const path = failed ? `Projects/${id(i)}/Time` : `Projects?page=${(i % 40) + 1}&pageSize=50`;
  return entry(
    i,
    failed ? 'POST' : 'GET',
    `https://app.example/xero/projects.xro/2.0/${path}`,
    failed ? 400 : 200,
    'application/json',
    failed ? rejection : list,
    {
      'Xero-Tenant-Id': id(i % 3),
      Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6WyJwcm9qZWN0cyJdfQ.c2lnbmF0dXJl',
    },
  );
}

/** JSON responses have bodies, images and scripts don't. */
function otherEntry(i: number) {
  const kind = otherKinds[i % otherKinds.length] ?? otherKinds[0];
  const body =
    kind.type === 'application/json'
      ? JSON.stringify({
          rows: Array.from({ length: i % 12 }, (_, row) => ({
            id: id(i + row),
            name: `Row "${row}" of ${i}`,
            done: row % 2 === 0,
          })),
        })
      : undefined;
  return entry(i, 'GET', `https://${kind.host}/${kind.path}/${i % 997}?v=${i}`, 200, kind.type, body);
}

const otherKinds = [
  { host: 'cdn.example', path: 'assets/chunk', type: 'text/javascript' },
  { host: 'cdn.example', path: 'assets/picture', type: 'image/png' },
  { host: 'app.example', path: 'api/items', type: 'application/json' },
  { host: 'metrics.example', path: 'collect', type: 'text/plain' },
] as const;

function entry(
  i: number,
  method: string,
  url: string,
  status: number,
  type: string,
  text: string | undefined,
  own: Readonly<Record<string, string>> = {},
) {
  return {
    _connectionId: String(1000 + (i % 6)),
    _initiator: {
      type: 'script',
      stack: {
        callFrames: [
          {
            functionName: 'load',
            scriptId: '12',
            url: 'https://app.example/assets/main.js',
            lineNumber: 3,
            columnNumber: i % 9000,
          },
        ],
      },
    },
    _priority: 'High',
    _resourceType: 'fetch',
    cache: {},
    connection: '443',
    request: {
      method,
      url,
      httpVersion: 'http/2.0',
      headers: toHeaders({
        ':authority': 'app.example',
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br, zstd',
        'accept-language': 'en-NZ,en;q=0.9',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
        ...own,
      }),
      queryString: [{ name: 'v', value: String(i) }],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: toHeaders({
        'cache-control': 'no-store',
        'content-type': type,
        date: 'Sun, 22 Nov 2026 14:02:41 GMT',
        etag: `W/"${i}"`,
        vary: 'Origin',
      }),
      cookies: [],
      content: { size: text?.length ?? 4_000, mimeType: type, ...(text === undefined ? {} : { text }) },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 1_200,
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: '127.0.0.1',
    startedDateTime: new Date(Date.UTC(2026, 10, 22, 8) + i * 80).toISOString(),
    time: 35.25,
    timings: {
      blocked: 1.2,
      dns: -1,
      ssl: -1,
      connect: -1,
      send: 0.2,
      wait: 30.1,
      receive: 3.75,
      _blocked_queueing: 0.8,
    },
  };
}

function toHeaders(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function id(i: number): string {
  return `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
}
