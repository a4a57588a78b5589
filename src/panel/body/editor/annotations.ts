// Marks places of a body: under the text, in the gutter, and in a line of its own below.

import { type Diagnostic, lintGutter } from '@codemirror/lint';
import type { Extension, Range, Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { PointerRange } from '../json/types.ts';
import type { Annotation } from './annotation.ts';
import { selectionRange } from './selection-range.ts';

/** Characters of a message. */
const MAX_ANNOTATION_CHARS = 300;

/** What is to be marked in a text; marks whose place it does not have are left out. */
export function toDiagnostics(
  marks: readonly Annotation[],
  places: ReadonlyMap<string, PointerRange>,
  doc: Text,
): readonly Diagnostic[] {
  return marks.flatMap((mark): Diagnostic[] => {
    const place = places.get(mark.pointer);
    if (place === undefined) return [];
    const { from, to } = selectionRange(place, doc);
    const said = mark.text.slice(0, MAX_ANNOTATION_CHARS);
    const message = place.missing ? `${mark.pointer} is missing: ${said}` : said;
    return [{ from, to, severity: mark.severity === 'note' ? 'info' : mark.severity, message, source: mark.from }];
  });
}

/** What stands beside and below the text. Takes no room where there is nothing to mark. */
export function annotationGutter(diagnostics: readonly Diagnostic[], doc: Text): Extension {
  if (diagnostics.length === 0) return [];
  return [lintGutter(), EditorView.decorations.of(Decoration.set(notesOf(diagnostics, doc), true))];
}

/** For each line with marks its colour and, below it, what they say. */
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

/** A line of its own: at the end of a long line it would be out of sight. */
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
      const said = document.createElement('span');
      said.className = `mark mark-${severity}`;
      said.title = source;
      said.textContent = message;
      marks.append(marks.firstChild ? ' ' : '', said);
    }
    return note;
  }
}
