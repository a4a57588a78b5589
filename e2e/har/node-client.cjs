// A Node server that sends the requests of traffic.ts with xero-node, axios or `fetch`.
// node node-client.cjs '{"api": ..., "app": ..., "token": ..., "tenant": ..., "requests": [...], "by": "xero-node"}'

const axios = require('axios');
const { ProjectApi } = require('xero-node/dist/gen/api/projectApi.js');

const { api, app, token, tenant, requests, by } = JSON.parse(process.argv[2]);

const senders = {
  'xero-node': ({ url }) => {
    const sdk = new ProjectApi(api);
    sdk.accessToken = token;
    return url.endsWith('/ProjectsUsers') ? sdk.getProjectUsers(tenant) : sdk.getProject(tenant, url.split('/').at(-1));
  },
  axios: ({ method, url, headers, body }) => axios({ method, url, headers, data: body }),
  fetch: async ({ method, url, headers, body }) => (await fetch(url, { method, headers, body })).text(),
};

async function run() {
  for (const [i, { method, path, body, scenario }] of requests.entries()) {
    if (scenario) await fetch(`${app}__xero/next`, { method: 'POST', body: JSON.stringify({ scenario }) });
    const headers = {
      Authorization: `Bearer ${token}`,
      'Xero-Tenant-Id': tenant,
      Accept: 'application/json',
      Cookie: 'session=0123456789',
      ...(body ? { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${i}` } : {}),
    };
    const request = { method, url: api + path, headers, body: body && JSON.stringify(body) };
    // Errors are expected: they are part of the recorded traffic.
    const isSdkRead = by === 'xero-node' && method === 'GET' && !path.includes('?');
    await senders[by === 'xero-node' && !isSdkRead ? 'axios' : by](request).catch(() => {});
  }
}

run();
