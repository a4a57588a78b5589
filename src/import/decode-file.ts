// Decodes a file to text: UTF-8 or UTF-16, optionally compressed with gzip.

export type DecodedFile =
  | { readonly kind: 'text'; readonly text: string }
  /** `why` is a complete sentence for the user. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Rejects with the reason of `signal` when it aborts. */
export async function decodeFile(file: Blob, signal: AbortSignal, maxBytes = MAX_FILE_BYTES): Promise<DecodedFile> {
  signal.throwIfAborted();
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const read = Promise.race([cancelled, decodeText(file, signal, maxBytes)]);
  return read.catch((error: unknown) => {
    signal.throwIfAborted();
    return { kind: 'unreadable', reason: `The browser can’t read the file: ${String(error).slice(0, 200)}` };
  });
}

/** Chromium limits a string to 536,870,888 characters. */
const MAX_FILE_BYTES = 500_000_000;

async function decodeText(file: Blob, signal: AbortSignal, maxBytes: number): Promise<DecodedFile> {
  if (file.size > maxBytes) return tooLarge(`The file is ${toMegabytes(file.size)} MB`, maxBytes);
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0x1f && second === 0x8b) return gunzip(file, signal, maxBytes);
  const encoding = utf16[(first << 8) | second];
  return { kind: 'text', text: await decodeInParts(file, signal, new TextDecoder(encoding)) };
}

/** `Blob.text()` decodes a whole file in one task: 200 MB took 200 ms. */
async function decodeInParts(file: Blob, signal: AbortSignal, decoder: TextDecoder): Promise<string> {
  const parts: string[] = [];
  for (let at = 0; at < file.size; at += PART_BYTES) {
    signal.throwIfAborted();
    parts.push(decoder.decode(await file.slice(at, at + PART_BYTES).arrayBuffer(), { stream: true }));
  }
  return [...parts, decoder.decode()].join('');
}

const PART_BYTES = 8_000_000;

/** Encodings by their byte order mark. */
const utf16: Readonly<Record<number, string>> = { 65534: 'utf-16le', 65279: 'utf-16be' };

async function gunzip(file: Blob, signal: AbortSignal, maxBytes: number): Promise<DecodedFile> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return decodeText(new Blob(parts), signal, maxBytes);
    bytes += value.byteLength;
    parts.push(value);
    if (bytes <= maxBytes) continue;
    await reader.cancel();
    return tooLarge('The decompressed file is too large', maxBytes);
  }
}

function tooLarge(what: string, maxBytes: number): DecodedFile {
  return {
    kind: 'unreadable',
    reason: `${what}. Browsers can read at most ${toMegabytes(maxBytes)} MB of text at once.`,
  };
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
