// Serves the sample app's files.

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { HttpResponse } from '../http/http-messages.ts';

const folder = new URL('../../app/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.har': 'application/json; charset=utf-8',
};

/** The file called `name` (empty: index.html), or a 404. */
export async function appFile(name: string): Promise<HttpResponse> {
  const file = name === '' ? 'index.html' : name;
  const type = types[extname(file)];
  const body = type !== undefined && /^[\w-]+\.\w+$/.test(file) ? await contentOf(file) : undefined;
  if (type === undefined || body === undefined)
    return { status: 404, headers: commonHeaders, body: 'The app has no such file.' };
  return { status: 200, headers: [['Content-Type', type], ['Service-Worker-Allowed', '/'], ...commonHeaders], body };
}

/** Requests to Xero must not reuse this connection: see `trackSockets`. */
const commonHeaders = [
  ['Cache-Control', 'no-store'],
  ['Connection', 'close'],
] as const;

async function contentOf(file: string): Promise<Buffer | undefined> {
  return readFile(new URL(file, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
