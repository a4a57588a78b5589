// Tests the checks on random requests that follow the catalogue: no check reports a valid one, and exactly one check reports each mutation.

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { operations } from '../../../catalogue/operations.ts';
import { logWith, type ValidRequest, validRequest } from '../../../testing/arbitraries/valid-request.ts';
import { expectRenderable } from '../../../testing/assert-renderable.ts';
import { HINT_FOR_VALID_REQUESTS } from '../../../testing/example.ts';
import { type CheckMutation, describeMutation, mutationsOf } from '../../../testing/mutations/all-mutations.ts';
import { applyMutation } from '../../../testing/mutations/apply-mutation.ts';
import type { Token } from '../../model/exchange.ts';
import { allChecks } from './all-checks.ts';
import { runChecks } from './run-checks.ts';

// Each test runs many cases, which takes longer than the default timeout on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** A proxy's own, not Xero's. */
const appToken: Token = {
  kind: 'jwt',
  scheme: '',
  fingerprint: '1b2c3d4e',
  length: 300,
  issuer: 'https://app.example',
  clientId: undefined,
  scopes: [],
  notBeforeMs: undefined,
  expiresMs: 1_000,
};
const checksThatReported = new Set<string>();

describe.each(operations)('$id', (operation) => {
  const valid = validRequest([operation.id]);
  const mutations = mutationsOf(operation);

  test('no check reports a valid request', () => {
    const property = fc.property(valid, (request) => {
      expect(reportedIds(request), HINT_FOR_VALID_REQUESTS).toEqual([]);
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('exactly one check reports a request with one mutation', () => {
    const property = fc.property(valid, (request) => {
      // None, unless the test above fails. Then every mutation would fail here too, and shrinking that takes minutes.
      const usual = reportedIds(request);
      const wrong = mutations.filter((mutation) => !isReportedAlone(mutation, request, usual));
      expect(
        wrong.map((mutation) => ({
          mutation: describeMutation(mutation),
          expected: mutation.checkId,
          reported: reportedIds(applyMutation(request, mutation.change)),
        })),
      ).toEqual([]);
    });
    // Each request is changed in some two hundred ways, so a few requests are enough.
    fc.assert(property, { numRuns: 4 });
  });

  test('no check has the same mutation twice', () => {
    const texts = mutations.map(describeMutation);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });
});

test('no check reports a valid request whose token and tenant a proxy adds', () => {
  const others = fc.constantFrom<Token | undefined>(undefined, appToken, {
    ...appToken,
    kind: 'opaque',
    issuer: undefined,
  });
  const property = fc.property(validRequest(), others, (request, token) => {
    // These two statuses show that the proxy adds nothing.
    fc.pre(request.status !== 401 && request.status !== 403);
    const proxied = applyMutation({ ...request, token }, { viaProxy: true, headers: { 'xero-tenant-id': null } });
    expect(reportedIds(proxied)).toEqual([]);
  });
  fc.assert(property, { numRuns: 200 });
});

test.each(allChecks)('$id reports at least one of its mutations', ({ id }) => {
  const hint = `src/core/rules/checks/${id}.ts: export \`mutations\` that apply to at least one operation, as accept-not-json.ts does.`;
  expect([...checksThatReported], hint).toContain(id);
});

function isReportedAlone({ checkId, change }: CheckMutation, request: ValidRequest, usual: readonly string[]): boolean {
  const changed = applyMutation(request, change);
  if (changed === undefined) return true;
  const ids = reportedIds(changed);
  if (ids.includes(checkId)) checksThatReported.add(checkId);
  return ids.includes(checkId) && ids.every((id) => id === checkId || usual.includes(id));
}

function reportedIds(request: ValidRequest | undefined): string[] {
  if (request === undefined) return [];
  const { exchange, log } = logWith(request);
  const findings = runChecks(exchange, log);
  expectRenderable(findings);
  // A request that Xero accepted has no errors, and one that it rejected was not accepted.
  expect(findings.filter((each) => (request.status < 300 ? each.severity === 'error' : each.acceptedByXero))).toEqual(
    [],
  );
  return [...new Set(findings.map((finding) => finding.ruleId))];
}
