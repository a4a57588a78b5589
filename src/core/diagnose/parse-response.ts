// Reads what an answer says, by what is in it and never by its content type alone. Judges nothing.

import type { BodyShape } from '../../catalogue/body-shape.ts';
import { oauthErrors } from '../../catalogue/oauth-errors.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import { type JsonResult, parseJsonLenient, stripBom } from '../text/parse-json.ts';
import { formDecode } from '../text/percent-decode.ts';
import { MAX_PARSE_CHARS } from '../text/try-parse-json.ts';
import { isHyphenatedUuid } from '../text/uuid.ts';

export interface ParsedResponse {
  /** The status to judge by: Xero's own where a proxy's answer carries it, else the one on the wire. */
  readonly status: number;
  readonly shape: BodyShape;
  /** All that the answer says, lower case and percent-decoded; at most the first 64 kB of it. */
  readonly searchText: string;
  /** Xero's message or detail, as it was sent. */
  readonly message: string | undefined;
  /** `modelState` as it was sent, whatever its shape. */
  readonly modelState: Readonly<Record<string, unknown>> | undefined;
  /** The envelope's `Instance`, where it is a UUID: the same as the header `Xero-Correlation-Id`, which proxies drop. */
  readonly instance: string | undefined;
  /** Xero's error was found inside an answer that somebody else wrote. */
  readonly isWrapped: boolean;
  /** The JSON ends in the middle or is otherwise broken. */
  readonly isMalformed: boolean;
}

/** Only so much of a body is searched for words. Characters. */
const MAX_SEARCH_CHARS = 65_536;
/** A success longer than this carries no error in disguise. Characters. */
const MAX_WRAPPED_CHARS = 8_192;

