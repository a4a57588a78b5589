// The client in TypeScript, over `fetch`.

import { camelCase, comment, headerName, indent, lines, wrap } from './code-text.ts';
import type { ClientPlan, Delay, MatchRule } from './plan.ts';

export function typescriptClient(plan: ClientPlan): string {
  return `${lines(comment('// ', plan.about), '', body(plan))}\n`;
}

function body(plan: ClientPlan): string {
  switch (plan.action.kind) {
    case 'send':
      return sendOnce;
    case 'through-server':
      return throughServer;
    case 'throw':
      return throwing(plan, plan.action.tells);
    case 'give-up':
      return givingUp(plan);
    case 'refresh':
      return refreshing(plan);
    case 'schedule':
      return scheduling(plan, plan.action);
    case 'retry':
      return retrying(plan, plan.action);
  }
}

/** `init` and what follows; a body that is a text can be sent again. */
function callXero(options?: string, isOptional = false): string {
  const url = 'export async function callXero(\n  url: string,\n  init: RequestInit & { body?: string }';
  if (options === undefined) return `${url} = {},\n): Promise<Response> {`;
  return `${url}${isOptional ? ' = {}' : ''},\n  ${options}${isOptional ? ' = {}' : ''},\n): Promise<Response> {`;
}

const sendOnce = `/** Nothing is to be sent again: what comes is the answer. */
${callXero()}
  return fetch(url, init);
}`;

const throughServer = `export interface Options {
  /** Of the page's origin; from there your server passes calls on to https://api.xero.com. */
  root?: string;
}

/** Calls Xero through your server: no retry helps, for the browser refuses every direct call. */
export async function callXero(
  path: string,
  init: RequestInit = {},
  options: Options = {},
): Promise<Response> {
  const { root = '/projects.xro/2.0' } = options;
  if (!path.startsWith('/')) throw new Error('Give the path below the root, such as /Projects.');
  return fetch(root + path, init);
}`;

function throwing(plan: ClientPlan, tells: 'fields' | 'message' | 'sender'): string {
  const isKeyed = plan.key === 'of-body';
  const said = {
    fields: 'problemsIn(await response.text())',
    message: '[(await response.text()).slice(0, 500)]',
    sender: '[sender, (await response.text()).slice(0, 500)]',
  }[tells];
  return lines(
    `const advice =
${indent(2, quoted(`${plan.title}. ${plan.fix}`))};

export class XeroRefusal extends Error {
  readonly response: Response;
  readonly problems: readonly string[];

  constructor(response: Response, problems: readonly string[]) {
    super([advice, ...problems].join('\\n'));
    this.response = response;
    this.problems = problems;
  }
}

/** Sends a call once. Throws a XeroRefusal ${tells === 'sender' ? 'where it is not known what the answer means.' : 'at once: the same call gets this answer again.'} */
${callXero()}`,
    isKeyed &&
      `  const headers = new Headers(init.headers);
  headers.set('Idempotency-Key', await keyOf(\`\${init.method} \${url} \${init.body ?? ''}\`));`,
    `  const response = await fetch(url, ${isKeyed ? '{ ...init, headers }' : 'init'});
  if (${isNot(plan)}) return response;`,
    tells === 'sender' && "  const sender = 'Server: ' + response.headers.get('Server');",
    `  throw new XeroRefusal(response, ${said});
}`,
    isKeyed &&
      `
/** Another request has another key. One that is meant twice must differ, for example in its text. */
async function keyOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}`,
    tells === 'fields' && `\n${problemsIn}`,
    `\n${isThis(plan)}`,
  );
}

const problemsIn = `/** Xero's messages by field: \`model.ContactId\` of the answer is \`contactId\` of the request. */
function problemsIn(text: string): string[] {
  try {
    const { message, modelState } = JSON.parse(text);
    const problems = Object.entries(modelState ?? {}).map(
      ([key, says]) => \`\${key.replace(/^model\\./, '')}: \${[says].flat().join(' ')}\`,
    );
    return problems.length > 0 ? problems : [String(message)];
  } catch {
    return [text.slice(0, 500)]; // Not every refusal is JSON.
  }
}`;

