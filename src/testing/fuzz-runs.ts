// How many cases a fuzz test tries: a few hundred within `npm test`, 10,000 with `npm run fuzz`.

/** `usual`: the number within `npm test`. */
export function fuzzRuns(usual: number): number {
  return Math.max(usual, Number(process.env.FUZZ_RUNS ?? 0));
}
