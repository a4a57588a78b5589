import type { Certainty as Sureness } from '../../core/model/certainty.ts';
// How sure a finding or a cause is; what is certain needs no word.

export function Confidence({ sure }: { sure: Sureness }) {
  return sure === 'certain' ? null : <span class={`certainty certainty-${sure}`}>{sure}</span>;
}
