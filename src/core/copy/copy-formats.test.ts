// Copied commands and reports: hostile text stays data, and findings quote only redacted requests.

import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExchange, anyText } from '../../testing/arbitraries/exchange.ts';
import { exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { type Exchange, STRIPPED_TOKEN, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { redactionClasses } from '../redact/classes.ts';
import type { Analysis } from '../rules/analyze.ts';
import { type CopyFormat, commandFormats, copyFormats, type Quoting, renderCopy } from './copy-formats.ts';

const formats = copyFormats.flat();

function copy(format: CopyFormat, each: Exchange, log: readonly Exchange[] = [each], classes = redactionClasses) {
  return runToEnd(renderCopy(format, { exchange: each, log, classes, nowMs: 0 }));
}

const tenantId = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
const connectionId = '2ed1dd7b-5ab9-4c4c-8c64-9d2d1a1c1e0e';
const connections = exchange({
  id: 1,
  url: 'https://api.xero.com/connections',
  body: [{ id: connectionId, tenantId, tenantName: 'Acme Builders' }],
});
const forbidden = exchange({
  id: 2,
  startedMs: connections.startedMs + 1_000,
  status: 403,
  sentHeaders: { 'xero-tenant-id': connectionId },
});

test.each(commandFormats)('$title has a placeholder for an unavailable header value', (format) => {
  const { text } = copy(format, exchange({ sentHeaders: { 'xero-tenant-id': UNAVAILABLE_VALUE } }));
  expect(text).toContain('<the value is not at hand>');
  expect(text).not.toContain(UNAVAILABLE_VALUE);
});

test.each(commandFormats)('$title has a placeholder for the token', (format) => {
  const sent = exchange();
  const { text } = copy(format, { ...sent, request: { ...sent.request, token: STRIPPED_TOKEN } });
  expect(text).toMatch(/authorization.{1,6}Bearer (?:\$(?:env:)?XERO_TOKEN|<access token>)/i);
});

test.each(commandFormats)('$title encodes a redaction marker in a URL', (format) => {
  const { text } = copy(format, exchange({ url: 'https://app.example/projects.xro/2.0/Projects?token=abc&a=1' }));
  expect(text).toContain('?token=%5Bredacted%5D&a=1');
});

describe('a copy that needs an analysis', () => {
  const [report] = formats.filter(({ needsAnalysis }) => needsAnalysis) as [CopyFormat];

  test('quotes the redacted values of earlier requests', () => {
    const { text, isRedacted } = copy(report, forbidden, [connections, forbidden]);
    expect(isRedacted).toBe(true);
    expect(text).toContain('Connection id sent as tenant id');
    expect(text).toMatch(/the `id` of the connection to `Name \d`/);
    for (const each of ['Acme', tenantId, connectionId]) expect(text).not.toContain(each);
  });

  test('quotes the original values if no class is redacted', () => {
    const { text, isRedacted } = copy(report, forbidden, [connections, forbidden], []);
    expect(isRedacted).toBe(false);
    expect(text).toContain('Acme Builders');
  });
});

test.each(formats)('$title accepts any exchange', (format) => {
  const property = fc.property(anyExchange, (each) => {
    expect(typeof copy(format, each).text).toBe('string');
  });
  fc.assert(property, { numRuns: 60 });
});

const emptyAnalysis: Analysis = { findings: [], causes: [], sequence: [] };

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
  .record({ url: hostileText, name: hostileText, value: hostileText, body: hostileText })
  .map(({ url, name, value, body }) => {
    const each = exchange({ method: 'POST', url: `https://a.example/${url}`, sent: body });
    return { ...each, request: { ...each.request, headers: [['x-a', value] as const, [name, value] as const] } };
  });

/** The texts of a hostile request as `toSnapshot` returns them. */
function snapshotTexts({ request: { url, headers, body } }: Exchange): string[] {
  const lines = [url, headers[0]?.[1] ?? ''].map((text) => text.replace(/[\r\n\0\u2028\u2029]+/g, ' '));
  return [...lines, body.kind === 'text' ? body.text.replaceAll('\0', '') : ''];
}

/** A process can't receive a lone surrogate. */
const asUtf8 = (text: string) => Buffer.from(text).toString();

/** Checks hostile text the way the program that reads the copy would parse it. */
const checks: Readonly<Record<Quoting, (text: CopyFormat['text']) => void>> = {
  shell(text) {
    if (process.platform === 'win32') return;
    const all = fc.sample(hostileRequest, 300);
    const commands = all.map((each) => text(each, emptyAnalysis));
    const program = /^[\w.]+/.exec(commands[0] ?? '')?.[0];
    const script = commands.map((command) => `${command}\nprintf '%s\\0' "end of it"`).join('\n');
    const output = execFileSync('sh', [], {
      input: `${program}() { printf '%s\\0' "$@"; }\n${script}`,
      encoding: 'utf8',
      cwd: tmpdir(),
    });
    const runs = output.split('end of it\0').map((each) => each.split('\0').slice(0, -1));
    expect(runs).toHaveLength(all.length + 1);
    for (const [i, each] of all.entries()) {
      for (const part of snapshotTexts(each).map(asUtf8)) {
        expect(
          runs[i]?.some((argument) => argument.endsWith(part)),
          `${part} in ${runs[i]}`,
        ).toBe(true);
      }
    }
  },

  powershell(text) {
    const strings = /['\u2018-\u201b](?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*['\u2018-\u201b]/g;
    const property = fc.property(hostileRequest, (each) => {
      const code = text(each, emptyAnalysis).replace(strings, 'text');
      expect(code).not.toContain(CANARY);
      expect(code, 'no separator and no quote outside the strings').toMatch(/^[\w\s$:.@{}=()[\]`-]*$/);
    });
    fc.assert(property, { numRuns: 200 });
  },

  javascript(text) {
    const property = fc.property(hostileRequest, (each) => {
      const code = text(each, emptyAnalysis);
      const calls: unknown[][] = [];
      const library: unknown = new Proxy(() => undefined, {
        get: () => library,
        apply: (_, __, args) => void calls.push(args),
      });
      const name = /([\w$]+)[.(]/.exec(code)?.[1] ?? 'fetch';
      new Function(name, `return (async () => { ${code} })()`)(library);
      expect(calls).toHaveLength(1);
      const values: unknown[] = [];
      JSON.stringify(calls, (_, value) => {
        values.push(value);
        return value;
      });
      expect(values).toEqual(expect.arrayContaining(snapshotTexts(each)));
    });
    fc.assert(property, { numRuns: 200 });
  },

  markdown(text) {
    const property = fc.property(hostileRequest, (each) => {
      let fence = '';
      for (const line of text(each, emptyAnalysis).split('\n')) {
        const [run = ''] = /^`{3,}/.exec(line) ?? [];
        if (fence === '') {
          fence = run;
          expect(line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''), 'outside of code').not.toContain(CANARY);
        } else if (line === fence) fence = '';
        expect(line).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
      expect(fence, 'every code block is closed').toBe('');
    });
    fc.assert(property, { numRuns: 200 });
  },

  verbatim(text) {
    const property = fc.property(hostileRequest, (each) => {
      const { request, response } = each;
      const texts = [request.body, response.body].map((body) => (body.kind === 'text' ? body.text : ''));
      expect([request.url, ...texts]).toContain(text(each, emptyAnalysis));
    });
    fc.assert(property, { numRuns: 200 });
  },
};

test.each(formats)('$title keeps hostile text as data ($quoting)', ({ text, quoting }) => {
  checks[quoting](text);
});
