// An undocumented enum value in the response: clients with a closed enum fail on it.

import { recorded } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldNameInItem } from '../check-support/field-name.ts';
import { formatList } from '../check-support/formats.ts';
import { formatOccurrences, groupSimilar } from '../check-support/group-similar.ts';
import { responseFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'response-enum-unknown',
  title: 'Undocumented value in response',
  severity: 'note',
  order: 490,
  groupTitle: (count) => `${count} fields have undocumented values`,
  fix: 'Make your parser accept unknown values.',
  citation: recorded('Xero-NetStandard issues 355 and 356', 'https://github.com/XeroAPI/Xero-NetStandard/issues/355'),
  run(context) {
    const wrong = responseFields(context).fields.filter(
      ({ row, value }) => row.type === 'enum' && typeof value === 'string' && !row.values?.includes(value),
    );
    return groupSimilar(wrong).map(({ first, times }) => ({
      location: { in: 'response', pointer: first.pointer },
      observed: `${quoteJson(first.value, 60)}${formatOccurrences(times)}`,
      expected: formatList(first.row.values ?? []),
      sentence: `${fieldNameInItem(first.pointer)} is ${quoteJson(first.value, 60)}, which isn’t documented${formatOccurrences(times)}.`,
    }));
  },
};

const entry = {
  timeEntryId: '3cd35eca-704f-4bca-b258-236028ae8ed1',
  userId: '740add2a-a703-4b8a-a670-1093919c2040',
  projectId: '254553fa-2be8-4991-bd5e-70a97ea12ef8',
  taskId: 'c5bf9e3f-7d68-4a1b-9b5f-1a6f0f4b2d3c',
  dateUtc: '2026-11-16T21:00:00Z',
  dateEnteredUtc: '2026-11-17T03:12:44.7933532Z',
  duration: 90,
  status: 'ACTIVE',
};

export const examples: Examples = {
  fail: [{ request: 'GET /Projects/{projectId}/Time/{timeEntryId}', responseBody: { ...entry, status: 'APPROVED' } }],
  pass: [{ request: 'GET /Projects/{projectId}/Time/{timeEntryId}', responseBody: entry }],
};

export const mutations: Mutations = {
  responseField: ({ type }) => (type === 'enum' ? ['UNHEARD_OF'] : []),
};
