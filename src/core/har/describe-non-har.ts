// Describes files without HAR entries.

/** Other export formats, recognized by patterns near the beginning of the file. */
const exports: readonly (readonly [is: string, mark: RegExp])[] = [
  [
    'The file is a Postman collection, no HAR: paste the response itself, or record the call through a proxy.',
    /^\{(?:\s*"info"\s*:\s*\{\s*"_postman_id"|[\s\S]*"https?:\/\/schema\.(?:get)?postman\.com\/)/,
  ],
  [
    'The file is an Insomnia export, no HAR: choose HAR as the format of the export.',
    /^(?:\{\s*"_type"\s*:\s*"export"|type:\s*\w+\.insomnia\.rest\/)/,
  ],
];

/** By the beginning of the file; the first match applies. The second byte of compressed files is not valid UTF-8. */
const kinds: readonly (readonly [is: string, ...beginnings: string[]])[] = [
  ['The file is a ZIP archive: unpack it, and import the HAR in it.', 'PK\x03\x04'],
  ['The file is compressed: unpack it first.', '\x1f', 'x\ufffd'],
  ['The file is in UTF-16: save it as UTF-8.', '\ufffd\ufffd', '{\0', '[\0', '\0{', '\0['],
  ['The file is no HAR: it is HTML or XML.', '<'],
  ['The file is no HAR: it is a response as text.', 'HTTP/'],
  ['The file has no list of “entries”: it is no HAR, or ends before them.', '{', '[{'],
];

/** A sentence for the user that quotes nothing from the file. */
export function describeNonHar(text: string): string {
  const start = beginningOf(text);
  if (start === '') return 'The file is empty.';
  const [is] = kinds.find(([, ...beginnings]) => beginnings.some((each) => start.startsWith(each))) ?? [];
  return detectOtherFormat(text) ?? is ?? 'The file is no HAR: it is not JSON, or no object.';
}

/** A sentence for the user if the file is another export format. */
export function detectOtherFormat(text: string): string | undefined {
  const start = beginningOf(text);
  return exports.find(([, mark]) => mark.test(start))?.[0];
}

function beginningOf(text: string): string {
  return text.slice(0, 10_000).trimStart();
}
