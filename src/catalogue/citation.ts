// Where a fact comes from and how far it can be trusted. Every row of the catalogue carries at least one.

/**
 * `documented`: Xero's own documentation, specification or a Xero maintainer. `recorded`: a real response was captured.
 * `secondary`: an SDK or a third party says so. `inferred`: our own deduction; never to be shown as documentation.
 */
export type Basis = 'documented' | 'recorded' | 'secondary' | 'inferred';

export interface Citation {
  readonly basis: Basis;
  readonly title: string;
  readonly url?: string;
  /** The day it was read, ISO 8601. */
  readonly retrieved: string;
}

const retrieved = '2026-11-22';

/** The page that this product explains. */
export const responseCodes: Citation = {
  basis: 'documented',
  title: 'Xero Projects API, HTTP Response Codes & Errors',
  url: 'https://developer.xero.com/documentation/projects/projects-response-codes',
  retrieved,
};

export const specification: Citation = {
  basis: 'documented',
  title: 'Xero OpenAPI, xero-projects.yaml 16.1.0',
  url: 'https://github.com/XeroAPI/Xero-OpenAPI/blob/master/xero-projects.yaml',
  retrieved,
};

/** The examples of the specification, some of which break its own rules. */
export const specificationExamples: Citation = {
  ...specification,
  title: 'Xero OpenAPI, examples of xero-projects.yaml 16.1.0',
};

export const limits: Citation = {
  basis: 'documented',
  title: 'Xero developer FAQ, API limits',
  url: 'https://developer.xero.com/faq/limits',
  retrieved,
};

export const idempotency: Citation = {
  basis: 'documented',
  title: 'Xero guide, idempotent requests',
  url: 'https://developer.xero.com/documentation/guides/idempotent-requests/idempotency/',
  retrieved,
};

export const projectsPage: Citation = {
  basis: 'documented',
  title: 'Xero Projects API, Projects',
  url: 'https://developer.xero.com/documentation/projects/projects',
  retrieved,
};

export const tasksPage: Citation = {
  basis: 'documented',
  title: 'Xero Projects API, Tasks',
  url: 'https://developer.xero.com/documentation/projects/tasks',
  retrieved,
};

export const timePage: Citation = {
  basis: 'documented',
  title: 'Xero Projects API, Time',
  url: 'https://developer.xero.com/documentation/projects/time',
  retrieved,
};

/** A statement by someone of Xero in a public issue. */
export const noCors: Citation = {
  basis: 'documented',
  title: 'Xero maintainer, xero-node issue 681',
  url: 'https://github.com/XeroAPI/xero-node/issues/681',
  retrieved,
};

/** Responses of api.xero.com kept by a public test suite: another API, the same gateway. */
export const gatewayRecording: Citation = {
  basis: 'recorded',
  title: 'xpm_ruby recordings of api.xero.com (Practice Manager API, same gateway)',
  url: 'https://github.com/ignitionapp/xpm_ruby/tree/master/spec/vcr_cassettes/xpm_ruby',
  retrieved,
};

/** Responses of the Projects API itself, August 2026. */
export const projectsRecording: Citation = {
  basis: 'recorded',
  title: 'Recordings of the live Projects API, August 2026 (NangoHQ integration templates)',
  url: 'https://github.com/NangoHQ/integration-templates/tree/main/integrations/xero/tests',
  retrieved,
};

export const inference: Citation = {
  basis: 'inferred',
  title: 'our own deduction; Xero says nothing of it',
  retrieved,
};

export const recorded = (title: string, url: string): Citation => ({ basis: 'recorded', title, url, retrieved });
export const secondary = (title: string, url?: string): Citation =>
  url === undefined ? { basis: 'secondary', title, retrieved } : { basis: 'secondary', title, url, retrieved };
