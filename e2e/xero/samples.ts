// The responses that were recorded from Xero or that its documentation shows, as answers and as the requests they belong to.

import { readFileSync } from 'node:fs';
import type { Answer } from './answer.ts';
import { root } from './operations.ts';
import { ids } from './seed.ts';

export interface Sample {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly api: string;
  readonly method: string | null;
  readonly path: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string | null;
  readonly note: string;
}

export const samples: readonly Sample[] = JSON.parse(
  readFileSync(new URL('./recorded-responses.json', import.meta.url), 'utf8'),
);

/** The answer of sample `id`, to be replayed as it is. An unknown id throws. */
export function sampleAnswer(id: string): Answer {
  const { status, headers, body } = sampleOf(id);
  return { status, headers: Object.entries(headers ?? {}), body: body ?? '' };
}

/** The request of sample `id`; where it tells none, a list of projects. An unknown id throws. */
export function sampleRequest(id: string): { readonly method: string; readonly path: string } {
  const { method, path } = sampleOf(id);
  return { method: method ?? 'GET', path: (path ?? `${root}/Projects`).replace('{projectId}', ids.project) };
}

function sampleOf(id: string): Sample {
  const sample = samples.find((each) => each.id === id);
  if (sample === undefined) throw new Error(`No recorded response is called \`${id}\`.`);
  return sample;
}
