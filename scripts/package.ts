// `npm run package`: writes what is released into dist/packages, from the builds in dist. The same source gives the same bytes.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFolder, readSource } from './package/files.ts';
import { packRecorder } from './package/recorder.ts';
import { zip } from './package/zip.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/packages' } } });
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

const packages: Readonly<Record<string, () => Uint8Array>> = {
  'chrome.zip': () => zip(readFolder('dist/chrome')),
  'firefox.xpi': () => zip(readFolder('dist/firefox')),
  'recorder.tgz': () => packRecorder('dist/recorder'),
  'source.zip': () => zip(readSource()),
};

rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
const sums = Object.entries(packages).map(([suffix, pack]) => {
  const file = `${name}-${version}-${suffix}`;
  const bytes = pack();
  writeFileSync(join(values.out, file), bytes);
  console.log(`${join(values.out, file)}  ${Math.ceil(bytes.length / 1000)} kB`);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`;
});
writeFileSync(join(values.out, 'SHA256SUMS'), sums.join(''));
