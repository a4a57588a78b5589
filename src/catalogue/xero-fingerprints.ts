// Source: recordings and documentation, each row its own. What shows that Xero wrote an answer, though a proxy lies between: any one of these.

import type { BodyShape } from './body-shape.ts';
import { type Citation, gatewayRecording, limits, projectsRecording, responseCodes, secondary } from './citation.ts';

export interface XeroFingerprint {
  /** A header, by its name in lower case, or a form of the body. */
  readonly match: { readonly header: string } | { readonly shape: BodyShape };
  /** The API's own answers bear Xero's other headers as well: where they are missing, they were lost on the way. */
  readonly impliesXeroHeaders: boolean;
  readonly citation: Citation;
}

const login = secondary('Errors of identity.xero.com, as apps print them');
const oldForms = secondary('Older formats of Xero’s errors, calcinai/xero-php issue 352 and xero-node issue 285');

export const xeroSigns: readonly XeroFingerprint[] = [
  { match: { header: 'xero-correlation-id' }, impliesXeroHeaders: true, citation: projectsRecording },
  { match: { header: 'x-minlimit-remaining' }, impliesXeroHeaders: true, citation: projectsRecording },
  { match: { header: 'x-daylimit-remaining' }, impliesXeroHeaders: true, citation: projectsRecording },
  { match: { header: 'x-appminlimit-remaining' }, impliesXeroHeaders: true, citation: projectsRecording },
  { match: { header: 'x-rate-limit-problem' }, impliesXeroHeaders: true, citation: limits },
  { match: { shape: 'model-state' }, impliesXeroHeaders: true, citation: responseCodes },
  { match: { shape: 'problem' }, impliesXeroHeaders: true, citation: gatewayRecording },
  { match: { shape: 'accounting-error' }, impliesXeroHeaders: false, citation: secondary('Xero-OpenAPI issue 461') },
  { match: { shape: 'identity-error' }, impliesXeroHeaders: false, citation: login },
  { match: { shape: 'api-exception-xml' }, impliesXeroHeaders: false, citation: oldForms },
  { match: { shape: 'legacy-oauth' }, impliesXeroHeaders: false, citation: oldForms },
];
