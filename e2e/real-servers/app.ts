// An Express app that calls Xero in the ways that servers do. Prints its URL; doesn't know about the recorder that it is started with.

import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { ProjectApi } from 'xero-node/dist/gen/api/projectApi.js';
import { runAllOperations } from '../fake-xero/sdk/sdk.ts';

/** The URL of the local Xero, which adds the token. */
const [xeroUrl = '', port = '0'] = process.argv.slice(2);
const root = `${xeroUrl}projects.xro/2.0`;

const app = express();

// A page of another origin may call it.
app.use((request, response, next) => {
  const { origin } = request.headers;
  if (origin !== undefined) response.set('Access-Control-Allow-Origin', origin);
  next();
});

app.get('/app/projects', async (_, response) => {
  response.json(await list('/Projects'));
});

app.get('/app/page', async (_, response) => {
  const { items } = await list('/ProjectsUsers');
  response.send(`<!doctype html><title>Rendered</title><p>${items.length} users</p>`);
});

app.post('/app/project', async (_, response) => {
  await fetch(`${root}/Projects`, {
    method: 'POST',
    body: '{"name":""}',
    headers: { 'Content-Type': 'application/json' },
  });
  response.redirect(303, '/app/empty');
});

app.get('/app/empty', (_, response) => {
  response.send('<!doctype html><title>Redirected</title>');
});

app.get('/app/stream', async (_, response) => {
  response.write('first part\n');
  await wait(100);
  await list('/Projects?page=2');
  response.end('second part\n');
});

app.post('/app/job', async (_, response) => {
  response.status(202).end();
  await wait(200);
  await list('/Projects?page=3');
});

app.get('/app/sdk', async (_, response) => {
  const api = new ProjectApi(root);
  api.accessToken = await token();
  await runAllOperations(api);
  response.json({});
});

const server = app.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
});

async function list(path: string): Promise<{ items: unknown[] }> {
  const headers = {
    Authorization: `Bearer ${await token()}`,
    'Xero-Tenant-Id': 'e1eede29-f875-4a5d-8470-17f6a29a88b1',
  };
  return (await fetch(root + path, { headers })).json() as Promise<{ items: unknown[] }>;
}

async function token(): Promise<string> {
  const response = await fetch(`${xeroUrl}__xero/token`, { method: 'POST', body: '{}' });
  return ((await response.json()) as { token: string }).token;
}
