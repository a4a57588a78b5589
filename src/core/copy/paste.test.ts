// A copied command, pasted into the terminal of a real shell, runs once and runs nothing else, whatever is in the request.

import { describe, expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { isInstalled, pasteInto, pasteShells } from '../../testing/paste/paste.ts';
import { type Exchange, STRIPPED_TOKEN } from '../model/exchange.ts';
import { asCurlBash } from './as-curl-bash.ts';

/** The text in every place of a request. */
function everywhere(text: string): Exchange {
  const url = `https://a.example/b${text}c?d=${text}e&${text}f=${text}#${text}g`;
  const each = exchange({ method: `PO${text}ST`, url, sent: `f${text}g` });
  return {
    ...each,
    request: {
      ...each.request,
      headers: [
        ['x-a', `h${text}i`],
        [`x-b${text}c`, 'd'],
        ['xero-tenant-id', text],
        ['idempotency-key', `${text}j`],
        ['cookie', `k=${text}`],
      ],
      token: { ...STRIPPED_TOKEN, scheme: `Bearer${text}` },
    },
  };
}

/** The text in the name of every secret, and so in the variable for it. */
function besideSecrets(text: string): Exchange {
  const url = `https://a.example/b/[redacted]${text}?${text}token=[redacted]${text}&c=${text}[redacted]`;
  const each = exchange({
    method: `${text}--POST`,
    url,
    sent: `{"${text}password": "[redacted]${text}", ${text}[redacted]`,
  });
  return {
    ...each,
    request: {
      ...each.request,
      headers: [
        [`x${text}-api-key`, '[redacted, 24 characters]'],
        ['x-token', `${text}[redacted]${text}[token 0057aef9]`],
        ['cookie', `[redacted, 2 cookies, 60 characters]${text}`],
        [`x-secret${text}`, `[redacted, 24 characters]${text}`],
      ],
      token: { ...STRIPPED_TOKEN, scheme: `Basic${text}` },
    },
  };
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const controls = [...range(0, 0x1f), ...range(0x7f, 0x9f)];
const bidirectional = [0x61c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)];
const invisible = [
  ...[
    0xa0, 0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x180e, 0x2028, 0x2029, 0x2800, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xffa0,
  ],
  ...[...range(0x200b, 0x200d), ...range(0x2060, 0x2064), 0xfff9, 0xe0001, 0xe0041, 0xd800, 0xdc00, 0xe000, 0xffff],
];

const spaces = ' '.repeat(6_000);
const canary = 'touch canary';
const attacks = [
  `\x03${spaces}\n${canary}\n`,
  `\x03\n${canary}\n`,
  `\x1b[201~\x15${canary}\n`,
  `\x1b[201~\n${canary}\n`,
  `\x0f${canary}\x0f`,
  `\x18\x05${canary}\n`,
  `\x15${canary}\r`,
  `\x1b#\n${canary}\n`,
  `\x04\n${canary}\n`,
  `\x1a\n${canary}\n`,
  `\x16\x03\n${canary}\n`,
  `\x1b\x05${canary}\n`,
  `\x9b201~\x15${canary}\n`,
  // The bytes are keys to a bash without a locale: 0xA3 comments the line out, 0x8D and 0x8A switch the mode.
  `\u00a3\n${canary}\n`,
  `\u00a3; ${canary}; `,
  `\u010d\u010a${canary}\n`,
  `!!\n${canary}\n`,
  `'!!; ${canary}; '`,
  '!touch',
  '^a^b^!#:0',
  `'; ${canary}; '`,
  `'\n${canary}\n'`,
  `\\'; ${canary}; #`,
  `$(${canary})\`${canary}\``,
  `"; ${canary}; "`,
  `\\\n${canary}\n`,
  // A terminal without line editing cuts a line off after 4,095 bytes, or 1,024 on macOS.
  ...[900, 1_023, 4_095, 4_096].flatMap((length) => [
    `${'x'.repeat(length)}; ${canary}; `,
    `${'x'.repeat(length)}'; ${canary}; '`,
  ]),
  ...['\u00e9', "'", '\ud83d\ude00', 'x\u202e'].map((each) => `${each.repeat(500)}; ${canary}; `),
];

const texts = [
  ...[...controls, ...bidirectional, ...invisible].flatMap((code) => {
    const text = String.fromCodePoint(code);
    return [text, `${text}1\n${canary}\n`];
  }),
  ...attacks,
];
/** What a host may contain that is special to a shell: not a space, but a variable whose value is one. */
const hosts = [
  "'",
  '"',
  '`',
  '`touch\x24{IFS}canary`',
  "'$(touch\x24{IFS}canary)'",
  '";{touch,canary};"',
  '!!',
  '!touch',
  '&',
].map((text) => exchange({ method: 'POST', url: `https://a${text}b.example:8080/c`, sent: 'd' }));
const exchanges = texts.map(everywhere);
const commands = exchanges.map((each) => asCurlBash(each, { knownHosts: ['a.example'], placeholders: [] }));

const asUtf8 = (text: string) => Buffer.from(text).toString();

describe.each(pasteShells)('$name', (shell) => {
  const isSkipped = !isInstalled('python3') || !isInstalled(shell.argv[0]);

  test.skipIf(isSkipped)('runs a pasted command once, with the bytes of the request', { timeout: 120_000 }, () => {
    const { results, canaryExists } = pasteInto(shell, commands);
    for (const [i, each] of exchanges.entries()) {
      const { runs } = results[i] ?? {};
      expect(runs, `${JSON.stringify(texts[i]?.slice(0, 60))} runs curl once`).toHaveLength(1);
      if (shell.hasAnsiQuoting || !commands[i]?.includes("$'")) expectArguments(runs?.[0] ?? [], each);
    }
    expect(canaryExists).toBe(false);
  });

  test.skipIf(isSkipped)(
    'runs a pasted command once, whatever the names of secrets and hosts',
    { timeout: 120_000 },
    () => {
      const all = [...attacks.map(besideSecrets), ...hosts];
      const pasted = all.map((each) => asCurlBash(each, { knownHosts: [], placeholders: [] }));
      const { results, canaryExists } = pasteInto(shell, pasted);
      for (const [i, { runs }] of results.entries()) {
        expect(runs, `${JSON.stringify(all[i]?.request.url.slice(0, 80))} runs curl once`).toHaveLength(1);
      }
      expect(canaryExists).toBe(false);
    },
  );

  test.skipIf(isSkipped)('runs a pasted command to another host once, after a warning', () => {
    const evil = exchange({ url: 'https://evil.example/projects.xro/2.0/Projects' });
    const warned = asCurlBash(evil, { knownHosts: [], placeholders: [] });
    expect(warned).toMatch(/^: 'Warning: this sends the request to evil\.example, /);
    expect(pasteInto(shell, [warned]).results[0]?.runs).toHaveLength(1);
  });

  test.skipIf(isSkipped)(
    'runs a pasted command with comments and variables once, and expands nothing but the variables',
    () => {
      const each = exchange({
        method: 'POST',
        url: 'https://a.example/b?token=[redacted]&d=1',
        sent: "[redacted]'$HOME",
      });
      const headers = [
        ['x-api-key', '[redacted, 24 characters]'],
        ["x-`touch canary`'", '[redacted, 24 characters]'],
        ['cookie', '[redacted, 2 cookies, 60 characters]'],
      ] as const;
      const command = asCurlBash(
        { ...each, request: { ...each.request, headers } },
        {
          knownHosts: ['a.example'],
          placeholders: ['Name 1'],
        },
      );
      expect(command.match(/^: '/gm)).toHaveLength(3);
      const { results, canaryExists } = pasteInto(shell, [command]);
      expect(canaryExists).toBe(false);
      expect(results[0]?.runs).toEqual([
        // The variables are not set.
        expect.arrayContaining(['--url', 'https://a.example/b?token=&d=1', 'x-api-key: ', "'$HOME"]),
      ]);
    },
  );

  test.skipIf(isSkipped)('would run a second command if nothing were escaped', () => {
    const unsafe = `curl '${shell.isBracketed ? '\x1b[201~\x15' : `\x03${spaces}\n`}${canary}\n`;
    expect(pasteInto(shell, [unsafe]).canaryExists).toBe(true);
  });
});

function expectArguments(run: readonly string[], { request: { headers, body } }: Exchange) {
  const value = headers[0]?.[1].replace(/[\r\n\0\u2028\u2029]+/g, ' ') ?? '';
  expect(run).toContain(asUtf8(`x-a: ${value}`));
  expect(run.at(-2)).toBe('--data-raw');
  expect(run.at(-1)).toBe(asUtf8(body.kind === 'text' ? body.text.replaceAll('\0', '\ufffd') : ''));
  expect(run.find((each) => each.startsWith('Authorization: '))).toMatch(/^Authorization: Bearer[\w-]* token$/);
}
