// An undocumented field in the request: Xero ignores it.

import { specification } from '../../../catalogue/citation.ts';
import { entities } from '../../../catalogue/entities.ts';
import type { OperationRow } from '../../../catalogue/operations.ts';
import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { didYouMean } from '../check-support/did-you-mean.ts';
import { requestFields, type UnknownField } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'field-unknown',
  title: 'Unknown field',
  severity: 'warning',
  order: 340,
  fix: 'Remove the field, or use its documented name.',
  canCause: [400],
  citation: specification,
  run(call) {
    const { operation } = call;
    return requestFields(call)
      .unknown.filter(({ name }) => !operation?.fieldsWithOwnCheck?.includes(name.toLowerCase()))
      .map((field) => ({
        location: { in: 'request', pointer: field.pointer },
        observed: `a field ${quote(field.name, 60)} that isn’t documented for \`${operation?.id}\``,
        expected: expected(field, operation?.requestBody),
      }));
  },
};

function expected({ name, known }: UnknownField, entity: EntityName | undefined): string {
  const lower = name.toLowerCase();
  const readOnly = answered(entity).find((row) => row.name.toLowerCase() === lower);
  if (readOnly) return `nothing, because ${readOnly.readOnly ? 'Xero sets it itself' : 'another operation sets it'}`;
  const near = didYouMean(
    name,
    known.map((row) => row.name),
  );
  return near ? `perhaps \`${near}\`` : `one of ${known.map((row) => `\`${row.name}\``).join(', ')}`;
}

/** The fields of the response that returns what was written. */
function answered(entity: EntityName | undefined): readonly FieldRow[] {
  const shown = { ProjectCreateOrUpdate: 'Project', TaskCreateOrUpdate: 'Task', TimeEntryCreateOrUpdate: 'TimeEntry' };
  const name = entity && (shown as Partial<Record<EntityName, string>>)[entity];
  return name ? entities[name as EntityName] : [];
}

export const examples: Examples = {
  fail: [
    {
      call: 'POST /Projects',
      requestBody: { name: 'Attic', contactId: '{contactId}', deadline: '2027-01-01T00:00:00Z' },
    },
    { call: 'POST /Projects', requestBody: { name: 'Attic', contactId: '{contactId}', minutesLogged: 5 } },
    { call: 'PATCH /Projects/{projectId}', requestBody: { status: 'CLOSED', name: 'Attic' } },
  ],
  pass: [
    { call: 'POST /Projects' },
    { call: 'POST /Projects', requestBody: { Name: 'Attic', ContactId: '{contactId}' } },
    { call: 'PUT /Projects/{projectId}', requestBody: { name: 'Attic', status: 'CLOSED' } },
  ],
};

function unknownPointers({ requestBody, fieldsWithOwnCheck = [] }: OperationRow): string[] {
  if (requestBody === undefined) return [];
  const documented = [...entities[requestBody].map(({ name }) => name), ...fieldsWithOwnCheck];
  const readOnly = Object.values(entities).flatMap((rows) =>
    rows.filter((row) => row.readOnly).map(({ name }) => name),
  );
  const names = new Set(
    ['undocumented', '', '0', '__proto__', ...readOnly].filter((name) => !documented.includes(name)),
  );
  const objects = entities[requestBody].filter(({ type }) => type === 'object');
  return [...[...names].map((name) => `/${name}`), ...objects.map(({ name }) => `/${name}/undocumented`)];
}

export const mutations: Mutations = {
  request: (operation) => unknownPointers(operation).map((pointer) => ({ requestFields: { [pointer]: 1 } })),
};
