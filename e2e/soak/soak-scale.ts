// How many cases a soak test tries: a small share within `npm test`, all of them with `npm run soak`.

import { appendFileSync } from 'node:fs';

/** The share of the full number; 1 with `npm run soak`. */
const share = Number(process.env.SOAK_SHARE ?? 0);

/** `short`: the number within `npm test`. */
export function soakRuns(full: number, short: number): number {
  return Math.max(short, Math.round(full * share));
}

/** Shows a figure at the end of `npm run soak`. */
export function reportFigure(what: string, figure: string): void {
  const file = process.env.SOAK_FIGURES;
  if (file !== undefined) appendFileSync(file, `${what}: ${figure}\n`);
}
