// A request as a call of `fetch`, for the console of a browser or for Node.

import type { Exchange } from '../model/exchange.ts';
import { toSnapshot } from './request-snapshot.ts';

/** The token is to be filled in. Every text is written so that it is a text, and nothing else, to JavaScript. */
export function asFetch(exchange: Exchange): string {
  const { method, url, headers, scheme, body } = toSnapshot(exchange, /^(?:user-agent|origin|referer)$/);
  const token: [string, string][] =
    scheme === undefined ? [] : [['authorization', `${scheme === '' ? '' : `${scheme} `}<access token>`]];
  const all = [...token, ...headers];
  // `fetch` sends no body with these.
  const sends = body !== undefined && method !== 'GET' && method !== 'HEAD';
  const parts = [
    `  method: ${quoted(method)},`,
    // As a list, for a name may be there twice.
    ...(all.length === 0
      ? []
      : ['  headers: [', ...all.map(([name, value]) => `    [${quoted(name)}, ${quoted(value)}],`), '  ],']),
    ...(sends ? [`  body: ${quoted(body)},`] : []),
  ];
  return `await fetch(${quoted(url)}, {\n${parts.join('\n')}\n});`;
}

/** JSON is JavaScript; what could end a script or turn the direction of text is written out. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('</', '<\\/')
    .replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (each) =>
      Array.from({ length: each.length }, (_, i) => `\\u${each.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
    );
}
