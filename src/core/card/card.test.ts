import { describe, expect, test } from 'vitest';
import { logOf } from '../../testing/example.ts';
import { namedLogs } from '../../testing/logs.ts';
import { getNotes } from '../diagnose/notes.ts';
import type { Exchange } from '../model/exchange.ts';
import { buildContext } from '../report/context.ts';
import { retryAdvice } from '../retry/retry-advice.ts';
import { analyze } from '../rules/analyze.ts';
import type { Example } from '../rules/check-support/check.ts';
import { attemptsOf } from '../session/attempts.ts';
import { type Card, composeCard } from './card.ts';
import { retryLine } from './retry-line.ts';

function cardOf(exchange: Exchange, log: readonly Exchange[], nowMs = exchange.startedMs + 1_000) {
  const context = buildContext(log);
  const diagnosis = context.diagnosisOf(exchange);
  const attempts = attemptsOf(context.session, exchange.id);
  const analysis = analyze(exchange, context, nowMs);
  const notes = getNotes(exchange, diagnosis);
  const card = composeCard(exchange, diagnosis, analysis, { log: context.log, attempts, notes });
  const retry = retryLine(retryAdvice(exchange, diagnosis, nowMs, attempts), exchange.request.method, nowMs);
  return { card, retry, analysis };
}

/** The texts of the card by line. */
function linesOf({ card, retry }: ReturnType<typeof cardOf>) {
  const { what, why, fix } = card;
  return {
    title: `${card.tone}: ${card.title}`,
    what: what.text,
    why: why && `${why.statements.map(({ text }) => text).join(' ')}${why.certainty ? ` (${why.certainty})` : ''}`,
    fix: [...fix.sentences, fix.tenantToSend].filter(Boolean).join(' '),
    retry: [retry.verdict, ...retry.details].join(' '),
    checks: card.checks.map(({ finding }) => finding.ruleId),
  };
}

const acme = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
const globex = '70784a63-d24b-46a9-a4db-0e70a274b056';
const connections = (...list: object[]) => ({
  request: 'GET https://api.xero.com/connections',
  responseBody: list,
  secondsBefore: 60,
});
const toAcme = { id: globex, tenantId: acme, tenantName: 'Acme Ltd' };
const problem = (Detail: string, Status: number) => ({ Type: null, Title: 'Error', Status, Detail, Instance: '' });
const refused: Example = { status: 403, responseBody: problem('AuthenticationUnsuccessful', 403) };
const rejected = (modelState: object) => ({
  status: 400,
  responseBody: { message: 'The request is invalid.', modelState },
});
const page = { page: 2, pageSize: 50, pageCount: 3, itemCount: 120 };
const rate = { currency: 'NZD', value: 80 };

