// What the two servers do with a request: the one that stands for api.xero.com, and the one of the sample app.

import type { RequestListener } from 'node:http';
import { sampleAnswer } from '../../../src/testing/fixtures/samples.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Tokens } from '../gateway/tokens.ts';
import { guarded } from '../http/catch-errors.ts';
import type { Answer, Question } from '../http/http-response.ts';
import { readQuestion } from '../http/incoming.ts';
import { pause, reply } from '../http/send-response.ts';
import { answerControl, controlRoot } from '../scenarios/control-routes.ts';
import type { Switch } from '../scenarios/scenario-control.ts';
import { appFile } from './app-files.ts';
import { pathAtXero, type ReverseProxy } from './proxy.ts';

interface Parts {
  readonly wanted: Switch;
  readonly tokens: Tokens;
}

interface XeroParts extends Parts {
  readonly gateway: Gateway;
  readonly heard: (question: Question) => void;
}

/** Answers as api.xero.com. Under `/__app/` it serves the sample app too, as a page of that very origin. */
export function xeroListener({ gateway, heard, ...parts }: XeroParts): RequestListener {
  return guarded(async (request, response) => {
    const question = await readQuestion(request);
    const own = await ownAnswer(question, '/__app/', parts);
    if (own !== undefined) return reply(response, own);

    heard(question);
    const latencyMs = parts.wanted.latencyMs();
    const work = () => (latencyMs > 0 ? pause(response, latencyMs) : Promise.resolve());
    // The browser's own preflight must not take the answer that was ordered for the call behind it.
    const ordered = question.method === 'OPTIONS' ? undefined : parts.wanted.take();
    return reply(response, ordered ?? accountingAnswer(question) ?? (await gateway(question, work)));
  });
}

/** Serves the sample app at `/`, and passes on what is meant for Xero. */
export function appListener({ proxy, ...parts }: Parts & { readonly proxy: ReverseProxy }): RequestListener {
  return guarded(async (request, response) => {
    const path = pathAtXero(request.url ?? '/');
    if (path !== undefined) return proxy.pass(request, response, path);

    const question = await readQuestion(request);
    return reply(response, (await ownAnswer(question, '/', parts)) ?? (await appFile('none')));
  });
}

/** Of the switch and of the app's files; `undefined` for any other path. */
async function ownAnswer(question: Question, appRoot: string, { wanted, tokens }: Parts): Promise<Answer | undefined> {
  const { pathname } = new URL(question.path, 'http://localhost');
  if (pathname.startsWith(controlRoot)) return answerControl(question, wanted.control, tokens);
  return pathname.startsWith(appRoot) ? appFile(pathname.slice(appRoot.length)) : undefined;
}

/** The Accounting API is another one: here it only refuses, in its own shape. */
function accountingAnswer({ method, path }: Question): Answer | undefined {
  const isWrite = /^\/api\.xro\/2\.0\//i.test(path) && ['POST', 'PUT'].includes(method);
  return isWrite ? sampleAnswer('acc-400-validation-contrast') : undefined;
}
