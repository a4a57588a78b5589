// Measures CPU time. Wall-clock time on a busy machine includes other processes.

/** The CPU time of `run`, in ms. */
export function cpuMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
