import { expect, test } from 'vitest';
import { isXeroAddress } from './xero-address.ts';

const hosts = new Set(['proxy.example', 'localhost:8080']);

test.each([
  ['api.xero.com', '/projects.xro/2.0/Projects', true],
  ['API.Xero.com:443', '/connections', true],
  ['identity.xero.com', '/connect/token', true],
  ['localhost:3000', '/xero/Projects.xro/2.0/Projects', true],
  ['proxy.example', '/anything', true],
  ['proxy.example:8443', '/anything', true],
  ['localhost:8080', '/anything', true],
  ['localhost:8081', '/anything', false],
  ['login.xero.com', '/', false],
  ['api.xero.com.evil.example', '/', false],
  ['app.example', '/projects', false],
  ['app.example', '/?next=/projects.xro/2.0', false],
])('%s%s is recorded: %s', (host, path, expected) => {
  expect(isXeroAddress(host, path, hosts)).toBe(expected);
});
