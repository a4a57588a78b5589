import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeFile } from './decode-file.ts';

const signal = new AbortController().signal;
const text = '{"log":"Zoë"}';

test.each<[string, BlobPart]>([
  ['UTF-8', text],
  ['UTF-8 with a byte order mark', `\ufeff${text}`],
  ['UTF-16', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ['big-endian UTF-16', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
  ['UTF-8 compressed with gzip', Uint8Array.from(gzipSync(text))],
])('reads %s', async (_, bytes) => {
  expect(await decodeFile(new Blob([bytes]), signal)).toEqual({ kind: 'text', text });
});

test.each(['\ufeff', ''])(
  'decodes a large file in parts, with %j at its start, and no character is lost between them',
  async (mark) => {
    // Three bytes each, so that most parts end within one.
    const large = '€'.repeat(6_000_000);
    const decoded = await decodeFile(new Blob([mark, large]), signal);
    expect(decoded.kind === 'text' && decoded.text === large).toBe(true);
  },
);

test('reports the limit when a file is too large before or after decompression', async () => {
  const large = 'x'.repeat(3_000_000);
  expect(await decodeFile(new Blob([large]), signal, 2_000_000)).toEqual({
    kind: 'unreadable',
    reason: 'The file is 3 MB. Browsers can read at most 2 MB of text at once.',
  });
  expect(await decodeFile(new Blob([Uint8Array.from(gzipSync(large))]), signal, 2_000_000)).toEqual({
    kind: 'unreadable',
    reason: 'The decompressed file is too large. Browsers can read at most 2 MB of text at once.',
  });
});

test('reports a truncated gzip file as unreadable', async () => {
  const truncated = Uint8Array.from(gzipSync(text)).slice(0, 20);
  expect(await decodeFile(new Blob([truncated]), signal)).toMatchObject({ kind: 'unreadable' });
});

test('rejects when aborted', async () => {
  await expect(decodeFile(new Blob([text]), AbortSignal.abort())).rejects.toThrow();
});
