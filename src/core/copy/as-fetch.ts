// A request as a `fetch` call, for a browser's console or for Node.

import type { Exchange } from '../model/exchange.ts';
import { hostWarnings } from './known-hosts.ts';
import { toSnapshot } from './request-snapshot.ts';
import { UNSAFE_CHARACTERS } from './unsafe-characters.ts';

/** With a placeholder for the token. Everything from the request is in string literals. Empty if the address is neither http nor https. */
export function asFetch(exchange: Exchange, known: readonly string[]): string {
  const request = toSnapshot(exchange, /^(?:user-agent|origin|referer)$/);
  if (request === undefined) return '';
  const { method, url, headers, scheme, body } = request;
  const token: [string, string][] =
    scheme === undefined ? [] : [['authorization', `${scheme === '' ? '' : `${scheme} `}<access token>`]];
  const all = [...token, ...headers];
  // `fetch` throws if these have a body.
  const sendsBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
  const parts = [
    `  method: ${quoted(method)},`,
    // A list, because a name can occur twice.
    ...(all.length === 0
      ? []
      : ['  headers: [', ...all.map(([name, value]) => `    [${quoted(name)}, ${quoted(value)}],`), '  ],']),
    ...(sendsBody ? [`  body: ${quoted(body)},`] : []),
  ];
  const warnings = hostWarnings(request, known).map((each) => `// ${each}\n`);
  return `${warnings.join('')}await fetch(${quoted(url)}, {\n${parts.join('\n')}\n});`;
}

/** A JSON string is a JavaScript string. Escapes what could end a script element or is unsafe to read. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('</', '<\\/')
    .replace(UNSAFE_CHARACTERS, (each) =>
      Array.from({ length: each.length }, (_, i) => `\\u${each.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
    );
}
