// A printed policy has the values of the policy, whatever characters its strings contain.

import { describe, expect, test } from 'vitest';
import { type ClientLanguageId, clientLanguages, type PolicySyntax } from './languages/languages.ts';
import { printComment, printPolicy } from './print-policy.ts';

const hostileTexts = [
  `'; process.exit(1); '`,
  '"; Environment.Exit(1); //',
  '"""\nimport os',
  'ends with a backslash \\',
  `both ' and "`,
  'line\u2028and paragraph\u2029separator',
  '\0 \r\n \u0085 \u001b[2J',
  'reordered \u202e text',
  'half a pair \ud800 and a whole one 😀',
  '$' + '{injected} {injected} `injected`',
  '*/ # // -->',
  'x'.repeat(300),
  `${'a long text '.repeat(20)}'"\\`,
];

describe('in TypeScript', () => {
  test.each(hostileTexts)('%j stays a text', (text) => {
    expect(evaluate(printPolicy({ text, list: [text], nested: { text } }, syntaxOf('typescript')))).toEqual({
      text,
      list: [text],
      nested: { text },
    });
  });

  test('numbers, null and booleans are unchanged', () => {
    const policy = { number: 0.25, nothing: null, yes: true, no: false, none: [] };
    expect(evaluate(printPolicy(policy, syntaxOf('typescript')))).toEqual(policy);
  });
});

describe.each(['csharp', 'python'] as const)('in %s', (language) => {
  test.each(hostileTexts)('%j is one literal of printable characters', (text) => {
    const printed = printPolicy({ text }, syntaxOf(language));
    const withoutTexts = printed.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '');
    expect(withoutTexts).not.toMatch(/["'\\]|injected|Environment|process|import|long|xxx/);
    expect(printed).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u);
  });
});

test('Python writes its own literals and names', () => {
  expect(printPolicy({ maxInFlight: null, readsBack: true, isKeyed: false }, syntaxOf('python'))).toBe(
    'POLICY = {\n    "max_in_flight": None,\n    "reads_back": True,\n    "is_keyed": False,\n}',
  );
});

test.each(clientLanguages)('a comment in $title is not ended by its text', ({ syntax }) => {
  for (const text of hostileTexts) {
    const lines = printComment([text], syntax)
      .trimEnd()
      .split(/[\n\r\u0085\u2028\u2029]/);
    for (const line of lines) expect(line.startsWith(syntax.comment.trim())).toBe(true);
  }
});

function syntaxOf(language: ClientLanguageId): PolicySyntax {
  return clientLanguages.find(({ id }) => id === language)?.syntax as PolicySyntax;
}

function evaluate(printed: string): unknown {
  return new Function(`${printed.replace('const policy: Policy', 'const policy')}; return policy;`)();
}
