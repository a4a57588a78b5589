import { expect, test } from 'vitest';
import { escapeInvisible } from './escape-invisible.ts';

test.each([
  ['plain text\twith\r\nline breaks', 'plain text\twith\r\nline breaks'],
  ['Ångström, 東京, שלום', 'Ångström, 東京, שלום'],
  ['a\u202egnp.exe', 'a\\u202egnp.exe'],
  ['\u2066isolate\u2069', '\\u2066isolate\\u2069'],
  ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
  ['soft\u00adhyphen', 'soft\\u00adhyphen'],
  ['filler\u3164', 'filler\\u3164'],
  ['\0 \u001b \u007f \u0085', '\\u0000 \\u001b \\u007f \\u0085'],
  ['line\u2028separator', 'line\\u2028separator'],
  ['lone \ud800 surrogate', 'lone \\ud800 surrogate'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
])('shows %j as %j', (text, shown) => {
  expect(escapeInvisible(text)).toBe(shown);
});
