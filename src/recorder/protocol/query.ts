// The query of a request for recorded entries: docs/server-requests.md.

export interface RecorderQuery {
  readonly key: string;
  readonly cursor: number;
  /** Wait for the next entry even if nothing is under way. */
  readonly follow: boolean;
  /** Where the part of a long entry starts. */
  readonly from: number;
}

const PREFIX = 'xero-inspector=';
const value = /^([\w-]{22})\.(\d{1,15})(?:\.\d{1,15})?$/;

/** Whether `url`, the target of a request, is for the recorder. */
export function isForRecorder(url: string): boolean {
  const mark = url.indexOf('?');
  return mark !== -1 && url.startsWith(PREFIX, mark + 1);
}

/** `undefined` if it is malformed. */
export function parseQuery(url: string): RecorderQuery | undefined {
  const [first = '', ...others] = url.slice(url.indexOf('?') + 1).split('&');
  const [, key, cursor] = value.exec(first.slice(PREFIX.length)) ?? [];
  if (key === undefined) return undefined;
  const from = others.find((each) => /^from=\d{1,15}$/.test(each));
  return { key, cursor: Number(cursor), follow: others.includes('follow'), from: Number(from?.slice(5) ?? 0) };
}

/** The value of the response header. */
export function formatHeader(key: string, cursor: number, request: number): string {
  return `?${PREFIX}${key}.${cursor}.${request}`;
}
