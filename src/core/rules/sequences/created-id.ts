// The id of the record that a POST created.

import type { Exchange } from '../../model/exchange.ts';
import { parseJsonLenient } from '../../text/parse-json.ts';

/** From the response; `undefined` if it has none. */
export function createdId(exchange: Exchange | undefined): string | undefined {
  const body = exchange?.response.body;
  const json = body?.kind === 'text' ? parseJsonLenient(body.text) : undefined;
  if (json?.kind !== 'json' || typeof json.value !== 'object' || json.value === null) return undefined;
  const { timeEntryId, taskId, projectId } = json.value as Record<string, unknown>;
  const id = timeEntryId ?? taskId ?? projectId;
  return typeof id === 'string' ? id : undefined;
}
