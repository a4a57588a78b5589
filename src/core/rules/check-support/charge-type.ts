// Whether the request's task is non-chargeable, because its rate has its own rule.

import type { CheckContext } from './check.ts';
import { requestFields } from './walk-fields.ts';

export function isUncharged(context: CheckContext): boolean {
  return (
    context.operation?.requestBody === 'TaskCreateOrUpdate' &&
    requestFields(context).fields.some(
      ({ pointer, value }) => /^\/chargeType$/i.test(pointer) && value === 'NON_CHARGEABLE',
    )
  );
}
