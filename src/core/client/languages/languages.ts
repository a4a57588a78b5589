// The languages of the retry client: one row each, beside its file in examples/clients.

export interface ClientLanguage {
  readonly id: string;
  readonly title: string;
  readonly extension: string;
  readonly syntax: PolicySyntax;
  /** Text of the client file: its `Policy` region is replaced by the printed policy. */
  readonly loadFile: () => Promise<{ readonly default: string }>;
}

/** The notation of a policy in this language. */
export interface PolicySyntax {
  /** Starts a comment line. */
  readonly comment: string;
  /** Columns by which the declaration is indented. */
  readonly indent: number;
  readonly declaration: (value: string) => string;
  readonly property: (name: string, value: string) => string;
  /** Around properties on one line. */
  readonly object: readonly [open: string, close: string];
  readonly hasTrailingComma: boolean;
  readonly indentStep: number;
  readonly literals: Readonly<Record<'null' | 'true' | 'false', string>>;
  readonly quote: "'" | '"';
  /** Joins quoted parts to a text that is too long for one line. */
  readonly longText: (parts: readonly string[], indent: string) => string;
}

const javascriptLiterals = { null: 'null', true: 'true', false: 'false' };

export const clientLanguages = [
  {
    id: 'typescript',
    title: 'TypeScript',
    extension: 'ts',
    syntax: {
      comment: '// ',
      indent: 0,
      declaration: (value) => `const policy: Policy = ${value};`,
      property: (name, value) => `${name}: ${value}`,
      object: ['{ ', ' }'],
      hasTrailingComma: true,
      indentStep: 2,
      literals: javascriptLiterals,
      quote: "'",
      longText: (parts, indent) => `\n${indent}${parts.join(` +\n${indent}`)}`,
    },
    loadFile: () => import('../../../../examples/clients/xero-client.ts?raw'),
  },
  {
    id: 'csharp',
    title: 'C#',
    extension: 'cs',
    syntax: {
      comment: '// ',
      indent: 4,
      declaration: (value) => `public static readonly Policy Policy = ${value};`,
      property: (name, value) => `${pascalCase(name)}: ${value}`,
      object: ['new(', ')'],
      hasTrailingComma: false,
      indentStep: 4,
      literals: javascriptLiterals,
      quote: '"',
      longText: (parts, indent) => `\n${indent}${parts.join(` +\n${indent}`)}`,
    },
    loadFile: () => import('../../../../examples/clients/XeroClient.cs?raw'),
  },
  {
    id: 'python',
    title: 'Python',
    extension: 'py',
    syntax: {
      comment: '# ',
      indent: 0,
      declaration: (value) => `POLICY = ${value}`,
      property: (name, value) => `"${snakeCase(name)}": ${value}`,
      object: ['{', '}'],
      hasTrailingComma: true,
      indentStep: 4,
      literals: { null: 'None', true: 'True', false: 'False' },
      quote: '"',
      longText: (parts, indent) => `(\n${indent}${parts.join(`\n${indent}`)}\n${indent.slice(4)})`,
    },
    loadFile: () => import('../../../../examples/clients/xero_client.py?raw'),
  },
] as const satisfies readonly ClientLanguage[];

export type ClientLanguageId = (typeof clientLanguages)[number]['id'];

export function isClientLanguageId(value: unknown): value is ClientLanguageId {
  return clientLanguages.some(({ id }) => id === value);
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
