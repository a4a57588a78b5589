// Starts a local Xero: https://api.xero.com under a self-signed certificate, and a sample app with a reverse proxy to it.

import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { generate } from 'selfsigned';
import { createGateway } from '../gateway/gateway.ts';
import { documentedLimits, type Limits } from '../gateway/limits.ts';
import { createTokens, type TokenOptions } from '../gateway/tokens.ts';
import type { HttpRequest } from '../http/http-messages.ts';
import { closeServer, listen } from '../http/listen.ts';
import { trackSockets } from '../http/sockets.ts';
import { type Control, createScenarios } from '../scenarios/scenario-control.ts';
import { appListener, xeroListener } from './handlers.ts';
import { createProxy } from './proxy.ts';

export interface XeroOptions {
  /** By default, any free port. */
  readonly httpsPort?: number;
  readonly appPort?: number;
  /** ms since the epoch; by default, the real time. */
  readonly now?: () => number;
  /** Overrides of the documented limits; `Infinity` for none. */
  readonly limits?: Partial<Limits>;
  /** How long every request takes, ms. */
  readonly latencyMs?: number;
  /** The status of POST /Projects and POST /Tasks: 200 as recorded, or 201 as documented. */
  readonly createdStatus?: 200 | 201;
  /**
   * Whether idle connections are closed when a dropped connection is scripted; by default `true`. Browsers need it: they silently
   * repeat a request when a reused connection breaks. Turn it off for clients that don't: one that reuses a connection while it is
   * being closed sees one failure more than was scripted.
   */
  readonly closeIdleBeforeDrop?: boolean;
}

export interface Xero {
  readonly httpsPort: number;
  readonly appPort: number;
  /** The URL of the sample app, with a trailing slash. */
  readonly appUrl: string;
  /** PEM, for api.xero.com, localhost and 127.0.0.1. */
  readonly certificate: string;
  readonly control: Control;
  /** An access token that this server accepts, or rejects as the options say. */
  readonly token: (options?: TokenOptions) => string;
  /** The requests to api.xero.com, preflights included: the latest thousand, oldest first. */
  readonly requests: readonly HttpRequest[];
  /** Forwards the sample app's `/app/` to a back end on this machine, as development proxies do. */
  readonly useBackEnd: (port: number) => void;
  readonly close: () => Promise<void>;
}

/** Both servers listen on 127.0.0.1 only. Rejects if a port is in use. */
export async function startXero(options: XeroOptions = {}): Promise<Xero> {
  const { now = Date.now, latencyMs = 0, createdStatus = 200, closeIdleBeforeDrop = true } = options;
  const tokens = createTokens(now);
  const limits = { ...documentedLimits, ...options.limits };
  const newGateway = () => createGateway({ now, tokens, limits, createdStatus });
  let gateway = newGateway();
  const requests: HttpRequest[] = [];
  const scenarios = createScenarios({
    latencyMs,
    onDropQueued: () => {
      if (!closeIdleBeforeDrop) return;
      closeIdleXero();
      closeIdleApp();
    },
    onReset: () => {
      gateway = newGateway();
      requests.length = 0;
    },
  });

  const { key, certificate } = await selfSigned();
  const parts = { scenarios, tokens };
  const listener = xeroListener({
    ...parts,
    onRequest: (request) => remember(requests, request),
    gateway: (...args) => gateway(...args),
  });
  const xero = createHttpsServer({ key, cert: certificate }, listener);
  const httpsPort = await listen(xero, options.httpsPort ?? 0);
  const proxy = createProxy({ httpsPort, certificate });
  let backEndPort: number | undefined;
  const app = createHttpServer(appListener({ ...parts, proxy, backEndPort: () => backEndPort }));
  const appPort = await listen(app, options.appPort ?? 0);
  const closeIdleXero = trackSockets(xero, 'secureConnection');
  const closeIdleApp = trackSockets(app, 'connection');

  const close = async () => {
    proxy.close();
    await Promise.all([closeServer(xero), closeServer(app)]);
  };
  const appUrl = `http://localhost:${appPort}/`;
  const useBackEnd = (port: number) => {
    backEndPort = port;
  };
  const { control } = scenarios;
  return { httpsPort, appPort, appUrl, certificate, control, token: tokens.mint, requests, useBackEnd, close };
}

const MAX_REQUESTS = 1000;

function remember(requests: HttpRequest[], request: HttpRequest): void {
  requests.push(request);
  if (requests.length > MAX_REQUESTS) requests.shift();
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
