// Turns a recorded case into the file that a user would import.

/** What an integrator sent and received, taken from a public issue, a client's code or a recording. */
export interface RealCase {
  readonly id: string;
  readonly source: string;
  readonly happened: string;
  readonly input: CaseInput;
}

export type CaseInput =
  | (CaseExchange & { readonly mapping?: string })
  /** In order of time. The last one is explained. */
  | { readonly sequence: readonly CaseExchange[]; readonly mapping?: string }
  | { readonly har: unknown }
  | { readonly file: string };

interface CaseExchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string | null;
  /** `null`: there was no response. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string | null;
  /** Milliseconds after the previous request; 2,000 by default. */
  readonly afterMs?: number;
}

export interface CaseFile {
  readonly text: string;
  /** The proxy mappings that the user has set. */
  readonly mappings: readonly string[];
}

export function caseFile(input: CaseInput): CaseFile {
  if ('file' in input) return { text: input.file, mappings: [] };
  if ('har' in input) return { text: JSON.stringify(input.har), mappings: [] };
  const { mapping } = input;
  return {
    text: toHar('sequence' in input ? input.sequence : [input]),
    mappings: mapping === undefined ? [] : [new URL(mapping, firstUrl(input)).href],
  };
}

function firstUrl(input: CaseExchange | { readonly sequence: readonly CaseExchange[] }): string | undefined {
  return 'sequence' in input ? input.sequence[0]?.url : input.url;
}

/** Within the validity of the tokens in the cases. */
const FIRST_START_MS = Date.parse('2026-11-30T02:22:07.000Z');

function toHar(exchanges: readonly CaseExchange[]): string {
  let startMs = FIRST_START_MS;
  const entries = exchanges.map((each, i) => {
    startMs += i === 0 ? 0 : (each.afterMs ?? 2_000);
    return toEntry(each, startMs);
  });
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'case', version: '1' }, entries } });
}

function toEntry(each: CaseExchange, startMs: number) {
  const { method, url, requestHeaders, requestBody, status, responseHeaders, responseBody } = each;
  return {
    startedDateTime: new Date(startMs).toISOString(),
    time: 120,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(requestHeaders),
      queryString: [],
      headersSize: -1,
      bodySize: -1,
      ...(requestBody === null ? {} : { postData: { mimeType: 'application/json', text: requestBody } }),
    },
    response: {
      status: status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(responseHeaders),
      content: {
        size: responseBody?.length ?? 0,
        mimeType: responseHeaders['content-type'] ?? '',
        ...(responseBody === null ? {} : { text: responseBody }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 100, receive: 20 },
  };
}

function toPairs(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
