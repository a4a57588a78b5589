// How a secret with a name can be written: one row per notation, each with an example that a test runs.

import { findParameterValue } from './find-parameter-value.ts';
import {
  findBareValue,
  findListValue,
  findOptionValue,
  findQuotedValue,
  findTupleValue,
  findValueAfterArrow,
  findValueInLine,
} from './find-value.ts';
import { findInElement, findInField, findInFormPart, findInNextCell } from './find-value-in-markup.ts';
import type { NamedSite, ValueSpan } from './named-site.ts';

interface Notation {
  readonly name: string;
  /** The value that belongs to the name, or `undefined` if it isn't written this way. Linear in the length of the value. */
  readonly find: (site: NamedSite) => ValueSpan | undefined;
  readonly before: string;
  readonly after: string;
}

/** The first row that finds a value wins. Rows are exclusive, except for the last two, which complement each other. */
export const notations: readonly Notation[] = [
  {
    name: 'a quoted value',
    find: findQuotedValue,
    before: 'password = "a b" x',
    after: 'password = "[redacted]" x',
  },
  {
    name: 'a value after an arrow, as PHP and Ruby print it',
    find: findValueAfterArrow,
    before: '[refresh_token] => abc\n    [b] => 1',
    after: '[refresh_token] => [redacted]\n    [b] => 1',
  },
  {
    name: 'a parameter of a query or a form, percent-encoded or not',
    find: findParameterValue,
    before: '?a=1&access_token=abc&b=2',
    after: '?a=1&access_token=[redacted]&b=2',
  },
  {
    name: 'a line of INI, TOML or properties',
    find: findParameterValue,
    before: '[db]\nuser = a\npassword = abc\n',
    after: '[db]\nuser = a\npassword = [redacted]\n',
  },
  {
    name: 'a header, or a line of YAML',
    find: findValueInLine,
    before: '> Cookie: a=1; b=2\n> Host: x',
    after: '> Cookie: [redacted]\n> Host: x',
  },
  {
    name: 'a quoted header, as in a command',
    find: findValueInLine,
    before: 'curl -H "X-Api-Key: abc" x',
    after: 'curl -H "X-Api-Key: [redacted]" x',
  },
  {
    name: 'an option of a command',
    find: findOptionValue,
    before: 'mysql --password abc -u b',
    after: 'mysql --password [redacted] -u b',
  },
  {
    name: 'a tuple, as Python prints it',
    find: findTupleValue,
    before: "[(b'cookie', b'a=1'), ('X-Api-Key', 'abc')]",
    after: "[(b'cookie', b'[redacted]'), ('X-Api-Key', '[redacted]')]",
  },
  {
    name: 'an XML element',
    find: findInElement,
    before: '<a:Token x="1"><Value>abc</Value></a:Token><b>c</b>',
    after: '<a:Token x="1">[redacted]</a:Token><b>c</b>',
  },
  {
    name: 'the next cell or element, as error pages list headers',
    find: findInNextCell,
    before: '<td>Cookie</td>\n <td>a=1; b=2</td>',
    after: '<td>Cookie</td>\n <td>[redacted]</td>',
  },
  {
    name: 'a part of a multipart form',
    find: findInFormPart,
    before: '--x\r\nContent-Disposition: form-data; name="token"\r\n\r\nabc\r\n--x--',
    after: '--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n[redacted]\r\n--x--',
  },
  {
    name: 'a field of an HTML form, or an attribute of a configuration file',
    find: findInField,
    before: '<input value="abc" name="csrf_token">',
    after: '<input value="[redacted]" name="csrf_token">',
  },
  {
    name: 'a list or an object in broken JSON',
    find: findListValue,
    before: 'Error: {"set-cookie":["sid=abc]"],"b":1}',
    after: 'Error: {"set-cookie":"[redacted]","b":1}',
  },
  {
    name: 'a number or a word in JSON',
    find: findBareValue,
    before: '{ "password" : 12345, "c": 1 }',
    after: '{ "password" : "[redacted]", "c": 1 }',
  },
];

/** The value of a name, in whatever notation; `undefined` where the name has none. */
export function findSecretValue(site: NamedSite): ValueSpan | undefined {
  for (const { find } of notations) {
    const value = find(site);
    if (value !== undefined) return value;
  }
  return undefined;
}
