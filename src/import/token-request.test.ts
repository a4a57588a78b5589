import { expect, test } from 'vitest';
import { importHar } from './import-har.ts';

const secrets = ['topsecret-code', 'topsecret-refresh', 'topsecret-client', 'topsecret-access', 'topsecret-id', 'YTpi'];

test('stores none of the secrets of a token request', async () => {
  const { exchanges } = await importHar(
    JSON.stringify({
      log: {
        version: '1.2',
        creator: { name: 'a', version: '1' },
        entries: [
          {
            startedDateTime: '2026-11-30T02:00:00.000Z',
            time: 12,
            request: {
              method: 'POST',
              url: 'https://identity.xero.com/connect/token',
              httpVersion: 'HTTP/1.1',
              cookies: [],
              queryString: [],
              headers: [{ name: 'Authorization', value: 'Basic YTpi' }],
              headersSize: -1,
              bodySize: -1,
              postData: {
                mimeType: 'application/x-www-form-urlencoded',
                text: 'grant_type=authorization_code&code=topsecret-code&refresh_token=topsecret-refresh&client_secret=topsecret-client',
              },
            },
            response: {
              status: 200,
              statusText: 'OK',
              httpVersion: 'HTTP/1.1',
              cookies: [],
              headers: [],
              content: {
                size: 1,
                mimeType: 'application/json',
                text: '{"id_token":"topsecret-id","access_token":"topsecret-access","expires_in":1800,"refresh_token":"topsecret-refresh"}',
              },
              redirectURL: '',
              headersSize: -1,
              bodySize: -1,
            },
            cache: {},
            timings: { send: 0, wait: 1, receive: 1 },
          },
        ],
      },
    }),
    { mappings: [] },
  );
  expect(exchanges).toHaveLength(1);
  expect(secrets.filter((each) => JSON.stringify(exchanges).includes(each))).toEqual([]);
  expect(JSON.stringify(exchanges)).toContain('expires_in');
});
