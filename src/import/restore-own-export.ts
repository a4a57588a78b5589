// Restores an exchange that the inspector exported. HAR's own fields come first; the custom field adds what they cannot express.

import type { Entry } from 'har-format';
import { createExchange } from '../capture/create-exchange.ts';
import type { BrowserEntry } from '../capture/har-entry.ts';
import type { HeaderReader } from '../capture/header-reader.ts';
import { readResponseBody } from '../capture/read-response-body.ts';
import { type CustomFields, readCustomFields } from '../core/har/read-custom-fields.ts';
import { CUSTOM_FIELD } from '../core/har/write-custom-fields.ts';
import { matchExported } from '../core/match/match-exported.ts';
import { type Body, type Exchange, isStripped, type Token } from '../core/model/exchange.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import { withForwarded } from '../core/server-requests/forwarded.ts';
import { normalizeEntry } from './normalize-entry.ts';

interface RestoreOptions {
  readonly match: OperationMatch;
  readonly readHeaders: HeaderReader;
}

/** The exchange gets its id later. */
export async function restoreOwnExport(entry: Entry, fields: CustomFields, options: RestoreOptions): Promise<Exchange> {
  const exchange = await restore(entry, fields, options);
  const forwarded = await restoreServerSide(fields.forwarded, options.readHeaders);
  return forwarded === undefined ? exchange : withForwarded(exchange, forwarded);
}

/** The file claims what a server forwarded, as it claims everything else, so it is read in the same way. */
async function restoreServerSide(value: object | undefined, readHeaders: HeaderReader): Promise<Exchange | undefined> {
  const entry = value && normalizeEntry(value);
  if (entry === undefined || typeof entry === 'string') return undefined;
  const { method, url } = entry.request;
  const fields = readCustomFields((value as Record<string, unknown>)[CUSTOM_FIELD], url);
  const match = fields && matchExported(method, fields.url, fields, []);
  return match && restore(entry, fields, { match, readHeaders });
}

async function restore(entry: Entry, fields: CustomFields, options: RestoreOptions): Promise<Exchange> {
  const withUrl = { ...entry, request: { ...entry.request, url: fields.url } };
  const { request, response, ...rest } = createExchange(withUrl, { id: 0, ...options });
  const responseBody = await readResponseBody(entry as BrowserEntry);
  return {
    ...rest,
    durationMs: fields.isTimed && entry.time >= 0 ? entry.time : undefined,
    request: {
      ...addOmitted(request, fields.omittedRequestHeaders),
      token: chooseToken(request.token, fields.token),
      body: chooseBody(request.body, fields.requestBody),
    },
    response: {
      ...addOmitted(response, fields.omittedResponseHeaders),
      body: chooseBody(responseBody, fields.responseBody),
    },
    failure: fields.failure,
    preflight: fields.preflight,
    viaServiceWorker: fields.viaServiceWorker,
    ...(fields.server && { server: fields.server }),
  };
}

/** `parsed` counts the headers that this import did not store. */
function addOmitted<T extends { readonly omittedHeaders?: number }>(parsed: T, described: number): T {
  const omittedHeaders = (parsed.omittedHeaders ?? 0) + described;
  return omittedHeaders === 0 ? parsed : { ...parsed, omittedHeaders };
}

/** The described token is only for a header whose value was replaced by a note. A token in the file is parsed instead. */
function chooseToken(parsed: Token | undefined, described: Token | undefined): Token | undefined {
  const isNote = parsed?.kind === 'missing' || isStripped(parsed);
  return isNote ? (described ?? parsed) : parsed;
}

/** A body in the file is measured. Only the length that was cut off has to be taken from the description. */
function chooseBody(parsed: Body, described: Body): Body {
  if (parsed.kind === 'text') {
    const { missingChars: more = 0 } = described as { missingChars?: number };
    return more === 0
      ? parsed
      : { ...parsed, bytes: parsed.bytes + more, missingChars: (parsed.missingChars ?? 0) + more };
  }
  return parsed.kind === 'binary' || described.kind === 'text' ? parsed : described;
}
