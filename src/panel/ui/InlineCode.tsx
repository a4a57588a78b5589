// A sentence of ours in which `backticks` mark code. Never for text from the wire.

export function InlineCode({ text }: { text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={`${i}${part}`}>{part}</code> : part))}</>;
}
