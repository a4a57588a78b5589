// Counts requests against Xero's limits: per app and organisation at the same time, per minute and per day; per app per minute.

export interface Limits {
  readonly concurrent: number;
  readonly minute: number;
  readonly day: number;
  readonly appMinute: number;
}

export const documentedLimits: Limits = { concurrent: 5, minute: 60, day: 5_000, appMinute: 10_000 };

type LimitProblem = 'appminute' | 'day' | 'minute' | 'concurrent';

export interface Admission {
  /** What is left after this request; minute and day only if the request names an organisation. */
  readonly remaining: { readonly appMinute: number; readonly minute?: number; readonly day?: number };
  readonly rejection: { readonly problem: LimitProblem; readonly retryAfterSeconds?: number } | undefined;
  /** Call it once, when the request has ended. */
  readonly release: () => void;
}

export type Admit = (app: string, tenant?: string) => Admission;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Windows are fixed, and begin with the first request of their app and organisation. A limit may be `Infinity`. */
export function createLimits(limits: Limits, now: () => number): Admit {
  const windows = new Map<string, { startMs: number; used: number }>();
  const inProgress = new Map<string, number>();

  const meter = (problem: LimitProblem, key: string, lengthMs: number, limit: number) => {
    const at = now();
    const window = windows.get(key) ?? { startMs: at, used: 0 };
    windows.set(key, window);
    const passed = Math.floor((at - window.startMs) / lengthMs);
    if (passed > 0) {
      window.startMs += passed * lengthMs;
      window.used = 0;
    }
    return {
      problem,
      isFull: window.used >= limit,
      retryAfterSeconds: Math.max(1, Math.ceil((window.startMs + lengthMs - at) / 1000)),
      remaining: () => (Number.isFinite(limit) ? Math.max(0, limit - window.used) : documentedOf[problem]),
      count: () => {
        window.used += 1;
      },
    };
  };

  return (app, tenant) => {
    const pair = `${app} ${tenant}`;
    const appMinute = meter('appminute', app, minuteMs, limits.appMinute);
    const day = tenant === undefined ? undefined : meter('day', `${pair} day`, dayMs, limits.day);
    const minute = tenant === undefined ? undefined : meter('minute', `${pair} minute`, minuteMs, limits.minute);
    const meters = [appMinute, day, minute].filter((each) => each !== undefined);
    const full = meters.find((each) => each.isFull);
    const running = inProgress.get(pair) ?? 0;
    const isCrowded = tenant !== undefined && running >= limits.concurrent;
    const isAdmitted = full === undefined && !isCrowded;
    if (isAdmitted) {
      for (const each of meters) each.count();
      inProgress.set(pair, running + 1);
    }
    return {
      remaining: {
        appMinute: appMinute.remaining(),
        ...(minute && day ? { minute: minute.remaining(), day: day.remaining() } : {}),
      },
      rejection: full ?? (isCrowded ? { problem: 'concurrent' } : undefined),
      release: () => {
        if (isAdmitted) inProgress.set(pair, (inProgress.get(pair) ?? 1) - 1);
      },
    };
  };
}

const documentedOf: Readonly<Record<LimitProblem, number>> = {
  appminute: documentedLimits.appMinute,
  day: documentedLimits.day,
  minute: documentedLimits.minute,
  concurrent: documentedLimits.concurrent,
};
