// The sample app's back end: sends requests to the local Xero with Xero's SDK, as servers do. Doesn't know about the recorder that it is started with.

import { createServer } from 'node:http';
import https, { Agent } from 'node:https';
import { connect } from 'node:tls';
// The SDK's own entry point loads all of its eleven APIs.
import { ProjectApi } from 'xero-node/dist/gen/api/projectApi.js';

const { XERO_PORT, XERO_CERTIFICATE, APP_URL } = process.env;

/** Connects to the local Xero under its real name. */
class LocalXero extends Agent {
  createConnection(options) {
    return connect({
      ...options,
      host: '127.0.0.1',
      port: XERO_PORT,
      servername: 'api.xero.com',
      ca: XERO_CERTIFICATE,
    });
  }
}
https.globalAgent = new LocalXero({ keepAlive: true });

const xero = new ProjectApi('https://api.xero.com/projects.xro/2.0');

/** Each returns what the page gets. */
const routes = {
  async 'POST /app/time'({ tenant, project, task, user }) {
    const entry = { userId: user, taskId: task, dateUtc: new Date('2026-11-20'), duration: 0 };
    const { body } = await xero.createTimeEntry(tenant, project, entry, 'app-time');
    return body;
  },
  async 'GET /app/projects'({ tenant }) {
    const { body } = await xero.getProjects(tenant);
    return body;
  },
  /** Tries again once with the same key, so that no second project is created. */
  async 'POST /app/projects'({ tenant, contact }) {
    const project = { contactId: contact, name: 'Attic' };
    const key = `app-project-${Date.now()}`;
    const create = () => xero.createProject(tenant, project, key);
    const { body } = await create().catch(create);
    return body;
  },
};

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const route = routes[`${request.method} ${pathname}`];
  const [status, body] = route ? await run(route) : [404, { message: 'There is no such page.' }];
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}).listen(0, '127.0.0.1', function () {
  process.send?.({ port: this.address().port });
});

/** As apps usually do: the page learns that the request failed, but not why. */
async function run(route) {
  try {
    xero.accessToken = (await control('token')).token;
    const { ids } = await control('data');
    return [200, await route(ids)];
  } catch {
    return [502, { message: 'Something went wrong. Please try again later.' }];
  }
}

async function control(name) {
  const response = await fetch(`${APP_URL}__xero/${name}`, { method: 'POST', body: '{}' });
  return response.json();
}

process.once('disconnect', () => process.exit());
