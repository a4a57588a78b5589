// Holds the checks against calls made of the catalogue's rows: no word about a valid one, one word about each that is spoilt.

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  logWith,
  operationIds,
  proxyRoot,
  type ValidCall,
  validCall,
} from '../../../testing/arbitraries/valid-call.ts';
import { expectRenderable } from '../../../testing/assert-renderable.ts';
import { callMutations } from '../../../testing/mutations/call-mutations.ts';
import { answeredFieldMutations, sentFieldMutations } from '../../../testing/mutations/field-mutations.ts';
import { type Mutation, withHeaders } from '../../../testing/mutations/mutation.ts';
import type { Token } from '../../model/exchange.ts';
import { allChecks } from './all-checks.ts';
import { runChecks } from './run-checks.ts';

// Many calls in one test: more than a busy machine does in the usual time.
vi.setConfig({ testTimeout: 30_000 });

const mutations: readonly Mutation[] = [...callMutations, ...sentFieldMutations, ...answeredFieldMutations];
/** Of the app itself, for its own proxy. */
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
const madeToSpeak = new Set<string>();

describe.each(operationIds)('%s', (id) => {
  test('no check speaks of a valid call', () => {
    const property = fc.property(validCall([id]), (call) => {
      expect(idsAt(call)).toEqual([]);
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('exactly one check speaks of a call that is spoilt in one thing', () => {
    const possible = mutations.filter(({ of }) => of === undefined || of.includes(id));
    const property = fc.property(validCall([id]), (call) => {
      const wrong = possible.filter((mutation) => !speaksAlone(mutation, call));
      expect(wrong.map(({ name, fires, mutate }) => ({ name, fires, said: idsAt(mutate(call)) }))).toEqual([]);
    });
    // Each call is spoilt in some two hundred ways: few calls are enough.
    fc.assert(property, { numRuns: 4 });
  });
});

test('no check speaks of a valid call whose token and tenant a proxy adds', () => {
  const others = fc.constantFrom<Token | undefined>(undefined, appToken, {
    ...appToken,
    kind: 'opaque',
    issuer: undefined,
  });
  const property = fc.property(validCall(), others, (call, token) => {
    // The two statuses that tell that the proxy adds nothing.
    fc.pre(call.status !== 401 && call.status !== 403);
    expect(idsAt(withHeaders({ ...call, root: proxyRoot, token }, { 'xero-tenant-id': undefined }))).toEqual([]);
  });
  fc.assert(property, { numRuns: 200 });
});

test('every check reports at least one mutation', () => {
  const hint =
    'Export `mutations` from the file of the check, or add a row to src/testing/mutations/call-mutations.ts.';
  expect([...madeToSpeak].sort(), hint).toEqual(allChecks.map(({ id }) => id).sort());
});

test('mutations have names of their own', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
});

function speaksAlone({ fires, mutate }: Mutation, call: ValidCall): boolean {
  const spoilt = mutate(call);
  if (spoilt === undefined) return true;
  const ids = idsAt(spoilt);
  for (const id of ids) madeToSpeak.add(id);
  return ids.length === 1 && ids[0] === fires;
}

function idsAt(call: ValidCall | undefined): string[] {
  if (call === undefined) return [];
  const { exchange, log } = logWith(call);
  const findings = runChecks(exchange, log);
  expectRenderable(findings);
  // What Xero took cannot have been an error, and what it refused it did not take.
  expect(findings.filter((each) => (call.status < 300 ? each.severity === 'error' : each.acceptedByXero))).toEqual([]);
  return [...new Set(findings.map((finding) => finding.ruleId))];
}
