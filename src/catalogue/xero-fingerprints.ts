// Source: recordings and documentation, each row its own. What shows that Xero wrote an answer, though a proxy lies between: any one of these.

import { gatewayRecording, limits, projectsRecording, responseCodes, type Source, secondary } from './citation.ts';
import type { BodyShape } from './diagnoses.ts';

export interface XeroSignRow {
  /** A header, by its name in lower case, or a form of the body. */
  readonly sign: { readonly header: string } | { readonly shape: BodyShape };
  /** The API's own answers bear Xero's other headers as well: where they are missing, they were lost on the way. */
  readonly bearsHeaders: boolean;
  readonly source: Source;
}

const login = secondary('What identity.xero.com answers, as apps print it');
const oldForms = secondary('Old forms of Xero’s errors, calcinai/xero-php issue 352 and xero-node issue 285');

export const xeroSigns: readonly XeroSignRow[] = [
  { sign: { header: 'xero-correlation-id' }, bearsHeaders: true, source: projectsRecording },
  { sign: { header: 'x-minlimit-remaining' }, bearsHeaders: true, source: projectsRecording },
  { sign: { header: 'x-daylimit-remaining' }, bearsHeaders: true, source: projectsRecording },
  { sign: { header: 'x-appminlimit-remaining' }, bearsHeaders: true, source: projectsRecording },
  { sign: { header: 'x-rate-limit-problem' }, bearsHeaders: true, source: limits },
  { sign: { shape: 'model-state' }, bearsHeaders: true, source: responseCodes },
  { sign: { shape: 'problem' }, bearsHeaders: true, source: gatewayRecording },
  { sign: { shape: 'accounting-error' }, bearsHeaders: false, source: secondary('Xero-OpenAPI issue 461') },
  { sign: { shape: 'identity-error' }, bearsHeaders: false, source: login },
  { sign: { shape: 'api-exception-xml' }, bearsHeaders: false, source: oldForms },
  { sign: { shape: 'legacy-oauth' }, bearsHeaders: false, source: oldForms },
];
