// One mutation for each thing that can be wrong with a field, for each row of the entities: in requests and in answers.

import { entities } from '../../catalogue/entities.ts';
import { type OperationId, type OperationRow, operations } from '../../catalogue/operations.ts';
import type { EntityName, FieldRow } from '../../catalogue/schema.ts';
import type { ValidCall } from '../arbitraries/valid-call.ts';
import { absent, changedAt, type Mutation, mutationsOfChecks, type Path } from './mutation.ts';

interface Place {
  readonly row: FieldRow;
  readonly path: Path;
}

interface Spoiled {
  readonly how: string;
  readonly fires: string;
  readonly value: unknown;
}

const malformedIds = [
  '',
  '42',
  'undefined',
  '00000000-0000-0000-000-000000000000',
  'g47ac10b-58cc-4372-a567-0e02b2c3d479',
];
const unreadableMoments = [
  '',
  '22/11/2026',
  '/Date(1763769600000)/',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-22T25:00:00Z',
  '2026-11-22T14:60:00Z',
  'Sun, 22 Nov 2026 14:02:41 GMT',
];
const momentsOfOtherZones = ['2026-11-22', '2026-11-22T14:02:41', '2026-11-22T14:02:41+13:00', '2026-11-22T14:02-0500'];

const addition = { how: 'is there', fires: 'response-field-unknown', value: 1 };

/** Of the body that a request sends. */
export const sentFieldMutations: readonly Mutation[] = operations.flatMap((operation) => {
  if (!('requestBody' in operation)) return [];
  const { id, method, requestBody } = operation;
  // Whatever is wrong with it there, it should not be there at all.
  const places = placesIn(requestBody).filter(({ row }) => !(id === 'updateProject' && row.name === 'contactId'));
  return [
    ...places.flatMap((place) => spoiltRequest(place.row, method).map((spoilt) => sent(id, place, spoilt))),
    ...unknownFields(id, requestBody),
  ];
});

/** Of the body of a success, once for each entity that is answered. */
export const answeredFieldMutations: readonly Mutation[] = [...new Set(operations.map(responseEntity))].flatMap(
  (entity) => {
    if (entity === undefined) return [];
    const of = operations.filter((row) => responseEntity(row) === entity).map((row) => row.id);
    const places = placesIn(entity);
    const objects: Path[] = [[], ...places.filter(({ row }) => row.type === 'object').map(({ path }) => path)];
    return [
      ...places.flatMap(({ row, path }) => spoiltAnswer(row).map((spoilt) => answeredWith(of, path, spoilt))),
      ...objects.map((path) => answeredWith(of, [...path, 'undocumented'], addition)),
    ];
  },
);

function responseEntity({ responseBody }: OperationRow): EntityName | undefined {
  return responseBody;
}

function placesIn(entity: EntityName, path: Path = []): Place[] {
  return entities[entity].flatMap((row) => {
    if (row.returned === 'never') return [];
    const place = { row, path: [...path, row.name] };
    if (row.itemType === undefined) return [place];
    return [place, ...placesIn(row.itemType, row.type === 'list' ? [...place.path, 0] : place.path)];
  });
}

function spoiltRequest(row: FieldRow, method: string): Spoiled[] {
  const required = row.required && (row.requiredOn?.includes(method) ?? true);
  const missing = ['is missing', 'is null'].map((how) => ({
    how,
    fires: 'field-missing',
    value: how === 'is null' ? null : absent,
  }));
  return [
    ...(required ? missing : []),
    ...wrongTypes(row).map((value) => ({ how: `is ${JSON.stringify(value)}`, fires: 'field-type', value })),
    ...mutationsOfChecks.flatMap(([fires, { requestField }]) =>
      (requestField?.(row) ?? []).map((value) => ({
        how: `is ${JSON.stringify(value).slice(0, 60)}`,
        fires,
        value,
      })),
    ),
    ...(row.type === 'enum' ? foreignValues(row) : []),
    ...(row.type === 'uuid' ? texts('uuid-malformed', malformedIds) : []),
    ...(row.type === 'date-time' ? texts('date-invalid', unreadableMoments) : []),
    ...(row.type === 'date-time' ? texts('date-not-utc', momentsOfOtherZones) : []),
    ...(row.type === 'number' || row.type === 'integer' ? wrongNumbers(row) : []),
  ];
}

