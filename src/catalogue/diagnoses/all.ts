// Where all diagnoses are listed, in the order in which they are tried.

import { badRequests } from './bad-request.ts';
import { browserFailures } from './browser.ts';
import { connectorErrors } from './connector.ts';
import { forbidden } from './forbidden.ts';
import { gateway } from './gateway.ts';
import { identity } from './identity.ts';
import { notFound } from './not-found.ts';
import { rateLimits } from './rate-limits.ts';
import type { DiagnosisRow } from './row.ts';
import { serverErrors } from './server-errors.ts';
import { successes } from './success.ts';
import { unauthorized } from './unauthorized.ts';
import { unavailable } from './unavailable.ts';
import { undocumented } from './undocumented.ts';
import { wrongAddresses } from './wrong-address.ts';
import { wrongApi } from './wrong-api.ts';

/**
 * The first row that matches is the diagnosis. A new row goes into the file of its status, above the more general rows there:
 * a row that needs a text, a header or a body shape goes above the row that the status alone selects. A status without a file
 * goes into `undocumented.ts`, above its last row, which matches every response. A new file is listed here above `undocumented`;
 * above the files of other statuses only if it must win over them, as `wrongApi` does by the shape of the body, and `wrongAddresses` by the address.
 */
export const diagnoses = [
  ...wrongAddresses,
  ...browserFailures,
  ...connectorErrors,
  ...identity,
  ...wrongApi,
  ...gateway,
  ...successes,
  ...badRequests,
  ...unauthorized,
  ...forbidden,
  ...notFound,
  ...rateLimits,
  ...unavailable,
  ...serverErrors,
  ...undocumented,
] as const satisfies readonly DiagnosisRow[];

export type DiagnosisId = (typeof diagnoses)[number]['id'];
