// Copied commands and reports: placeholders, warnings, and that findings quote only redacted requests.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExchange } from '../../testing/arbitraries/exchange.ts';
import { runInCmd } from '../../testing/cmd.ts';
import { exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { type Exchange, STRIPPED_TOKEN, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { redactionClasses } from '../redact/classes.ts';
import { type CopyFormat, commandFormats, copyFormats, renderCopy } from './copy-formats.ts';
import { knownHosts } from './known-hosts.ts';

const formats = copyFormats.flat();

function copy(
  format: CopyFormat,
  each: Exchange,
  log: readonly Exchange[] = [each],
  classes = redactionClasses,
  known: readonly string[] = [],
) {
  return runToEnd(renderCopy(format, { exchange: each, log, classes, nowMs: 0, knownHosts: known }));
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
  expect(text.replaceAll('^', '')).toContain('<value unavailable>');
  expect(text).not.toContain(UNAVAILABLE_VALUE);
});

test.each(commandFormats)('$title has a placeholder for the token', (format) => {
  const sent = exchange();
  const { text } = copy(format, { ...sent, request: { ...sent.request, token: STRIPPED_TOKEN } });
  expect(text).toMatch(/authorization.{1,6}Bearer (?:\$(?:env:)?XERO_TOKEN|%XERO_TOKEN%|<access token>)/i);
});

test.each(commandFormats)('$title encodes a redaction marker in a URL', (format) => {
  const { text } = copy(format, exchange({ url: 'https://app.example/projects.xro/2.0/Projects?token=abc&a=1' }));
  expect(text.replaceAll('^', '')).toContain('?token=%5Bredacted%5D&a=1');
});

describe('a copy that needs an analysis', () => {
  const [report] = formats.filter(({ needsAnalysis }) => needsAnalysis) as [CopyFormat];

  test('quotes the redacted values of earlier requests', () => {
    const { text, isRedacted } = copy(report, forbidden, [connections, forbidden]);
    expect(isRedacted).toBe(true);
    expect(text).toContain('Wrong ID as tenant ID');
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

describe.each(commandFormats)('$title', (format) => {
  const withToken = (url: string) => {
    const each = exchange({ url });
    return { ...each, request: { ...each.request, token: STRIPPED_TOKEN } };
  };

  test.each([
    ['http://proxy.example:8080/api/xero/Projects', 'proxy.example:8080'],
    ['https://api.xero.com.evil.example/projects.xro/2.0/Projects', 'api.xero.com.evil.example'],
    ['https://api.xero.com@evil.example/projects.xro/2.0/Projects', 'evil.example'],
    ['https://app.example:8443/projects.xro/2.0/Projects', 'app.example:8443'],
  ])('warns that the token is sent to another host: %s', (url, host) => {
    const [first] = copy(format, withToken(url), [], [], ['app.example']).text.split('\n');
    expect(first).toMatch(/^(?:: '|rem |# |\/\/ )Warning: this sends your token to /);
    expect(first).toContain(`to ${host}, an unknown host`);
  });

  test.each([
    'https://api.xero.com/projects.xro/2.0/Projects',
    'https://api.xero.com\\.evil.example/',
    'https://identity.xero.com/connect/token',
    'https://app.example/projects.xro/2.0/Projects',
    'https://proxy.example:8443/projects.xro/2.0/Projects',
  ])('does not warn about the host of %s', (url) => {
    const known = knownHosts(['/api/xero', 'https://proxy.example:8443/api/', 'https://app.example/index.html']);
    const { text } = copy(format, withToken(url), [], [], known);
    expect(text).not.toContain('Warning');
    expect(text, 'no program can read another host').not.toContain('\\.evil');
  });

  test.each(['file:///etc/passwd', 'ftp://a.example/', 'javascript:alert(1)', '/Projects', ''])(
    'has no command for %j',
    (url) => {
      const each = withToken(url);
      expect(format.isAvailable?.(each)).toBe(false);
      expect(copy(format, each).text).toBe('');
    },
  );
});

describe('cURL for bash', () => {
  const bash = commandFormats.find(({ quoting }) => quoting === 'shell') as CopyFormat;

  test('says that NUL was replaced', () => {
    const { text } = copy(bash, exchange({ method: 'POST', sent: 'a\0b' }));
    expect(text).toMatch(/^: 'Warning: NUL was replaced by U\+FFFD/);
    expect(text).toContain(String.raw`--data-raw $'a\xEF\xBF\xBDb'`);
  });

  test('does not escape a body of ordinary characters', () => {
    const { text } = copy(bash, exchange({ method: 'POST', sent: `{"name":"It's \\n"}` }), [], []);
    expect(text).toContain(String.raw`--data-raw '{"name":"It'\''s \n"}'`);
  });

  test('has no line that a terminal on macOS cuts off', () => {
    const { text } = copy(bash, exchange({ method: 'X'.repeat(3_000), sent: "'\ud83d\ude00x".repeat(2_000) }));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1_024);
  });
});

describe('cURL for cmd', () => {
  const cmd = commandFormats.find(({ quoting }) => quoting === 'cmd') as CopyFormat;

  test('sends the same JSON in ASCII', () => {
    const { text } = copy(
      cmd,
      exchange({ method: 'POST', sent: '{\r\n\t"name": "B\u00fcro\u202e\u007f\uff02"}' }),
      [],
      [],
    );
    const body = runInCmd(text, {})[0]?.at(-1) ?? '';
    expect(body).toBe(String.raw`{   "name": "B\u00fcro\u202e\u007f\uff02"}`);
    expect(text).not.toContain('Warning');
  });

  test('says that it replaced characters of another body', () => {
    const { text } = copy(cmd, exchange({ method: 'POST', sent: 'a\n\uff02b' }), [], []);
    expect(text).toMatch(/^rem Warning: cmd can only pass printable ASCII/);
    expect(runInCmd(text, {})[0]?.at(-1)).toBe('a  b');
  });

  test('is not copied if cmd would cut it off', () => {
    const { text } = copy(cmd, exchange({ method: 'POST', sent: '&'.repeat(5_000) }));
    expect(text).toMatch(/^rem Not copied: this command is longer than the 8191 characters that cmd accepts/);
    expect(text).not.toContain('curl');
  });
});

test('a copied URL has no control or format character', () => {
  const url = formats.find(({ title }) => title === 'Copy URL') as CopyFormat;
  const { text } = copy(url, exchange({ url: 'https://a.example/\u0003\u202e\ud800\n?a=%20[b]' }), [], []);
  expect(text).toBe('https://a.example/%03%E2%80%AE%EF%BF%BD%0A?a=%20[b]');
});
