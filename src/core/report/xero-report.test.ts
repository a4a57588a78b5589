import { describe, expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { matchOperation } from '../match/match-operation.ts';
import type { Exchange } from '../model/exchange.ts';
import { xeroUrl } from './for-xero.ts';
import { reportForXero } from './xero-report.ts';

function through(url: string, mappings: readonly string[] = []): Exchange {
  const match = matchOperation('GET', url, mappings);
  if (match === undefined) throw new Error(`${url} isn’t for Xero.`);
  return { ...exchange({ url }), match };
}

test.each<[url: string, mappings: readonly string[], expected: string]>([
  [
    'https://api.xero.com/projects.xro/2.0/Projects?page=2',
    [],
    'https://api.xero.com/projects.xro/2.0/Projects?page=2',
  ],
  ['https://identity.xero.com/connect/token', [], 'https://identity.xero.com/connect/token'],
  [
    'http://localhost:3000/proxy/projects.xro/2.0/Projects?page=2#top',
    [],
    'https://api.xero.com/projects.xro/2.0/Projects?page=2',
  ],
  [
    'https://app.example/api/xero/Projects/1/Tasks',
    ['/api/xero'],
    'https://api.xero.com/projects.xro/2.0/Projects/1/Tasks',
  ],
  ['https://app.example/api/xero', ['/api/xero'], 'https://api.xero.com/projects.xro/2.0'],
  ['https://app.example/xero/connections', ['/xero'], 'https://api.xero.com/connections'],
  ['https://app.example/xero/api.xro/2.0/Invoices', ['/xero'], 'https://api.xero.com/api.xro/2.0/Invoices'],
  ['https://app.example/projects.xro/1.0/Projects', [], 'https://api.xero.com/projects.xro/1.0/Projects'],
])('%s with the mappings %j is %s at Xero', (url, mappings, expected) => {
  expect(xeroUrl(through(url, mappings))).toBe(expected);
});

describe('the report for Xero’s support', () => {
  const sentHeaders = {
    'xero-tenant-id': 'e1eede29-f875-4a5d-8470-17f6a29a88b1',
    'content-type': 'application/json',
    'user-agent': 'Mozilla/5.0 (X11)',
    'accept-language': 'de',
    origin: 'http://localhost:3000',
    referer: 'http://localhost:3000/',
    'sec-fetch-mode': 'cors',
    'sec-ch-ua': '"Chromium"',
    'x-app-version': '[redacted, 5 characters]',
  };
  const report = (options: Parameters<typeof exchange>[0]) => {
    const each = exchange({ sentHeaders, status: 400, ...options });
    return reportForXero(each, diagnose(each), [{ redactionClass: 'names', text: 'Name 1' }]);
  };

  test('has the IDs that Xero searches by, at Xero’s own URL', () => {
    const text = report({
      url: 'http://localhost:3000/projects.xro/2.0/Projects',
      headers: { 'xero-correlation-id': '1f2e3d4c' },
    });
    expect(text).toContain('- **Request:** `GET https://api.xero.com/projects.xro/2.0/Projects`');
    expect(text).toContain('- **Xero-Correlation-Id:** `1f2e3d4c`');
    expect(text).toContain('- **Xero-Tenant-Id:** `e1eede29-f875-4a5d-8470-17f6a29a88b1`');
    expect(text).toContain('content-type: application/json');
    expect(text).toContain('The page sent the request to our proxy.');
  });

  test.each(['localhost', 'Mozilla', 'accept-language', 'sec-', 'x-app-version'])('does not mention %s', (word) => {
    expect(report({ url: 'http://localhost:3000/projects.xro/2.0/Projects' })).not.toContain(word);
  });

  test('mentions no proxy if there is none', () => {
    expect(report({})).not.toContain('proxy');
  });

  test('says at its top which values are placeholders', () => {
    expect(report({}).split('\n\n')[1]).toBe(
      '> Redacted. These are placeholders, not the real values: `Name 1` (names and descriptions). Access tokens, cookies and passwords are left out.',
    );
  });
});
