// Serves lists of projects from a separate process, so that neither the driver nor a proxy slows the page.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listen } from '../fake-xero/http/listen.ts';
import { createProjectList } from './project-list.ts';

export interface BenchServer {
  /** URL of an empty page, with a trailing slash. `projects.xro/2.0/Projects?items=2` below it returns a list of two, `?letters=2` two letters. */
  readonly url: string;
  readonly close: () => void;
}

/** Rejects if the process exits before it listens. */
export async function startServer(): Promise<BenchServer> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), ['serve']);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The benchmark server exited.')));
  const [port] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return { url: `http://127.0.0.1:${port}/`, close: () => child.kill() };
}

if (process.argv[2] === 'serve' && process.send) {
  process.on('disconnect', () => process.exit());
  process.send(await serve());
}

function serve(): Promise<number> {
  const lists = new Map<number, string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isList = pathname === '/projects.xro/2.0/Projects';
    const items = Number(searchParams.get('items') ?? 2);
    if (isList && !lists.has(items)) lists.set(items, createProjectList(items));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', isList ? 'application/json; charset=utf-8' : 'text/html');
    const letters = Number(searchParams.get('letters') ?? 0);
    if (letters > 0) response.end('x'.repeat(letters));
    else response.end(isList ? lists.get(items) : '<!doctype html><link rel="icon" href="data:,"><title>Bench</title>');
  });
  return listen(server, 0);
}
