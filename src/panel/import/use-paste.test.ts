// Which pasted texts are imported without a dialog.

import { expect, test } from 'vitest';
import { isResponse } from './use-paste.ts';

test.each([
  ['JSON', ' \n{"status":404}', true],
  ['a list with a byte order mark', '\ufeff[]', true],
  ['a status line with headers', 'HTTP/1.1 404 Not Found\ncontent-type: application/json\n\n{}', true],
  ['the output of `curl -v`', '* Connected\n> GET /Projects HTTP/2\n< HTTP/2 404\n<\n{"a":1}', true],
  ['code', 'function call() {\n  return fetch(url);\n}\n\n{\n  call();\n}', false],
  ['a message with a list in it', 'The calls that failed:\n[1] POST /Projects\n[2] GET /Projects', false],
  ['a word', '404', false],
])('%s', (_, text, expected) => {
  expect(isResponse(text)).toBe(expected);
});
