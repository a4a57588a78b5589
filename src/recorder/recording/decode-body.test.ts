import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBody } from './decode-body.ts';

const text = '{"name":"Büro"}'.repeat(50);
const plain = Buffer.from(text);

describe('a body', () => {
  test.each([
    ['gzip', zlib.gzipSync(plain)],
    ['X-GZIP', zlib.gzipSync(plain)],
    ['deflate', zlib.deflateSync(plain)],
    ['deflate', zlib.deflateRawSync(plain)],
    ['br', zlib.brotliCompressSync(plain)],
    ['identity', plain],
    ['', plain],
    ['br, gzip', zlib.gzipSync(zlib.brotliCompressSync(plain))],
  ])('with the encoding %s becomes text', (encoding, bytes) => {
    expect(decodeBody(bytes, encoding, 'application/json')).toEqual({ text, size: plain.length });
  });

  test.each([
    ['gzip', zlib.gzipSync(plain)],
    ['deflate', zlib.deflateSync(plain)],
    ['br', zlib.brotliCompressSync(plain)],
  ])('with the encoding %s that was cut off becomes text as far as it goes', (encoding, bytes) => {
    const { text: start } = decodeBody(bytes.subarray(0, bytes.length - 2), encoding, '');
    expect(text.startsWith(start ?? '-')).toBe(true);
  });

  test.each([
    ['an unknown encoding', plain, 'x-own', '', /^Not stored: .*\(x-own\)\.$/],
    ['a wrong encoding', plain, 'gzip', '', /^Not stored: .*\(gzip\)\.$/],
    ['a decompression bomb', zlib.gzipSync(Buffer.alloc(9_000_000)), 'gzip', '', /^Not stored: .*\(gzip\)\.$/],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), '', 'image/png', /^Not stored: it isn’t text\.$/],
    ['zeros', Buffer.alloc(9), '', 'text/plain', /^Not stored: it isn’t text\.$/],
  ])('that is %s has a comment', (_, bytes, encoding, type, comment) => {
    const decoded = decodeBody(bytes, encoding, type);
    expect(decoded.text).toBeUndefined();
    expect(decoded.comment).toMatch(comment);
  });

  test.each([
    ['text/html; charset=windows-1252', Buffer.from('Büro', 'latin1'), 'Büro'],
    ['text/html; charset="utf-8"', Buffer.from('Büro'), 'Büro'],
    ['text/html; charset=none', Buffer.from('Büro'), 'Büro'],
    ['text/html', Buffer.from('Bü').subarray(0, 2), 'B'],
  ])('of type %s is decoded', (type, bytes, expected) => {
    expect(decodeBody(bytes, '', type).text).toBe(expected);
  });
});
