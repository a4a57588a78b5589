// A request as a cURL command for bash and zsh.

import type { Exchange } from '../model/exchange.ts';
import { bash, quoted } from './bash-syntax.ts';
import { type CommandContext, commandNotes } from './command-notes.ts';
import { curlOptions } from './curl-options.ts';
import { toSnapshot } from './request-snapshot.ts';

/** Reads the token from `XERO_TOKEN`. The shell executes nothing from the request. Empty if the URL is neither http nor https. */
export function asCurlBash(exchange: Exchange, context: CommandContext): string {
  const request = toSnapshot(exchange, /^user-agent$/);
  if (request === undefined) return '';
  const body = request.body?.replaceAll('\0', '\ufffd');
  const notes = commandNotes(request, context);
  if (body !== request.body)
    notes.push('Warning: NUL was replaced by U+FFFD in the body, because no argument can contain it.');
  const command = ['curl', ...curlOptions({ ...request, body }, bash)];
  // An interactive zsh has no comments.
  const lines = notes.map((each) => `: ${quoted(each)}\n`);
  return `${lines.join('')}${command[0]} ${command.slice(1).join(' \\\n  ')}`;
}
