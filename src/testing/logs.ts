// Named logs for tests: one for each diagnosis, recorded response and example of a check.

import { diagnose } from '../core/diagnose/diagnose.ts';
import { diagnosisRows } from '../core/diagnose/diagnosis-rows.ts';
import type { Exchange } from '../core/model/exchange.ts';
import { retryAdvice } from '../core/retry/retry-advice.ts';
import { likelyCauses } from '../core/rules/causes/likely-causes.ts';
import type { Check, Examples } from '../core/rules/check-support/check.ts';
import { runChecks } from '../core/rules/run-checks/run-checks.ts';
import { logOf } from './example.ts';
import { type ExchangeOptions, exchange, root } from './exchange.ts';
import { samples } from './fixtures/samples.ts';

const modules = import.meta.glob<{ check?: Check; examples?: Examples }>('../core/rules/checks/*.ts', { eager: true });

export function namedLogs(): { readonly name: string; readonly log: readonly Exchange[] }[] {
  return [
    ...diagnosisRows.map(({ title, example }) => ({ name: title, log: [exchangeWith({ ...example })] })),
    ...samples.map(({ id, method, path, status, headers, body }) => ({
      name: id,
      log: [
        exchangeWith({
          method: method ?? 'GET',
          url: `https://api.xero.com${path ?? '/projects.xro/2.0/Projects'}`,
          status,
          headers: Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
          body: body ?? '',
        }),
      ],
    })),
    ...Object.values(modules).flatMap(({ check, examples }) =>
      [...(examples?.fail ?? []), ...(examples?.pass ?? [])].map((example) => ({
        name: `${check?.id} ${JSON.stringify(example).slice(0, 60)}`,
        log: logOf(example).log,
      })),
    ),
  ];
}

/** The panel's conclusions about each exchange that an export and import must not change. */
export function judgementsOf(log: readonly Exchange[]): unknown[] {
  return log.map((each) => {
    const diagnosis = diagnose(each);
    const findings = runChecks(each, log);
    return {
      diagnosis: diagnosis.id,
      fields: diagnosis.fieldErrors.map(({ key, pointer, sent, field }) => [key, pointer, sent.kind, field?.name]),
      retry: retryAdvice(each, diagnosis, each.startedMs).kind,
      checks: findings.map(({ ruleId, severity, certainty, location }) => [ruleId, severity, certainty, location]),
      causes: likelyCauses(each, diagnosis, findings, log).map(({ ruleId, certainty }) => [ruleId, certainty]),
    };
  });
}

function exchangeWith(options: ExchangeOptions): Exchange {
  const sent = { name: '', contactId: '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90', deadlineUtc: '2026-12-24T09:30:00Z' };
  const tenant = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
  return exchange({
    method: 'POST',
    url: `${root}/Projects`,
    sent,
    sentHeaders: { 'xero-tenant-id': tenant },
    ...options,
  });
}
