// An undocumented field in the request: Xero ignores it.

import { specification } from '../../../catalogue/citation.ts';
import { entities } from '../../../catalogue/entities.ts';
import type { OperationRow } from '../../../catalogue/operations.ts';
import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { quote } from '../../text/quote.ts';
import type { Check, CheckResult, Examples, Mutations } from '../check-support/check.ts';
import { didYouMean } from '../check-support/did-you-mean.ts';
import { fieldName } from '../check-support/field-name.ts';
import { requestFields, type UnknownField } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'field-unknown',
  title: 'Unknown field',
  severity: 'warning',
  order: 340,
  groupTitle: (count) => `${count} fields aren’t documented`,
  fix: 'Remove the fields, or use their documented names.',
  canCause: [400],
  citation: specification,
  run(context) {
    const { operation } = context;
    return requestFields(context)
      .unknown.filter(({ name }) => !operation?.fieldsWithOwnCheck?.includes(name.toLowerCase()))
      .map((field) => ({
        location: { in: 'request', pointer: field.pointer },
        observed: `a field ${quote(field.name, 60)} that isn’t documented for \`${operation?.id}\``,
        expected: expected(field, operation?.requestBody),
        ...sentenceAbout(field, operation),
      }));
  },
};

function sentenceAbout(field: UnknownField, operation: OperationRow | undefined): Partial<CheckResult> {
  const name = fieldName(field.pointer);
  const isReadOnly = readOnlyRow(field, operation?.requestBody) !== undefined;
  const near = isReadOnly ? undefined : meantBy(field);
  const unknown = `${name} isn’t a documented field of \`${operation?.id}\`.`;
  if (near === undefined) {
    return { sentence: isReadOnly ? `${name} is a field that you can’t set here.` : unknown, fix: `Remove ${name}.` };
  }
  return {
    sentence: `${unknown} Did you mean \`${near}\`?`,
    fix: `Rename ${name} to \`${near}\`, or remove it.`,
    meant: { name: near, pointer: field.pointer.slice(0, field.pointer.lastIndexOf('/') + 1) + near },
  };
}

function readOnlyRow({ name }: UnknownField, entity: EntityName | undefined): FieldRow | undefined {
  return returnedFields(entity).find((row) => row.name.toLowerCase() === name.toLowerCase());
}

function meantBy({ name, known }: UnknownField): string | undefined {
  return didYouMean(
    name,
    known.map((row) => row.name),
  );
}

function expected(field: UnknownField, entity: EntityName | undefined): string {
  const { known } = field;
  const readOnly = readOnlyRow(field, entity);
  if (readOnly) return `nothing, because ${readOnly.readOnly ? 'Xero sets it itself' : 'another operation sets it'}`;
  const near = meantBy(field);
  return near ? `perhaps \`${near}\`` : `one of ${known.map((row) => `\`${row.name}\``).join(', ')}`;
}

/** The fields of the response to a write of `entity`. */
function returnedFields(entity: EntityName | undefined): readonly FieldRow[] {
  const shown = { ProjectCreateOrUpdate: 'Project', TaskCreateOrUpdate: 'Task', TimeEntryCreateOrUpdate: 'TimeEntry' };
  const name = entity && (shown as Partial<Record<EntityName, string>>)[entity];
  return name ? entities[name as EntityName] : [];
}

export const examples: Examples = {
  fail: [
    {
      request: 'POST /Projects',
      requestBody: { name: 'Attic', contactId: '{contactId}', deadline: '2027-01-01T00:00:00Z' },
    },
    { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: '{contactId}', minutesLogged: 5 } },
    { request: 'PATCH /Projects/{projectId}', requestBody: { status: 'CLOSED', name: 'Attic' } },
  ],
  pass: [
    { request: 'POST /Projects' },
    { request: 'POST /Projects', requestBody: { Name: 'Attic', ContactId: '{contactId}' } },
    { request: 'PUT /Projects/{projectId}', requestBody: { name: 'Attic', status: 'CLOSED' } },
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
