// Gives the text of a file, in whichever encoding it is, compressed by gzip too.

export type DecodedFile =
  | { readonly kind: 'text'; readonly text: string }
  /** `why` is a sentence. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Throws the reason of `signal` where that comes first. */
export async function decodeFile(file: Blob, signal: AbortSignal, mostBytes = MAX_FILE_BYTES): Promise<DecodedFile> {
  signal.throwIfAborted();
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const read = Promise.race([cancelled, textOf(file, mostBytes)]);
  return read.catch((error: unknown) => {
    signal.throwIfAborted();
    return { kind: 'unreadable', why: `The browser cannot read it: ${String(error).slice(0, 200)}` };
  });
}

/** Chromium holds no text of more than 536,870,888 characters. */
const MAX_FILE_BYTES = 500_000_000;

async function textOf(file: Blob, mostBytes: number): Promise<DecodedFile> {
  if (file.size > mostBytes) return tooLarge(`It has ${toMegabytes(file.size)} MB`, mostBytes);
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0x1f && second === 0x8b) return unpacked(file, mostBytes);
  const encoding = utf16[(first << 8) | second];
  if (encoding === undefined) return { kind: 'text', text: await file.text() };
  return { kind: 'text', text: new TextDecoder(encoding).decode(await file.arrayBuffer()) };
}

/** By the byte order mark. */
const utf16: Readonly<Record<number, string>> = { 65534: 'utf-16le', 65279: 'utf-16be' };

async function unpacked(file: Blob, mostBytes: number): Promise<DecodedFile> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return textOf(new Blob(parts), mostBytes);
    bytes += value.byteLength;
    parts.push(value);
    if (bytes <= mostBytes) continue;
    await reader.cancel();
    return tooLarge('Unpacked it has more', mostBytes);
  }
}

function tooLarge(what: string, mostBytes: number): DecodedFile {
  return { kind: 'unreadable', why: `${what}; browsers read at most ${toMegabytes(mostBytes)} MB of text at once.` };
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
