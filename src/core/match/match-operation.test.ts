import { describe, expect, test } from 'vitest';
import { operations } from '../../catalogue/operations.ts';
import { cpuMs } from '../../testing/cpu-time.ts';
import { allowedMethods, findMistakenRoot, matchOperation } from './match-operation.ts';

const id = '254553fa-2be8-4b22-8b0a-0f3b6a1f5c11';
const api = 'https://api.xero.com/projects.xro/2.0';

describe('matchOperation', () => {
  test.each(operations)('matches $id by $method $path, ignoring case', ({ id: operation, method, path }) => {
    const concrete = path.replaceAll(/\{\w+\}/g, id);
    expect(matchOperation(method, `${api}${concrete}`)).toEqual({ matchedBy: 'host', path: concrete, operation });
    expect(matchOperation(method.toLowerCase(), `${api}${concrete.toLowerCase()}/`)?.operation).toBe(operation);
    expect(matchOperation(method, `https://app.example/proxy/PROJECTS.XRO/2.0${concrete}?page=1`)?.operation).toBe(
      operation,
    );
    expect(
      matchOperation(method, `https://app.example/api/xero${concrete}`, ['https://app.example/api/xero/']),
    ).toEqual({
      matchedBy: 'mapped',
      path: concrete,
      operation,
    });
  });

  test.each([
    ['https://api.xero.com/projects.xro/2.0/Projects', 'host', '/Projects'],
    ['https://api.xero.com/connections', 'host', undefined],
    ['https://api.xero.com/api.xro/2.0/Invoices', 'host', undefined],
    ['http://localhost:5173/xero/Projects.Xro/2.0/ProjectsUsers', 'path', '/ProjectsUsers'],
    ['https://cors.example/https://api.xero.com/projects.xro/2.0/Projects', 'path', '/Projects'],
    ['https://api.xero.com//projects.xro/2.0//Projects/', 'host', '/Projects'],
    ['https://%61pi.x%65ro.com/connections', 'host', undefined],
    ['https://ａｐｉ.ｘｅｒｏ.ｃｏｍ/connections', 'host', undefined],
    ['https://api.xe\nro.com/connections', 'host', undefined],
    ['https://app.example/projects.xro/2.01/Projects', 'path', undefined],
    ['https://app.example/api/projects.xro/1.0/Projects', 'path', undefined],
    ['https://app.example/xero/api.xro/2.0/projects?page=1', 'path', undefined],
    ['https://app.example/xero/projects/2.0/Projects', 'path', undefined],
    ['https://go.xero.com/api/projects/projects?states=INPROGRESS', 'host', undefined],
    ['https:\\\\app.example\\projects.xro\\.\\2.0\\Projects', 'path', '/Projects'],
  ])('matches %s by %s, with path %s', (url, matchedBy, path) => {
    expect(matchOperation('GET', url)).toMatchObject({ matchedBy, path });
  });

  test.each([
    'https://app.example/projects',
    'https://api.xero.com.evil.example/Projects',
    'https://app.example/api.xro/2.0/Invoices',
    'https://app.example/projects/2.0',
    'https://go.xero.com/app/projects',
    'https://app.example/?url=https://api.xero.com/projects.xro/2.0/Projects',
    `data:text/plain,${'projects.xro/2.0'.repeat(10)}`,
    'chrome-extension://api.xero.com/projects.xro/2.0/Projects',
    'not an address',
    '',
  ])('does not match %s', (url) => {
    expect(matchOperation('GET', url)).toBeUndefined();
  });

  test.each([
    ['/api/xero/', 'https://any.example/api/xero/Projects', '/Projects'],
    ['/api/xero', 'https://any.example/API/XERO/projects.xro/2.0/Projects', '/Projects'],
    ['https://a.example', 'https://a.example/Projects', '/Projects'],
    ['/projects.xro/', 'https://any.example/projects.xro/2.0/Projects', '/Projects'],
    ['https://a.example/x/projects.xro', 'https://a.example/x/projects.xro/2.0/Projects', '/Projects'],
    ['/x/projects.xro/2.0', 'https://any.example/x/projects.xro/2.0/Projects', '/Projects'],
  ])('the mapping %s turns %s into the path %s', (mapping, url, path) => {
    expect(matchOperation('GET', url, [mapping])).toMatchObject({ matchedBy: 'mapped', path });
  });

  test.each(['/api/xero/connections', '/api/xero/api.xro/2.0/Invoices'])(
    'below a mapping, %s is Xero’s but outside the Projects API',
    (path) => {
      expect(matchOperation('GET', `https://any.example${path}`, ['/api/xero'])).toEqual({
        matchedBy: 'mapped',
        path: undefined,
        operation: undefined,
      });
    },
  );

  test('below a mapping, `/connections` under the API root is a path of the API, which lacks it', () => {
    const url = 'https://any.example/api/xero/projects.xro/2.0/connections';
    expect(matchOperation('GET', url, ['/api/xero'])).toMatchObject({ path: '/connections', operation: undefined });
  });

  test('a mapping matches whole segments: `/api` does not match `/apiary`', () => {
    expect(matchOperation('GET', 'https://a.example/apiary/Projects', ['/api'])).toBeUndefined();
  });

  test('allowedMethods lists the methods of a path even if the request matches no operation', () => {
    expect(matchOperation('PROPFIND', `${api}/Projects/${id}`)?.operation).toBeUndefined();
    const methods = operations.filter(({ path }) => path === '/Projects/{projectId}').map(({ method }) => method);
    expect(allowedMethods(`/Projects/${id}`)).toEqual(methods);
    expect(allowedMethods('/NoSuchPath')).toEqual([]);
  });
});

test.each(['a', '/', 'a/', 'xero', '/projects', '/projects/2', 'xero/projects/', '/projects.xro', '%2f', '1.'])(
  'looks for a mistaken root in 16,000 characters of %j without noticeable delay',
  (run) => {
    const address = new URL(`https://api.xero.com/${run.repeat(16_000 / run.length)}`);
    expect(cpuMs(() => findMistakenRoot(address))).toBeLessThan(100);
  },
);
