import { describe, expect, test } from 'vitest';
import { addMapping, parseMappings, validateMapping } from './mappings.ts';

test.each([
  ['api/xero', 'error', 'Start with'],
  ['//app.example/api', 'error', 'Start with'],
  ['ftp://app.example/api', 'error', 'Start with'],
  ['/api/xero/*', 'error', '`*`'],
  ['/api xero', 'error', 'space'],
  ['https://', 'error', 'valid URL'],
  ['https://[::1', 'error', 'valid URL'],
  ['/api/xero?path=', 'error', 'query'],
  ['https://app.example/#/xero', 'error', 'query'],
  ['https://me:secret@app.example/xero', 'error', 'password'],
  ['/', 'error', 'every request of every page'],
  [`/${'x'.repeat(300)}`, 'error', 'Too long'],
  ['https://api.xero.com/projects.xro/2.0', 'note', 'No mapping needed'],
  ['/proxy/projects.xro/2.0', 'note', 'No mapping needed'],
  ['https://app.example/', 'note', 'every request to this host'],
  ['/api/xero/Projects', 'note', 'before `/Projects`'],
])('%s: reports an %s that contains “%s”', (line, severity, words) => {
  const problem = validateMapping(line);
  expect(problem?.severity).toBe(severity);
  expect(problem?.message).toContain(words);
});

test.each(['/api/xero', '/api/xero/', 'http://localhost:5173/xero-api', 'HTTPS://App.Example/x'])(
  '%s is valid',
  (line) => expect(validateMapping(line)).toBeUndefined(),
);

test('reports a duplicate', () => {
  expect(validateMapping('/api/xero/', ['/api/xero'])).toMatchObject({ severity: 'note' });
});

describe('parseMappings', () => {
  test('skips unusable lines and sorts the rest by path length, longest first', () => {
    expect(parseMappings([' /api', '', 'nonsense', '/\r', 'https://App.Example:443/api/xero/', '/api/'])).toEqual([
      'https://app.example/api/xero',
      '/api',
    ]);
  });

  test('parses any text', () => {
    expect(parseMappings(['\0\ud800', '%', '/%zz'])).toEqual(['/%zz']);
  });
});

test('adds a prefix once, and preserves what was typed', () => {
  const once = addMapping(['half an addr'], 'https://app.example/api/xero');
  expect(once).toEqual(['half an addr', 'https://app.example/api/xero']);
  expect(addMapping(once, 'https://app.example/api/xero')).toEqual(once);
});
