import { expect, test } from 'vitest';
import { createGuard } from './guard.ts';

test('a guard returns results, and reports only the first failure, without secrets', () => {
  const lines: string[] = [];
  const guard = createGuard((line) => lines.push(line));
  expect(guard(() => 1)).toBe(1);
  const fail = (error: unknown) => () => {
    throw error;
  };
  expect(guard(fail(new Error('no file refresh_token=Zq7Xk2Lm9Pw4Rt6Y')))).toBeUndefined();
  expect(guard(fail('a text'))).toBeUndefined();
  expect(lines).toEqual([
    'xero-projects-recorder: no file refresh_token=[redacted]. Xero requests may be missing in the panel.',
  ]);
});

test('a guard throws nothing even if it can’t print', () => {
  const guard = createGuard(() => {
    throw new Error('EPIPE');
  });
  expect(
    guard(() => {
      throw new Error('broken');
    }),
  ).toBeUndefined();
});
