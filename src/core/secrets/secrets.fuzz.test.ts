// No secret is in anything that is stored, exported or copied, whatever form it has and wherever in an exchange it is.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importHar } from '../../import/import-har.ts';
import { fuzzRuns } from '../../testing/fuzz-runs.ts';
import { harEntry } from '../../testing/har-entry.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { copyFormats, renderCopy } from '../copy/copy-formats.ts';
import { exportFile } from '../export/export-file.ts';
import type { Exchange } from '../model/exchange.ts';
import { knownTokens } from './known-tokens.ts';

/** Milliseconds. Every output format of every exchange: slow on a busy machine. */
const TIMEOUT_MS = 60_000 + 100 * fuzzRuns(0);

interface Secret {
  readonly text: string;
  /** The parts that nobody could guess. */
  readonly random: readonly string[];
}

const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${length}}$`));
const bytes = fc.uint8Array({ minLength: 32, maxLength: 64 }).map((each) => Buffer.from(each));
const space = fc.constantFrom('', ' ', '\n', '\r\n  ', '\t', '   ');

const jwt: fc.Arbitrary<Secret> = fc
  .record({
    encoding: fc.constantFrom('base64url' as const, 'base64' as const),
    before: space,
    inside: space,
    subject: letters(24),
    signature: bytes,
    dot: fc.constantFrom('.', '.', '%2E', '%252e', '\\u002e', '&#46;'),
  })
  .map(({ encoding, before, inside, subject, signature, dot }) => {
    const encode = (text: string) => Buffer.from(text).toString(encoding);
    const payload = encode(`${before}{${inside}"sub":"${subject}"}`);
    const last = signature.toString(encoding);
    const header = encode(`${before}{${inside}"alg":"RS256"}`);
    // The first letters of the payload are the same in all tokens.
    return { text: [header, payload, last].join(dot), random: [payload.slice(20), last.replace(/=+$/, '')] };
  });

/** An issuer's example with other letters and digits after its prefix. */
const issued: fc.Arbitrary<Secret> = fc.tuple(fc.constantFrom(...knownTokens), fc.infiniteStream(fc.nat(35))).map(
  ([
    {
      example: [prefix, rest],
    },
    stream,
  ]) => {
    const next = () => Number(stream.next().value);
    const random = rest.replace(/\d/g, () => String(next() % 10));
    return { text: prefix + random, random: [random] };
  },
);

const anySecret = fc.oneof(jwt, issued);

/** A secret of no known form, recognizable only by its name or by what precedes it. */
const opaque: fc.Arbitrary<Secret> = letters(24).map((text) => ({ text, random: [text] }));

const names = [
  ...['access_token', 'refreshToken', 'client_secret', 'password', 'X-Api-Key', 'X-Auth-Key', 'X-Auth', 'sid', 'pass'],
  ...['DB_PASS', 'otp', 'auth', 'Authorization', 'Cookie', 'sessionId', 'accountKey', 'dbPass', 'csrf_token', 'pin'],
];
const name = fc.constantFrom(...names);

type Place = (secret: string) => string;

const encode = encodeURIComponent;
const json = JSON.stringify;

/** Bodies and values that may contain a secret of a known form. */
const anywhere: readonly Place[] = [
  (secret) => secret,
  (secret) => `The value ${secret} was rejected.`,
  (secret) => json({ a: secret, b: 1 }),
  (secret) => json({ [secret]: 1 }),
  (secret) => json({ a: json({ b: json({ c: secret }) }) }),
  (secret) => `{"a":"${secret}","b":`,
  (secret) => `a=${encode(secret)}&b=1`,
  (secret) => `a=${encode(`https://a.example/?b=${encode(secret)}`)}`,
  (secret) => `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${secret}\r\n--x--`,
  (secret) => `<a b="1">${secret}</a>`,
  (secret) => `<!doctype html><pre>Error: ${secret}\n    at x.js:1</pre>`,
  (secret) => `https://a.example/${encode(secret)}/x`,
  (secret) => `https://${encode(secret)}@a.example/x`,
  (secret) => `https://a.example/#a=${encode(secret)}`,
  (secret) => `${json({ a: secret })}\n${json({ a: secret })}`,
];

