// Prints every text that a person can read, by file, to be read from top to bottom: `npm run words`, or `npm run words -- src/catalogue`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../src/testing/source-imports.ts';
import { uiStringsIn } from '../src/testing/ui-strings.ts';

const [folder = 'src'] = process.argv.slice(2);
let count = 0;
let longest = 0;
for (const file of sourceFiles.map((each) => join('src', each)).filter((each) => each.startsWith(folder))) {
  const strings = uiStringsIn(file, readFileSync(file, 'utf8'));
  if (strings.length > 0) console.log(`\n${file}`);
  for (const { line, name, text } of strings) {
    console.log(`${String(line).padStart(5)}  ${name === undefined ? '' : `${name}: `}${text}`);
    count++;
    for (const sentence of text.split(/(?<=[.!?])\s+/)) longest = Math.max(longest, sentence.split(/\s+/).length);
  }
}
console.log(`\n${count} texts. The longest sentence has ${longest} words.`);
