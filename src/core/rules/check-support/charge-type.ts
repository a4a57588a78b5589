// Whether the task that was sent is not to be charged: its rate has a rule of its own.

import type { CheckContext } from './check.ts';
import { requestFields } from './walk-fields.ts';

export function isUncharged(call: CheckContext): boolean {
  return (
    call.operation?.body === 'TaskCreateOrUpdate' &&
    requestFields(call).fields.some(
      ({ pointer, value }) => /^\/chargeType$/i.test(pointer) && value === 'NON_CHARGEABLE',
    )
  );
}
