// The request handlers of the two servers: api.xero.com, and the sample app.

import type { RequestListener } from 'node:http';
import { sampleResponse } from '../../../src/testing/fixtures/samples.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Tokens } from '../gateway/tokens.ts';
import { guarded } from '../http/catch-errors.ts';
import type { HttpRequest, HttpResponse } from '../http/http-messages.ts';
import { readRequest } from '../http/read-request.ts';
import { pause, sendResponse } from '../http/send-response.ts';
import { ids } from '../operations/seed.ts';
import { controlRoot, respondToControl } from '../scenarios/control-routes.ts';
import type { Scenarios } from '../scenarios/scenario-control.ts';
import { appFile } from './app-files.ts';
import { forwardToBackEnd } from './back-end-proxy.ts';
import { pathAtPlainProxy, pathAtXero, type ReverseProxy } from './proxy.ts';

interface Parts {
  readonly scenarios: Scenarios;
  readonly tokens: Tokens;
}

interface XeroParts extends Parts {
  readonly gateway: Gateway;
  readonly onRequest: (request: HttpRequest) => void;
}

interface AppParts extends Parts {
  readonly proxy: ReverseProxy;
  readonly backEndPort: () => number | undefined;
}

/** Responds as api.xero.com. Also serves the sample app under `/__app/`, as a page of the same origin. */
export function xeroListener({ gateway, onRequest, ...parts }: XeroParts): RequestListener {
  return guarded(async (incoming, response) => {
    const request = await readRequest(incoming);
    const own = await ownResponse(request, '/__app/', parts);
    if (own !== undefined) return sendResponse(response, own);

    onRequest(request);
    const latencyMs = parts.scenarios.latencyMs();
    const work = () => (latencyMs > 0 ? pause(response, latencyMs) : Promise.resolve());
    // A preflight must not take the response that was scripted for the request after it.
    const scripted = request.method === 'OPTIONS' ? undefined : parts.scenarios.takeNext();
    return sendResponse(response, scripted ?? accountingResponse(request) ?? (await gateway(request, work)));
  });
}

/** Serves the sample app at `/`, and forwards requests to Xero. */
export function appListener({ proxy, backEndPort, ...parts }: AppParts): RequestListener {
  return guarded(async (incoming, response) => {
    const port = backEndPort();
    if (port !== undefined && incoming.url?.startsWith('/app/')) return forwardToBackEnd(incoming, response, port);
    const path = pathAtXero(incoming.url ?? '/');
    if (path !== undefined) return proxy.forward(incoming, response, path);
    const plainPath = pathAtPlainProxy(incoming.url ?? '/');
    if (plainPath !== undefined) {
      const added = ['Authorization', `Bearer ${parts.tokens.mint()}`, 'Xero-Tenant-Id', ids.tenant];
      return proxy.forwardPlain(incoming, response, plainPath, added);
    }

    const request = await readRequest(incoming);
    return sendResponse(response, (await ownResponse(request, '/', parts)) ?? (await appFile('none')));
  });
}

/** Responses for control commands and the app's files; `undefined` for any other path. */
async function ownResponse(
  request: HttpRequest,
  appRoot: string,
  { scenarios, tokens }: Parts,
): Promise<HttpResponse | undefined> {
  const { pathname } = new URL(request.path, 'http://localhost');
  if (pathname.startsWith(controlRoot)) return respondToControl(request, scenarios.control, tokens);
  return pathname.startsWith(appRoot) ? appFile(pathname.slice(appRoot.length)) : undefined;
}

/** The Accounting API is a different one: here it only rejects writes, in its own format. */
function accountingResponse({ method, path }: HttpRequest): HttpResponse | undefined {
  const isWrite = /^\/api\.xro\/2\.0\//i.test(path) && ['POST', 'PUT'].includes(method);
  return isWrite ? sampleResponse('acc-400-validation-contrast') : undefined;
}