function givingUp({ readsBack }: ClientPlan): string {
  return lines(
    readsBack && `${optionsOf(true, [])}\n`,
    `/** Sends a call once. ${
      readsBack
        ? 'Cancelled, it may have been carried out all the same: look for it.'
        : 'Cancelled, it is not sent again: nobody waits for it any more.'
    } */
${readsBack ? callXero('{ readBack }: Options') : callXero()}
  try {
    return await fetch(url, init);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    const isCancelled = name === 'AbortError' || name === 'TimeoutError';`,
    readsBack
      ? `    const found = isCancelled ? await readBack() : undefined;
    if (found) return found;
    throw error;`
      : `    throw isCancelled ? new Error('The call was cancelled before Xero answered.', { cause: error }) : error;`,
    `  }
}`,
  );
}

function refreshing(plan: ClientPlan): string {
  return lines(
    `export interface Options {
  /** Gets a new access token with the refresh token. */
  refreshToken: () => Promise<string>;
}

/** Under way, by the expired token: Xero takes a refresh token once, so its calls share one refresh. */
const refreshing = new Map<string, Promise<string>>();

/** Sends a call; where its token has expired, refreshes that and sends the call once more. */
${callXero('{ refreshToken }: Options')}
  const headers = new Headers(init.headers);`,
    plan.key === 'kept' && indent(2, setKey('Both tries are one call to Xero: they have the same key.')),
    `  const response = await fetch(url, { ...init, headers });
  if (${isNot(plan)}) return response;
  const expired = headers.get('Authorization') ?? '';
  const refresh = refreshing.get(expired) ?? refreshToken();
  refreshing.set(expired, refresh);
  try {
    headers.set('Authorization', \`Bearer \${await refresh}\`);
  } finally {
    refreshing.delete(expired);
  }
  // Once only: a second 401 means that the new token is not the one being sent.
  return fetch(url, { ...init, headers });
}

${isThis(plan)}`,
  );
}

function scheduling(plan: ClientPlan, { pause, longestWaitSeconds }: ClientPlan['action'] & { kind: 'schedule' }) {
  return lines(
    `const mostRetries = ${pause.maxAttempts};`,
    constants({ kind: 'growing', ...pause }),
    `/** A longer Retry-After is none of Xero's. */
const longestWaitSeconds = ${longestWaitSeconds};

export interface Options {
  /** How often this call was put off before. */
  attempt?: number;
  random?: () => number;
  now?: () => number;
}

/** For whatever runs your jobs: stop the queue of this organisation until then. */
export class RetryLater extends Error {
  readonly at: Date;
  readonly attempt: number;

  constructor(at: Date, attempt: number) {
    super(\`${plan.title}: send it again at \${at.toISOString()}\`);
    this.at = at;
    this.attempt = attempt;
  }
}

/** Sends a call once. Throws RetryLater, for no process should wait that long. */
${callXero('options: Options', true)}
  const { attempt = 0, random = Math.random, now = Date.now } = options;
  const response = await fetch(url, init);
  if (attempt === mostRetries || ${isNot(plan)}) return response;
  const told = retryAfterSeconds(response, now());
  const pause = Math.min(firstPauseSeconds * pauseFactor ** attempt, longestPauseSeconds);
  // The random part keeps all that was put off from coming back at once.
  const usable = told !== undefined && told <= longestWaitSeconds;
  const wait = usable ? told + random() * firstPauseSeconds : pause * (1 + random());
  throw new RetryLater(new Date(now() + wait * 1000), attempt + 1);
}

${isThis(plan)}

${retryAfterSeconds}`,
  );
}

