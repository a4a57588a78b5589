// The answer's field is of another type than documented: a strict reader fails on it.

import { specification } from '../../../catalogue/citation.ts';
import { isObject } from '../../text/is-object.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { hasType, typeNames } from './field-type.ts';
import { isUuid, kindOf, readMoment } from './formats.ts';
import { alike, timesOf } from './group-similar.ts';
import { answeredFields } from './walk-fields.ts';

export const check: Check = {
  id: 'response-field-type',
  title: 'Another type than documented',
  severity: 'note',
  fix: 'Read the field as it comes.',
  source: specification,
  run(call) {
    const { operation, answer } = call;
    if (operation?.answer !== undefined && answer.kind === 'json' && !isObject(answer.value)) {
      return [
        {
          where: { in: 'response', pointer: '' },
          saw: kindOf(answer.value),
          expected: `one \`${operation.answer}\` object`,
        },
      ];
    }
    // null where nothing is set is Xero's habit.
    const wrong = answeredFields(call).fields.filter(
      ({ row, value }) => value !== undefined && value !== null && !(hasType(value, row) && hasFormat(value, row.type)),
    );
    return alike(wrong).map(({ first, times }) => ({
      where: { in: 'response', pointer: first.pointer },
      saw: `${kindOf(first.value)}, ${quoteJson(first.value, 60)}${timesOf(times)}`,
      expected: typeNames[first.row.type],
    }));
  },
};

function hasFormat(value: unknown, type: string): boolean {
  if (typeof value !== 'string') return true;
  if (type === 'uuid') return isUuid(value);
  return type !== 'date-time' || readMoment(value) !== 'unreadable';
}

const user = { userId: '740add2a-a703-4b8a-a670-1093919c2040', name: 'Avery Cole', email: 'avery@acme.example' };
const list = (item: object) => ({ pagination: { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 }, items: [item] });

export const examples: Examples = {
  fires: [
    { call: 'GET /ProjectsUsers', answer: list({ ...user, name: 5 }) },
    { call: 'GET /ProjectsUsers', answer: list({ ...user, userId: '42' }) },
    { call: 'GET /ProjectsUsers', answer: [] },
  ],
  silent: [
    { call: 'GET /ProjectsUsers', answer: list(user) },
    { call: 'GET /ProjectsUsers', answer: list({ ...user, name: null }) },
  ],
};
