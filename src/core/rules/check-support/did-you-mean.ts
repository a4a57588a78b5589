// Finds the known name that a misspelled name most likely means.

/** The name within two edits, or that `name` starts or ends with; `undefined` if none is close. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const wanted = simple(name.slice(0, MAX_NAME_CHARS + 1));
  if (wanted === '' || wanted.length > MAX_NAME_CHARS) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const each of known) {
    const other = simple(each);
    const contained = other.length > 3 && wanted.length > 3 && (wanted.includes(other) || other.includes(wanted));
    const distance = wanted === other ? 0 : contained ? 1 : editDistance(wanted, other);
    const most = Math.min(2, Math.floor(Math.max(other.length, 3) / 3));
    if (distance <= most && (best === undefined || distance < best.distance)) best = { name: each, distance };
  }
  return best?.name;
}

/** A longer name isn't a misspelling. */
const MAX_NAME_CHARS = 64;

function simple(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
