// Ids in a successful response, and what they belong to. Parsed once per exchange.

import { cachePerObject } from '../../model/cache-per-object.ts';
import type { Exchange } from '../../model/exchange.ts';
import { parseJsonLenient } from '../../text/parse-json.ts';
import { MAX_PARSE_CHARS } from '../../text/try-parse-json.ts';

/** Ids in lower case. */
export interface Shown {
  readonly projects: readonly ShownProject[];
  readonly tasks: readonly ShownTask[];
  readonly times: readonly ShownTime[];
  readonly users: readonly string[];
  /** An unfiltered list with a single page. */
  readonly isComplete: boolean;
}

export interface ShownProject {
  readonly projectId: string;
  readonly name: string;
  /** As it was sent; empty if it wasn't. */
  readonly currency: string;
}

export interface ShownTask {
  readonly taskId: string;
  readonly projectId: string;
  readonly name: string;
  /** As it was sent; empty if it wasn't. */
  readonly status: string;
  /** It has time entries. */
  readonly hasTime: boolean;
}

export interface ShownTime {
  readonly timeEntryId: string;
  readonly status: string;
}

const nothing: Shown = { projects: [], tasks: [], times: [], users: [], isComplete: false };

const OPERATIONS_WITH_IDS = new Set([
  ...['getProjects', 'getProject', 'createProject', 'getProjectUsers'],
  ...['getTasks', 'getTask', 'createTask'],
  ...['getTimeEntries', 'getTimeEntry', 'createTimeEntry'],
]);

/** Whether an exchange may contain ids. A cheap test before the body is parsed. */
export function mayContainIds({ match, response }: Exchange): boolean {
  return OPERATIONS_WITH_IDS.has(match.operation ?? '') && response.status >= 200 && response.status < 300;
}

/** Never throws; empty if the body can't be parsed. */
export const extractIds = cachePerObject(read);

function read({ request, response: { body } }: Exchange): Shown {
  if (body.kind !== 'text' || body.text.length > MAX_PARSE_CHARS) return nothing;
  const json = parseJsonLenient(body.text);
  if (json.kind !== 'json') return nothing;
  const list = record(json.value).items;
  const items = (Array.isArray(list) ? list : [json.value]).map(record);
  const { pageCount, page } = record(record(json.value).pagination);
  return {
    projects: items.flatMap(asProject),
    tasks: items.flatMap(asTask),
    times: items.flatMap(asTime),
    // Xero has listed the same user twice.
    users: [...new Set(items.flatMap((item) => ('email' in item ? text(item.userId).toLowerCase() || [] : [])))],
    isComplete:
      Array.isArray(list) && page === 1 && typeof pageCount === 'number' && pageCount <= 1 && !isFiltered(request.url),
  };
}

function asProject(item: Record<string, unknown>): ShownProject[] {
  // Tasks and time entries name their project too.
  if (text(item.projectId) === '' || 'taskId' in item || 'timeEntryId' in item) return [];
  return [{ projectId: text(item.projectId).toLowerCase(), name: text(item.name), currency: text(item.currencyCode) }];
}

function asTask(item: Record<string, unknown>): ShownTask[] {
  if (text(item.taskId) === '' || text(item.projectId) === '' || 'timeEntryId' in item) return [];
  return [
    {
      taskId: text(item.taskId).toLowerCase(),
      projectId: text(item.projectId).toLowerCase(),
      name: text(item.name),
      status: text(item.status),
      hasTime: typeof item.totalMinutes === 'number' && item.totalMinutes > 0,
    },
  ];
}

function asTime(item: Record<string, unknown>): ShownTime[] {
  const timeEntryId = text(item.timeEntryId).toLowerCase();
  return timeEntryId === '' ? [] : [{ timeEntryId, status: text(item.status) }];
}

function isFiltered(url: string): boolean {
  return /[?&](?!page=|pageSize=)\w/i.test(url);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
