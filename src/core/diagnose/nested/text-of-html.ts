// The text of an HTML page, without its markup, for finding sentences.

const MAX_CHARS = 16_384;

/** Not for display: scripts and styles remain as text. */
export function textOfHtml(html: string): string {
  return html
    .slice(0, MAX_CHARS)
    .replace(/<[^<>]{0,2000}>/g, '\n')
    .replace(/&(?:#39|#x27|apos|quot|amp|lt|gt|nbsp);/gi, (entity) => entities[entity.toLowerCase()] ?? ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};
