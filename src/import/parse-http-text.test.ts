// Pasted text in which curl prints the response headers twice, or in which a pseudo-header replaces the status line.

import { expect, test } from 'vitest';
import { parseHttpText } from './parse-http-text.ts';

const body = '{"message":"The request is invalid."}';
const requestHead = '> GET /projects.xro/2.0/Projects HTTP/2\n> Host: api.xero.com\n> \n';
const plainHead = 'HTTP/2 400 \ncontent-type: application/json\nretry-after: 5\n';
const markedHead = plainHead.replace(/^/gm, '< ').slice(0, -2);
const twice = plainHead.trimEnd().replace(/^(.*)$/gm, '< $1\n$1');

const expectedResponse = {
  target: '/projects.xro/2.0/Projects',
  status: 400,
  headers: ['content-type: application/json', 'retry-after: 5'],
  body,
};

test.each<[what: string, text: string, expected: object]>([
  ['`curl -v`', `${requestHead}${markedHead}< \n${body}`, expectedResponse],
  ['`curl -iv` with each header line doubled', `${requestHead}${twice}\n< \n\n${body}`, expectedResponse],
  ['`curl -iv` with its empty lines swapped', `${requestHead}${twice}\n\n< \n${body}`, expectedResponse],
  [
    '`curl -iv` with remarks by curl',
    `${requestHead}${twice}\n< \n\n{ [37 bytes data]\n${body}\n* Connection #0 to host api.xero.com left intact`,
    expectedResponse,
  ],
  [
    '`curl -iv` with one header block after the other',
    `${requestHead}${markedHead}${plainHead}< \n\n${body}`,
    expectedResponse,
  ],
  [
    '`curl -iv` with the second header block after an empty line',
    `${requestHead}${markedHead}< \n${plainHead}\n${body}`,
    expectedResponse,
  ],
  [
    '`curl -iv` with redirects',
    `${requestHead}< HTTP/2 301 \nHTTP/2 301 \n< location: /x\nlocation: /x\n< \n\n${requestHead}${twice}\n< \n\n${body}`,
    expectedResponse,
  ],
  [
    '`curl -iv` with a garbled status line',
    `${requestHead}< HTTP/2 400 \nnoise\n${plainHead}< retry-after: 5\n\n${body}`,
    { ...expectedResponse },
  ],
  [
    'a `:status` pseudo-header',
    `:status: 400\n${plainHead.replace(/^.*\n/, '')}\n${body}`,
    { ...expectedResponse, target: undefined },
  ],
  [
    'a `:status` pseudo-header without a space',
    `:status:400\r\n\r\n${body}`,
    { ...expectedResponse, target: undefined, headers: [] },
  ],
])('reads %s', (_, text, expected) => {
  const { request, response } = parseHttpText(text);
  const headers = response.headers.map(({ name, value }) => `${name}: ${value}`);
  expect({ target: request?.target, status: response.status, headers, body: response.body }).toEqual(expected);
});
