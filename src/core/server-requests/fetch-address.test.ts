import { expect, test } from 'vitest';
import { fetchAddress, isFetchAddress } from './fetch-address.ts';

const key = 'AbCdEfGhIjKlMnOpQrS-_0';
const query = `?xero-inspector=${key}.3`;

test.each([
  ['http://localhost:3000/app/time', `http://localhost:3000/app/time${query}`],
  ['http://localhost:3000/app/time?token=secret#part', `http://localhost:3000/app/time${query}`],
  ['https://app.example/', `https://app.example/${query}`],
  ['http://user:password@localhost:3000/a', `http://localhost:3000/a${query}`],
  ['http://[::1]:3000/a%2Fb', `http://[::1]:3000/a%2Fb${query}`],
])('has the origin and path of %s', (responseUrl, address) => {
  expect(fetchAddress(responseUrl, { key, cursor: 3 })).toBe(address);
});

test.each([
  'data:text/html,a',
  'blob:http://localhost/1',
  'file:///a',
  'chrome-extension://abc/panel.html',
  'javascript:alert(1)',
  'wss://localhost/a',
  'not a URL',
  '',
  `http://localhost/${'a'.repeat(20_000)}`,
])('has no address for a response from %.60s', (responseUrl) => {
  expect(fetchAddress(responseUrl, { key, cursor: 3 })).toBeUndefined();
});

test('requests the rest of a long entry, and the entries that no page causes', () => {
  expect(fetchAddress('http://localhost/', { key, cursor: 3, from: 500 })).toBe(`http://localhost/${query}&from=500`);
  expect(fetchAddress('http://localhost/', { key, cursor: 3, follow: true })).toBe(`http://localhost/${query}&follow`);
});

test('recognizes its own addresses', () => {
  expect(isFetchAddress(`http://localhost/${query}`)).toBe(true);
  expect(isFetchAddress('http://localhost/?other=1')).toBe(false);
});