/** Places that give an opaque secret a name. */
const named: readonly ((name: string, secret: string) => string)[] = [
  (name, secret) => json({ a: 1, [name]: secret }),
  (name, secret) => json({ [name]: [secret] }),
  (name, secret) => json({ a: json({ [name]: secret }) }),
  (name, secret) => json([{ value: secret, name }]),
  (name, secret) => json({ key: name, enabled: true, val: secret }),
  (name, secret) => json({ text: secret, header: name }),
  (name, secret) => json([[name, secret]]),
  (name, secret) => `{"${name}":"${secret}","b":`,
  (name, secret) => `a=1&${name}=${secret}`,
  (name, secret) => `?to=${encode(`https://a.example/?${name}=${secret}`)}`,
  (name, secret) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${secret}\r\n--x--`,
  (name, secret) => `<root><${name}>${secret}</${name}></root>`,
  (name, secret) => `<input name="${name}" value="${secret}">`,
  (name, secret) => `a: 1\n${name}: ${secret}\nb: 2`,
  (name, secret) => `curl -H "${name}: ${secret}" https://a.example`,
  (_, secret) => `https://ann:${secret}@a.example/`,
  (_, secret) => `tried https://ann:${secret}@a.example/ and failed`,
  (_, secret) => json({ Authorization: `Bearer ${secret}` }),
  (_, secret) => `https://a.example/oauth/callback?code=${secret}`,
];

/** Places of an entry where a text may occur. */
const url = 'https://api.xero.com/projects.xro/2.0/Projects';
const entries: readonly ((text: string) => object)[] = [
  (text) => harEntry({ method: 'POST', sent: text }),
  (text) => harEntry({ status: 400, harText: text }),
  (text) => harEntry({ url: `${url}?q=${encode(text)}` }),
  (text) => harEntry({ url: `${url}#${encode(text)}` }),
  (text) => harEntry({ url: `${url}/${encode(text)}/Tasks` }),
  (text) => harEntry({ requestHeaders: { Referer: text } }),
  (text) => harEntry({ requestHeaders: { 'Idempotency-Key': text } }),
  (text) => harEntry({ requestHeaders: { 'X-Anything': text } }),
  (text) => harEntry({ headers: { 'X-Request-Id': text, Location: text } }),
  (text) => harEntry({ error: text, status: 0 }),
];

/** Places where a secret needs no name, because nothing of the value is shown. */
const hidden: readonly ((text: string) => object)[] = [
  (text) => harEntry({ requestHeaders: { Authorization: text } }),
  (text) => harEntry({ requestHeaders: { Authorization: `Bearer ${text}` } }),
  (text) => harEntry({ requestHeaders: { Authorization: `${text} and more` } }),
  (text) => harEntry({ requestHeaders: { Cookie: `a=${text}` }, headers: { 'Set-Cookie': `a=${text}; Secure` } }),
  (text) => harEntry({ requestHeaders: { 'X-Anything': text }, headers: { 'X-Other': text } }),
];

const cases: fc.Arbitrary<{ secret: Secret; entry: object }> = fc.oneof(
  fc
    .tuple(anySecret, fc.constantFrom(...anywhere), fc.constantFrom(...entries))
    .map(([secret, place, at]) => ({ secret, entry: at(place(secret.text)) })),
  fc
    .tuple(opaque, name, fc.constantFrom(...named), fc.constantFrom(...entries.slice(0, 3)))
    .map(([secret, name, place, at]) => ({ secret, entry: at(place(name, secret.text)) })),
  fc
    .tuple(fc.oneof(anySecret, opaque), fc.constantFrom(...hidden))
    .map(([secret, at]) => ({ secret, entry: at(secret.text) })),
  anySecret.map((secret) => ({ secret, entry: harEntry({ requestHeaders: { [secret.text]: 'x' } }) })),
);

function outputsOf(log: readonly Exchange[]): string {
  const files = (['har', 'diagnoses'] as const).flatMap((format) =>
    runToEnd(exportFile({ format, chosen: log, log, classes: [], version: '1', nowMs: 0 })),
  );
  const options = { log, classes: [], isRedacted: false, knownHosts: [], nowMs: 0 };
  const texts = copyFormats
    .flat()
    .flatMap((copy) => log.map((exchange) => runToEnd(renderCopy(copy, { ...options, exchange })).text));
  return [JSON.stringify(log), ...files, ...texts].join('\n');
}

const MIN_LEAK_CHARS = 12;

function piecesOf({ random }: Secret): readonly string[] {
  return random.flatMap((text) =>
    Array.from({ length: Math.max(1, text.length - MIN_LEAK_CHARS + 1) }, (_, at) =>
      text.slice(at, at + MIN_LEAK_CHARS),
    ),
  );
}

test(
  'no secret of any form in any place is in the log, an export or a copy',
  async () => {
    const property = fc.asyncProperty(cases, async ({ secret, entry }) => {
      const { exchanges } = await importHar(JSON.stringify({ log: { version: '1.2', entries: [entry] } }));
      expect(exchanges).toHaveLength(1);
      const outputs = outputsOf(exchanges);
      expect(piecesOf(secret).filter((piece) => outputs.includes(piece) || outputs.includes(encode(piece)))).toEqual(
        [],
      );
    });
    await fc.assert(property, { numRuns: fuzzRuns(300) });
  },
  TIMEOUT_MS,
);
