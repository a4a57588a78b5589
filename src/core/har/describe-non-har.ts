// Describes files without HAR entries.

/** Other export formats, recognized by patterns near the beginning of the file. */
const exports: readonly (readonly [description: string, mark: RegExp])[] = [
  [
    'This is a Postman collection, not a HAR file. Paste the response itself, or record the request through a proxy.',
    /^\{(?:\s*"info"\s*:\s*\{\s*"_postman_id"|[\s\S]*"https?:\/\/schema\.(?:get)?postman\.com\/)/,
  ],
  [
    'This is an Insomnia export in another format. Choose HAR as the export format.',
    /^(?:\{\s*"_type"\s*:\s*"export"|type:\s*\w+\.insomnia\.rest\/)/,
  ],
];

/** Descriptions by the beginning of the file; the first match applies. The second byte of compressed files is not valid UTF-8. */
const kinds: readonly (readonly [description: string, ...beginnings: string[]])[] = [
  ['This is a ZIP archive. Unpack it, then import the HAR file inside.', 'PK\x03\x04'],
  ['The file is compressed. Decompress it first.', '\x1f', 'x\ufffd'],
  ['The file is encoded as UTF-16. Save it as UTF-8.', '\ufffd\ufffd', '{\0', '[\0', '\0{', '\0['],
  ['This isn’t a HAR file. It’s HTML or XML.', '<'],
  ['This isn’t a HAR file. It’s an HTTP response as text.', 'HTTP/'],
  ['The file has no “entries” list. It’s not a HAR file, or it’s cut off.', '{', '[{'],
];

/** A sentence for the user that quotes nothing from the file. */
export function describeNonHar(text: string): string {
  const start = beginningOf(text);
  if (start === '') return 'The file is empty.';
  const [description] = kinds.find(([, ...beginnings]) => beginnings.some((each) => start.startsWith(each))) ?? [];
  return detectOtherFormat(text) ?? description ?? 'This isn’t a HAR file. It isn’t a JSON object.';
}

/** A sentence for the user if the file is another export format. */
export function detectOtherFormat(text: string): string | undefined {
  const start = beginningOf(text);
  return exports.find(([, mark]) => mark.test(start))?.[0];
}

function beginningOf(text: string): string {
  return text.slice(0, 10_000).trimStart();
}
