// Turns a function into source text that can run in another process.

/** An expression that calls `run` with `subject`, itself an expression, and with `arg` as JSON. */
export function toSource(run: (...args: never[]) => unknown, subject: string, arg?: unknown): string {
  const json = arg === undefined ? 'undefined' : JSON.stringify(arg);
  // tsx names inner functions through a helper that exists in our process only.
  return `((__name) => (${run})(${subject}, ${json}))((named) => named)`;
}
