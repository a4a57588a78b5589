// Parses a response by its content, because content types are unreliable. Leaves the interpretation to `diagnose`.

import type { BodyShape } from '../../catalogue/body-shape.ts';
import { oauthErrors } from '../../catalogue/oauth-errors.ts';
import { type Body, type Exchange, getHeader } from '../model/exchange.ts';
import { type JsonResult, parseJsonLenient, stripBom } from '../text/parse-json.ts';
import { formDecode } from '../text/percent-decode.ts';
import { MAX_PARSE_CHARS } from '../text/try-parse-json.ts';
import { isHyphenatedUuid } from '../text/uuid.ts';

export interface ParsedResponse {
  /** The status in Xero's error if a proxy wrapped one, or else the status on the wire. */
  readonly status: number;
  readonly shape: BodyShape;
  /** The first 64 kB of the body and `WWW-Authenticate`, in lower case and percent-decoded. */
  readonly searchText: string;
  /** Xero's message or detail, unchanged. */
  readonly message: string | undefined;
  /** `modelState`, unchanged. It can have any shape. */
  readonly modelState: Readonly<Record<string, unknown>> | undefined;
  /** The error's `Instance` if it is a UUID. Equals the header `Xero-Correlation-Id`, which proxies drop. */
  readonly instance: string | undefined;
  /** Xero's error is part of a response that something else wrote. */
  readonly isWrapped: boolean;
  /** The JSON is invalid, or ends early although all of it was read. */
  readonly isMalformed: boolean;
}

/** Of a body, for phrases. */
const MAX_SEARCH_CHARS = 65_536;
/** A longer success doesn't wrap an error. */
const MAX_WRAPPED_CHARS = 8_192;

export function parseResponse(exchange: Exchange): ParsedResponse {
  const { response, match } = exchange;
  const text = response.body.kind === 'text' ? stripBom(response.body.text) : '';
  const proxied = match.matchedBy !== 'host';
  if (response.status < 400 && !(proxied && mayWrapError(text))) return parseSuccess(exchange, text);

  const head = text.slice(0, MAX_SEARCH_CHARS);
  const searchText = `${formDecode(head).toLowerCase()}\n${(getHeader(response.headers, 'www-authenticate') ?? '').toLowerCase()}`;
  const json = /^\s*["{[]/.test(head) ? parseJsonLenient(text) : undefined;
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
    isMalformed: json !== undefined && json.kind !== 'json' && !isPartlyRead(response.body),
  };
}

function parseSuccess(exchange: Exchange, text: string): ParsedResponse {
  const { status } = exchange.response;
  const shape = shapeOf(exchange, text.slice(0, 256), undefined);
  const noError = { message: undefined, modelState: undefined, instance: undefined };
  return { status, shape, searchText: '', ...noError, isWrapped: false, isMalformed: false };
}

/** Some proxies respond with 200 and Xero's error in the body. */
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
  if (/^\s*[{[]/.test(head) && json?.kind !== 'json' && isPartlyRead(body)) return 'partly-read';
  if (json === undefined) return /^\s*[{[]/.test(head) ? 'json' : 'text';
  if (json.kind === 'json') return 'json';
  return /^\s*[{[]/.test(head) ? 'broken-json' : 'text';
}

/** What is behind the start of the body is unknown. */
function isPartlyRead(body: Body): boolean {
  return body.kind === 'text' && (body.missingChars !== undefined || body.text.length > MAX_PARSE_CHARS);
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

/** Searches a value for an error of Xero, level by level, because proxies wrap errors. Includes strings that contain JSON. */
function findError(value: unknown): FoundError | undefined {
  let queue: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let proxyError: FoundError | undefined;
  for (let visited = 0; queue.length > 0 && visited < 200; ) {
    const next: typeof queue = [];
    for (const item of queue) {
      visited++;
      const parsed = typeof item.value === 'string' ? parseEmbeddedJson(item.value) : item.value;
      if (typeof parsed !== 'object' || parsed === null) continue;
      const found = readError(parsed, item.depth > 0);
      // A proxy's message can have Xero's complete error below it.
      if (found && found.shape !== 'json') return found;
      proxyError ??= found;
      if (item.depth < 4) {
        for (const child of Object.values(parsed).slice(0, 50)) next.push({ value: child, depth: item.depth + 1 });
      }
    }
    queue = next;
  }
  return proxyError;
}

function parseEmbeddedJson(text: string): unknown {
  const at = text.indexOf('{');
  if (at === -1 || text.length > MAX_SEARCH_CHARS) return undefined;
  const json = parseJsonLenient(text.slice(at));
  return json.kind === 'not-json' ? undefined : json.value;
}

function readError(object: object, isWrapped: boolean): FoundError | undefined {
  const get = caseInsensitive(object);
  const modelState = get('modelstate');
  const message = text(get('message')) ?? text(get('detail')) ?? text(get('title'));
  const status = typeof get('status') === 'number' ? (get('status') as number) : undefined;
  if (typeof modelState === 'object' && modelState !== null) {
    const hasEntries = Object.keys(modelState).length > 0;
    return {
      shape: hasEntries ? 'model-state' : 'json',
      status: status ?? (hasEntries ? 400 : undefined),
      message,
      modelState: hasEntries ? (modelState as Record<string, unknown>) : undefined,
      isWrapped,
    };
  }
  const rest = { modelState: undefined, isWrapped };
  if (get('errornumber') !== undefined && (get('elements') !== undefined || get('type') !== undefined)) {
    return { shape: 'accounting-error', status: undefined, message, ...rest };
  }
  const detail = text(get('detail'));
  const instance = text(get('instance'));
  if (detail !== undefined && isXeroProblem(get, detail, instance)) {
    return {
      shape: 'problem',
      status,
      message: detail,
      instance: instance !== undefined && isHyphenatedUuid(instance) ? instance : undefined,
      ...rest,
    };
  }
  const error = text(get('error'));
  if (error !== undefined && (oauthErrors as readonly string[]).includes(error)) {
    return { shape: 'identity-error', status: undefined, message: text(get('error_description')) ?? error, ...rest };
  }
  if (!isWrapped && (text(get('message')) ?? detail) !== undefined) {
    return { shape: 'json', status: undefined, message, ...rest };
  }
  return undefined;
}

/** Web frameworks of proxies also send a `detail`, but alone or with a `type` or a URL. */
function isXeroProblem(get: (key: string) => unknown, detail: string, instance: string | undefined): boolean {
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

/** A proxy may respond to every error with 500; the wrapped error has Xero's status. */
function innerStatus(found: FoundError, outer: number): number {
  const { status } = found;
  return status !== undefined && Number.isInteger(status) && status >= 400 && status < 600 ? status : outer;
}
