// A field that the operation demands is not there.

import { specification, specificationExamples } from '../../../catalogue/citation.ts';
import type { FieldRow } from '../../../catalogue/schema.ts';
import { isUncharged } from './charge-type.ts';
import type { Check, Examples } from './check.ts';
import { isCopiedTask } from './docs-example-id.ts';
import { asPhrase } from './formats.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'field-missing',
  title: 'Required field missing',
  severity: 'error',
  fix: 'Send the field.',
  explains: [400],
  source: specification,
  run(call) {
    const uncharged = isUncharged(call);
    const copied = isCopiedTask(call);
    return sentFields(call)
      .fields.filter(
        ({ row, value }) => (value === undefined || value === null) && isRequired(row, call.operation?.method),
      )
      .filter(({ row }) => !(uncharged && row.name === 'rate'))
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: value === null ? 'null' : 'no such field',
        expected: asPhrase(row.rule),
        source: row.requiredBy ?? row.source,
        ...((row.requiredBy ?? row.source).basis === 'documented' ? {} : { sure: 'likely' }),
        ...(copied ? copiedTask(row) : {}),
      }));
  },
};

function copiedTask({ rule }: FieldRow) {
  return {
    expected: `${asPhrase(rule)}; the specification’s own example of a task lacks it`,
    severity: 'warning',
    source: specificationExamples,
  } as const;
}

function isRequired({ required, requiredOn }: FieldRow, method = ''): boolean {
  return required && (requiredOn === undefined || requiredOn.includes(method));
}

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: { name: 'Attic' } },
    { call: 'POST /Projects', sent: { name: null, contactId: '{contactId}' } },
    {
      call: 'POST /Projects/{projectId}/Tasks',
      sent: { name: 'Tiling', chargeType: 'TIME', rate: { currency: 'NZD' } },
    },
  ],
  silent: [{ call: 'POST /Projects' }, { call: 'PUT /Projects/{projectId}', sent: { name: 'Attic' } }],
};
