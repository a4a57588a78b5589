// Source: recordings and documentation, each row its own. Any one of these shows that Xero wrote a response, even behind a proxy.

import type { BodyShape } from './body-shape.ts';
import { type Citation, gatewayRecording, limits, projectsRecording, responseCodes, secondary } from './citation.ts';

export interface XeroFingerprint {
  /** A header, by its name in lower case, or the shape of the body. */
  readonly match: { readonly header: string } | { readonly shape: BodyShape };
  /** The API itself responded, so Xero's other headers were sent as well: if they are missing, a proxy removed them. */
  readonly impliesXeroHeaders: boolean;
  readonly citation: Citation;
}

const login = secondary('Errors of identity.xero.com, as apps print them');
const oldForms = secondary('Older formats of Xero’s errors, calcinai/xero-php issue 352 and xero-node issue 285');

export const xeroFingerprints: readonly XeroFingerprint[] = [
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
