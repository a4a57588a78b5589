// A field that the operation does not know: Xero ignores it, and what was meant by it does not happen.

import { specification } from '../../../catalogue/citation.ts';
import { entities } from '../../../catalogue/entities.ts';
import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { nearest } from './did-you-mean.ts';
import { sentFields, type UnknownField } from './walk-fields.ts';

export const check: Check = {
  id: 'field-unknown',
  title: 'Unknown field',
  severity: 'warning',
  fix: 'Leave the field out, or use the name that Xero knows.',
  explains: [400],
  source: specification,
  run(call) {
    const { operation } = call;
    return sentFields(call)
      .unknown.filter(({ name }) => !(operation?.id === 'updateProject' && name.toLowerCase() === 'status'))
      .map((field) => ({
        where: { in: 'request', pointer: field.pointer },
        saw: `a field ${quote(field.name, 60)} that \`${operation?.id}\` does not take`,
        expected: expected(field, operation?.body),
      }));
  },
};

function expected({ name, known }: UnknownField, entity: EntityName | undefined): string {
  const lower = name.toLowerCase();
  const readOnly = answered(entity).find((row) => row.name.toLowerCase() === lower);
  if (readOnly) return `nothing: ${readOnly.readOnly ? 'Xero works it out itself' : 'it is set by another operation'}`;
  const near = nearest(
    name,
    known.map((row) => row.name),
  );
  return near ? `perhaps \`${near}\`` : `one of ${known.map((row) => `\`${row.name}\``).join(', ')}`;
}

/** The fields of the answer that shows what was written. */
function answered(entity: EntityName | undefined): readonly FieldRow[] {
  const shown = { ProjectCreateOrUpdate: 'Project', TaskCreateOrUpdate: 'Task', TimeEntryCreateOrUpdate: 'TimeEntry' };
  const name = entity && (shown as Partial<Record<EntityName, string>>)[entity];
  return name ? entities[name as EntityName] : [];
}

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: { name: 'Attic', contactId: '{contactId}', deadline: '2027-01-01T00:00:00Z' } },
    { call: 'POST /Projects', sent: { name: 'Attic', contactId: '{contactId}', minutesLogged: 5 } },
    { call: 'PATCH /Projects/{projectId}', sent: { status: 'CLOSED', name: 'Attic' } },
  ],
  silent: [
    { call: 'POST /Projects' },
    { call: 'POST /Projects', sent: { Name: 'Attic', ContactId: '{contactId}' } },
    { call: 'PUT /Projects/{projectId}', sent: { name: 'Attic', status: 'CLOSED' } },
  ],
};
