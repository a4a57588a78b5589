// No regular expression runs over text from outside without a bound on its run. Firefox gives up with "too much recursion" on a run of
// many million characters, and the whole file or page of traffic is lost with it. Capture and import cut texts first (core/secrets/bounded-text.ts).
// Within that bound, none takes quadratic time: 2 MB would take hours.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { sourceFiles } from './testing/source-imports.ts';

const STORED = 'of a stored exchange: bodies are cut to 1 MiB and other texts to 16,384 characters before';
const TYPED = 'typed by the user, or of the catalogue';
const PASTED = 'of pasted text, which exchangeFromText cuts to 2,000,000 characters before';
const CUT = 'cut in the same function';

/** Why the text that the regular expressions of a folder or a file run over is bounded. The most specific row counts. */
const boundedFolders: Record<string, string> = {
  'catalogue/': STORED,
  'core/client/': TYPED,
  'core/copy/': STORED,
  'core/diagnose/': STORED,
  'core/export/': STORED,
  'core/filter/': TYPED,
  'core/http/': STORED,
  'core/mappings/': TYPED,
  'core/redact/': STORED,
  'core/reference/': TYPED,
  'core/report/': STORED,
  'core/rules/': STORED,
  'core/search/': STORED,
  'core/secrets/': STORED,
  'core/session/': STORED,
  'import/exchange-from-text.ts': STORED,
  'import/parse-http-text.ts': PASTED,
  'panel/': STORED,
};

/** Regular expressions elsewhere run over text of any length: each needs a row. */
const boundedExpressions: Record<string, readonly (readonly [source: string, input: string])[]> = {
  'capture/connections-endpoint.ts': [
    ['^(https?:\\/\\/[^?#]*?\\/)projects\\.xro\\/', CUT],
    ['^(https?:\\/\\/[^?#]*?\\/)connections\\/?(?:[?#]|$)', CUT],
  ],
  'capture/parse-token.ts': [['^[\\w.~+/=-]+$', 'at most 16,384 characters, checked before']],
  'core/har/describe-non-har.ts': [
    [
      '^\\{(?:\\s*"info"\\s*:\\s*\\{\\s*"_postman_id"|[\\s\\S]*"https?:\\/\\/schema\\.(?:get)?postman\\.com\\/)',
      'the first 10,000 characters',
    ],
    ['^(?:\\{\\s*"_type"\\s*:\\s*"export"|type:\\s*\\w+\\.insomnia\\.rest\\/)', 'the first 10,000 characters'],
  ],
  'core/har/parse-har.ts': [
    ['^[\\s\\]}]*$', CUT],
    ['\\n[ \\t]*$', CUT],
  ],
  'core/har/uri.ts': [
    [
      "^(?:[\\w.~!$&'()*+,;=-]+|\\[[\\da-f:.]+\\])(?::\\d+)?$",
      'the host of a stored URL, or of one that the caller has cut',
    ],
  ],
  'core/match/match-operation.ts': [
    ['\\/+$', 'a mapping, which the user has typed'],
    ['^\\/(?:connections$|\\w+\\.xro(?:\\/|$))', 'a path of a URL that parseHttpUrl has cut'],
  ],
  'core/text/format-number.ts': [['\\B(?=(\\d{3})+$)', 'the digits of a number']],
  'core/text/parse-json.ts': [['^\\s*[{[]', STORED]],
  'core/text/uuid.ts': [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of an expression
    ['`^\\\\{?${UUIDS.source}\\\\}?$`', 'without an unbounded quantifier'],
  ],
  'import/normalize-entry.ts': [
    [
      '^(?:[a-z]{1,40}\\s{1,10})?(?:[x*•.…-]+|.{0,40}(?:redact|remov|sanitiz|sanitis|masked|hidden|not kept|left out).{0,40})$',
      CUT,
    ],
    ['[\\p{C}\\p{Z}\\s`]+', CUT],
  ],
};

const files = sourceFiles.filter((file) => unboundedIn(file).length > 0);

test.each(files)('the regular expressions of %s run over bounded text', (file) => {
  if (Object.keys(boundedFolders).some((each) => file.startsWith(each))) return;
  const known = (boundedExpressions[file] ?? []).map(([source]) => source);
  for (const { source, line } of unboundedIn(file)) {
    expect(
      known.includes(source),
      `src/${file}:${line}: ${source} has a quantifier without a bound. Give it one, such as {0,100}, cut the text first, or scan it with
indexOf. If what it runs over is bounded already, add a row with the reason to src/regexp-bounds.test.ts.`,
    ).toBe(true);
  }
});

