// Whatever text is in a request, a copied command runs once and nothing else, and the text stays data.

import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../testing/arbitraries/exchange.ts';
import { runInCmd } from '../../testing/cmd.ts';
import { exchange } from '../../testing/exchange.ts';
import { fuzzRuns } from '../../testing/fuzz-runs.ts';
import { isInstalled } from '../../testing/paste/paste.ts';
import { type Exchange, STRIPPED_TOKEN } from '../model/exchange.ts';
import { tryParseJson } from '../text/try-parse-json.ts';
import { type CopyContext, type CopyFormat, commandFormats, copyFormats, type Quoting } from './copy-formats.ts';
import { isRepeatable, toSnapshot } from './request-snapshot.ts';

const formats = copyFormats.flat();
const context: CopyContext = {
  knownHosts: ['a.example'],
  placeholders: [{ redactionClass: 'names', text: 'Name 1' }],
};

/** Appears in every part of `hostileRequest`. */
const CANARY = 'zq7x';

/** What could end a string, a command or a code block. */
const syntax = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      '`',
      '```',
      '\n```\n',
      '$',
      '$(',
      '${',
      '\\',
      ';',
      '|',
      '&',
      ')',
      '\n',
      '%',
      '%PATH%',
      '%PATH:a=',
      '^',
      '!',
      '\0',
      '\u0003',
      '\u001b[201~',
      '\u009b',
      '\u200b',
      '\u202e',
      '\u{e0041}',
      '\uff02',
      '\ud800',
      'x'.repeat(5_000),
      '\u2018',
      '\u2019',
      '\u201a',
    ),
    {
      maxLength: 4,
    },
  )
  .map((all) => all.join(''));
const hostileText = fc
  .tuple(fc.oneof(syntax, anyText), fc.oneof(syntax, anyText))
  .map(([before, after]) => `${before}${CANARY}${after}`);

const hostileRequest = fc
  .record({
    method: fc.oneof(fc.constant('POST'), hostileText),
    host: fc.constantFrom('a.example', 'b.example', 'a.example:8080'),
    url: hostileText,
    name: hostileText,
    value: hostileText,
    secret: hostileText,
    scheme: fc.oneof(fc.constant('Bearer'), hostileText),
    body: fc.oneof(
      hostileText,
      hostileText.map((text) => `{\r\n\t"name": ${JSON.stringify(text)} }`),
    ),
  })
  .map(({ method, host, url, name, value, secret, scheme, body }) => {
    const each = exchange({ method, url: `https://${host}/${url}`, sent: body });
    const headers = [
      ['x-a', value],
      [name, value],
      // Names of hidden headers: of a variable, and in a comment.
      [`${secret}-token`, '[redacted, 9 characters]'],
      [secret, '[redacted, 9 characters]'],
    ] as const;
    return { ...each, request: { ...each.request, headers, token: { ...STRIPPED_TOKEN, scheme } } };
  })
  .filter(isRepeatable);

interface HostileTexts {
  readonly url: string;
  readonly value: string;
  readonly body: string;
}

/** The texts as every command repeats them. */
function hostileTexts(each: Exchange): HostileTexts {
  const { headers, body } = each.request;
  return {
    url: toSnapshot(each, /^$/)?.url ?? '',
    value: headers[0]?.[1].replace(/[\r\n\0\u2028\u2029]+/g, ' ') ?? '',
    body: body.kind === 'text' ? body.text : '',
  };
}

/** A process can't receive a lone surrogate or NUL. */
const asArgument = (text: string) => Buffer.from(text.replaceAll('\0', '\ufffd')).toString();

const shells = ['bash', 'zsh', 'dash'].filter(isInstalled);

/** Runs the commands with a function in place of their program, and without a path to any other. */
function runInShell(shell: string, commands: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const [, program] = /^([a-z][\w-]*) /m.exec(commands[0] ?? '') ?? [];
  expect(program, `a program begins a line of ${commands[0]}`).toBeDefined();
  const script = commands.map((command) => `${command}\nprintf '%s\\0' "end of it"`).join('\n');
  return spawnSync(shell, [], {
    input: `PATH=/dev/null\n${program}() { printf '%s\\0' "start of it" "$@"; }\n${script}`,
    encoding: 'utf8',
    cwd: tmpdir(),
    env: { XERO_TOKEN: 'token' },
    maxBuffer: 1e9,
  });
}

/** Expects only the URL, the header and the body, each in its place. */
function expectCurlArguments(run: readonly string[], each: Exchange): void {
  const { url, value, body } = hostileTexts(each);
  expect(run[run.indexOf('--url') + 1]).toBe(url);
  expect(run).toContain(asArgument(value.trim() === '' ? 'x-a;' : `x-a: ${value}`));
  expect(run.slice(-2)).toEqual(['--data-raw', asArgument(body)]);
}

