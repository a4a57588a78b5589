// Copied commands and reports: placeholders, warnings, and that findings quote only redacted requests.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExchange } from '../../testing/arbitraries/exchange.ts';
import { runInCmd } from '../../testing/cmd.ts';
import { cpuMs } from '../../testing/cpu-time.ts';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { type Body, type Exchange, type Headers, STRIPPED_TOKEN, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { type RedactionClass, redactionClasses } from '../redact/classes.ts';
import { type CopyFormat, commandFormats, copyFormats, type Quoting, renderCopy } from './copy-formats.ts';
import { knownHosts } from './known-hosts.ts';

const formats = copyFormats.flat();

interface TestOptions {
  readonly log?: readonly Exchange[];
  readonly classes?: readonly RedactionClass[];
  readonly isRedacted?: boolean;
  readonly knownHosts?: readonly string[];
}

function copy(format: CopyFormat, each: Exchange, options: TestOptions = {}) {
  const defaults = { log: [each], classes: redactionClasses, isRedacted: false, nowMs: 0, knownHosts: [] };
  return runToEnd(renderCopy(format, { exchange: each, ...defaults, ...options }));
}

function withHeaders(headers: Headers, options: ExchangeOptions = {}): Exchange {
  const each = exchange(options);
  return { ...each, request: { ...each.request, headers } };
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

const syntaxes: Readonly<Partial<Record<Quoting, (variable: string) => string>>> = {
  shell: (variable) => `$${variable}`,
  cmd: (variable) => `%${variable}%`,
  powershell: (variable) => `$env:${variable}`,
  javascript: (variable) => variable,
};

describe.each(commandFormats)('$title of a request with secrets', (format) => {
  const variable = (name: string) => syntaxes[format.quoting]?.(name) ?? '';
  const copyOf = (each: Exchange) => copy(format, each, { knownHosts: ['app.example'] }).text.replaceAll('^', '');

  test('reads the token from a variable', () => {
    const each = exchange();
    const text = copyOf({ ...each, request: { ...each.request, token: STRIPPED_TOKEN } });
    expect(text).toMatch(/authorization/i);
    expect(text).toContain(variable('XERO_TOKEN'));
  });

  test('reads the credentials of a client from another variable than the token', () => {
    const each = exchange();
    const text = copyOf({ ...each, request: { ...each.request, token: { ...STRIPPED_TOKEN, scheme: 'Basic' } } });
    expect(text).toContain(variable('X_BASIC_AUTH'));
    expect(text).not.toContain('XERO_TOKEN');
  });

  test.each<[name: string, value: string, variable: string]>([
    ['x-api-key', '[redacted, 24 characters]', 'X_API_KEY'],
    ['ocp-apim-subscription-key', '[redacted, 32 characters]', 'X_OCP_APIM_SUBSCRIPTION_KEY'],
    // The page must not choose which of the user's own variables is sent.
    ['aws-secret-access-key', '[redacted, 40 characters]', 'X_AWS_SECRET_ACCESS_KEY'],
    ['xero-token', '[redacted, 40 characters]', 'X_XERO_TOKEN'],
    ['xero-tenant-id', UNAVAILABLE_VALUE, 'XERO_TENANT_ID'],
  ])('reads the header %s from a variable and names it first', (name, value, expected) => {
    const text = copyOf(withHeaders([[name, value]]));
    expect(text).toMatch(new RegExp(`^(?:: '|rem |# |// )Set first: ${expected}\\. Copies never contain secrets\\.`));
    expect(text.split('\n').slice(1).join('\n')).toContain(variable(expected));
    expect(text).not.toMatch(/redacted|not reported/);
  });

  test.each<[headers: Headers, leftOut: string]>([
    [[['cookie', '[redacted, 2 cookies, 60 characters]']], 'cookie'],
    [[['x-app-version', '[redacted, 5 characters]']], 'x-app-version'],
    [[['x-trace', UNAVAILABLE_VALUE]], 'x-trace'],
    [
      [
        ['cookie', '[redacted, 1 cookie, 6 characters]'],
        ['x-%path%', '[redacted, 1 character]'],
      ],
      'cookie, x-_path_',
    ],
  ])('says in a comment that it leaves out %j', (headers, leftOut) => {
    const [comment, ...command] = copyOf(withHeaders(headers)).split('\n');
    expect(comment).toContain(`Left out: ${leftOut}.`);
    for (const [name] of headers) expect(command.join('\n')).not.toContain(name);
  });

  test.each<[options: ExchangeOptions, variable: string]>([
    [{ url: 'https://app.example/projects.xro/2.0/Projects?access_token=[redacted]&page=1' }, 'X_ACCESS_TOKEN'],
    [{ url: 'https://app.example/projects.xro/2.0/Projects?access_token=%5Bredacted%5D' }, 'X_ACCESS_TOKEN'],
    [{ url: 'https://app.example/projects.xro/2.0/[token 1a2b3c4d]/Projects' }, 'X_SECRET'],
    [{ method: 'POST', sent: '{"clientSecret":"[redacted]"}' }, 'X_CLIENT_SECRET'],
    [{ method: 'POST', sent: 'grant_type=refresh_token&refresh_token=[redacted]' }, 'X_REFRESH_TOKEN'],
    [{ method: 'POST', sent: 'note: Bearer [token 1a2b3c4d]' }, 'X_NOTE'],
  ])('reads the secret in %j from %s', (options, expected) => {
    const text = copyOf(exchange(options));
    const [comment, ...command] = text.split('\n');
    expect(comment).toContain(`Set first: ${expected}.`);
    expect(command.join('\n')).toContain(variable(expected));
    expect(command.join('\n')).not.toMatch(/redacted|1a2b3c4d|5B/);
  });

  test('drops the user information of a URL', () => {
    const text = copyOf(exchange({ url: 'https://[redacted]@app.example/projects.xro/2.0/Projects' }));
    expect(text).toContain('Left out: user name and password in the URL.');
    expect(text).toContain('https://app.example/');
  });

  test.each<[body: Body, leftOut: string]>([
    [{ kind: 'unavailable', reason: 'evicted', bytes: 5 }, 'the body'],
    [{ kind: 'binary', bytes: 5, note: '' }, 'the body'],
    [{ kind: 'text', text: '{"name":"At', bytes: 20, missingChars: 9 }, 'the last 9 characters of the body'],
  ])('says what is missing of the body %j', (body, leftOut) => {
    const each = exchange({ method: 'POST' });
    expect(copyOf({ ...each, request: { ...each.request, body } })).toContain(`Left out: ${leftOut}.`);
  });

  test('counts headers that were not stored', () => {
    const each = exchange();
    expect(copyOf({ ...each, request: { ...each.request, omittedHeaders: 3 } })).toContain('Left out: 3 more headers.');
  });
});

test.each(commandFormats)('$title keeps real IDs, or on request has placeholders and lists them', (format) => {
  const each = exchange({
    method: 'POST',
    sentHeaders: { 'xero-tenant-id': tenantId },
    sent: { name: 'Attic', contactId: connectionId },
  });
  const real = copy(format, each);
  expect(real).toMatchObject({ isRedacted: false });
  for (const value of [tenantId, connectionId, 'Attic']) expect(real.text).toContain(value);
  expect(real.text).not.toContain('Redacted');
  const redacted = copy(format, each, { isRedacted: true });
  expect(redacted).toMatchObject({ isRedacted: true });
  for (const value of [tenantId, connectionId, 'Attic']) expect(redacted.text).not.toContain(value);
  expect(redacted.text.split('\n')[0]).toContain(
    'Redacted. Replace these placeholders: 00000000-0001-4000-8000-000000000001, 00000000-0002-4000-8000-000000000001, Name 1.',
  );
});

test('offers nothing about the request if only a response was pasted', () => {
  const pasted: Exchange = {
    ...exchange({ url: 'https://api.xero.com/projects.xro/2.0/', status: 404 }),
    source: 'import',
    match: { matchedBy: 'mapped', path: '/', operation: undefined },
  };
  const offered = formats.filter(({ isAvailable }) => isAvailable?.(pasted) !== false).map(({ title }) => title);
  expect(offered).toEqual(['Copy report for a colleague', 'Copy report for Xero support']);
  const withBody = { ...pasted, source: 'browser' as const };
  expect(commandFormats.every(({ isAvailable }) => isAvailable?.(withBody))).toBe(true);
});

test('says that a copied URL lacks its secrets', () => {
  const url = formats.find(({ title }) => title === 'Copy URL') as CopyFormat;
  expect(copy(url, exchange({ url: 'https://a.example/?token=[redacted]' })).lacksSecrets).toBe(true);
  expect(copy(url, exchange()).lacksSecrets).toBe(false);
});

describe('a copy that needs an analysis', () => {
  const [report] = formats.filter(({ needsAnalysis }) => needsAnalysis) as [CopyFormat];

  test('quotes the redacted values of earlier requests', () => {
    const { text, isRedacted } = copy(report, forbidden, { log: [connections, forbidden] });
    expect(isRedacted).toBe(true);
    expect(text).toMatch(/\*\*Why:\*\* You sent the `id` of the connection to `Name \d`, not its `tenantId`\./);
    expect(text).toMatch(/\*\*Fix:\*\* Send the `tenantId` of `Name \d` instead\./);
    for (const each of ['Acme', tenantId, connectionId]) expect(text).not.toContain(each);
  });

  test('quotes the original values if no class is redacted', () => {
    const { text, isRedacted } = copy(report, forbidden, { log: [connections, forbidden], classes: [] });
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
    const [first] = copy(format, withToken(url), { knownHosts: ['app.example'] }).text.split('\n');
    expect(first).toMatch(/^(?:: '|rem |# |\/\/ )Warning: this sends your token to /);
    expect(first).toContain(`to ${host}, an unknown host`);
  });

  test('warns that the token is sent to Xero unencrypted', () => {
    const [first] = copy(format, withToken('http://api.xero.com/projects.xro/2.0/Projects')).text.split('\n');
    expect(first).toContain('Warning: this sends your token to api.xero.com over HTTP, unencrypted.');
  });

  test.each([
    'https://api.xero.com/projects.xro/2.0/Projects',
    'https://api.xero.com\\.evil.example/',
    'https://identity.xero.com/connect/token',
    'https://app.example/projects.xro/2.0/Projects',
    'https://proxy.example:8443/projects.xro/2.0/Projects',
  ])('does not warn about the host of %s', (url) => {
    const known = knownHosts(['/api/xero', 'https://proxy.example:8443/api/', 'https://app.example/index.html']);
    const { text } = copy(format, withToken(url), { knownHosts: known });
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
    const { text } = copy(bash, exchange({ method: 'POST', sent: `{"name":"It's \\n"}` }));
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
    const { text } = copy(cmd, exchange({ method: 'POST', sent: '{\r\n\t"name": "B\u00fcro\u202e\u007f\uff02"}' }));
    const body = runInCmd(text, {})[0]?.at(-1) ?? '';
    expect(body).toBe(String.raw`{   "name": "B\u00fcro\u202e\u007f\uff02"}`);
    expect(text).not.toContain('Warning');
  });

  test('says that it replaced characters of another body', () => {
    const { text } = copy(cmd, exchange({ method: 'POST', sent: 'a\n\uff02b' }));
    expect(text).toMatch(/^rem Warning: cmd can only pass printable ASCII/);
    expect(runInCmd(text, {})[0]?.at(-1)).toBe('a  b');
  });

  test.each(['PATH', 'PATH:a=b', 'PATH:~0,9', '^PATH', '" & calc & "', '\\', '%PATH'])(
    'expands no variable but its own, set or not, around %j',
    (between) => {
      const sent = `token=[redacted]${between}[redacted]${between}`;
      const text = cmd.text(exchange({ method: 'POST', sent }), { knownHosts: [], placeholders: [] });
      const variables = { PATH: '" & calc & "' };
      expect(runInCmd(text, variables)).toEqual([
        expect.arrayContaining([`token=%X_TOKEN%${between}%X_SECRET%${between}`]),
      ]);
      const [set] = runInCmd(text, { ...variables, X_TOKEN: 'a1', X_SECRET: 'b2' });
      expect(set?.at(-1)).toBe(`token=a1${between}b2${between}`);
    },
  );

  test('is not copied if cmd would cut it off', () => {
    const { text } = copy(cmd, exchange({ method: 'POST', sent: '&'.repeat(5_000) }));
    expect(text).toMatch(/^rem Not copied: this command is longer than the 8191 characters that cmd accepts/);
    expect(text).not.toContain('curl');
  });
});

test('a copied URL has no control or format character', () => {
  const url = formats.find(({ title }) => title === 'Copy URL') as CopyFormat;
  const { text } = copy(url, exchange({ url: 'https://a.example/\u0003\u202e\ud800\n?a=%20[b]' }));
  expect(text).toBe('https://a.example/%03%E2%80%AE%EF%BF%BD%0A?a=%20[b]');
});

test.each(commandFormats)('$title copies 300 kB that needs an escape without noticeable delay', (format) => {
  for (const unit of ['\u00e9', '!', "a'", '\u202e', '\n', '"', '\ud83d\ude00']) {
    const each = exchange({ method: 'POST', sent: unit.repeat(300_000 / unit.length) });
    expect(
      cpuMs(() => format.text(each, { knownHosts: [], placeholders: [] })),
      unit,
    ).toBeLessThan(1_200);
  }
});
