import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeFile } from './decode-file.ts';

const going = new AbortController().signal;
const text = '{"log":"Zoë"}';

test.each<[string, BlobPart]>([
  ['UTF-8', text],
  ['UTF-8 with a byte order mark', `\ufeff${text}`],
  ['UTF-16', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ['UTF-16, the high byte first', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
  ['UTF-8, compressed', Uint8Array.from(gzipSync(text))],
])('reads %s', async (_, bytes) => {
  expect(await decodeFile(new Blob([bytes]), going)).toEqual({ kind: 'text', text });
});

test('reports the limit for a file that is too large, also if it is so only when unpacked', async () => {
  const large = 'x'.repeat(3_000_000);
  expect(await decodeFile(new Blob([large]), going, 2_000_000)).toEqual({
    kind: 'unreadable',
    why: 'It has 3 MB; browsers read at most 2 MB of text at once.',
  });
  expect(await decodeFile(new Blob([Uint8Array.from(gzipSync(large))]), going, 2_000_000)).toEqual({
    kind: 'unreadable',
    why: 'Unpacked it has more; browsers read at most 2 MB of text at once.',
  });
});

test('reports why a truncated file cannot be unpacked', async () => {
  const cut = Uint8Array.from(gzipSync(text)).slice(0, 20);
  expect(await decodeFile(new Blob([cut]), going)).toMatchObject({ kind: 'unreadable' });
});

test('stops when cancelled', async () => {
  await expect(decodeFile(new Blob([text]), AbortSignal.abort())).rejects.toThrow();
});
