// The characters that XML and HTML write in another way.

/** With its entities read: the five of XML, and those by number. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|apos|#\d{1,6}|#x[\da-f]{1,5});/gi, characterOf) : text;
}

/** In each way that a text with such characters may be written; none where it has no such characters. */
export function encodedVariants(text: string): readonly string[] {
  if (!/[&<>"']|[^\x20-\x7e]/.test(text)) return [];
  const basic = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inAll = (base: string, apostrophes: readonly string[], quotes: readonly string[]) =>
    (base.includes("'") ? apostrophes : ["'"]).flatMap((apostrophe) =>
      (base.includes('"') ? quotes : ['"']).map((quote) => base.replaceAll("'", apostrophe).replaceAll('"', quote)),
    );
  const written = inAll(basic, ['&#39;', '&#x27;', '&#039;', '&apos;', "'"], ['&quot;', '&#34;', '"']);
  if (!/[^\x20-\x7e]/.test(text)) return written.filter((each) => each !== text);
  // .NET writes all but ASCII so.
  const hex = inAll(
    byNumber(basic, (code) => `x${code.toString(16)}`),
    ['&#x27;'],
    ['&quot;'],
  );
  const decimal = inAll(byNumber(basic, String), ['&#39;', "'"], ['&quot;']);
  return [...written, ...hex, ...decimal].filter((each) => each !== text);
}

function byNumber(text: string, write: (code: number) => string): string {
  return text.replace(/[^\x20-\x7e]/gu, (each) => `&#${write(each.codePointAt(0) ?? 0)};`);
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return characters[name] ?? String.fromCodePoint(code);
}
