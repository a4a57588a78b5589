// A hash that distinguishes secrets without revealing them.

/** 32 bits of FNV-1a: enough to distinguish the tokens of one log, far too few to recover one. */
export function fingerprint(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
