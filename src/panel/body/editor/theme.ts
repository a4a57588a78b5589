// The editor's theme. It uses only the panel's custom properties, so that it follows the theme of DevTools.

import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const highlightStyle = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--json-property)' },
  { tag: tags.string, color: 'var(--json-string)' },
  { tag: tags.number, color: 'var(--json-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--json-keyword)' },
]);

// Replaces all of CodeMirror's icons: they are data URLs, which the extension's content security policy forbids.
export const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--background)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'var(--code)', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)', padding: '3px 0' },
  '.cm-line': { padding: '0 8px 0 4px' },
  '.cm-specialChar': { color: 'var(--error)' },

  '.cm-gutters': { backgroundColor: 'var(--background)', border: 'none', color: 'var(--subtle)' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'default', padding: '0 2px', textAlign: 'center', width: '14px' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--stripe)',
    border: '1px solid var(--divider)',
    color: 'var(--subtle)',
    margin: '0 2px',
    padding: '0 3px',
  },

  '.cm-gutter-lint': { width: '12px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker': {
    background: 'var(--mark-icon)',
    borderRadius: '50%',
    height: '7px',
    margin: '5px 0 0 4px',
    width: '7px',
  },
  '.cm-lint-marker-error, .cm-lint-marker-warning, .cm-lint-marker-info': { content: 'none' },
  '.cm-lint-marker-error': { '--mark-icon': 'var(--error-icon)' },
  '.cm-lint-marker-warning': { '--mark-icon': 'var(--warning-icon)' },
  '.cm-lint-marker-info': { '--mark-icon': 'var(--accent)' },
  '.cm-lintRange': { paddingBottom: '0', textDecoration: 'underline wavy 1px', textUnderlineOffset: '2px' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecorationColor: 'var(--error-icon)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecorationColor: 'var(--warning-icon)' },
  '.cm-lintRange-info': { backgroundImage: 'none', textDecorationColor: 'var(--accent)' },
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
  '.marked-error': { backgroundColor: 'var(--error-surface)' },
  '.marked-warning': { backgroundColor: 'var(--warning-surface)' },
  '.note': { padding: '0 0 2px var(--column)' },
  // Limited to the visible width, however long the lines are.
  '.marks': { maxWidth: 'max(160px, 100cqi - 40px - var(--column))', whiteSpace: 'normal' },
  '.mark': {
    display: 'inline-block',
    font: 'var(--font)',
    marginRight: '12px',
    maxWidth: '100%',
    overflowWrap: 'anywhere',
    paddingLeft: '4px',
  },
  '.mark-error': { color: 'var(--error)' },
  '.mark-warning': { color: 'var(--warning)' },
  '.mark-info': { color: 'var(--subtle)' },

  '.cm-tooltip': {
    backgroundColor: 'var(--background)',
    border: '1px solid var(--divider)',
    boxShadow: '0 2px 6px rgb(0 0 0 / 20%)',
    color: 'var(--text)',
    font: 'var(--font)',
    maxWidth: 'min(420px, 90vw)',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip-section:not(:first-child)': { borderTop: '1px solid var(--divider)' },
  '.cm-diagnostic': { borderLeftWidth: '3px', marginLeft: '0', padding: '3px 8px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error-icon)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning-icon)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--accent)' },
  '.cm-diagnosticSource': { color: 'var(--subtle)', fontSize: 'inherit', opacity: '1' },
  '.field-docs': { padding: '4px 8px' },
  '.field-docs-head code': { fontWeight: '600' },

  '.cm-panels': { backgroundColor: 'var(--toolbar)', color: 'var(--text)', zIndex: '1' },
  '.cm-panels-top': { borderBottom: '1px solid var(--divider)' },
  '.search-panel': { alignItems: 'center', display: 'flex', gap: '4px', padding: '2px 6px' },
  '.search-panel input': {
    background: 'var(--background)',
    border: '1px solid var(--divider)',
    borderRadius: '3px',
    color: 'inherit',
    font: 'inherit',
    minWidth: '60px',
    padding: '1px 5px',
    width: '180px',
  },
  '.search-panel [role=status]': { flex: '1', whiteSpace: 'nowrap' },
  '.found': { backgroundColor: 'var(--found)' },
  '.found.current': { outline: '2px solid var(--accent)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-surface)' },
  '.cm-searchMatch-selected': { boxShadow: '0 0 0 2px var(--accent)' },
});
