// How certain a finding is.

export type Certainty = 'certain' | 'likely' | 'possible';

const ranks: readonly Certainty[] = ['possible', 'likely', 'certain'];

/** Higher is more certain. */
export function certaintyRank({ certainty }: { readonly certainty: Certainty }): number {
  return ranks.indexOf(certainty);
}
