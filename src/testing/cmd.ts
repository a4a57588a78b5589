// How cmd, at its prompt, and a Windows program read a command line.

/** The arguments of each command that would run, without `rem` lines. Throws at an operator such as `&` or `>` that cmd would act on. */
export function runInCmd(text: string, variables: Readonly<Record<string, string>>): string[][] {
  // Each line is expanded when it is read, and a `^` at its end continues it on the next.
  const expanded = text.split('\n').map((line) => expandVariables(line, variables));
  return joinContinued(expanded)
    .filter((line) => !line.startsWith('rem '))
    .map((line) => parseArguments(removeCarets(line)));
}

function joinContinued(lines: readonly string[]): string[] {
  const all: string[] = [];
  let isContinued = false;
  for (const line of lines) {
    const carets = /\^*$/.exec(line)?.[0].length ?? 0;
    // The caret also escapes the first character of the next line.
    if (isContinued) all.push(`${all.pop()}^${line}`);
    else all.push(line);
    isContinued = carets % 2 === 1 && !line.startsWith('rem ');
    if (isContinued) all.push(all.pop()?.slice(0, -1) ?? '');
  }
  return all;
}

/** Before anything else, in quotes and after carets as well. At the prompt, what is not defined stays. */
function expandVariables(line: string, variables: Readonly<Record<string, string>>): string {
  const names = new Map(Object.entries(variables).map(([name, value]) => [name.toUpperCase(), value]));
  let result = '';
  for (let i = 0; i < line.length; ) {
    const [all = '', name = ''] = /^%([^%:]+)(?::[^%]*)?%/.exec(line.slice(i)) ?? [];
    const value = names.get(name.toUpperCase());
    result += value ?? line[i];
    i += value === undefined ? 1 : all.length;
  }
  return result;
}

function removeCarets(line: string): string {
  let result = '';
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? '';
    if (char === '^' && !isQuoted) result += line[++i] ?? '';
    else {
      if (char === '"') isQuoted = !isQuoted;
      else if (!isQuoted && '&|<>()'.includes(char)) throw new Error(`cmd would act on ${char} in ${line}`);
      result += char;
    }
  }
  return result;
}

/** As the C runtime of Microsoft does it. */
function parseArguments(line: string): string[] {
  const all: string[] = [];
  let current: string | undefined;
  let isQuoted = false;
  for (let i = 0; i < line.length; ) {
    const char = line[i] ?? '';
    if (char === '\\') {
      const run = /\\*/y;
      run.lastIndex = i;
      const { length } = run.exec(line)?.[0] ?? '';
      i += length;
      if (line[i] === '"') {
        current = (current ?? '') + '\\'.repeat(Math.floor(length / 2));
        if (length % 2 === 1) {
          current += '"';
          i++;
        }
      } else current = (current ?? '') + '\\'.repeat(length);
    } else {
      if (char === '"') {
        isQuoted = !isQuoted;
        current ??= '';
      } else if (char === ' ' && !isQuoted) {
        if (current !== undefined) all.push(current);
        current = undefined;
      } else current = (current ?? '') + char;
      i++;
    }
  }
  if (isQuoted) throw new Error(`A quote is open at the end of ${line}`);
  return current === undefined ? all : [...all, current];
}
