// Sends requests to the Projects API while it responds to one of the page's: node recorder-app.mjs <url> <client>. GET /<count> returns the
// elapsed time and the CPU time in ms, and the bytes of its memory after a garbage collection.

import http from 'node:http';

const [url, client] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${'x'.repeat(40)}`, 'Xero-Tenant-Id': 'tenant', Accept: 'application/json' };
const body = JSON.stringify({ contactId: '00000000-0000-0000-0000-000000000000', name: 'Project' });

const senders = {
  fetch: async () => (await fetch(url, { method: 'POST', headers, body })).text(),
  async axios() {
    const { default: axios } = await import('axios');
    senders.axios = () => axios.post(url, body, { headers });
    await senders.axios();
  },
};

const server = http.createServer(async (request, response) => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (let i = Number(request.url.slice(1)); i > 0; i--) await senders[client]();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  response.end(JSON.stringify({ ms, cpuMs: (user + system) / 1_000, bytes: heapUsed + external }));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
