// One page of a list, in Xero's envelope.

import { invalid, type Outcome, ok } from './outcome.ts';

export type Query = (name: string) => string | undefined;

const MAX_PAGE_SIZE = 500;
const DEFAULT_PAGE_SIZE = 50;

/** The page that `query` requests, or a 400 if there can be no such page. */
export function pageOf(items: readonly unknown[], query: Query): Outcome {
  const page = Number(query('page') ?? 1);
  const pageSize = Number(query('pageSize') ?? DEFAULT_PAGE_SIZE);
  const errors = {
    ...(isWithin(page, Number.MAX_SAFE_INTEGER) ? {} : { page: ['The page must be greater than 0'] }),
    ...(isWithin(pageSize, MAX_PAGE_SIZE) ? {} : { pageSize: [`The pageSize must be between 1 and ${MAX_PAGE_SIZE}`] }),
  };
  if (Object.keys(errors).length > 0) return invalid(errors);

  const pagination = { page, pageSize, pageCount: Math.ceil(items.length / pageSize), itemCount: items.length };
  return ok({ pagination, items: items.slice((page - 1) * pageSize, page * pageSize) });
}

/** Reads parameters by name, ignoring case; if one is repeated, the first counts, as on Xero's server. */
export function queryOf(parameters: URLSearchParams): Query {
  return (name) => [...parameters].find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

/** Whether `value` is in the comma-separated `list`, or the list is empty. */
export function isAmong(list: string | undefined, value: string): boolean {
  return !list || list.toLowerCase().split(',').includes(value.toLowerCase());
}

function isWithin(value: number, largest: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= largest;
}
