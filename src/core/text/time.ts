// Times in milliseconds.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** The browser's clock may be slightly ahead of the panel's. */
export const CLOCK_TOLERANCE_MS = 5_000;
