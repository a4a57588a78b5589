// Joins PNGs into one animated PNG, which every browser plays and everything else shows as its first frame.

import { crc32 } from 'node:zlib';

export interface PngFrame {
  readonly png: Buffer;
  readonly shownMs: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Loops forever. All frames need the same size and kind of pixels, as screenshots of one window have. */
export function joinPngs(frames: readonly PngFrame[]): Buffer {
  const [header, ...others] = frames.map(({ png }) => findChunk(png, 'IHDR'));
  if (header === undefined) throw new Error('No frames');
  if (others.some((each) => !each.equals(header))) throw new Error('The frames differ in size or kind of pixels');
  let sequence = 0;
  const body = frames.flatMap(({ png, shownMs }, i) => [
    { type: 'fcTL', data: frameControl(sequence++, header, shownMs) },
    ...chunksOf(png)
      .filter(({ type }) => type === 'IDAT')
      // Programs that don't support animation show the first frame.
      .map(({ type, data }) =>
        i === 0 ? { type, data } : { type: 'fdAT', data: Buffer.concat([uint32(sequence++), data]) },
      ),
  ]);
  return Buffer.concat([
    SIGNATURE,
    ...[
      { type: 'IHDR', data: header },
      { type: 'acTL', data: Buffer.concat([uint32(frames.length), uint32(0)]) },
      ...body,
      { type: 'IEND', data: Buffer.alloc(0) },
    ].map(writeChunk),
  ]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A whole frame at the origin, which replaces the one before. */
function frameControl(sequence: number, header: Buffer, shownMs: number): Buffer {
  const delay = Buffer.alloc(6);
  delay.writeUInt16BE(shownMs, 0);
  delay.writeUInt16BE(1_000, 2);
  return Buffer.concat([uint32(sequence), header.subarray(0, 8), uint32(0), uint32(0), delay]);
}

function findChunk(png: Buffer, name: string): Buffer {
  const found = chunksOf(png).find((each) => each.type === name);
  if (found === undefined) throw new Error(`The PNG has no ${name}`);
  return found.data;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function writeChunk({ type, data }: Chunk): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), content, uint32(crc32(content))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
