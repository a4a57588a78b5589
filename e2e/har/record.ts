// Records the HAR files in this folder with real tools: npx tsx e2e/har/record.ts mitmproxy | chromium | firefox
// mitmproxy needs `mitmdump` in the PATH. Debian 12's version 8 has no HAR export, so its contributed script har_dump is used.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../drivers/browser.ts';
import { launch } from '../drivers/launch.ts';
import { waitFor } from '../drivers/wait-for.ts';
import { startXero, type Xero } from '../fake-xero/server/server.ts';
import { packagedExtension } from '../packaged-extension.ts';
import { runNode } from './run-node.ts';
import { sendTrafficFromPage } from './traffic-from-page.ts';

const harDump = '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';

const tools: Record<string, (xero: Xero) => Promise<Record<string, string>>> = {
  mitmproxy: async (xero) => ({ mitmproxy: await recordWithMitmproxy(xero) }),
  chromium: (xero) => recordWithBrowser(xero, 'chromium'),
  firefox: (xero) => recordWithBrowser(xero, 'firefox'),
};

async function recordWithMitmproxy(xero: Xero): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mitmproxy-'));
  const file = join(folder, 'traffic.har');
  const port = await freePort();
  const toLocal = join(folder, 'to_local.py');
  writeFileSync(toLocal, redirectScript(xero.httpsPort));
  const isOld = /Mitmproxy: [1-9]\./.test(spawnSync('mitmdump', ['--version'], { encoding: 'utf8' }).stdout);
  const proxy = spawn('mitmdump', [
    ...['--listen-host', '127.0.0.1', '--listen-port', String(port), '--quiet'],
    ...['--scripts', toLocal, '--set', 'ssl_insecure=true'],
    ...['--set', `confdir=${folder}`, '--set', `hardump=${file}`],
    ...(isOld ? ['--scripts', harDump] : []),
  ]);
  const certificate = join(folder, 'mitmproxy-ca-cert.pem');
  await waitFor('mitmproxy to start', () => existsSync(certificate), 30_000);
  await waitFor('mitmproxy to listen', () => isListening(port), 30_000);
  const env = { HTTPS_PROXY: `http://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: certificate };
  await runNode(xero, { api: 'https://api.xero.com/projects.xro/2.0', by: 'xero-node', env });
  proxy.kill('SIGINT');
  await new Promise((resolve) => proxy.once('exit', resolve));
  return readFileSync(file, 'utf8');
}

/** A mitmproxy script that redirects requests to the fake Xero but records them as requests to Xero. */
function redirectScript(httpsPort: number): string {
  return [
    'def server_connect(data):',
    `    data.server.address = ("127.0.0.1", ${httpsPort})`,
    'def response(flow):',
    '    flow.request.host, flow.request.port = "api.xero.com", 443',
    '',
  ].join('\n');
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    () => false,
  );
}

async function recordWithBrowser(xero: Xero, name: BrowserName): Promise<Record<string, string>> {
  const browser = await launch[name]({ extension: packagedExtension[name], httpsPort: xero.httpsPort });
  try {
    await browser.page.goto(xero.appUrl);
    await sendTrafficFromPage(browser.page, xero);
    return {
      [name]: await browser.har(),
      ...(name === 'chromium' ? { 'chromium-sanitized': await browser.har(true) } : {}),
    };
  } finally {
    await browser.close();
  }
}

const [, , tool = ''] = process.argv;
const record = tools[tool];
if (record === undefined) throw new Error(`Name one of ${Object.keys(tools).join(', ')}.`);
const xero = await startXero();
try {
  for (const [name, har] of Object.entries(await record(xero))) {
    writeFileSync(new URL(`./${name}.har`, import.meta.url), `${har.trimEnd()}\n`);
  }
} finally {
  await xero.close();
}
