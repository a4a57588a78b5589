// The colours of differences, from the panel's custom properties. Both sides look the same, since neither is the better one.

import { EditorView } from '@codemirror/view';

const differs = { background: 'var(--warning-surface)' };
const line = { backgroundColor: 'var(--stripe)' };

export const mergeTheme = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine, .cm-insertedLine, .cm-deletedChunk': line,
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText, .cm-deletedChunk .cm-deletedText': differs,
  '.cm-deletedChunk': { paddingLeft: '4px' },
  // Inline: the side that the line is from.
  '&.unified .cm-deletedLine::before': { color: 'var(--subtle)', content: '"− "' },
  '&.unified .cm-changedLine::before': { color: 'var(--subtle)', content: '"+ "' },
  '.cm-changeGutter': { paddingLeft: '1px', width: '4px' },
  '&.cm-merge-a .cm-changedLineGutter, &.cm-merge-b .cm-changedLineGutter, .cm-deletedLineGutter': {
    background: 'var(--warning-icon)',
  },
  '.cm-collapsedLines': {
    background: 'var(--stripe)',
    color: 'var(--subtle)',
    font: 'var(--font)',
    padding: '1px 8px',
  },
  '.cm-mergeSpacer': { background: 'none' },
});
