import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import type { Exchange } from '../model/exchange.ts';
import { redactionClasses } from '../redact/classes.ts';
import { type ExportFormat, exportFile } from './export-file.ts';

function fileOf(format: ExportFormat, log: readonly Exchange[], classes = redactionClasses) {
  return JSON.parse(runToEnd(exportFile({ format, chosen: log, log, classes, version: '1', nowMs: 0 })).join(''));
}

const post = { method: 'POST', sent: { name: 'Attic' } };

test('a diagnosis record has the names of the glossary, and null for what is unknown', () => {
  const failed = exchange({
    ...post,
    startedMs: Number.NaN,
    status: 400,
    sent: { name: '', deadlineUtc: 'tomorrow' },
    body: { modelState: { name: ['Empty'] } },
  });
  expect(fileOf('diagnoses', [failed]).diagnoses[0]).toMatchObject({
    time: null,
    method: 'POST',
    operation: 'createProject',
    status: 400,
    effectiveStatus: 400,
    diagnosis: 'validation-failed',
    fieldErrors: [{ key: 'name', pointer: '/name', messages: ['Empty'] }],
    retry: { kind: 'fix-first', seconds: null, advice: expect.any(String) },
    checks: expect.arrayContaining([
      {
        id: 'date-invalid',
        severity: 'error',
        certainty: expect.any(String),
        location: { in: 'request', pointer: '/deadlineUtc' },
        observed: expect.any(String),
        expected: expect.any(String),
        fix: expect.any(String),
      },
    ]),
  });
});

test('a diagnosis record says which server made a request', () => {
  const pageRequest = { id: 1, method: 'POST', path: '/app/time', startedMs: undefined, outcome: undefined };
  const server = { app: 'timesheets', process: '0a1b2c3d', sequence: 1, pageRequest };
  expect(fileOf('diagnoses', [{ ...exchange(post), server }, exchange(post)]).diagnoses).toMatchObject([
    { server: { app: 'timesheets', pageRequest: 'POST /app/time' } },
    { server: null },
  ]);
});

test('a diagnosis record has the same advice as the panel for a write that an earlier attempt may have made', () => {
  const first = exchange({ ...post, id: 1, status: 503 });
  const second = exchange({ ...post, id: 2, status: 201, startedMs: first.startedMs + 5_000 });
  const { diagnoses } = fileOf('diagnoses', [first, second]);
  expect(diagnoses[1].retry.kind).toBe('read-back');
  expect(fileOf('diagnoses', [second]).diagnoses[0].retry.kind).toBe('not-needed');
});

test.each<[ExportFormat, (file: { log: { comment: string }; redaction: string }) => string]>([
  ['har', ({ log }) => log.comment],
  ['diagnoses', ({ redaction }) => redaction],
])('a file in the format %s says what was redacted', (format, noteOf) => {
  expect(noteOf(fileOf(format, [exchange(post)]))).toContain('Placeholders: 00000000-0001-… for tenants, ');
  expect(noteOf(fileOf(format, [exchange(post)], []))).toMatch(/Access tokens, cookies and passwords are left out\.$/);
});

test('a HAR counts the headers that were not stored', () => {
  const each = exchange();
  const cut = {
    ...each,
    request: { ...each.request, omittedHeaders: 3 },
    response: { ...each.response, omittedHeaders: 5 },
  };
  const [entry] = fileOf('har', [cut]).log.entries;
  expect(entry._xeroProjects).toMatchObject({ omittedRequestHeaders: 3, omittedResponseHeaders: 5 });
});
