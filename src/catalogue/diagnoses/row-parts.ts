// Where rows of several groups share pages to link to and parts of example responses.

export const responseCodesPage = 'https://developer.xero.com/documentation/projects/projects-response-codes';
export const tokensPage = 'https://developer.xero.com/documentation/guides/oauth2/auth-flow/';
export const statusPage = 'https://status.developer.xero.com/';

export const PROXY_URL = 'https://proxy.example/projects.xro/2.0/Projects';
export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };
export const HTML_HEADERS = { 'content-type': 'text/html; charset=utf-8' };
export const CORRELATION_ID = '00000000-0000-4000-8000-000000000001';

/** The error envelope of Xero's gateway. */
export function problemBody(title: string, status: number, detail: string): string {
  return `{"Type":null,"Title":"${title}","Status":${status},"Detail":"${detail}","Instance":"${CORRELATION_ID}","Extensions":{}}`;
}
