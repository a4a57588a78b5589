// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, servers, read 2026-11-22. Where the Projects API is.

export const apiHost = 'api.xero.com';
/** Where tokens are requested. */
export const identityHost = 'identity.xero.com';
export const tokenPath = '/connect/token';
/** The path below which its operations are. Most proxies preserve it. */
export const apiRoot = 'projects.xro/2.0';
export const apiAddress = `https://${apiHost}/${apiRoot}`;
