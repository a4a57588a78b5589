// The token had expired when the request started.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { usableToken } from '../check-support/token.ts';

export const check: Check = {
  id: 'token-expired',
  title: 'Access token expired',
  severity: 'error',
  order: 50,
  fix: 'Refresh the token, then retry once.',
  canCause: [401],
  confirmedBy: 'token-expired',
  citation: gatewayRecording,
  run({ exchange }) {
    const expiresMs = usableToken(exchange)?.expiresMs;
    if (expiresMs === undefined || !(expiresMs <= exchange.startedMs)) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed: `a token that expired at ${clockTime(expiresMs)}, ${ago(exchange.startedMs - expiresMs)} before the request`,
        sentence: `The token expired at ${clockTime(expiresMs)}, ${ago(exchange.startedMs - expiresMs)} before the request, by this computer’s clock.`,
        expected: 'a token that is still valid by this computer’s clock',
      },
    ];
  },
};

function ago(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`;
  // A claim may be any number, and some aren't valid times.
  return seconds < 315_360_000 ? `${Math.round(seconds / 86_400)} days` : 'years';
}

export const examples: Examples = {
  fail: [{ token: { expiresMs: 1_000 }, status: 401 }],
  pass: [{}, { token: { expiresMs: 1_000, issuer: 'https://app.example' }, viaProxy: true }],
};

export const mutations: Mutations = {
  request: () => [
    { token: { expiresInMs: 0 }, viaProxy: false },
    { token: { expiresMs: 1_000 }, viaProxy: false },
  ],
};
