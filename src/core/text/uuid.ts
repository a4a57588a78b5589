// The shapes of UUIDs that Xero, .NET clients and the documentation write.

/** Matches UUIDs with or without hyphens, in any case. Global: use with `replace` and `matchAll`. */
export const UUIDS = /[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/gi;

/** Whether the text is one UUID with hyphens, in any case. */
export function isHyphenatedUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Whether .NET reads the text as a UUID: with or without hyphens or braces, in any case, with white space around it. */
export function isUuid(text: string): boolean {
  return wholeUuid.test(text.trim());
}

const wholeUuid = new RegExp(`^\\{?${UUIDS.source}\\}?$`, 'i');

/** Whether the text has the digits of a UUID; some of its hyphens may be missing. */
export function isLooseUuid(text: string): boolean {
  return /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(text);
}

/** Whether the text is a UUID with one digit missing, as in examples of Xero's OpenAPI specification. */
export function isSpecExampleUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
}
