// The retry client for one diagnosis: a file of examples/clients with the policy of the diagnosis.

import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { ClientOperation } from './client-operation.ts';
import { type ClientLanguageId, clientLanguages } from './languages/languages.ts';
import { clientPolicy } from './policy.ts';
import { policyComment } from './policy-comment.ts';
import { printComment, printPolicy } from './print-policy.ts';

/** The complete source code. Contains nothing from the wire, only text and numbers of the catalogue. */
export type WriteClient = (
  row: DiagnosisRow,
  operation: ClientOperation | undefined,
  language: ClientLanguageId,
) => string;

export async function loadClientWriter(): Promise<WriteClient> {
  const files = await Promise.all(
    clientLanguages.map(
      async ({ id, syntax, loadFile }) => [id, { syntax, file: (await loadFile()).default }] as const,
    ),
  );
  const byId = new Map(files);
  return (row, operation, language) => {
    const found = byId.get(language);
    if (found === undefined) throw new Error(`No client for ${language}.`);
    const policy = clientPolicy(row, operation);
    const comment = printComment(policyComment(row, operation, policy), found.syntax);
    return found.file
      .replace(headerComment, () => `${comment}\n`)
      .replace(policyRegion, (_, start, end) => `${start}${printPolicy(policy, found.syntax)}\n${end}`);
  };
}

const headerComment = /^(?:(?:\/\/|#) .*\n)+\n/;
const policyRegion = /^(.*\bregion Policy\n)[\s\S]*?^(.*\bendregion)$/m;
