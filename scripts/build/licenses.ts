// Adds the licences to what is built: ours, and those of the packages in it.

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** For `build.license`, with which Vite writes the licence of each package whose code is in the build. */
export const thirdPartyLicenses = { fileName: 'third-party-licenses.md' };

/** The Mozilla Public License asks for a pointer to the source code. */
const SOURCES = 'The source code of each is at https://www.npmjs.com/package/ followed by its name.';

export function licenses(): Plugin {
  return {
    name: 'licenses',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: 'LICENSE', source: readFileSync('LICENSE', 'utf8') });
        const file = bundle[thirdPartyLicenses.fileName];
        if (file?.type !== 'asset') this.error('Vite didn’t write the licences of the packages.');
        file.source = String(file.source).replace('\n\n', `\n\n${SOURCES} `);
      },
    },
  };
}
