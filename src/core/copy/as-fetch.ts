// A request as a `fetch` call, for a browser's console or for Node.

import type { Exchange } from '../model/exchange.ts';
import { type CommandContext, commandNotes } from './command-notes.ts';
import { toSnapshot } from './request-snapshot.ts';
import { type Part, splitAtSecrets } from './secret-variables.ts';
import { UNSAFE_CHARACTERS } from './unsafe-characters.ts';

/** Reads the token from the variable `XERO_TOKEN`. Everything from the request is in string literals. Empty if the URL is neither http nor https. */
export function asFetch(exchange: Exchange, context: CommandContext): string {
  const request = toSnapshot(exchange, /^(?:user-agent|origin|referer)$/);
  if (request === undefined) return '';
  const { method, url, headers, authorization, body } = request;
  const scheme = authorization && (authorization.scheme === '' ? '' : `${authorization.scheme} `);
  const lines = [
    ...(authorization === undefined ? [] : [`[${quoted('authorization')}, ${concat([`${scheme}`, authorization])}]`]),
    ...headers.map(({ name, value, variable }) => `[${quoted(name)}, ${concat(splitAtSecrets(value, variable))}]`),
  ];
  // `fetch` throws if these have a body.
  const sendsBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
  const parts = [
    `  method: ${quoted(method)},`,
    // A list, because a name can occur twice.
    ...(lines.length === 0 ? [] : ['  headers: [', ...lines.map((line) => `    ${line},`), '  ],']),
    ...(sendsBody ? [`  body: ${concat(splitAtSecrets(body))},`] : []),
  ];
  const variables = [...(authorization ? [authorization.variable] : []), ...request.variables];
  const notes = commandNotes(request, context, [...new Set(variables)]).map((each) => `// ${each}\n`);
  return `${notes.join('')}await fetch(${concat(splitAtSecrets(url))}, {\n${parts.join('\n')}\n});`;
}

function concat(parts: readonly Part[]): string {
  const texts = parts.filter((each) => each !== '');
  return texts.map((each) => (typeof each === 'string' ? quoted(each) : each.variable)).join(' + ') || quoted('');
}

/** A JSON string is a JavaScript string. Escapes what could end a script element or is unsafe to read. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('</', '<\\/')
    .replace(UNSAFE_CHARACTERS, (each) =>
      Array.from({ length: each.length }, (_, i) => `\\u${each.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
    );
}
