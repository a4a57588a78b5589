import { expect, test } from 'vitest';
import { isOff, readOptions } from './options.ts';

test.each([
  [{}, false],
  [{ NODE_ENV: 'development' }, false],
  [{ NODE_ENV: 'production' }, true],
  [{ NODE_ENV: 'production', XERO_RECORDER: '1' }, false],
  [{ NODE_ENV: 'production', XERO_RECORDER: '0' }, true],
])('in the environment %j it is off: %s', (env, expected) => {
  expect(isOff(env)).toBe(expected);
});

test('by default, the app has the name of its package, and no file is written', () => {
  const none = new Set();
  expect(readOptions({}, () => 'timesheets')).toEqual({
    app: 'timesheets',
    har: '',
    hosts: none,
    allowedHosts: none,
    allowedOrigins: none,
  });
  expect(readOptions({}, () => undefined).app).toBe('Node server');
});

test('reads lists with commas or spaces, in any case', () => {
  const options = readOptions(
    {
      XERO_RECORDER_APP: 'x'.repeat(200),
      XERO_RECORDER_HAR: 'xero.har',
      XERO_RECORDER_HOSTS: 'Proxy.example, localhost:8080',
      XERO_RECORDER_ALLOWED_HOSTS: 'app.test',
      XERO_RECORDER_ALLOWED_ORIGINS: 'https://App.test/',
    },
    () => 'timesheets',
  );
  expect(options).toEqual({
    app: 'x'.repeat(100),
    har: 'xero.har',
    hosts: new Set(['proxy.example', 'localhost:8080']),
    allowedHosts: new Set(['app.test']),
    allowedOrigins: new Set(['https://app.test']),
  });
});
