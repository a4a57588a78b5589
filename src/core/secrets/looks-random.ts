// Whether a value looks like a secret, for places where there may be a secret or something else.

/** Whether letters and digits alternate, as they don't in words, dates, UUIDs and hosts. */
export function hasHighEntropy(value: string): boolean {
  if (uuid.test(value) || /^\d{4}-\d\d/.test(value) || /\.[a-z]{2,6}\.?$/i.test(value)) return false;
  return value.split(/[^a-z0-9]/i).some((part) => {
    return part.length >= 10 && (part.match(/[a-z]\d/gi)?.length ?? 0) >= 2;
  });
}

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{1,6}-){2,4}[0-9a-f]{6,12}/i;

/** For a place that usually has a secret: high entropy, or at least 16 characters of both cases, or of letters and digits. */
export function looksRandom(value: string): boolean {
  if (hasHighEntropy(value)) return true;
  if (value.length < 16 || /[\s:?#]/.test(value) || uuid.test(value) || /^\d{4}-\d\d/.test(value)) return false;
  const letters = value.replace(/[^a-z0-9]/gi, '');
  const changes = letters.match(/[a-z](?=[A-Z\d])|\d(?=[A-Za-z])|[A-Z](?=\d|[A-Z][a-z]?[A-Z\d])/g)?.length ?? 0;
  return changes * 6 >= letters.length;
}
