// Which URLs are valid in HAR, and how the others are encoded.

import { expect, test } from 'vitest';
import { toValidUri } from './uri.ts';

test.each([
  [
    'https://api.xero.com/projects.xro/2.0/Projects?page=1&x=a%20b',
    'https://api.xero.com/projects.xro/2.0/Projects?page=1&x=a%20b',
  ],
  [
    'https://a.example/Projects/{projectId}?q=[redacted]&p=50%',
    'https://a.example/Projects/%7BprojectId%7D?q=%5Bredacted%5D&p=50%25',
  ],
  ['http://[redacted]@a.example/', 'http://%5Bredacted%5D@a.example/'],
  ['http://[::1]:8080/a#b#c', 'http://[::1]:8080/a#b%23c'],
  ['not an address', 'about:invalid'],
  ['javascript:alert(1)', 'about:invalid'],
])('%s is written as %s', (url, expected) => {
  expect(toValidUri(url)).toBe(expected);
});
