// Source: the servers and libraries that each row names. Fields in which a back end passes on the status, the headers or the wait of Xero's response.

import { type Citation, recorded, secondary } from '../citation.ts';

export interface StatusField {
  /** Lower case, without `_`, `-` and spaces. */
  readonly name: string;
  /** `weak`: the name is also used for other numbers, so any other field takes precedence. */
  readonly isWeak?: true;
  /** A body with the field, and the status in it. */
  readonly example: unknown;
  readonly status: number;
  readonly citation: Citation;
}

export const statusFields: readonly StatusField[] = [
  {
    name: 'statuscode',
    example: { response: { statusCode: 403, body: {}, headers: {} } },
    status: 403,
    citation: recorded(
      'xero-node, ApiError.ts',
      'https://github.com/XeroAPI/xero-node/blob/master/src/model/ApiError.ts',
    ),
  },
  {
    name: 'status',
    example: { name: 'AxiosError', message: 'Request failed', upstream: { status: 429 } },
    status: 429,
    citation: secondary('axios, AxiosError.js', 'https://github.com/axios/axios/blob/v1.x/lib/core/AxiosError.js'),
  },
  {
    name: 'httpstatus',
    example: { errors: [{ httpStatus: '404', message: 'Xero: not found' }] },
    status: 404,
    citation: secondary('Field names in integrators’ servers'),
  },
  {
    name: 'httpstatuscode',
    example: { error: { httpStatusCode: 429, provider: 'xero' } },
    status: 429,
    citation: secondary('Field names in integrators’ servers'),
  },
  {
    name: 'httpcode',
    example: { name: 'NodeApiError', httpCode: '429', node: 'Xero' },
    status: 429,
    citation: secondary(
      'n8n, node-api.error.ts',
      'https://github.com/n8n-io/n8n/blob/master/packages/workflow/src/errors/node-api.error.ts',
    ),
  },
  {
    name: 'responsecode',
    example: { cause: { responseCode: 401 } },
    status: 401,
    citation: secondary('Field names in integrators’ servers'),
  },
  {
    name: 'upstreamstatus',
    example: { error: 'xero_error', upstream_status: 403 },
    status: 403,
    citation: secondary('Field names in integrators’ servers'),
  },
  {
    name: 'code',
    isWeak: true,
    example: { error: { code: 403, message: 'Xero said no' } },
    status: 403,
    citation: secondary(
      'xero-php-oauth2, ApiException.php: the status is the exception’s code',
      'https://github.com/XeroAPI/xero-php-oauth2/blob/master/lib/ApiException.php',
    ),
  },
];

/** Fields with what an upstream responded, rather than what the back end itself says. Spelled like `name`. */
export const upstreamFields: ReadonlySet<string> = new Set([
  ...['response', 'upstream', 'upstreamresponse', 'upstreamerror', 'originalerror', 'originalresponse', 'cause'],
  ...['inner', 'innererror', 'innerexception', 'xero', 'xeroerror', 'xeroresponse', 'provider', 'providererror'],
]);

/** Fields with the back end's own request, whose statuses and headers aren't the response's. */
export const requestFields: ReadonlySet<string> = new Set(['request', 'req', 'config', 'options', 'requestoptions']);

/** Headers of Xero's that matter to a diagnosis, in lower case. */
export const passedOnHeaders: readonly string[] = [
  ...['retry-after', 'x-rate-limit-problem', 'x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'],
  ...['xero-correlation-id', 'www-authenticate'],
];
