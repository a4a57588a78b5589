// Starts Firefox and connects to it by WebDriver BiDi. If the browser exits, all pending commands fail with its last output.

import { spawn } from 'node:child_process';
import WebSocket from 'ws';
import { withTimeout } from './wait-for.ts';

export interface FirefoxConnection {
  /** Sends a BiDi command. Throws Firefox's error, or times out after `ms` (default 30,000). */
  send<R = unknown>(method: string, params?: object, ms?: number): Promise<R>;
  /** The awaited value of an expression in a browsing context: a string, number, boolean, null or undefined. Times out after `ms` (default 120,000). */
  evaluate(context: string, expression: string, ms?: number): Promise<unknown>;
  /** Resolves when the process has exited. */
  readonly closed: Promise<void>;
  /** Closes Firefox, and kills it if it doesn't exit. */
  close(): Promise<void>;
}

/** Starts `program` with `args` and connects to it. Throws with its last output if it exits or takes longer than a minute. */
export async function connectFirefox(program: string, args: string[]): Promise<FirefoxConnection> {
  const { endpoint, exited, closed, kill } = startProcess(program, args);
  let socket: WebSocket;
  try {
    socket = await openSocket(await withTimeout('Firefox to start', Promise.race([endpoint, exited]), 60_000));
  } catch (error) {
    kill();
    throw error;
  }
  const { call, fail } = createCommandChannel(socket);
  exited.catch(fail);

  const send = async <R>(method: string, params: object = {}, ms = 30_000) =>
    (await withTimeout(`Firefox to respond to ${method}`, call(method, params), ms)) as R;
  const evaluate = async (context: string, expression: string, ms = 120_000) => {
    const params = {
      expression,
      target: { context },
      awaitPromise: true,
      resultOwnership: 'none',
      userActivation: true,
    };
    const reply = await send<Evaluation>('script.evaluate', params, ms);
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails.text);
    return reply.result.value;
  };
  const close = async () => {
    await send('browser.close', {}, 5_000).catch(() => {});
    await withTimeout('Firefox to end', closed, 5_000).catch(kill);
    await closed;
  };
  return { send, evaluate, closed, close };
}

type Evaluation =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

function startProcess(program: string, args: string[]) {
  const firefox = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  const endpoint = new Promise<string>((found) => {
    firefox.stderr.on('data', (text) => {
      output = (output + text).slice(-4_000);
      const match = /WebDriver BiDi listening on (ws:\S+)/.exec(output);
      if (match) found(`${match[1]}/session`);
    });
  });
  const lastLines = () => output.trim().split('\n').slice(-8).join('\n');
  const exited = new Promise<never>((_, fail) => {
    firefox.once('error', fail);
    firefox.once('exit', (code, signal) => fail(new Error(`Firefox ended (${code ?? signal}):\n${lastLines()}`)));
  });
  exited.catch(() => {});
  const closed = exited.catch(() => {});
  const kill = () => void firefox.kill('SIGKILL');
  process.once('exit', kill);
  closed.then(() => process.off('exit', kill));
  return { endpoint, exited, closed, kill };
}

async function openSocket(endpoint: string): Promise<WebSocket> {
  const socket = new WebSocket(endpoint, { maxPayload: 0 });
  await new Promise((open, fail) => socket.once('open', open).once('error', fail));
  return socket;
}

function createCommandChannel(socket: WebSocket) {
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  let lastId = 0;
  socket.on('message', (data) => {
    const reply = JSON.parse(String(data));
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.type === 'error') call?.fail(new Error(`${reply.error}: ${reply.message}`));
    else call?.done(reply.result);
  });
  const call = (method: string, params: object) =>
    new Promise<unknown>((done, fail) => {
      if (socket.readyState !== WebSocket.OPEN) return fail(new Error(`${method}: Firefox has gone`));
      const id = ++lastId;
      waiting.set(id, { done, fail });
      socket.send(JSON.stringify({ id, method, params }));
    });
  const fail = (error: Error) => {
    for (const call of waiting.values()) call.fail(error);
    waiting.clear();
  };
  socket.on('error', fail);
  return { call, fail };
}
