// The answer lacks a field that every recorded one holds.

import { projectsRecording } from '../../../catalogue/citation.ts';
import type { Check, Examples } from './check.ts';
import { alike, timesOf } from './group-similar.ts';
import { answeredFields } from './walk-fields.ts';

export const check: Check = {
  id: 'response-field-missing',
  title: 'Field missing from the answer',
  severity: 'note',
  fix: 'Do not count on this field.',
  source: projectsRecording,
  run(call) {
    const missing = answeredFields(call).fields.filter(
      ({ row, value }) => value === undefined && row.returned === undefined,
    );
    return alike(missing).map(({ first, times }) => ({
      where: { in: 'response', pointer: first.pointer },
      saw: `no such field${timesOf(times)}`,
      expected: `\`${first.row.name}\`: ${first.row.meaning.toLowerCase()}`,
      sure: 'likely',
    }));
  },
};

const list = (item: object) => ({ pagination: { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 }, items: [item] });
const user = { userId: '740add2a-a703-4b8a-a670-1093919c2040', name: 'Avery Cole', email: 'avery@acme.example' };

export const examples: Examples = {
  fires: [
    { call: 'GET /ProjectsUsers', answer: { items: [user] } },
    { call: 'GET /ProjectsUsers', answer: list({ ...user, email: undefined }) },
  ],
  silent: [
    { call: 'GET /ProjectsUsers', answer: list(user) },
    { call: 'GET /ProjectsUsers', answer: list({ ...user, name: null }) },
  ],
};
