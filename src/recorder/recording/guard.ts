// Keeps failures inside the recorder from reaching the app.

import { redactSecrets } from '../../core/secrets/redact-secrets.ts';

/** Runs `work`; `undefined` if it threw. */
export type Guard = <T>(work: () => T) => T | undefined;

/** `print` gets one sentence about the first failure, and nothing about others. */
export function createGuard(print: (line: string) => void): Guard {
  let hasFailed = false;
  return (work) => {
    try {
      return work();
    } catch (error) {
      if (hasFailed) return undefined;
      hasFailed = true;
      try {
        print(`xero-projects-recorder: ${describe(error)}. Xero requests may be missing in the panel.`);
      } catch {
        // stderr may be closed.
      }
      return undefined;
    }
  };
}

/** Redacts the message, which may quote a secret. */
function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return redactSecrets(message.slice(0, 1_000)).slice(0, 200);
}
