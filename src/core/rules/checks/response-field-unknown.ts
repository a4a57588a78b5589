// The answer holds what is not documented: new, or added by a proxy.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { kindOf } from './formats.ts';
import { alike, timesOf } from './group-similar.ts';
import { answeredFields } from './walk-fields.ts';

export const check: Check = {
  id: 'response-field-unknown',
  title: 'Undocumented field in the answer',
  severity: 'note',
  fix: 'Let your reader pass over fields that it does not know.',
  source: specification,
  run(call) {
    return alike(answeredFields(call).unknown).map(({ first, times }) => ({
      where: { in: 'response', pointer: first.pointer },
      saw: `a field ${quote(first.name, 60)}, ${kindOf(first.value)}${timesOf(times)}`,
      expected: 'nothing is documented of it',
    }));
  },
};

const pagination = { page: 1, pageSize: 50, pageCount: 0, itemCount: 0 };

export const examples: Examples = {
  fires: [{ call: 'GET /ProjectsUsers', answer: { pagination, items: [], links: {} } }],
  silent: [{ call: 'GET /ProjectsUsers', answer: { pagination, items: [] } }],
};
