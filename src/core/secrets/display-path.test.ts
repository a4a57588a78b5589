import { expect, test } from 'vitest';
import { displayPath } from './display-path.ts';

test.each([
  ['http://localhost:3000/app/save-time?token=abc#top', '/app/save-time'],
  ['https://app.example/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11/Tasks', '/Projects/…/Tasks'],
  ['https://app.example', '/'],
  ['https://app.example/\u202e/`x`', '/%E2%80%AE/%60x%60'],
])('%s: %s', (url, path) => {
  expect(displayPath(new URL(url))).toBe(path);
});

test('has no secret and a bounded length', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
  expect(displayPath(new URL(`https://app.example/reset/${token}`))).not.toContain('dozjgNryP4J3');
  expect(displayPath(new URL(`https://app.example/${'x'.repeat(9_999)}`)).length).toBeLessThanOrEqual(160);
});
