// A response without a field that every recorded response has.

import { projectsRecording } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldNameInItem } from '../check-support/field-name.ts';
import { formatOccurrences, groupSimilar } from '../check-support/group-similar.ts';
import { responseFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'response-field-missing',
  title: 'Field missing from response',
  severity: 'note',
  order: 460,
  groupTitle: (count) => `${count} documented fields are missing`,
  fix: 'Don’t rely on these fields.',
  citation: projectsRecording,
  run(context) {
    const missing = responseFields(context).fields.filter(
      ({ row, value }) => value === undefined && row.returned === undefined,
    );
    return groupSimilar(missing).map(({ first, times }) => ({
      location: { in: 'response', pointer: first.pointer },
      observed: `no such field${formatOccurrences(times)}`,
      sentence: `The response lacks the documented field ${fieldNameInItem(first.pointer)}${formatOccurrences(times)}.`,
      fix: 'Don’t rely on it.',
      expected: `\`${first.row.name}\`: ${first.row.meaning.toLowerCase()}`,
      certainty: 'likely',
    }));
  },
};

const list = (item: object) => ({ pagination: { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 }, items: [item] });
const user = { userId: '740add2a-a703-4b8a-a670-1093919c2040', name: 'Avery Cole', email: 'avery@acme.example' };

export const examples: Examples = {
  fail: [
    { request: 'GET /ProjectsUsers', responseBody: { items: [user] } },
    { request: 'GET /ProjectsUsers', responseBody: list({ ...user, email: undefined }) },
  ],
  pass: [
    { request: 'GET /ProjectsUsers', responseBody: list(user) },
    { request: 'GET /ProjectsUsers', responseBody: list({ ...user, name: null }) },
  ],
};

export const mutations: Mutations = {
  responseField: ({ returned }) => (returned === undefined ? [undefined] : []),
};
