// What each copy format produces: commands in which hostile text stays data, and reports of the redacted request.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExchange, anyText } from '../../testing/arbitraries/exchange.ts';
import { exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { type Exchange, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { redactionClasses } from '../redact/classes.ts';
import type { Analysis } from '../rules/analyze.ts';
import { type CopyFormat, copyFormats, type Quoting, renderCopy } from './copy-formats.ts';

function copy(title: string, each: Exchange, log: readonly Exchange[] = [each], classes = redactionClasses) {
  const wanted = copyFormats.flat().find((row) => row.title === title);
  if (wanted === undefined) throw new Error(`There is no ${title}.`);
  return runToEnd(renderCopy(wanted, { exchange: each, log, classes, nowMs: 0 }));
}

const tenantId = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
const connectionId = '2ed1dd7b-5ab9-4c4c-8c64-9d2d1a1c1e0e';
const connections = exchange({
  id: 1,
  url: 'https://api.xero.com/connections',
  body: [{ id: connectionId, tenantId, tenantName: 'Acme Builders' }],
});
const refused = exchange({
  id: 2,
  startedMs: connections.startedMs + 1_000,
  status: 403,
  sentHeaders: { 'xero-tenant-id': connectionId },
});

test.each(['Copy as cURL', 'Copy as fetch', 'Copy as PowerShell'])(
  '%s leaves to be filled in what is not known',
  (title) => {
    const { text } = copy(title, exchange({ sentHeaders: { 'xero-tenant-id': UNAVAILABLE_VALUE } }));
    expect(text).toContain('<the value is not at hand>');
    expect(text).not.toContain(UNAVAILABLE_VALUE);
  },
);

test.each(['Copy as cURL', 'Copy as fetch', 'Copy as PowerShell'])(
  '%s writes what is left of a secret so that it is an address',
  (title) => {
    const { text } = copy(title, exchange({ url: 'https://app.example/projects.xro/2.0/Projects?token=abc&a=1' }));
    expect(text).toContain('?token=%5Bnot%20kept%5D&a=1');
  },
);

test('what a report says of the calls before is said of their redacted selves', () => {
  const { text, isRedacted } = copy('Copy report for a colleague', refused, [connections, refused]);
  expect(isRedacted).toBe(true);
  expect(text).toContain('Connection id sent as tenant id');
  expect(text).toMatch(/the `id` of the connection to `Name \d`/);
  for (const each of ['Acme', tenantId, connectionId]) expect(text).not.toContain(each);
});

test('with nothing chosen, a copy is as it was and says so', () => {
  const { text, isRedacted } = copy('Copy report for a colleague', refused, [connections, refused], []);
  expect(isRedacted).toBe(false);
  expect(text).toContain('Acme Builders');
});

test.each(copyFormats.flat().map(({ title }) => title))('%s takes any exchange', (title) => {
  const property = fc.property(anyExchange, (each) => {
    expect(typeof copy(title, each).text).toBe('string');
  });
  fc.assert(property, { numRuns: 60 });
});

const noInsight: Analysis = { findings: [], causes: [], sequence: [] };

/** Any text in every part of a request. */
const sentAnything = fc
  .record({ url: anyText, name: anyText, value: anyText, body: anyText })
  .map(({ url, name, value, body }) => {
    const call = exchange({ method: 'POST', url: `https://a.example/${url}`, sent: body, sentHeaders: {} });
    return { ...call, request: { ...call.request, headers: [['x-a', value] as const, [name, value] as const] } };
  });

/** As `toSnapshot` leaves it. */
const oneLine = (text: string) => text.replace(/[\r\n\0\u2028\u2029]+/g, ' ');
const bodyOf = ({ request: { body } }: Exchange) => (body.kind === 'text' ? body.text.replaceAll('\0', '') : undefined);

/** A shell cannot receive half of a surrogate pair. */
const asUtf8 = (text: string | undefined) => text && Buffer.from(text).toString();

/** How hostile text is checked, by what reads the copy. */
const checks: Readonly<Record<Quoting, (text: CopyFormat['text']) => void>> = {
  shell(text) {
    if (process.platform === 'win32') return;
    const all = fc.sample(sentAnything, 300);
    const script = all.map((each) => `${text(each, noInsight)}\nprintf '%s\\0' "end of it"`).join('\n');
    const shown = execFileSync('sh', [], { input: `curl() { printf '%s\\0' "$@"; }\n${script}`, encoding: 'utf8' });
    const runs = shown.split('end of it\0').map((each) => each.split('\0').slice(0, -1));
    for (const [i, each] of all.entries()) {
      const after = (option: string) => runs[i]?.[runs[i].indexOf(option) + 1];
      expect(after('--url')).toBe(asUtf8(oneLine(each.request.url)));
      expect(runs[i]?.includes('--data-raw') ? after('--data-raw') : undefined).toBe(asUtf8(bodyOf(each)));
      expect(runs[i]?.slice(0, 2)).toEqual(['-X', 'POST']);
    }
  },

  powershell(text) {
    const strings = /['\u2018-\u201b](?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*['\u2018-\u201b]/g;
    const property = fc.property(sentAnything, (each) => {
      expect(text(each, noInsight).replace(strings, 'text')).toMatch(
        /^Invoke-WebRequest -UseBasicParsing -Uri text `\n-Method text(?: `\n-Headers @\{(?:\n {2}text = text)+\n\})?(?: `\n-ContentType text)?(?: `\n-Body \(\[Text\.Encoding\]::UTF8\.GetBytes\(text\)\))?$/,
      );
    });
    fc.assert(property, { numRuns: 200 });
  },

  javascript(text) {
    const property = fc.property(sentAnything, (each) => {
      const calls: unknown[][] = [];
      const code = text(each, noInsight);
      new Function('fetch', `return (async () => { ${code} })()`)((...args: unknown[]) => calls.push(args));
      expect(calls).toHaveLength(1);
      const [url, options] = calls[0] as [string, { body?: string; headers: [string, string][] }];
      expect(url).toBe(oneLine(each.request.url));
      expect(options.body).toBe(bodyOf(each));
      expect(options.headers[0]?.[0]).toBe('x-a');
    });
    fc.assert(property, { numRuns: 200 });
  },

  markdown(text) {
    const property = fc.property(sentAnything, (each) => {
      let fence = '';
      for (const line of text(each, noInsight).split('\n')) {
        const [run = ''] = /^`{3,}/.exec(line) ?? [];
        if (fence === '') fence = run;
        else if (line === fence) fence = '';
        expect(line).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
      expect(fence, 'every block of code ends').toBe('');
    });
    fc.assert(property, { numRuns: 200 });
  },

  verbatim(text) {
    const property = fc.property(sentAnything, (each) => {
      const { request, response } = each;
      const texts = [request.body, response.body].map((body) => (body.kind === 'text' ? body.text : ''));
      expect([request.url, ...texts]).toContain(text(each, noInsight));
    });
    fc.assert(property, { numRuns: 200 });
  },
};

test.each(copyFormats.flat())('$title keeps hostile text as data ($quoting)', ({ text, quoting }) => {
  checks[quoting](text);
});
