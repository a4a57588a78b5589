// Starts a local Xero: https://api.xero.com under a self-signed certificate, and a sample app with a reverse proxy to it.

import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { generate } from 'selfsigned';
import { createGateway } from '../gateway/gateway.ts';
import { documentedLimits, type Limits } from '../gateway/limits.ts';
import { createTokens, type TokenWish } from '../gateway/tokens.ts';
import type { Question } from '../http/http-response.ts';
import { closeServer, listen } from '../http/listen.ts';
import { trackSockets } from '../http/sockets.ts';
import { type Control, createSwitch } from '../scenarios/scenario-control.ts';
import { appListener, xeroListener } from './handlers.ts';
import { createProxy } from './proxy.ts';

export interface XeroOptions {
  /** Any free port where left out. */
  readonly httpsPort?: number;
  readonly appPort?: number;
  /** ms since the epoch; the real time where left out. */
  readonly now?: () => number;
  /** In place of the documented ones; `Infinity` for none. */
  readonly limits?: Partial<Limits>;
  /** How long every call is worked on, ms. */
  readonly latencyMs?: number;
  /** Of POST /Projects and POST /Tasks: 200 as recorded, or 201 as documented. */
  readonly createdStatus?: 200 | 201;
  /**
   * Whether idle connections are closed when a dropped connection is ordered; `true` where left out. Browsers need it: they silently
   * repeat a request whose reused connection breaks. Clients that do not repeat must turn it off: one that reuses a connection while it
   * is being closed sees one failure more than was ordered.
   */
  readonly closeIdleBeforeDrop?: boolean;
}

export interface Xero {
  readonly httpsPort: number;
  readonly appPort: number;
  /** Of the sample app, with a slash at its end. */
  readonly appUrl: string;
  /** PEM, for api.xero.com, localhost and 127.0.0.1. */
  readonly certificate: string;
  readonly control: Control;
  /** An access token that this server accepts, or refuses in the wished way. */
  readonly token: (wish?: TokenWish) => string;
  /** What api.xero.com was asked, preflights included: the latest thousand, oldest first. */
  readonly requests: readonly Question[];
  readonly close: () => Promise<void>;
}

/** Both servers listen on 127.0.0.1 only. Rejects where a wished port is taken. */
export async function startXero(options: XeroOptions = {}): Promise<Xero> {
  const { now = Date.now, latencyMs = 0, createdStatus = 200, closeIdleBeforeDrop = true } = options;
  const tokens = createTokens(now);
  const limits = { ...documentedLimits, ...options.limits };
  const freshGateway = () => createGateway({ now, tokens, limits, createdStatus });
  let gateway = freshGateway();
  const requests: Question[] = [];
  const wanted = createSwitch({
    latencyMs,
    onDropOrdered: () => {
      if (!closeIdleBeforeDrop) return;
      closeIdleXero();
      closeIdleApp();
    },
    onReset: () => {
      gateway = freshGateway();
      requests.length = 0;
    },
  });

  const { key, certificate } = await selfSigned();
  const parts = { wanted, tokens };
  const listener = xeroListener({
    ...parts,
    heard: (question) => remember(requests, question),
    gateway: (...call) => gateway(...call),
  });
  const xero = createHttpsServer({ key, cert: certificate }, listener);
  const httpsPort = await listen(xero, options.httpsPort ?? 0);
  const proxy = createProxy({ httpsPort, certificate });
  const app = createHttpServer(appListener({ ...parts, proxy }));
  const appPort = await listen(app, options.appPort ?? 0);
  const closeIdleXero = trackSockets(xero, 'secureConnection');
  const closeIdleApp = trackSockets(app, 'connection');

  const close = async () => {
    proxy.close();
    await Promise.all([closeServer(xero), closeServer(app)]);
  };
  const appUrl = `http://localhost:${appPort}/`;
  return { httpsPort, appPort, appUrl, certificate, control: wanted.control, token: tokens.mint, requests, close };
}

const keptRequests = 1000;

function remember(requests: Question[], question: Question): void {
  requests.push(question);
  if (requests.length > keptRequests) requests.shift();
}

async function selfSigned(): Promise<{ readonly key: string; readonly certificate: string }> {
  const pems = await generate([{ name: 'commonName', value: 'api.xero.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'api.xero.com' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: pems.private, certificate: pems.cert };
}
