// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, security schemes, read 2026-11-22. The scopes of access tokens.

import { type Citation, specification } from './citation.ts';

export type Scope = 'projects' | 'projects.read';

export interface ScopeRow {
  readonly name: Scope;
  readonly meaning: string;
  readonly citation: Citation;
}

export const scopes: readonly ScopeRow[] = [
  { name: 'projects', meaning: 'Read and write projects, tasks and time', citation: specification },
  { name: 'projects.read', meaning: 'Read projects, tasks and time', citation: specification },
];

/** Any one of these is enough. */
export const readScopes: readonly Scope[] = ['projects', 'projects.read'];
export const writeScopes: readonly Scope[] = ['projects'];
