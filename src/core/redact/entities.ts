// The characters that XML and HTML write in another way.

/** With its entities read: the five of XML, and the numbers by which frameworks write an apostrophe. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|apos|#0?39|#x0?27|#0?34|#x0?22);/gi, characterOf) : text;
}

/** In each way that a text with such characters may be written; none where it has no such characters. */
export function withEntities(text: string): readonly string[] {
  if (!/[&<>"']/.test(text)) return [];
  const basic = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const written = ['&#39;', '&#x27;', '&apos;', "'"].flatMap((apostrophe) =>
    ['&quot;', '&#34;', '"'].map((quote) => basic.replaceAll("'", apostrophe).replaceAll('"', quote)),
  );
  return [...new Set(written)].filter((each) => each !== text);
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  return characters[name] ?? (/(?:39|27)$/.test(name) ? "'" : '"');
}
