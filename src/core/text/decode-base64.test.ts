import { expect, test } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';

const encoded = btoa('{"a":"\u00bf\u00ff\u00fe?~"}');
const decoded = (text: string) => {
  const bytes = decodeBase64(text);
  return bytes && String.fromCharCode(...bytes);
};

test.each([
  ['as it should be', encoded],
  ['without padding', encoded.replace(/=+$/, '')],
  ['with too much padding', `${encoded.replace(/=+$/, '')}===`],
  ['with line breaks', encoded.replace(/.{8}/g, '$&\r\n')],
  ['in the alphabet for URLs', encoded.replaceAll('+', '-').replaceAll('/', '_')],
  ['as a data URL', `data:application/json;charset=utf-8;base64,${encoded}`],
])('decodes base64 %s', (_, text) => {
  expect(decoded(text)).toBe('{"a":"\u00bf\u00ff\u00fe?~"}');
});

test.each(['{"message":"x"}', 'a b!', 'The request is invalid.', 'x'])('finds that %j is no base64', (text) => {
  expect(decodeBase64(text)).toBeUndefined();
});