function retrying(plan: ClientPlan, action: ClientPlan['action'] & { kind: 'retry' }): string {
  const { pause, tries, longestWaitSeconds, inFlight, holdsAll } = action;
  const isAnswered = plan.known.failure === undefined;
  const needsNow = isAnswered || plan.endsWithKey || holdsAll;
  const hasKey = plan.key !== 'none';
  const request = hasKey ? '{ ...init, headers }' : 'init';
  const send = inFlight === undefined ? `fetch(url, ${request})` : `inTurn(() => fetch(url, ${request}))`;
  return lines(
    `const mostRetries = ${tries};`,
    constants(pause),
    isAnswered &&
      `/** Told to wait longer, the caller gets the answer: no process should sleep so long. */
const longestWaitSeconds = ${longestWaitSeconds};`,
    plan.endsWithKey &&
      `/** So long Xero knows an Idempotency-Key, from the first call. */
const keySeconds = ${plan.keySeconds};`,
    '',
    optionsOf(plan.readsBack, [
      'sleep?: (seconds: number) => Promise<void>;',
      'random?: () => number;',
      needsNow && 'now?: () => number;',
    ]),
    '',
    holdsAll &&
      `/** Until then the calls of every tenant wait: the limit is that of the whole app. */
let heldUntilMs = 0;
`,
    `/**
 * Sends a call, and sends it again as long as ${isAnswered ? 'this is the answer' : 'no answer comes'}.
 * ${isAnswered ? 'Gives the last answer, whatever it is.' : 'Gives the answer, or throws the last error.'}
 */
${callXero('options: Options', !plan.readsBack)}
  const { ${plan.readsBack ? 'readBack, ' : ''}sleep = sleepSeconds, random = Math.random${
    needsNow ? ', now = Date.now' : ''
  } } = options;`,
    hasKey && `  const headers = new Headers(init.headers);\n${indent(2, setKey(keyReasons[plan.key]))}`,
    plan.endsWithKey && '  const keyEndsMs = now() + keySeconds * 1000;',
    '  for (let retry = 0; ; retry++) {',
    isAnswered ? answeredLoop(plan, action, send) : unansweredLoop(plan, pause, send),
    `  }
}
`,
    inFlight !== undefined && `${inTurn(inFlight)}\n`,
    isAnswered && `${isThis(plan)}\n\n${retryAfterSeconds}\n`,
    `function sleepSeconds(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}`,
  );
}

function answeredLoop(plan: ClientPlan, { pause, holdsAll }: ClientPlan['action'] & { kind: 'retry' }, send: string) {
  const own = pause.kind === 'fixed' ? 'waitSeconds' : growingPause;
  return indent(
    4,
    lines(
      holdsAll &&
        `const held = (heldUntilMs - now()) / 1000;
// The random part keeps calls that wait together from coming back together.
if (held > 0) await sleep(held + random() * firstPauseSeconds);`,
      `const response = await ${send};
if (retry === mostRetries || ${isNot(plan)}) return response;`,
      holdsAll
        ? `const pause = ${own};
const wait = retryAfterSeconds(response, now()) ?? pause;
if (wait > longestWaitSeconds) return response;
await response.body?.cancel(); // Frees its connection.
heldUntilMs = Math.max(heldUntilMs, now() + wait * 1000);`
        : `const told = retryAfterSeconds(response, now());
if ((told ?? 0) > longestWaitSeconds) return response;
// The random part keeps calls that wait together from coming back together.
${waitOf(pause)}`,
      plan.endsWithKey &&
        `// Without its key, another try could write it twice.
if (now() + wait * 1000 >= keyEndsMs) return response;`,
      !holdsAll && 'await response.body?.cancel(); // Frees its connection.\nawait sleep(wait);',
      plan.readsBack && lookFirst,
      plan.key === 'renewed' &&
        `// For ${plan.keySeconds / 60} minutes the old key may get the stored failure again.
headers.set('Idempotency-Key', crypto.randomUUID());`,
    ),
  );
}

function unansweredLoop(plan: ClientPlan, pause: Delay, send: string): string {
  return indent(
    4,
    lines(
      `try {
  const response = await ${send};
  await response.clone().arrayBuffer(); // An answer that breaks off is none.
  return response;
} catch (error) {
  // fetch throws a TypeError where no answer came; any other error, as of cancelling, is yours.
  if (!(error instanceof TypeError) || retry === mostRetries) throw error;
  // The random part keeps calls that failed together from coming back together.
  const pause = ${pause.kind === 'fixed' ? 'waitSeconds' : growingPause};
  const wait = pause * (1 + random());`,
      plan.endsWithKey &&
        `  // Without its key, another try could write it twice.
  if (now() + wait * 1000 >= keyEndsMs) throw error;`,
      '  await sleep(wait);',
      plan.readsBack && indent(2, lookFirst),
      '}',
    ),
  );
}

const lookFirst = `// It may have been carried out: sent again unseen, it could be written twice.
const found = await readBack();
if (found) return found;`;

const growingPause = 'Math.min(firstPauseSeconds * pauseFactor ** retry, longestPauseSeconds)';

