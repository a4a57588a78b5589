import { expect, test } from 'vitest';
import { mappingFromUrl } from './mapping-from-url.ts';
import { validateMapping } from './mappings.ts';

test.each([
  [
    'http://localhost:3000/api/xero/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11?page=2',
    'http://localhost:3000/api/xero',
  ],
  ['http://localhost:3000/api/xero/projects/…/tasks?page=2#top', 'http://localhost:3000/api/xero'],
  [' https://App.Example/api/projects/ProjectsUsers\n', 'https://app.example/api/projects'],
  ['https://me:secret@app.example/xero/Projects', 'https://app.example/xero'],
  ['https://app.example/Projects', 'https://app.example'],
  ['https://app.example/xero-proxy/?x=1', 'https://app.example/xero-proxy'],
  ['/api/xero/Projects?page=2', '/api/xero'],
  ['/api/xero', '/api/xero'],
])('%s needs %s', (url, mapping) => {
  expect(mappingFromUrl(url)).toBe(mapping);
  expect(validateMapping(mapping)?.severity).not.toBe('error');
});

test.each([
  '',
  'app.example/api',
  '//app.example/api',
  '/Projects',
  '/',
  'http://[::1',
  'two words',
  '/a b',
  'ftp://a',
])('%j is left as it is', (text) => expect(mappingFromUrl(text)).toBeUndefined());
