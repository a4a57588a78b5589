// How well an import went, for the notice about it.

import type { ImportOutcome } from '../../core/model/importer.ts';
import type { Notice } from '../state/notices.ts';

/** `success`: all was imported and nothing needs attention. `error`: nothing was imported. */
export function importSeverity(outcomes: readonly ImportOutcome[]): NonNullable<Notice['severity']> {
  if (outcomes.every(isClean)) return 'success';
  return outcomes.every(isUnread) ? 'error' : 'warning';
}

function isUnread(outcome: ImportOutcome): boolean {
  if (outcome.kind !== 'har') return outcome.kind === 'failed';
  const { added, duplicates, unrelated, problems } = outcome;
  return added + duplicates + unrelated === 0 && problems.length > 0;
}

function isClean(outcome: ImportOutcome): boolean {
  if (outcome.kind === 'response') return outcome.hasRequest && outcome.hasStatus;
  if (outcome.kind !== 'har') return false;
  const { added, evicted, problems, possibleMatches, truncated, webSockets } = outcome;
  return truncated === undefined && added > 0 && evicted + problems.length + possibleMatches.length + webSockets === 0;
}
