// Decodes and encodes XML and HTML entities.

/** Decodes the five entities of XML, and numeric ones. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|apos|#\d{1,6}|#x[\da-f]{1,5});/gi, decodeEntity) : text;
}

/** All ways of encoding the text other than the text itself; empty if nothing needs encoding. */
export function encodedVariants(text: string): readonly string[] {
  if (!/[&<>"']|[^\x20-\x7e]/.test(text)) return [];
  const basic = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const withQuotes = (base: string, apostrophes: readonly string[], quotes: readonly string[]) =>
    (base.includes("'") ? apostrophes : ["'"]).flatMap((apostrophe) =>
      (base.includes('"') ? quotes : ['"']).map((quote) => base.replaceAll("'", apostrophe).replaceAll('"', quote)),
    );
  const variants = withQuotes(basic, ['&#39;', '&#x27;', '&#039;', '&apos;', "'"], ['&quot;', '&#34;', '"']);
  if (!/[^\x20-\x7e]/.test(text)) return variants.filter((each) => each !== text);
  // .NET encodes everything but ASCII this way.
  const hex = withQuotes(
    encodeNumeric(basic, (code) => `x${code.toString(16)}`),
    ['&#x27;'],
    ['&quot;'],
  );
  const decimal = withQuotes(encodeNumeric(basic, String), ['&#39;', "'"], ['&quot;']);
  return [...variants, ...hex, ...decimal].filter((each) => each !== text);
}

function encodeNumeric(text: string, write: (code: number) => string): string {
  return text.replace(/[^\x20-\x7e]/gu, (each) => `&#${write(each.codePointAt(0) ?? 0)};`);
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return characters[name] ?? String.fromCodePoint(code);
}
