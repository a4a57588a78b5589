// Turns a function into source text that can run in another process.

/** An expression that calls `run` with `subject`, itself an expression, and with `arg` as JSON. */
export function toSource(run: (...args: never[]) => unknown, subject: string, arg?: unknown): string {
  const json = arg === undefined ? 'undefined' : JSON.stringify(arg);
  // tsx wraps inner functions in a helper, `__name`, that exists only in our process.
  return `((__name) => (${run})(${subject}, ${json}))((named) => named)`;
}
