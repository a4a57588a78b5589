// Parses a response by its content, because content types are unreliable. Leaves the interpretation to `diagnose`.

import type { BodyShape } from '../../catalogue/body-shape.ts';
import { oauthErrors } from '../../catalogue/oauth-errors.ts';
import { type Body, type Exchange, getHeader, type Headers, hasHeader } from '../model/exchange.ts';
import { decodeEntities } from '../text/html-entities.ts';
import { type JsonResult, parseJsonLenient, stripBom } from '../text/parse-json.ts';
import { formDecode } from '../text/percent-decode.ts';
import { MAX_PARSE_CHARS } from '../text/try-parse-json.ts';
import { isHyphenatedUuid } from '../text/uuid.ts';
import { parseEmbeddedJson } from './nested/embedded-json.ts';
import { findNestedResponse, type NestedResponse } from './nested/find-nested-response.ts';
import { textOfHtml } from './nested/text-of-html.ts';

export interface ParsedResponse {
  /** The status in Xero's error if a proxy wrapped one, or else the status on the wire. */
  readonly status: number;
  readonly shape: BodyShape;
  /** The first 64 kB of the body and `WWW-Authenticate`, in lower case and percent-decoded. */
  readonly searchText: string;
  /** Xero's message or detail, or that of whoever wrote the response, unchanged. */
  readonly message: string | undefined;
  /** `modelState`, unchanged. It can have any shape. */
  readonly modelState: Readonly<Record<string, unknown>> | undefined;
  /** The error's `Instance` if it is a UUID. Equals the header `Xero-Correlation-Id`, which proxies drop. */
  readonly instance: string | undefined;
  /** Xero's error is part of a response that something else wrote. */
  readonly isWrapped: boolean;
  /** The JSON is invalid, or ends early although all of it was read. */
  readonly isMalformed: boolean;
  /** Headers of the response, and behind a proxy also those of Xero's that its body contains. */
  readonly headers: Headers;
  /** What the body says about another response; only behind a proxy. */
  readonly nested: NestedResponse | undefined;
}

/** The start of a body to search for phrases. */
const MAX_SEARCH_CHARS = 65_536;
/** A longer success doesn't wrap an error. */
const MAX_WRAPPED_CHARS = 32_768;

export function parseResponse(exchange: Exchange): ParsedResponse {
  const { response, match } = exchange;
  const text = response.body.kind === 'text' ? stripBom(response.body.text) : '';
  const proxied = match.matchedBy !== 'host';
  if (response.status < 400 && !(proxied && mayWrapError(text))) return parseSuccess(exchange, text);

  const head = text.slice(0, MAX_SEARCH_CHARS);
  const json = /^\s*["{[]/.test(head) ? parseJsonLenient(text) : undefined;
  const value = json && json.kind !== 'not-json' ? json.value : undefined;
  const found = value === undefined ? undefined : findError(value);
  const ownShape = shapeOf(exchange, head, json);
  const nested = proxied
    ? findNested(exchange, ownShape === 'html' ? textOfHtml(head) : (value ?? head), json, found)
    : undefined;
  const inner = nested?.status;
  if (response.status < 400 && inner === undefined && !reportsError(value)) return parseSuccess(exchange, text);

  const headers = nested ? withNestedHeaders(response.headers, nested.headers) : response.headers;
  const searchText = `${searchable(head)}\n${(getHeader(headers, 'www-authenticate') ?? '').toLowerCase()}`;
  const shape = found?.shape ?? (response.status < 400 && inner === undefined ? 'error-in-success' : ownShape);
  return {
    status: inner ?? response.status,
    shape,
    searchText,
    message: found?.message ?? nested?.sentence ?? plainMessage(shape, head),
    modelState: found?.modelState,
    instance: found?.instance,
    isWrapped: found?.isWrapped ?? false,
    isMalformed: json !== undefined && json.kind !== 'json' && !isPartlyRead(response.body),
    headers,
    nested,
  };
}

/** Pages of the network edge encode punctuation as entities. */
function searchable(head: string): string {
  const text = formDecode(head);
  return (/^\s*</.test(text) ? decodeEntities(text) : text).toLowerCase();
}

function parseSuccess(exchange: Exchange, text: string): ParsedResponse {
  const { status, headers } = exchange.response;
  const shape = shapeOf(exchange, text.slice(0, 256), undefined);
  const noError = { message: undefined, modelState: undefined, instance: undefined, nested: undefined };
  return { status, shape, searchText: '', ...noError, isWrapped: false, isMalformed: false, headers };
}

/** Some proxies respond with 200 and Xero's error in the body. A quick look, because every success gets it. */
function mayWrapError(text: string): boolean {
  return text.length <= MAX_WRAPPED_CHARS && errorKeys.test(text);
}

const errorKeys =
  /"(?:modelState|detail|errors?|err|exception|message)\\{0,8}"\s{0,5}:|"(?:ok|success)\\{0,8}"\s{0,5}:\s{0,5}false|(?:status|code)\\{0,8}"\s{0,5}:\s{0,5}\\{0,8}"?(?:[45]\d\d\b|error|fail)/i;

/** A success status with an error in the body, whoever made it. Xero's successes have no such fields. */
function reportsError(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, each]) => {
    if (/^(?:error|errors|exception)$/i.test(key)) {
      return typeof each === 'string' ? each !== '' : typeof each === 'object' && Object.keys(each ?? {}).length > 0;
    }
    if (/^(?:ok|success)$/i.test(key)) return each === false;
    return /^status$/i.test(key) && typeof each === 'string' && /^(?:error|fail|failed|failure)$/i.test(each);
  });
}

