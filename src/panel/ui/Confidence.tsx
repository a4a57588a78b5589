import type { Certainty as Sureness } from '../../core/model/certainty.ts';
// How certain a finding or a cause is; nothing if it is certain.

export function Confidence({ sure }: { sure: Sureness }) {
  return sure === 'certain' ? null : <span class={`certainty certainty-${sure}`}>{sure}</span>;
}
