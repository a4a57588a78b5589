// Whether the task that was sent is not to be charged: its rate has a rule of its own.

import type { Call } from './check.ts';
import { sentFields } from './walk-fields.ts';

export function isUncharged(call: Call): boolean {
  return (
    call.operation?.body === 'TaskCreateOrUpdate' &&
    sentFields(call).fields.some(({ pointer, value }) => /^\/chargeType$/i.test(pointer) && value === 'NON_CHARGEABLE')
  );
}
