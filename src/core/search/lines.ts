// The lines of a message other than its body, as shown and searched.

import type { Request, Response } from '../model/exchange.ts';

export function requestLine({ method, url }: Pick<Request, 'method' | 'url'>): string {
  return `${method} ${url}`;
}

export function statusLine({ status, statusText }: Pick<Response, 'status' | 'statusText'>): string {
  return `${shownStatus(status)} ${statusText}`;
}

/** Browsers report 0 if there is no status. */
export function shownStatus(status: number): string {
  return status ? String(status) : 'No status';
}

export function headerLine(name: string, value: string): string {
  return headerStart(name) + value;
}

/** The text before the value. */
export function headerStart(name: string): string {
  return `${name}: `;
}
