// The user's mappings, URLs and paths that map to the API root: validates them, and prepares them for matching.

import { apiHost, apiRoot } from '../../catalogue/api-address.ts';

export interface MappingProblem {
  /** `error`: the line is ignored. `note`: it applies, but may not do what was intended. */
  readonly severity: 'error' | 'note';
  /** Backticks mark code. */
  readonly message: string;
}

/** Further lines are ignored, to keep matching fast. */
const MAX_MAPPINGS = 50;
const MAX_LINE_CHARS = 300;

/** Trims the lines and drops empty ones. */
export function trimMappings(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** The valid mappings, normalized for `matchOperation`: the longest path first, since it is the most specific. */
export function parseMappings(typed: readonly string[]): string[] {
  const used = trimMappings(typed)
    .slice(0, MAX_MAPPINGS)
    .filter((line) => validateMapping(line)?.severity !== 'error')
    .map(normalize);
  return [...new Set(used)].sort((a, b) => pathOf(b).length - pathOf(a).length);
}

/** Appends a prefix unless it is already mapped. */
export function addMapping(typed: readonly string[], prefix: string): string[] {
  const lines = trimMappings(typed);
  return lines.some((line) => normalize(line) === normalize(prefix)) ? lines : [...lines, prefix];
}

/** The first problem with a line; `undefined` if it is valid. `above` are the lines before it. */
export function validateMapping(line: string, above: readonly string[] = []): MappingProblem | undefined {
  for (const { severity, message, matches } of rules) {
    if (matches(line, above)) return { severity, message };
  }
  return undefined;
}

interface Rule extends MappingProblem {
  readonly matches: (line: string, above: readonly string[]) => boolean;
}

/** The first match is reported. The rules after those on the form of a line can rely on a valid URL or path. */
const rules: readonly Rule[] = [
  {
    severity: 'error',
    message: `Too long. Use at most ${MAX_LINE_CHARS} characters.`,
    matches: (line) => line.length > MAX_LINE_CHARS,
  },
  {
    severity: 'error',
    message: 'Remove the `*`. A prefix matches everything that starts with it.',
    matches: (line) => line.includes('*'),
  },
  { severity: 'error', message: 'Remove the space.', matches: (line) => /\s/.test(line) },
  {
    severity: 'error',
    message: 'Start with `/` for a path on any host, or with `http://` or `https://` for a URL.',
    matches: (line) => !/^(?:\/(?!\/)|https?:\/\/)/i.test(line),
  },
  { severity: 'error', message: 'This isn’t a valid URL.', matches: (line) => parse(line) === undefined },
  {
    severity: 'error',
    message: 'Remove the query and the fragment. A mapping ends with a path.',
    matches: (line) => /[?#]/.test(line),
  },
  {
    severity: 'error',
    message: 'Remove the user name and the password.',
    matches: (line) => (parse(line)?.username ?? '') !== '' || (parse(line)?.password ?? '') !== '',
  },
  {
    severity: 'error',
    message: '`/` alone would match every request of every page. Enter your proxy’s path.',
    matches: (line) => isPath(line) && pathOf(line) === '',
  },
  {
    severity: 'error',
    message: 'Ignored, because there are too many lines above.',
    matches: (_, above) => above.length >= MAX_MAPPINGS,
  },
  {
    severity: 'note',
    message: 'Duplicate of a line above.',
    matches: (line, above) => above.some((each) => parse(each) !== undefined && normalize(each) === normalize(line)),
  },
  {
    severity: 'note',
    message: `No mapping needed. \`${apiHost}\`, and \`${apiRoot}\` in any path, are recognised automatically.`,
    matches: (line) => parse(line)?.hostname === apiHost || /\/projects\.xro(?:\/|$)/i.test(pathOf(line)),
  },
  {
    severity: 'note',
    message: 'Matches every request to this host. All of them will be listed.',
    matches: (line) => pathOf(line) === '',
  },
  {
    severity: 'note',
    message: 'End the mapping before `/Projects`, where the API path starts, unless your proxy’s path has it twice.',
    matches: (line) => /\/projects(?:users)?$/i.test(pathOf(line)),
  },
];

function isPath(line: string): boolean {
  return line.startsWith('/');
}

function parse(line: string): URL | undefined {
  const address = isPath(line) ? `https://any.example${line}` : line;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** As browsers normalize URLs: without the default port, with the host in lower case. */
function normalize(line: string): string {
  const origin = isPath(line) ? '' : (parse(line)?.origin ?? '');
  return `${origin}${pathOf(line)}`;
}

/** Without trailing slashes. */
function pathOf(line: string): string {
  return (parse(line)?.pathname ?? '').replace(/\/+$/, '');
}
