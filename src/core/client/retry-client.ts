// A client to copy that treats one kind of answer as the catalogue's rule says, in the language of the reader.

import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { ClientCall } from './client-call.ts';
import { csharpClient } from './csharp.ts';
import { clientPlan } from './plan.ts';
import { pythonClient } from './python.ts';
import { typescriptClient } from './typescript.ts';

export type ClientLanguage = 'typescript' | 'csharp' | 'python';

const writers = { typescript: typescriptClient, csharp: csharpClient, python: pythonClient } as const;

/** Complete source text. Nothing of the wire is in it: only the catalogue's words and numbers. */
export function retryClient(row: DiagnosisRow, call: ClientCall | undefined, language: ClientLanguage): string {
  return writers[language](clientPlan(row, call));
}
