// The code that is evaluated in the inspected page to fetch a recorder's requests. Only `JSON.stringify` writes values into it.

/**
 * The state of a fetch. `pending`: in progress. `failed-elsewhere`: failed, and not on the page's own origin. `gone`: the page navigated, or
 * removed the outcome.
 */
export type FetchOutcome = (typeof outcomes)[number];

const outcomes = ['pending', 'loaded', 'redirected', 'failed', 'failed-elsewhere', 'policy', 'gone'] as const;

/** Evaluates to `STARTED`. The response's body reaches the extension with the browser's entry, its outcome by `outcomeExpression`. */
export function fetchExpression(id: number, address: string): string {
  return `(${START})(${JSON.stringify(id)}, ${JSON.stringify(address)})`;
}

export const STARTED = 'started';

/** Reads the outcome of a fetch once it has one. */
export function outcomeExpression(id: number): string {
  return `(${READ})(${JSON.stringify(id)})`;
}

/** The page may return anything. */
export function parseOutcome(value: unknown): FetchOutcome {
  return outcomes.find((each) => each === value) ?? 'gone';
}

/** A recorder waits 25 s at most. */
const TIMEOUT_MS = 40_000;

/**
 * Reads the whole body, since otherwise the browser wouldn't have it. Doesn't follow a redirect, which would lead to another URL. The event
 * of a violated policy may come after the failure.
 */
const START = `(id, address) => {
  const slot = Symbol.for("xero-projects-inspector");
  if (!Object.hasOwn(window, slot)) Object.defineProperty(window, slot, { value: new Map(), configurable: true });
  const outcomes = window[slot];
  const { origin } = new URL(address);
  outcomes.set(id, "pending");
  const onViolation = ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "connect-src" && blockedURI.startsWith(origin)) outcomes.set(id, "policy");
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  const end = (outcome) => setTimeout(() => {
    document.removeEventListener("securitypolicyviolation", onViolation);
    if (outcomes.get(id) === "pending") outcomes.set(id, outcome);
  });
  fetch(address, { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(${TIMEOUT_MS}) })
    .then((response) => response.type === "opaqueredirect" ? "redirected" : response.arrayBuffer().then(() => "loaded"))
    .catch(() => origin === location.origin ? "failed" : "failed-elsewhere")
    .then(end);
  return "${STARTED}";
}`;

const READ = `(id) => {
  const outcomes = window[Symbol.for("xero-projects-inspector")];
  const outcome = outcomes?.get(id) ?? "gone";
  if (outcome !== "pending") outcomes?.delete(id);
  return outcome;
}`;