const table: readonly [name: string, Example, expected: Partial<ReturnType<typeof linesOf>>][] = [
  [
    'two rejected fields: one reason and one fix',
    {
      request: 'POST /Projects/{projectId}/Tasks',
      requestBody: { name: '', chargeType: 'TIME', estimateMinutes: 0, rate },
      ...rejected({ 'model.Name': ['Cannot be empty'], 'model.EstimateMinutes': ['Must be greater than 0'] }),
    },
    {
      title: 'error: Validation failed',
      what: 'Xero rejected 2 fields.',
      why: '`name` is empty. `estimateMinutes` is `0`, but must be at least 1 minute. (certain)',
      fix: 'Send a `name` that isn’t empty, and at least 1 minute as `estimateMinutes`.',
      retry: expect.stringMatching(/^Not until it’s fixed\. It was rejected, so nothing was written\./),
      checks: [],
    },
  ],
  [
    'a missing field and an unknown one that was meant to be it: one cause',
    {
      request: 'POST /Projects',
      requestBody: { projectName: 'Attic', contactId: '{contactId}' },
      ...rejected({ 'model.Name': ['The Project Name cannot be empty'] }),
    },
    {
      what: 'Xero rejected `name`.',
      why: '`name` is missing. You sent `projectName`, but the field’s name is `name`. (certain)',
      fix: 'Rename `projectName` to `name`.',
      checks: [],
    },
  ],
  [
    'a rejected field that no check explains: Xero’s reason is in the table',
    {
      request: 'POST /Projects',
      requestBody: { name: 'Attic', contactId: '{contactId}' },
      ...rejected({ 'model.ContactId': ['No such contact'] }),
    },
    { what: 'Xero rejected `contactId`.', why: undefined, fix: 'Correct the fields below.' },
  ],
  [
    'a connection’s ID as tenant ID: the tenant ID to send',
    {
      ...refused,
      headers: { 'xero-tenant-id': globex },
      before: [connections(toAcme)],
    },
    {
      title: 'error: Organisation refused',
      what: 'The token is fine, but Xero refuses access to this organisation.',
      why: 'You sent the `id` of the connection to `Acme Ltd`, not its `tenantId`. (certain)',
      fix: `Send the \`tenantId\` of \`Acme Ltd\` instead. ${acme}`,
      retry: 'Not until it’s fixed.',
    },
  ],
  [
    'no tenant: the only one that is connected',
    { ...refused, headers: { 'xero-tenant-id': null }, before: [connections(toAcme)] },
    { why: expect.stringMatching(/has no `Xero-Tenant-Id` header\. \(certain\)/), fix: expect.stringContaining(acme) },
  ],
  [
    'an organisation without Projects: nothing about the tenant header',
    {
      ...refused,
      before: [
        { headers: { 'xero-tenant-id': globex }, status: 200, secondsBefore: 20 },
        { request: 'GET https://api.xero.com/api.xro/2.0/Organisation', status: 200, secondsBefore: 10 },
      ],
    },
    {
      why: expect.stringMatching(/plan may not include Projects.*\(likely\)/),
      fix: 'Open Projects in Xero for this organisation, and check its plan.',
    },
  ],
  [
    'a refusal of which nothing is known: the general reason',
    refused,
    {
      why: 'Xero received no `Xero-Tenant-Id`, a wrong one, or one that is no longer connected to your app.',
      fix: expect.stringMatching(/^Send a `tenantId` from `GET \/connections`/),
    },
  ],
  [
    'a possible reason, with the general advice after it',
    { ...refused, before: [{ status: 200, secondsBefore: 20 }] },
    { why: expect.stringMatching(/\(possible\)$/), fix: expect.stringMatching(/^Check whether .* Send a `tenantId`/) },
  ],
  [
    'a rate limit, of the organisation by name',
    {
      status: 429,
      headers: {},
      responseBody: '',
      before: [connections(toAcme)],
    },
    { title: expect.stringMatching(/^warning: /), checks: [] },
  ],
  [
    'a success with a warning',
    { request: 'GET /Projects?status=CLOSED&page=2', responseBody: { pagination: page, items: [{}, {}] } },
    {
      title: 'warning: OK, with a warning',
      what: 'Xero returned 2 projects, page 2 of 3.',
      why: 'Developers report that `status` doesn’t filter. The documented parameter is `states`. (likely)',
      fix: 'Send `states=CLOSED`.',
      retry: 'Not needed.',
    },
  ],
  [
    'a plain success',
    { responseBody: { pagination: { ...page, page: 1, pageCount: 1 }, items: [] } },
    { title: 'success: OK', what: 'Xero returned no projects.', why: undefined, fix: '', retry: 'Not needed.' },
  ],
];

describe('composeCard', () => {
  test.each(table)('%s', (_, example, expected) => {
    const { exchange, log } = logOf(example);
    expect(linesOf(cardOf(exchange, log))).toMatchObject(expected);
  });

  test('shows the tenant that was sent, and another that worked if the fix doesn’t name it', () => {
    const { exchange, log } = logOf({
      ...refused,
      before: [
        connections(toAcme, { ...toAcme, tenantId: globex, tenantName: 'Globex' }),
        { headers: { 'xero-tenant-id': globex }, status: 200, secondsBefore: 20 },
        { request: 'GET https://api.xero.com/api.xro/2.0/Organisation', status: 200, secondsBefore: 10 },
      ],
    });
    const { what } = cardOf(exchange, log).card;
    expect(what.tenant).toEqual({ id: acme, name: '`Acme Ltd`' });
    expect(what.worked).toMatchObject({ id: globex, name: '`Globex`' });
  });

  test('groups the findings of one check', () => {
    const { exchange, log } = logOf({ responseBody: { pagination: page, items: [{ projectId: acme }] } });
    const [group] = cardOf(exchange, log).card.checks;
    expect(group?.text).toMatch(/^\d+(?: or more)? documented fields are missing$/);
    expect(group?.places.map(({ name }) => name)).toContain('`contactId`');
  });
});

describe('nothing is said twice', () => {
  test.each(namedLogs().map(({ name, log }) => [name, log] as const))('%s', (_, log) => {
    const exchange = log.at(-1) as Exchange;
    const { card, retry, analysis } = cardOf(exchange, log);
    const sentences = sentencesOf(card, retry.details);
    expect(sentences.filter((each, i) => sentences.indexOf(each) !== i)).toEqual([]);
    const shown = [
      ...(card.why?.statements ?? []).map(({ check }) => check),
      ...card.checks.map(({ finding }) => finding.ruleId),
    ];
    for (const { ruleId } of analysis.findings) expect(shown).toContain(ruleId);
  });
});

function sentencesOf({ what, why, fix, checks, notes }: Card, retry: readonly string[]): string[] {
  return [
    what.text,
    ...what.notes.map(({ observed }) => `${observed}.`),
    ...(why?.statements ?? []).map(({ text }) => text),
    ...fix.sentences,
    ...retry,
    ...checks.flatMap(({ text }) => text),
    ...notes.map(({ observed }) => `${observed}.`),
  ].flatMap((text) => text.split(/(?<=[.!?]) (?=[A-Z`])/));
}
