// Where a fact comes from and how far it can be trusted. Every row of the catalogue carries at least one.

/**
 * `documented`: Xero's own documentation, specification or a Xero maintainer. `recorded`: a real response was captured.
 * `secondary`: an SDK or a third party says so. `inferred`: our own deduction; never to be shown as documentation.
 */
export type Basis = 'documented' | 'recorded' | 'secondary' | 'inferred';

export interface Source {
  readonly basis: Basis;
  readonly where: string;
  readonly url?: string;
  /** The day it was read, ISO 8601. */
  readonly read: string;
}

const read = '2026-11-22';

/** The page that this product explains. */
export const responseCodes: Source = {
  basis: 'documented',
  where: 'Xero Projects API, HTTP Response Codes & Errors',
  url: 'https://developer.xero.com/documentation/projects/projects-response-codes',
  read,
};

export const specification: Source = {
  basis: 'documented',
  where: 'Xero OpenAPI, xero-projects.yaml 16.1.0',
  url: 'https://github.com/XeroAPI/Xero-OpenAPI/blob/master/xero-projects.yaml',
  read,
};

/** The examples of the specification, some of which break its own rules. */
export const specificationExamples: Source = {
  ...specification,
  where: 'Xero OpenAPI, examples of xero-projects.yaml 16.1.0',
};

export const limits: Source = {
  basis: 'documented',
  where: 'Xero developer FAQ, API limits',
  url: 'https://developer.xero.com/faq/limits',
  read,
};

export const idempotency: Source = {
  basis: 'documented',
  where: 'Xero guide, idempotent requests',
  url: 'https://developer.xero.com/documentation/guides/idempotent-requests/idempotency/',
  read,
};

export const projectsPage: Source = {
  basis: 'documented',
  where: 'Xero Projects API, Projects',
  url: 'https://developer.xero.com/documentation/projects/projects',
  read,
};

export const tasksPage: Source = {
  basis: 'documented',
  where: 'Xero Projects API, Tasks',
  url: 'https://developer.xero.com/documentation/projects/tasks',
  read,
};

export const timePage: Source = {
  basis: 'documented',
  where: 'Xero Projects API, Time',
  url: 'https://developer.xero.com/documentation/projects/time',
  read,
};

/** A statement by someone of Xero in a public issue. */
export const noCors: Source = {
  basis: 'documented',
  where: 'Xero maintainer, xero-node issue 681',
  url: 'https://github.com/XeroAPI/xero-node/issues/681',
  read,
};

/** Responses of api.xero.com kept by a public test suite: another API, the same gateway. */
export const gatewayRecording: Source = {
  basis: 'recorded',
  where: 'xpm_ruby recordings of api.xero.com (Practice Manager API, same gateway)',
  url: 'https://github.com/ignitionapp/xpm_ruby/tree/master/spec/vcr_cassettes/xpm_ruby',
  read,
};

/** Responses of the Projects API itself, August 2026. */
export const projectsRecording: Source = {
  basis: 'recorded',
  where: 'Recordings of the live Projects API, August 2026 (NangoHQ integration templates)',
  url: 'https://github.com/NangoHQ/integration-templates/tree/main/integrations/xero/tests',
  read,
};

export const inference: Source = { basis: 'inferred', where: 'our own deduction; Xero says nothing of it', read };

export const recorded = (where: string, url: string): Source => ({ basis: 'recorded', where, url, read });
export const secondary = (where: string, url?: string): Source =>
  url === undefined ? { basis: 'secondary', where, read } : { basis: 'secondary', where, url, read };
