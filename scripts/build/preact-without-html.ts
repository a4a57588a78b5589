// Removes Preact's only way to insert HTML, `dangerouslySetInnerHTML`, which the panel never uses.

import type { Plugin } from 'vite';

const ASSIGNMENT = /\(\w+\.innerHTML=\w+\.__html\)/g;

/** What comes from the network then can't become HTML by mistake, and reviewers of add-ons find no assignment to `innerHTML`. */
export function preactWithoutHtml(): Plugin {
  return {
    name: 'preact-without-html',
    transform(code, id) {
      if (!/node_modules\/preact\/dist\/preact\.mjs$/.test(id.replaceAll('\\', '/'))) return undefined;
      if (code.match(ASSIGNMENT)?.length !== 1) {
        this.error('Preact no longer assigns `innerHTML` once. Look at its source and change the pattern.');
      }
      return { code: code.replace(ASSIGNMENT, '(void 0)'), map: null };
    },
  };
}
