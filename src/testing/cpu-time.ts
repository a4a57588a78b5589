// How long work takes by the processor's clock: on a busy machine the wall's tells of what else runs there.

/** Milliseconds of the processor that `run` takes. */
export function cpuMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
