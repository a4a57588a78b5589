// A required field is missing.

import { specification, specificationExamples } from '../../../catalogue/citation.ts';
import type { FieldRow } from '../../../catalogue/schema.ts';
import { isUncharged } from '../check-support/charge-type.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { isDocsExampleTask } from '../check-support/docs-example-id.ts';
import { fieldName } from '../check-support/field-name.ts';
import { lowercaseFirst } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'field-missing',
  title: 'Required field missing',
  severity: 'error',
  order: 210,
  groupTitle: (count) => `${count} required fields are missing`,
  fix: 'Send the fields.',
  canCause: [400],
  citation: specification,
  run(context) {
    const uncharged = isUncharged(context);
    const copied = isDocsExampleTask(context);
    return requestFields(context)
      .fields.filter(
        ({ row, value }) => (value === undefined || value === null) && isRequired(row, context.operation?.method),
      )
      .filter(({ row }) => !(uncharged && row.name === 'rate'))
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: value === null ? 'null' : 'not sent',
        sentence: `${fieldName(pointer)} is ${value === null ? 'null' : 'missing'}.`,
        fix: `Send ${fieldName(pointer)}.`,
        expected: lowercaseFirst(row.rule),
        citation: row.requiredBy ?? row.citation,
        ...((row.requiredBy ?? row.citation).basis === 'documented' ? {} : { certainty: 'likely' }),
        ...(copied ? copiedTask(row) : {}),
      }));
  },
};

function copiedTask({ rule }: FieldRow) {
  return {
    expected: `${lowercaseFirst(rule)} (the specification’s own task example lacks it)`,
    severity: 'warning',
    citation: specificationExamples,
  } as const;
}

function isRequired({ required, requiredOn }: FieldRow, method = ''): boolean {
  return required && (requiredOn === undefined || requiredOn.includes(method));
}

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', requestBody: { name: 'Attic' } },
    { request: 'POST /Projects', requestBody: { name: null, contactId: '{contactId}' } },
    {
      request: 'POST /Projects/{projectId}/Tasks',
      requestBody: { name: 'Tiling', chargeType: 'TIME', rate: { currency: 'NZD' } },
    },
  ],
  pass: [{ request: 'POST /Projects' }, { request: 'PUT /Projects/{projectId}', requestBody: { name: 'Attic' } }],
};

export const mutations: Mutations = {
  requestField: (row, { method }) => (isRequired(row, method) && row.name !== 'rate' ? [undefined, null] : []),
  // A missing rate of a non-chargeable task has its own check.
  request: ({ requestBody }) =>
    requestBody === 'TaskCreateOrUpdate'
      ? [undefined, null].map((rate) => ({ requestFields: { '/chargeType': 'FIXED', '/rate': rate } }))
      : [],
};
