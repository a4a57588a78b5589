// Holds how a pasted text is taken apart where curl writes one head twice, and where a field stands for the status line.

import { expect, test } from 'vitest';
import { parseHttpText } from './parse-http-text.ts';

const body = '{"message":"The request is invalid."}';
const requestHead = '> GET /projects.xro/2.0/Projects HTTP/2\n> Host: api.xero.com\n> \n';
const plainHead = 'HTTP/2 400 \ncontent-type: application/json\nretry-after: 5\n';
const markedHead = plainHead.replace(/^/gm, '< ').slice(0, -2);
const twice = plainHead.trimEnd().replace(/^(.*)$/gm, '< $1\n$1');

const answer = {
  target: '/projects.xro/2.0/Projects',
  status: 400,
  headers: ['content-type: application/json', 'retry-after: 5'],
  body,
};

test.each<[what: string, text: string, is: object]>([
  ['`curl -v`', `${requestHead}${markedHead}< \n${body}`, answer],
  ['`curl -iv`, line by line', `${requestHead}${twice}\n< \n\n${body}`, answer],
  ['`curl -iv`, whose empty lines are the other way round', `${requestHead}${twice}\n\n< \n${body}`, answer],
  [
    '`curl -iv` with what curl remarks',
    `${requestHead}${twice}\n< \n\n{ [37 bytes data]\n${body}\n* Connection #0 to host api.xero.com left intact`,
    answer,
  ],
  ['`curl -iv`, one head after the other', `${requestHead}${markedHead}${plainHead}< \n\n${body}`, answer],
  ['`curl -iv`, the second head behind all', `${requestHead}${markedHead}< \n${plainHead}\n${body}`, answer],
  [
    '`curl -iv`, of redirects',
    `${requestHead}< HTTP/2 301 \nHTTP/2 301 \n< location: /x\nlocation: /x\n< \n\n${requestHead}${twice}\n< \n\n${body}`,
    answer,
  ],
  [
    '`curl -iv` whose marked status cannot be told',
    `${requestHead}< HTTP/2 400 \nnoise\n${plainHead}< retry-after: 5\n\n${body}`,
    { ...answer },
  ],
  [
    'a status that stands in a field',
    `:status: 400\n${plainHead.replace(/^.*\n/, '')}\n${body}`,
    { ...answer, target: undefined },
  ],
  ['such a field without a space', `:status:400\r\n\r\n${body}`, { ...answer, target: undefined, headers: [] }],
])('reads %s', (_, text, is) => {
  const { request, response } = parseHttpText(text);
  const headers = response.headers.map(({ name, value }) => `${name}: ${value}`);
  expect({ target: request?.target, status: response.status, headers, body: response.body }).toEqual(is);
});