export function parseResponse(exchange: Exchange): ParsedResponse {
  const { response, match } = exchange;
  const text = response.body.kind === 'text' ? stripBom(response.body.text) : '';
  const proxied = match.matchedBy !== 'host';
  if (response.status < 400 && !(proxied && mayWrapError(text))) return plain(exchange, text);

  const head = text.slice(0, MAX_SEARCH_CHARS);
  const searchText = `${formDecode(head).toLowerCase()}\n${(getHeader(response.headers, 'www-authenticate') ?? '').toLowerCase()}`;
  const json = /^\s*["{[]/.test(head) && text.length <= MAX_PARSE_CHARS ? parseJsonLenient(text) : undefined;
  const found = json && json.kind !== 'not-json' ? findError(json.value) : undefined;
  const shape = found?.shape ?? shapeOf(exchange, head, json);
  return {
    status: proxied && found ? innerStatus(found, response.status) : response.status,
    shape,
    searchText,
    message: found?.message ?? plainMessage(shape, head),
    modelState: found?.modelState,
    instance: found?.instance,
    isWrapped: found?.isWrapped ?? false,
    isMalformed: json !== undefined && json.kind !== 'json',
  };
}

function plain(exchange: Exchange, text: string): ParsedResponse {
  const { status } = exchange.response;
  const shape = shapeOf(exchange, text.slice(0, 256), undefined);
  const nothing = { message: undefined, modelState: undefined, instance: undefined };
  return { status, shape, searchText: '', ...nothing, isWrapped: false, isMalformed: false };
}

/** Some proxies answer 200 and put Xero's error inside. */
function mayWrapError(text: string): boolean {
  return text.length <= MAX_WRAPPED_CHARS && /"(modelState|detail)"\s*:/i.test(text);
}

function shapeOf(exchange: Exchange, head: string, json: JsonResult | undefined): BodyShape {
  const { body } = exchange.response;
  if (body.kind === 'none') return 'empty';
  if (body.kind !== 'text') return 'unavailable';
  if (head.trim() === '') return 'empty';
  if (/^\s*<(\?xml[^>]*>\s*<)?ApiException/i.test(head)) return 'api-exception-xml';
  if (/^\s*</.test(head)) return 'html';
  if (head.includes('oauth_problem=')) return 'legacy-oauth';
  if (json === undefined) return /^\s*[{[]/.test(head) ? 'json' : 'text';
  if (json.kind === 'json') return 'json';
  return /^\s*[{[]/.test(head) ? 'broken-json' : 'text';
}

function plainMessage(shape: BodyShape, head: string): string | undefined {
  return shape === 'text' ? head.trim().slice(0, 500) : undefined;
}

interface FoundError {
  readonly shape: BodyShape;
  readonly status: number | undefined;
  readonly message: string | undefined;
  readonly modelState: Readonly<Record<string, unknown>> | undefined;
  readonly instance?: string | undefined;
  readonly isWrapped: boolean;
}

/** Looks for an error of Xero's in a value and, as proxies wrap them, in what lies below: also in strings that hold JSON. */
function findError(value: unknown): FoundError | undefined {
  let queue: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let said: FoundError | undefined;
  for (let looked = 0; queue.length > 0 && looked < 200; ) {
    const next: typeof queue = [];
    for (const item of queue) {
      looked++;
      const opened = typeof item.value === 'string' ? openString(item.value) : item.value;
      if (typeof opened !== 'object' || opened === null) continue;
      const found = readError(opened, item.depth > 0);
      // Beside a message of the proxy's own may lie the whole of Xero's error.
      if (found && found.shape !== 'json') return found;
      said ??= found;
      if (item.depth < 4) {
        for (const child of Object.values(opened).slice(0, 50)) next.push({ value: child, depth: item.depth + 1 });
      }
    }
    queue = next;
  }
  return said;
}

function openString(text: string): unknown {
  const at = text.indexOf('{');
  if (at === -1 || text.length > MAX_SEARCH_CHARS) return undefined;
  const read = parseJsonLenient(text.slice(at));
  return read.kind === 'not-json' ? undefined : read.value;
}

function readError(object: object, isWrapped: boolean): FoundError | undefined {
  const get = caseInsensitive(object);
  const modelState = get('modelstate');
  const message = text(get('message')) ?? text(get('detail')) ?? text(get('title'));
  const status = typeof get('status') === 'number' ? (get('status') as number) : undefined;
  if (typeof modelState === 'object' && modelState !== null) {
    const entries = Object.keys(modelState).length > 0;
    return {
      shape: entries ? 'model-state' : 'json',
      status: status ?? (entries ? 400 : undefined),
      message,
      modelState: entries ? (modelState as Record<string, unknown>) : undefined,
      isWrapped,
    };
  }
  const none = { modelState: undefined, isWrapped };
  if (get('errornumber') !== undefined && (get('elements') !== undefined || get('type') !== undefined)) {
    return { shape: 'accounting-error', status: undefined, message, ...none };
  }
  const detail = text(get('detail'));
  const instance = text(get('instance'));
  if (detail !== undefined && isEnvelope(get, detail, instance)) {
    return {
      shape: 'problem',
      status,
      message: detail,
      instance: instance !== undefined && isHyphenatedUuid(instance) ? instance : undefined,
      ...none,
    };
  }
  const error = text(get('error'));
  if (error !== undefined && (oauthErrors as readonly string[]).includes(error)) {
    return { shape: 'identity-error', status: undefined, message: text(get('error_description')) ?? error, ...none };
  }
  if (!isWrapped && (text(get('message')) ?? detail) !== undefined) {
    return { shape: 'json', status: undefined, message, ...none };
  }
  return undefined;
}

/** Frameworks that proxies are written in answer with a `detail`, too: theirs stands alone, or beside a `type` or an address. */
function isEnvelope(get: (key: string) => unknown, detail: string, instance: string | undefined): boolean {
  if (gatewayWords.test(detail)) return true;
  if (text(get('type')) !== undefined || instance?.includes('/')) return false;
  return typeof get('status') === 'number' || (instance !== undefined && isHyphenatedUuid(instance));
}

const gatewayWords =
  /^(?:AuthenticationUnsuccessful|AuthorizationUnsuccessful|TokenExpired\b|An error occurred in Xero\b)/i;

/** Xero writes `message`, `Message`, `Title` and `title`. */
function caseInsensitive(object: object): (lowerCaseKey: string) => unknown {
  const values = new Map(Object.entries(object).map(([key, value]) => [key.toLowerCase(), value]));
  return (key) => values.get(key);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A proxy may answer 500 for everything; the envelope inside keeps Xero's status. */
function innerStatus(found: FoundError, outer: number): number {
  const { status } = found;
  return status !== undefined && Number.isInteger(status) && status >= 400 && status < 600 ? status : outer;
}
