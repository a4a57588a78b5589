// Shows annotations in a body: an underline, a gutter marker, and the message below the line.

import { type Diagnostic, lintGutter } from '@codemirror/lint';
import type { Extension, Range, Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import { escapeInvisible } from '../../../core/text/escape-invisible.ts';
import type { PointerRange } from '../json/types.ts';
import type { Annotation } from './annotation.ts';
import { selectionRange } from './selection-range.ts';

/** Per message. */
const MAX_ANNOTATION_CHARS = 300;

/** Leaves out annotations whose pointer has no range in the text. */
export function toDiagnostics(
  marks: readonly Annotation[],
  ranges: ReadonlyMap<string, PointerRange>,
  doc: Text,
): readonly Diagnostic[] {
  return marks.flatMap((mark): Diagnostic[] => {
    const range = ranges.get(mark.pointer);
    if (range === undefined) return [];
    const { from, to } = selectionRange(range, doc);
    const text = mark.text.slice(0, MAX_ANNOTATION_CHARS);
    const message = range.missing ? `${mark.pointer} is missing: ${text}` : text;
    return [{ from, to, severity: mark.severity === 'note' ? 'info' : mark.severity, message, source: mark.from }];
  });
}

/** Gutter and messages; takes no space without annotations. */
export function annotationGutter(diagnostics: readonly Diagnostic[], doc: Text): Extension {
  if (diagnostics.length === 0) return [];
  return [lintGutter(), EditorView.decorations.of(Decoration.set(notesOf(diagnostics, doc), true))];
}

/** The gutter marker of each annotated line and the messages below it. */
function notesOf(diagnostics: readonly Diagnostic[], doc: Text): Range<Decoration>[] {
  const byLine = new Map<number, Diagnostic[]>();
  for (const each of diagnostics) {
    const { from } = doc.lineAt(each.from);
    byLine.set(from, [...(byLine.get(from) ?? []), each]);
  }
  return Array.from(byLine, ([from, list]) => {
    const { to, text } = doc.lineAt(from);
    const worst = severities.find((severity) => list.some((each) => each.severity === severity)) ?? 'info';
    const note = new Note(list, `marked-${worst}`, text.search(/\S|$/));
    return [
      Decoration.line({ class: `marked-${worst}` }).range(from),
      Decoration.widget({ widget: note, block: true, side: 1 }).range(to),
    ];
  }).flat();
}

const severities = ['error', 'warning', 'info'] as const;

/** On its own line: at the end of a long line it would be off screen. */
class Note extends WidgetType {
  constructor(
    private readonly diagnostics: readonly Diagnostic[],
    private readonly className: string,
    private readonly column: number,
  ) {
    super();
  }

  override toDOM(): HTMLElement {
    const note = document.createElement('div');
    note.className = `note ${this.className}`;
    note.setAttribute('role', 'note');
    note.style.setProperty('--column', `${this.column}ch`);
    const marks = note.appendChild(document.createElement('div'));
    marks.className = 'marks';
    for (const { severity, message, source = '' } of this.diagnostics) {
      const element = document.createElement('span');
      element.className = `mark mark-${severity}`;
      element.title = escapeInvisible(source);
      element.textContent = escapeInvisible(message);
      marks.append(marks.firstChild ? ' ' : '', element);
    }
    return note;
  }
}
