// The text of an error: its message to show, and all of it to copy into a bug report.

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/** The message and the stack, which includes the message only in Chromium. */
export function errorDetails(error: unknown): string {
  const head = String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack.startsWith(head) ? stack : `${head}\n${stack}`.trim();
}
