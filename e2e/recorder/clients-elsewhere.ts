// The headers by which proxies and tunnels on this machine give away that their client is on another one.

type SentHeaders = Record<string, string | string[]>;

const address = '203.0.113.7';

export const clientsElsewhere: readonly (readonly [who: string, headers: SentHeaders])[] = [
  ['a client of a tunnel', { 'X-Forwarded-For': address }],
  ['a client of a tunnel behind a proxy', { 'X-Forwarded-For': `${address}, 127.0.0.1` }],
  ['a client in the first of two headers', { 'X-Forwarded-For': [address, '::1'] }],
  ['a client in the last of two headers', { 'X-Forwarded-For': ['::1', address] }],
  ['a client after many others', { 'X-Forwarded-For': `${'127.0.0.1,'.repeat(100)}${address}` }],
  ['more clients than are read', { 'X-Forwarded-For': '127.0.0.1,'.repeat(101) }],
  ['a page of another host', { 'X-Forwarded-Host': 'a.tunnel.example' }],
  ['a client of another proxy', { Forwarded: `for=${address}` }],
];
