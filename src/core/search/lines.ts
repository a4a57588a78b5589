// The lines of a message besides its body, as they are shown and searched.

import type { Request, Response } from '../model/exchange.ts';

export function requestLine({ method, url }: Pick<Request, 'method' | 'url'>): string {
  return `${method} ${url}`;
}

export function statusLine({ status, statusText }: Pick<Response, 'status' | 'statusText'>): string {
  return `${shownStatus(status)} ${statusText}`;
}

/** 0 is the browsers' word for none. */
export function shownStatus(status: number): string {
  return status ? String(status) : 'No status';
}

export function headerLine(name: string, value: string): string {
  return headerStart(name) + value;
}

/** What stands before the value. */
export function headerStart(name: string): string {
  return `${name}: `;
}
