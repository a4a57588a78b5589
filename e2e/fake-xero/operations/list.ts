// One page of a list, in Xero's envelope.

import { invalid, type Outcome, ok } from './outcome.ts';

export type Query = (name: string) => string | undefined;

const largestPage = 500;
const usualPage = 50;

/** The page that `query` asks for, or a 400 where it asks for one that cannot be. */
export function pageOf(items: readonly unknown[], query: Query): Outcome {
  const page = Number(query('page') ?? 1);
  const pageSize = Number(query('pageSize') ?? usualPage);
  const faults = {
    ...(isWithin(page, Number.MAX_SAFE_INTEGER) ? {} : { page: ['The page must be greater than 0'] }),
    ...(isWithin(pageSize, largestPage) ? {} : { pageSize: [`The pageSize must be between 1 and ${largestPage}`] }),
  };
  if (Object.keys(faults).length > 0) return invalid(faults);

  const pagination = { page, pageSize, pageCount: Math.ceil(items.length / pageSize), itemCount: items.length };
  return ok({ pagination, items: items.slice((page - 1) * pageSize, page * pageSize) });
}

/** Reads parameters by name in any case; of a repeated one only the first counts, as on Xero's server. */
export function queryOf(parameters: URLSearchParams): Query {
  return (name) => [...parameters].find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

/** Whether `value` is among the comma-separated `wanted`; everything is where nothing is wanted. */
export function isAmong(wanted: string | undefined, value: string): boolean {
  return !wanted || wanted.toLowerCase().split(',').includes(value.toLowerCase());
}

function isWithin(value: number, largest: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= largest;
}