function waitOf(pause: Delay): string {
  if (pause.kind === 'fixed') return 'const wait = (told ?? waitSeconds) + random() * spreadSeconds;';
  return `const pause = ${growingPause};
const wait = told === undefined ? pause * (1 + random()) : told + random() * firstPauseSeconds;`;
}

const keyReasons: Readonly<Record<ClientPlan['key'], string>> = {
  kept: 'One key for all tries: with the same key and body, Xero carries a call out once.',
  renewed: 'Should anything on the way send the call twice, Xero carries it out once.',
  'of-body': '',
  none: '',
};

function setKey(reason: string): string {
  return `// ${reason}
headers.set('Idempotency-Key', crypto.randomUUID());`;
}

function constants(pause: Delay): string {
  if (pause.kind === 'fixed') {
    return `const waitSeconds = ${pause.seconds};
const spreadSeconds = ${pause.spreadSeconds};`;
  }
  return `const firstPauseSeconds = ${pause.firstSeconds};
const pauseFactor = ${pause.factor};
const longestPauseSeconds = ${pause.maxSeconds};`;
}

function optionsOf(readsBack: boolean, forTests: readonly (string | false)[]): string {
  const each = forTests.filter((line) => line !== false);
  return lines(
    'export interface Options {',
    readsBack &&
      `  /** Looks whether the call was carried out: an answer to give back, or undefined if it was not. */
  readBack: () => Promise<Response | undefined>;`,
    each.length > 0 && `  /** For tests, which need not wait. */\n${indent(2, each.join('\n'))}`,
    '}',
  );
}

function inTurn(most: number): string {
  return `let free = ${most};
const waiting: (() => void)[] = [];

/** Xero counts calls in flight for each organisation: with several, each needs its own of these. */
async function inTurn<T>(send: () => Promise<T>): Promise<T> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await send();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}`;
}

const retryAfterSeconds = `/** \`Retry-After\` in seconds or as a date; undefined where it is missing or cannot be read. */
function retryAfterSeconds(response: Response, nowMs: number): number | undefined {
  const value = response.headers.get('Retry-After') ?? '';
  const seconds = /^\\d+$/.test(value) ? Number(value) : (Date.parse(value) - nowMs) / 1000;
  return seconds >= 0 ? seconds : undefined;
}`;

function isNot(plan: ClientPlan): string {
  const call = `${nameOf(plan)}(response)`;
  return plan.known.says.length > 0 ? `!(await ${call})` : `!${call}`;
}

function isThis(plan: ClientPlan): string {
  const { known } = plan;
  const byHeader = known.header && headerTest(known.header);
  if (known.says.length === 0) {
    return lines(
      `function ${nameOf(plan)}(response: Response): boolean {`,
      byHeader && `  if (${noStatusTest(known)}) return false;`,
      `  return ${byHeader ?? statusTest(known)};
}`,
    );
  }
  const text = `await response.clone().text()`;
  const said = known.inChallenge ? `\`\${response.headers.get('WWW-Authenticate')} \${${text}}\`` : text;
  const phrases = known.says.join('|');
  return lines(
    `async function ${nameOf(plan)}(response: Response): Promise<boolean> {
  if (${noStatusTest(known)}) return false;`,
    byHeader && `  if (${byHeader}) return true;`,
    `  const said = ${said};
  return /${phrases}/i.test(said${known.isForm ? ".replace(/%20|\\+/g, ' ')" : ''});
}`,
  );
}

function statusTest({ statuses }: MatchRule): string {
  if (statuses.length === 0) return '!response.ok';
  return statuses.map((status) => `response.status === ${status}`).join(' || ');
}

function noStatusTest({ statuses }: MatchRule): string {
  if (statuses.length === 0) return 'response.ok';
  return statuses.map((status) => `response.status !== ${status}`).join(' && ');
}

function headerTest({ name, includes }: NonNullable<MatchRule['header']>): string {
  const shown = headerName(name);
  if (includes.length === 0) return `response.headers.has('${shown}')`;
  return `/${includes.join('|')}/i.test(response.headers.get('${shown}') ?? '')`;
}

function nameOf({ name }: ClientPlan): string {
  return camelCase(['is', ...name]);
}

function quoted(text: string): string {
  const quote = (line: string) => `'${line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return wrap(text)
    .map((line, i, all) => quote(i + 1 < all.length ? `${line} ` : line))
    .join(' +\n');
}
