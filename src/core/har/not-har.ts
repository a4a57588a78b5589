// Tells what a file is that has no list of entries.

/** By how it begins; the first row that fits. Of compressed files the second byte is no UTF-8. */
const kinds: readonly (readonly [is: string, ...beginnings: string[]])[] = [
  ['The file is a ZIP archive: unpack it, and import the HAR in it.', 'PK\x03\x04'],
  ['The file is compressed: unpack it first.', '\x1f', 'x\ufffd'],
  ['The file is in UTF-16: save it as UTF-8.', '\ufffd\ufffd', '{\0', '[\0', '\0{', '\0['],
  ['The file is no HAR: it is HTML or XML.', '<'],
  ['The file is no HAR: it is a response as text.', 'HTTP/'],
  ['The file has no list of `entries`: it is no HAR, or ends before them.', '{'],
];

/** A sentence; nothing of the file is quoted. */
export function notHar(text: string): string {
  const start = text.slice(0, 10_000).replace(/^[\s\ufeff]+/, '');
  if (start === '') return 'The file is empty.';
  const [is] = kinds.find(([, ...beginnings]) => beginnings.some((each) => start.startsWith(each))) ?? [];
  return is ?? 'The file is no HAR: it is not JSON, or no object.';
}
