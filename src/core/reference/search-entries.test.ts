// What the search of the reference finds, and in which order.

import { expect, test } from 'vitest';
import { referenceEntries } from './all-entries.ts';
import { searchReference } from './search-entries.ts';

const entries = referenceEntries();
const search = (query: string) => searchReference(entries, query).map(({ id }) => id);

test.each([
  ['createTask', ['operation/createTask']],
  ['CREATETASK', ['operation/createTask']],
  ['403', ['diagnosis/tenant-refused']],
  ['tenant-refused', ['diagnosis/tenant-refused']],
  ['pageSize', ['operation/getProjects', 'operation/getProjectUsers', 'operation/getTasks']],
  ['Xero-Tenant-Id', ['header/Xero-Tenant-Id']],
  ['xero-ten', ['header/Xero-Tenant-Id']],
  ['token-scope', ['check/token-scope']],
  ['ProjectPatch', ['entity/ProjectPatch']],
  ['GET /Projects', ['operation/getProjects']],
  ['limits', ['limits']],
  ['model.Name', ['rule/project-the-name-can-t-be-empty']],
  ['model.ChargeType', ['rule/task-rate-and-charge-type-are-required-for-every-charge-type']],
  ['model.TaskId', ['rule/time-entry-user-task-date-and-duration-are-required']],
  ['model.DateUtc', ['rule/time-entry-user-task-date-and-duration-are-required']],
  ['WWW-Authenticate', ['header/WWW-Authenticate']],
  ['Rapid Sync', ['limits']],
])('%s finds first %s', (query, first) => {
  expect(search(query).slice(0, first.length)).toEqual(first);
});

test.each([
  ['estimateMinutes', ['entity/TaskCreateOrUpdate', 'entity/Task', 'operation/createTask', 'operation/updateTask']],
  ['minutesLogged', ['entity/Project', 'operation/getProjects', 'operation/getProject']],
  ['status', ['operation/getProjects', 'entity/ProjectPatch']],
  ['per_page', ['operation/getProjects']],
  ['503', ['diagnosis/maintenance', 'diagnosis/organisation-offline', 'diagnosis/rate-limit-legacy']],
  ['NZD', ['entity/Amount']],
  ['token expired', ['diagnosis/token-expired', 'check/token-expired']],
])('%s finds %s too', (query, hits) => {
  expect(search(query)).toEqual(expect.arrayContaining(hits));
});

test.each(entries.filter(({ kind }) => kind === 'absent'))('$title is found by its title', ({ id, title }) => {
  expect(search(title)).toContain(id);
});

test('all words must occur, in any order', () => {
  expect(search('expired token')).toContain('diagnosis/token-expired');
  expect(search('expired zebra')).toEqual([]);
});

test('an empty query returns all entries in order', () => {
  expect(search('  ')).toEqual(entries.map(({ id }) => id));
});

test('names are found before mentions', () => {
  const hits = search('Retry-After');
  expect(hits[0]).toBe('header/Retry-After');
  expect(hits.length).toBeGreaterThan(1);
});