function findNested(
  { response: { status } }: Exchange,
  value: unknown,
  json: JsonResult | undefined,
  found: FoundError | undefined,
): NestedResponse | undefined {
  if (status < 400 && (json === undefined || saysItWorked(value))) return undefined;
  const nested = findNestedResponse({ value, status });
  if (found === undefined || found.shape === 'json') return nested;
  const inner = innerStatus(found) ?? (found.isWrapped ? nested?.status : undefined);
  if (inner === undefined) return nested && { ...nested, status: undefined, sentence: undefined };
  return {
    status: inner,
    certainty: 'certain',
    foundIn: 'field',
    namesXero: true,
    sentence: undefined,
    unreadable: undefined,
    headers: nested?.headers ?? [],
    sentHeaders: nested?.sentHeaders ?? [],
  };
}

function saysItWorked(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, each]) => each === true && /^(?:ok|success)$/i.test(key))
  );
}

function withNestedHeaders(own: Headers, nested: Headers): Headers {
  return [...own, ...nested.filter(([name]) => !hasHeader(own, name))];
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

/** What follows the start of the body is unknown. */
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
      if (item.depth < 10) {
        for (const child of Object.values(parsed).slice(0, 50)) next.push({ value: child, depth: item.depth + 1 });
      }
    }
    queue = next;
  }
  return proxyError;
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

/** Web frameworks also send a `detail`, but alone or with a `type` or a URL. */
function isXeroProblem(get: (key: string) => unknown, detail: string, instance: string | undefined): boolean {
  if (gatewayWords.test(detail)) return true;
  if (text(get('type')) !== undefined || instance?.includes('/')) return false;
  return typeof get('status') === 'number' || (instance !== undefined && isHyphenatedUuid(instance));
}

const gatewayWords =
  /^(?:AuthenticationUnsuccessful|TokenInvalid\w+|PayloadTooLarge\b|AuthorizationUnsuccessful|TokenExpired\b|An error occurred in Xero\b)/i;

/** Xero writes `message`, `Message`, `Title` and `title`. */
function caseInsensitive(object: object): (lowerCaseKey: string) => unknown {
  const values = new Map(Object.entries(object).map(([key, value]) => [key.toLowerCase(), value]));
  return (key) => values.get(key);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A proxy may respond to every error with 500; the wrapped error has Xero's status. */
function innerStatus({ status }: FoundError): number | undefined {
  return status !== undefined && Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined;
}
