import { expect, test } from 'vitest';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { type Exchange, STRIPPED_TOKEN } from '../model/exchange.ts';
import { diagnose } from './diagnose.ts';
import { getNotes, noteRules } from './notes.ts';

const proxied = 'https://app.example/projects.xro/2.0/Projects';
const notesOn = (options: ExchangeOptions, more: Partial<Exchange> = {}) => {
  const sample = { ...exchange(options), ...more };
  return getNotes(sample, diagnose(sample))
    .map(({ observed }) => `${observed}.`)
    .join(' ');
};

test('an ordinary exchange has no notes', () => {
  expect(notesOn({})).toBe('');
  expect(notesOn({ status: 400, body: { message: 'No' } })).toBe('');
});

test.each<[string, ExchangeOptions]>([
  ['Xero’s error inside', { body: { error: { modelState: { 'model.Name': ['No'] } } } }],
  ['an HTML page', { body: '<!doctype html><html></html>' }],
])('does not count a proxy’s 200 with %s as a success', (_, options) => {
  expect(notesOn({ method: 'POST', url: proxied, ...options })).not.toContain('Treat both as success');
});

test.each<[string, ExchangeOptions, Partial<Exchange>, string]>([
  ['an address outside the API', { url: 'https://api.xero.com/connections' }, {}, 'outside the Projects API'],
  ['200 where 201 is documented', { method: 'POST' }, {}, 'The documentation says 201'],
  [
    'a status that a proxy rewrote',
    { url: proxied, status: 500, body: { Status: 401, Detail: 'x' } },
    {},
    'Your server responded with 500. Its body contains a 401 from Xero',
  ],
  [
    'an error that a proxy wrapped',
    { url: proxied, status: 401, body: { error: { Status: 401, Detail: 'x' } } },
    {},
    'Xero’s error is inside it',
  ],
  ['truncated JSON', { status: 400, body: '{"message":"N' }, {}, 'truncated or malformed JSON'],
  [
    'a refused preflight',
    { status: 0, failure: 'cors' },
    { preflight: { status: 404, durationMs: 1 } },
    '(OPTIONS, status 404) doesn’t allow the request',
  ],
  [
    'a response that the browser blocked',
    { status: 200, failure: 'cors' },
    {},
    'status 200 arrived, but the browser blocked it',
  ],
  [
    'the browser’s error',
    {},
    { failure: { kind: 'network', message: 'net::ERR_X' } },
    'The browser reports `net::ERR_X`',
  ],
  [
    'an error with a backtick and a bidirectional control',
    {},
    { failure: { kind: 'network', message: 'x` *now*\u202e `y' } },
    'The browser reports `x´ *now*\\u202e ´y`',
  ],
  ['a failure without a browser error', { status: 0, failure: 'network' }, {}, 'alike'],
  [
    'a rejected token that the file lacks',
    { source: 'import', status: 401 },
    { request: { ...exchange({}).request, token: STRIPPED_TOKEN } },
    'The export may have left it out',
  ],
  [
    'a body in another file',
    {},
    {
      response: {
        ...exchange({}).response,
        body: { kind: 'unavailable', reason: 'in-other-file', bytes: 5, detail: 'a`b.json' },
      },
    },
    'The HAR file refers to a separate file for the body: `a´b.json`',
  ],
  ['a service worker', {}, { viaServiceWorker: true }, 'service worker'],
])('has a note on %s', (_, options, more, sentence) => {
  expect(notesOn(options, more)).toContain(sentence);
});

test.each<[string, ExchangeOptions, Partial<Exchange>, string]>([
  [
    'an error message',
    { source: 'import' },
    { failure: { kind: 'network', message: 'net::ERR_X' } },
    'The file says `net::ERR_X`',
  ],
  ['a failure without a message', { source: 'import', status: 0, failure: 'network' }, {}, 'The file gives no reason'],
  ['an incomplete response', { source: 'import', failure: 'network' }, {}, 'status 200 arrived, but it’s incomplete'],
])('says nothing of live capture about %s in a file', (_, options, more, sentence) => {
  const notes = notesOn(options, more);
  expect(notes).toContain(sentence);
  expect(notes).not.toMatch(/The browser|the page|Firefox/);
});

test('ids are unique and in kebab case', () => {
  const ids = noteRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('omits the full stop of a shared sentence', () => {
  const sample = {
    ...exchange({}),
    response: { ...exchange({}).response, body: { kind: 'unavailable', reason: 'navigated' } },
  };
  expect(getNotes(sample as Exchange, diagnose(sample as Exchange))).toMatchObject([
    { kind: 'note', ruleId: 'body-unavailable', observed: 'The page navigated away before the body was read' },
  ]);
});
