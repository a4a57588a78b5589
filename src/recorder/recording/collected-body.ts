// Copies the chunks of a body as they pass, up to a limit.

export interface CollectedBody {
  /** Copies `chunk`, so that the caller may reuse it. */
  readonly add: (chunk: unknown, encoding?: unknown) => void;
  /** Returns the collected bytes and frees them here. */
  readonly take: () => Buffer;
  /** Including those that weren't collected. */
  readonly totalBytes: () => number;
  /** Discards what was collected, because the request is sent again. */
  readonly reset: () => void;
}

/** Per body: the characters that are stored, and those that redaction reads beyond them. */
const MAX_BODY_BYTES = 1_048_576 + 16_384;
/** For all bodies under way together. */
const MAX_OPEN_BYTES = 16_000_000;

let openBytes = 0;

export function createCollectedBody(): CollectedBody {
  let chunks: Buffer[] = [];
  let collected = 0;
  let total = 0;
  const reset = () => {
    openBytes -= collected;
    chunks = [];
    collected = 0;
    total = 0;
  };
  return {
    add(chunk, encoding) {
      const size = sizeOf(chunk, encoding);
      if (size === 0) return;
      // Leaves no gap: once a chunk is skipped, so are all that follow.
      const room = total > collected ? 0 : Math.min(MAX_BODY_BYTES - collected, MAX_OPEN_BYTES - openBytes);
      total += size;
      if (room <= 0) return;
      const copy = copyOf(chunk, encoding).subarray(0, room);
      chunks.push(copy);
      collected += copy.length;
      openBytes += copy.length;
    },
    take() {
      const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      const bytes = total;
      reset();
      total = bytes;
      return all;
    },
    totalBytes: () => total,
    reset,
  };
}

function sizeOf(chunk: unknown, encoding: unknown): number {
  if (typeof chunk === 'string') return Buffer.byteLength(chunk, encodingOf(encoding));
  return ArrayBuffer.isView(chunk) ? chunk.byteLength : 0;
}

function copyOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, encodingOf(encoding));
  const { buffer, byteOffset, byteLength } = chunk as Uint8Array;
  return Buffer.from(new Uint8Array(buffer, byteOffset, byteLength));
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}