/** Checks hostile text the way the program that reads the copy would parse it. */
const checks: Readonly<Record<Quoting, (text: CopyFormat['text']) => void>> = {
  shell(text) {
    const all = fc.sample(hostileRequest, fuzzRuns(300));
    const commands = all.map((each) => text(each, context));
    for (const shell of shells) {
      const { stdout, stderr } = runInShell(shell, commands);
      const culprit = stderr === '' ? '' : commands.find((each) => runInShell(shell, [each]).stderr !== '');
      expect(stderr, `${shell} runs ${culprit}`).toBe('');
      const runs = stdout.split('end of it\0').map((each) => each.split('\0').slice(0, -1));
      expect(runs).toHaveLength(all.length + 1);
      for (const [i, each] of all.entries()) {
        const run = runs[i] ?? [];
        expect(run.lastIndexOf('start of it'), `${shell} runs one command: ${commands[i]}`).toBe(0);
        if (shell === 'dash' && commands[i]?.includes("$'")) continue;
        const { url, value, body } = hostileTexts(each);
        for (const argument of [url, value, body].map(asArgument)) {
          const isWhole = run.some((received) => received.endsWith(argument));
          expect(isWhole, `${shell} ends an argument with ${JSON.stringify(argument)}: ${commands[i]}`).toBe(true);
        }
        if (/^curl /m.test(commands[i] ?? '')) expectCurlArguments(run, each);
      }
    }
  },

  cmd(text) {
    const property = fc.property(hostileRequest, (each) => {
      const command = text(each, context);
      if (command.includes('rem Not copied')) {
        expect(command).not.toMatch(/^(?!rem )/m);
        return;
      }
      const variables = { XERO_TOKEN: 'token', PATH: '" & calc & "', '=ExitCode': '&', 'a.example': '&' };
      const [run = [], ...others] = runInCmd(command, variables);
      expect(others).toEqual([]);
      const { url, value, body } = hostileTexts(each);
      const asAscii = (line: string) => line.replace(/[^ -~]/gu, ' ');
      expect(run[0]).toBe('curl');
      expect(run[run.indexOf('--url') + 1]).toBe(url);
      expect(run).toContain(value.trim() === '' ? 'x-a;' : `x-a: ${asAscii(value)}`);
      expect(run.at(-2)).toBe('--data-raw');
      const json = tryParseJson(body);
      if (json === undefined) expect(run.at(-1)).toBe(asAscii(body));
      else expect(tryParseJson(run.at(-1) ?? '')).toEqual(json);
      expect(run.find((argument) => argument.startsWith('Authorization: '))).toMatch(/^[\w-]+: (?:[\w-]+ )?token$/);
    });
    fc.assert(property, { numRuns: fuzzRuns(300) });
  },

  powershell(text) {
    const strings = /['\u2018-\u201b](?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*['\u2018-\u201b]/g;
    const property = fc.property(hostileRequest, (each) => {
      const code = text(each, context)
        .replace(/^# .*\n/gm, '')
        .replace(/\$env:X_[A-Z\d_]+/g, 'variable')
        .replace(/"(?:[\w-]+ )?\$env:XERO_TOKEN"/, 'token')
        .replace(strings, 'text');
      expect(code).not.toContain(CANARY);
      expect(code, 'no separator and no quote outside the strings').toMatch(/^[\w\s:.@{}=()[\],`-]*$/);
    });
    fc.assert(property, { numRuns: fuzzRuns(200) });
  },

  javascript(text) {
    const property = fc.property(hostileRequest, (each) => {
      const code = text(each, context);
      const calls: unknown[][] = [];
      const library: unknown = new Proxy(() => undefined, {
        get: () => library,
        apply: (_, __, args) => void calls.push(args),
      });
      const name = /([\w$]+)[.(]/.exec(code.replace(/^\/\/.*/gm, ''))?.[1] ?? 'fetch';
      const variables = Array.from(new Set(code.match(/\bX_[A-Z\d_]+|XERO_TOKEN/g)));
      new Function(name, ...variables, `return (async () => { ${code} })()`)(library, ...variables);
      expect(calls).toHaveLength(1);
      const values: unknown[] = [];
      JSON.stringify(calls, (_, value) => {
        values.push(value);
        return value;
      });
      expect(values).toEqual(expect.arrayContaining(Object.values(hostileTexts(each))));
    });
    fc.assert(property, { numRuns: fuzzRuns(200) });
  },

  markdown(text) {
    const property = fc.property(hostileRequest, (each) => {
      let fence = '';
      for (const line of text(each, context).split('\n')) {
        const [run = ''] = /^`{3,}/.exec(line) ?? [];
        if (fence === '') {
          fence = run;
          expect(line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''), 'outside of code').not.toContain(CANARY);
        } else if (line === fence) fence = '';
        expect(line).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
      expect(fence, 'every code block is closed').toBe('');
    });
    fc.assert(property, { numRuns: fuzzRuns(200) });
  },

  verbatim(text) {
    const property = fc.property(hostileRequest, (each) => {
      const { request, response } = each;
      const texts = [request.body, response.body].map((body) => (body.kind === 'text' ? body.text : ''));
      const copied = text(each, context);
      if (!texts.includes(copied)) expect(copied.startsWith('https://'), request.url).toBe(true);
    });
    fc.assert(property, { numRuns: fuzzRuns(200) });
  },
};

test.each(formats)('$title keeps hostile text as data ($quoting)', ({ text, quoting }) => {
  checks[quoting](text);
});

test.each(commandFormats)('$title has no control, format or invisible character', ({ text }) => {
  const property = fc.property(hostileRequest, (each) => {
    const copied = text(each, context);
    expect(copied.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
  });
  fc.assert(property, { numRuns: fuzzRuns(300) });
});
