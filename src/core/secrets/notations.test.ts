// Every notation and every redaction step handles its own example.

import { describe, expect, test } from 'vitest';
import { redactNamedSecrets } from './named-secrets.ts';
import { notations } from './notations.ts';
import { redactSecrets, steps } from './redact-secrets.ts';

describe('a named secret written as', () => {
  test.each(notations.map((row) => [row.name, row] as const))('%s', (_, { before, after }) => {
    expect(redactNamedSecrets(before)).toBe(after);
    expect(redactNamedSecrets(after)).toBe(after);
  });
});

describe('the step for', () => {
  test.each(steps.map((row) => [row.name, row] as const))('%s', (_, { before, after, redact }) => {
    expect(redact(before)).toBe(after);
    expect(redactSecrets(before)).toBe(after);
  });
});
