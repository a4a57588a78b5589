// Turns a function into source text that can run in another process.

/** An expression that calls `run` with `subject`, itself an expression, and with `arg` as JSON. */
export function toSource(run: (...args: never[]) => unknown, subject: string, arg?: unknown): string {
  const json = arg === undefined ? 'undefined' : toAsciiJson(arg);
  // tsx wraps inner functions in a helper, `__name`, that exists only in our process.
  return `((__name) => (${run})(${subject}, ${json}))((named) => named)`;
}

/** Firefox interprets the bytes of evaluated text as Latin-1. */
export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
