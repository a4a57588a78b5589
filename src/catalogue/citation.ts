// Where a fact comes from and how far it can be trusted. Every row of the catalogue has at least one citation.

/**
 * `documented`: Xero's own documentation, specification or a Xero maintainer. `recorded`: a real response was captured.
 * `secondary`: an SDK or a third party says so. `inferred`: our own deduction; never presented as documentation.
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

/** The page that the panel is built around. */
export const responseCodes: Citation = documented(
  'Xero Projects API, HTTP Response Codes & Errors',
  'https://developer.xero.com/documentation/projects/projects-response-codes',
);

export const specification: Citation = documented(
  'Xero OpenAPI, xero-projects.yaml 16.1.0',
  'https://github.com/XeroAPI/Xero-OpenAPI/blob/master/xero-projects.yaml',
);

/** The examples of the specification, some of which break its own rules. */
export const specificationExamples: Citation = documented(
  'Xero OpenAPI, examples in xero-projects.yaml 16.1.0',
  specification.url,
);

export const limits: Citation = documented('Xero developer FAQ, API limits', 'https://developer.xero.com/faq/limits');

export const idempotency: Citation = documented(
  'Xero guide, idempotent requests',
  'https://developer.xero.com/documentation/guides/idempotent-requests/idempotency/',
);

export const projectsPage: Citation = documented(
  'Xero Projects API, Projects',
  'https://developer.xero.com/documentation/projects/projects',
);

export const tasksPage: Citation = documented(
  'Xero Projects API, Tasks',
  'https://developer.xero.com/documentation/projects/tasks',
);

export const timePage: Citation = documented(
  'Xero Projects API, Time',
  'https://developer.xero.com/documentation/projects/time',
);

/** A statement by someone of Xero in a public issue. */
export const noCors: Citation = documented(
  'Xero maintainer, xero-node issue 681',
  'https://github.com/XeroAPI/xero-node/issues/681',
);

/** Responses of api.xero.com in a public test suite: another API behind the same gateway. */
export const gatewayRecording: Citation = recorded(
  'Recordings of api.xero.com in xpm_ruby (Practice Manager API, same gateway)',
  'https://github.com/ignitionapp/xpm_ruby/tree/master/spec/vcr_cassettes/xpm_ruby',
);

/** Responses of the Projects API itself, August 2026. */
export const projectsRecording: Citation = recorded(
  'Recordings of the live Projects API, August 2026 (NangoHQ integration templates)',
  'https://github.com/NangoHQ/integration-templates/tree/main/integrations/xero/tests',
);

export const inference: Citation = inferred('Our own conclusion (Xero hasn’t documented this)');

export function documented(title: string, url?: string): Citation {
  return citation('documented', title, url);
}

export function recorded(title: string, url: string): Citation {
  return citation('recorded', title, url);
}

export function secondary(title: string, url?: string): Citation {
  return citation('secondary', title, url);
}

/** From a page that doesn't say it about Xero. */
export function inferred(title: string, url?: string): Citation {
  return citation('inferred', title, url);
}

function citation(basis: Basis, title: string, url?: string): Citation {
  return { basis, title, ...(url !== undefined && { url }), retrieved };
}