function spoiltAnswer(row: FieldRow): Spoiled[] {
  // Two of them: there are many fields.
  const types = wrongTypes(row)
    .slice(0, 2)
    .map((value) => ({
      how: `is ${JSON.stringify(value)}`,
      fires: 'response-field-type',
      value,
    }));
  return [
    ...types,
    ...(row.returned === undefined ? [{ how: 'is missing', fires: 'response-field-missing', value: absent }] : []),
    ...(row.type === 'enum' ? texts('response-enum-unknown', ['UNHEARD_OF']) : []),
    ...(row.type === 'uuid' ? texts('response-field-type', ['42']) : []),
    ...(row.type === 'date-time' ? texts('response-field-type', ['22/11/2026']) : []),
  ];
}

/** Of every JSON type but the documented one. */
function wrongTypes({ type }: FieldRow): unknown[] {
  if (type === 'number' || type === 'integer') return ['many', [], true, {}];
  if (type === 'boolean') return ['true', [], 1, {}];
  if (type === 'object') return ['text', [], 5, true];
  if (type === 'list') return ['text', {}, 5, true];
  return [5, ['text'], true, { text: 'text' }];
}

function foreignValues({ name, values = [] }: FieldRow): Spoiled[] {
  const foreign = ['', 'UNHEARD_OF', ...(values[0] === undefined ? [] : [values[0].toLowerCase()])];
  return texts(name === 'currency' ? 'currency-unknown' : 'enum-unknown', foreign);
}

function wrongNumbers({ type, min, max }: FieldRow): Spoiled[] {
  const inside = min ?? 1;
  const beyond = [...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])];
  return [
    { how: 'is in quotes', fires: 'number-as-string', value: `${inside}` },
    ...(type === 'integer' ? [{ how: 'is no whole number', fires: 'number-not-integer', value: inside + 0.5 }] : []),
    ...beyond.map((value) => ({ how: `is ${value}`, fires: 'number-out-of-range', value })),
  ];
}

function texts(fires: string, values: readonly string[]): Spoiled[] {
  return values.map((value) => ({ how: `is ${JSON.stringify(value).slice(0, 60)}`, fires, value }));
}

function sent(id: OperationId, { row, path }: Place, { how, fires, value }: Spoiled): Mutation {
  return {
    name: `${id}: ${path.join('.')} ${how}`,
    fires,
    of: [id],
    mutate: (call) => {
      const isRate = row.name === 'rate' && fires === 'field-missing';
      // Missing from a task that is not charged, it has a check of its own.
      const charged = isRate ? changedAt(call.sent, ['chargeType'], 'FIXED') : call.sent;
      return spoilt(call, 'sent', changedAt(charged, path, value));
    },
  };
}

function unknownFields(id: OperationId, body: EntityName): Mutation[] {
  const known = entities[body].map((row) => row.name);
  const readOnly = Object.values(entities).flatMap((rows) => rows.filter((row) => row.readOnly).map((row) => row.name));
  const names = new Set(['undocumented', '', '0', '__proto__', ...readOnly].filter((name) => !known.includes(name)));
  if (id === 'updateProject') names.delete('status');
  const paths = [...names].map((name) => [name]);
  const inside = entities[body].filter((row) => row.type === 'object').map((row) => [row.name, 'undocumented']);
  return [...paths, ...inside].map((path) => ({
    name: `${id}: ${path.join('.')} is sent`,
    fires: 'field-unknown',
    of: [id],
    mutate: (call) => spoilt(call, 'sent', changedAt(call.sent, path, 1)),
  }));
}

function answeredWith(of: readonly OperationId[], path: Path, { how, fires, value }: Spoiled): Mutation {
  return {
    name: `${of[0]}: ${path.join('.')} of the answer ${how}`,
    fires,
    of,
    mutate: (call) => spoilt({ ...call, status: 200 }, 'answer', changedAt(call.answer, path, value)),
  };
}

function spoilt(call: ValidCall, part: 'sent' | 'answer', value: unknown): ValidCall | undefined {
  return value === undefined ? undefined : { ...call, [part]: value };
}
