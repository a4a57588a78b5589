// Shows invisible characters of a body as escapes, so that they can't reorder or hide its text.

import { highlightSpecialChars } from '@codemirror/view';
import { escapeCharacter, INVISIBLE } from '../../../core/text/escape-invisible.ts';

export const specialChars = highlightSpecialChars({
  specialChars: INVISIBLE,
  render(code) {
    const element = document.createElement('span');
    element.className = 'special-char';
    element.textContent = escapeCharacter(String.fromCodePoint(code));
    return element;
  },
});
