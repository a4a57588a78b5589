// Decompresses and decodes a body as it was sent over the network, if it is text.

import { isUtf8 } from 'node:buffer';
import zlib from 'node:zlib';

export interface DecodedBody {
  /** `undefined` if the body can't be stored; `comment` says why. */
  readonly text: string | undefined;
  readonly comment?: string;
  /** In bytes, decompressed as far as known. */
  readonly size: number;
}

/** `bytes` may be only the start of the body. `encoding` is the value of `Content-Encoding`. */
export function decodeBody(bytes: Buffer, encoding: string, contentType: string): DecodedBody {
  let plain = bytes;
  for (const each of encoding.toLowerCase().split(',').reverse()) {
    const name = each.trim();
    if (name === '' || name === 'identity') continue;
    try {
      plain = decompress(name, plain);
    } catch {
      const comment = `Not stored: it couldn’t be decompressed (${/^[a-z-]{1,20}$/.test(name) ? name : 'unknown encoding'}).`;
      return { text: undefined, comment, size: bytes.length };
    }
  }
  const text = decodeText(plain, contentType);
  if (text === undefined) return { text, comment: 'Not stored: it isn’t text.', size: plain.length };
  return { text, size: plain.length };
}

/** More than is ever stored. Limits decompression: a small body may expand to gigabytes. */
const MAX_DECOMPRESSED_BYTES = 8_388_608;

/** The body may be cut off, so returns as much as can be decompressed. */
function decompress(encoding: string, bytes: Buffer): Buffer {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const options = { maxOutputLength: MAX_DECOMPRESSED_BYTES, finishFlush: Z_SYNC_FLUSH };
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.gunzipSync(bytes, options);
    case 'deflate':
      // Some servers leave out the header, which has 8 in its lower half.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
    case 'br':
      return zlib.brotliDecompressSync(bytes, { ...options, finishFlush: BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return decompressZstd(bytes);
    default:
      throw new Error('unknown encoding');
  }
}

/** Since Node 22.15. */
function decompressZstd(bytes: Buffer): Buffer {
  const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (bytes: Buffer, options: object) => Buffer };
  if (zstdDecompressSync === undefined) throw new Error('unknown encoding');
  return zstdDecompressSync(bytes, { maxOutputLength: MAX_DECOMPRESSED_BYTES });
}

function decodeText(bytes: Buffer, contentType: string): string | undefined {
  if (bytes.includes(0)) return undefined;
  const [, charset = 'utf-8'] = /charset="?([\w.:-]{1,40})/i.exec(contentType) ?? [];
  // Creating a decoder per body would take a quarter of the recorder's time.
  if (/^utf-?8$/i.test(charset) && isUtf8(bytes)) return bytes.toString();
  try {
    // A character at the end may have been cut in half.
    return createDecoder(charset).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}
