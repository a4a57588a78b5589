// The catalogue agrees with Xero's official SDK about the Projects API, with the exceptions below.

import { expect, test } from 'vitest';
import { entities } from '../../../src/catalogue/entities.ts';
import { type OperationRow, operations } from '../../../src/catalogue/operations.ts';
import type { FieldRow, ParameterRow } from '../../../src/catalogue/schema.ts';
import { sdkOperations } from './sdk.ts';
import { type Facts, sdkFacts } from './sdk-facts.ts';

interface Exception {
  readonly sdk: string | undefined;
  readonly catalogue: string | undefined;
  readonly why: string;
}

const exceptions: Readonly<Record<string, Exception>> = {
  'Amount.currency required': {
    sdk: 'no',
    catalogue: 'yes',
    why: 'The specification leaves both fields of an amount optional. CData documents the currency as required in a rate.',
  },
  'Amount.value required': {
    sdk: 'no',
    catalogue: 'yes',
    why: 'As above; a rate without its value says nothing. The row says that this is our own deduction.',
  },
  'ProjectCreateOrUpdate.contactId required': {
    sdk: 'no',
    catalogue: 'yes',
    why: 'The SDK has one type for both methods. The Projects page requires the contact on create; the row says on which.',
  },
  'getProjects ?states': {
    sdk: 'string',
    catalogue: 'one of CLOSED INPROGRESS',
    why: 'The specification, and the SDK after it, names the two values in prose only: “(INPROGRESS or CLOSED)”.',
  },
  'getTasks ?taskIds': {
    sdk: 'string',
    catalogue: 'Array<string>',
    why: 'The specification types it a text and says “a comma separated list of taskIds”, with an example of two.',
  },
};

/** The others have a reason in `sdk.ts` why the SDK lacks them. */
const inSdk: ReadonlySet<string> = new Set(sdkOperations);

test('the catalogue agrees with the SDK', () => {
  const sdk = sdkFacts();
  const ours = catalogueFacts();
  const names = [...new Set([...Object.keys(sdk), ...Object.keys(ours)])].sort();
  const differences = names
    .filter((name) => sdk[name] !== ours[name])
    .map((name) => [name, { sdk: sdk[name], catalogue: ours[name] }]);
  const expected = Object.entries(exceptions).map(([name, { sdk, catalogue }]) => [name, { sdk, catalogue }]);
  expect(Object.fromEntries(differences)).toEqual(Object.fromEntries(expected));
});

test('the SDK was read', () => {
  const facts = sdkFacts();
  expect(Object.keys(facts).length).toBeGreaterThan(200);
  expect(facts).toMatchObject({
    getTask: 'GET /Projects/{projectId}/Tasks/{taskId}',
    'createTask body': 'TaskCreateOrUpdate',
    'createTask Idempotency-Key': 'yes',
    'getTasks ?chargeType': 'one of FIXED NON_CHARGEABLE TIME',
    'Tasks.items': 'Array<Task>',
    'Task.status': 'one of ACTIVE INVOICED LOCKED',
  });
});

function catalogueFacts(): Facts {
  const facts: Record<string, string> = {};
  for (const [entity, rows] of Object.entries(entities)) {
    for (const row of rows) {
      facts[`${entity}.${row.name}`] = typeOf(row);
      facts[`${entity}.${row.name} required`] = row.required ? 'yes' : 'no';
    }
  }
  for (const row of (operations as readonly OperationRow[]).filter(({ id }) => inSdk.has(id))) {
    facts[row.id] = `${row.method} ${row.path}`;
    facts[`${row.id} body`] = row.requestBody ?? 'none';
    facts[`${row.id} response`] = row.responseBody ?? 'none';
    facts[`${row.id} Idempotency-Key`] = row.takesIdempotencyKey ? 'yes' : 'no';
    for (const each of row.query) facts[`${row.id} ?${each.name}`] = typeOfParameter(each);
  }
  return facts;
}

/** The type as the SDK names it: it has strings for ids, and numbers for integers. */
function typeOf({ type, itemType, values = [] }: FieldRow): string {
  switch (type) {
    case 'string':
    case 'uuid':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'date-time':
      return 'Date';
    case 'enum':
      return `one of ${[...values].sort().join(' ')}`;
    case 'list':
      return `Array<${itemType}>`;
    case 'object':
      return itemType ?? 'object';
    case 'boolean':
      return 'boolean';
  }
}

function typeOfParameter(row: ParameterRow): string {
  return row.commaSeparated ? `Array<${row.type === 'enum' ? 'string' : typeOf(row)}>` : typeOf(row);
}