test('every row is about a regular expression that exists', () => {
  for (const [file, rows] of Object.entries(boundedExpressions)) {
    const sources = unboundedIn(file).map(({ source }) => source);
    for (const [source] of rows) expect(sources, `${file} no longer has ${source}: remove its row.`).toContain(source);
  }
  for (const folder of Object.keys(boundedFolders)) {
    expect(
      files.some((file) => file.startsWith(folder)),
      `${folder} needs no row.`,
    ).toBe(true);
  }
});

test.each([
  ['/a*/', true],
  ['/[ab]+c/', true],
  ['/a{2,}/', true],
  ['/(?:a|b)*?/', true],
  ['/a{1,9}b?/', false],
  ['/[*+]\\*\\+/', false],
  ['new RegExp(x)', true],
  ['RegExp(x)', true],
  ['new Map()', false],
])('%s is found: %s', (code, isFound) => {
  expect(findUnbounded('a.ts', `const a = ${code};`).length > 0).toBe(isFound);
});

const SHORT = 'of at most a hundred characters';
const TO_THE_END = 'matches up to the end of any text, so that it is tried once';

/** Why an expression that takes quadratic time for some long text never gets one. */
const quadraticExpressions: Record<string, readonly (readonly [source: string, input: string])[]> = {
  'core/copy/secret-variables.ts': [['^_*(?:X_)?|_+$', SHORT]],
  'core/filter/tokenize.ts': [['(-?)(?:([a-z][a-z-]*):)?(?:"([^"]*)("?)|(\\S*))', TYPED]],
  'core/mappings/mapping-from-url.ts': [['\\/+$', TYPED]],
  'core/mappings/mappings.ts': [['\\/+$', TYPED]],
  'core/match/match-operation.ts': [['\\/+$', 'a mapping, which the user has typed']],
  'core/redact/redact-text.ts': [['\\/\\/.*@', 'an origin, which has two slashes only']],
  'core/redact/redactor.ts': [[';.*$', TO_THE_END]],
  'core/report/for-xero.ts': [['#.*$', TO_THE_END]],
  'core/text/format-number.ts': [['\\B(?=(\\d{3})+$)', 'the digits of a number']],
};

test('no regular expression takes quadratic time for a long text', () => {
  const quadratic = sourceFiles.flatMap((file) =>
    unboundedIn(file)
      .filter(({ flags, source }) => flags !== undefined && isQuadratic(source, flags))
      .map(({ source, line }) => ({ file, source, line })),
  );
  const rows = Object.entries(quadraticExpressions).flatMap(([file, all]) =>
    all.map(([source]) => `${file} ${source}`),
  );
  const unexplained = quadratic.filter(({ file, source }) => !rows.includes(`${file} ${source}`));
  expect(
    unexplained,
    'Two quantifiers can take the same run of characters, or one starts again at each of them. Let only one take them, or use indexOf.',
  ).toEqual([]);
  const found = new Set(quadratic.map(({ file, source }) => `${file} ${source}`));
  expect(
    rows.filter((each) => !found.has(each)),
    'no longer quadratic: remove the row',
  ).toEqual([]);
});

test.each<[RegExp, boolean]>([
  [/^\s*[\w ]+$/, true],
  [/^a:[ \t]*(.*)$/, true],
  [/[?#].*$/, true],
  [/(?:a|ab?)*c/, true],
  [/^a:(.*)$/, false],
  [/^\s*\w+$/, false],
])('%s takes quadratic time: %s', ({ source, flags }, isSlow) => {
  expect(isQuadratic(source, flags)).toBe(isSlow);
});

function isQuadratic(source: string, flags: string): boolean {
  return analyse({ source, flags }, { maxReports: 1 }).reports.length > 0;
}

interface Found {
  /** The source of a literal, without its slashes, or the argument of `new RegExp`. */
  readonly source: string;
  /** The flags of a literal. */
  readonly flags?: string;
  readonly line: number;
}

function unboundedIn(file: string): Found[] {
  return findUnbounded(file, readFileSync(join(import.meta.dirname, file), 'utf8'));
}

interface Node {
  readonly type?: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly Node[];
}

function findUnbounded(name: string, code: string): Found[] {
  const found: Found[] = [];
  const lineOf = (at: number) => code.slice(0, at).split('\n').length;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (node.regex !== undefined) {
      const { pattern, flags } = node.regex;
      if (isUnbounded(pattern)) found.push({ source: pattern, flags, line: lineOf(node.start) });
      return;
    }
    const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
    const [argument] = node.arguments ?? [];
    // What is built at run time may contain anything.
    if (isCall && node.callee?.name === 'RegExp' && argument) {
      found.push({ source: code.slice(argument.start, argument.end), line: lineOf(node.start) });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(name, code).program);
  return found;
}

/** Escaped characters and classes may contain `*` and `+` themselves. */
function isUnbounded(pattern: string): boolean {
  return /[*+]|\{\d+,\}/.test(pattern.replace(/\\./gs, '_').replace(/\[[^\]]*\]/g, '_'));
}
