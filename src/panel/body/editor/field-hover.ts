// Shows the documentation of the property or value under the pointer.

import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { FieldDocs, FieldLookup } from './annotation.ts';
import { pathAt } from './json-path.ts';

export function fieldHover(fieldAt: FieldLookup): Extension {
  return hoverTooltip((view, position, side) => {
    const at = pathAt(view.state, position, side);
    const docs = at && fieldAt(at.path);
    if (!docs) return null;
    return { pos: at.from, end: at.to, above: true, create: () => ({ dom: draw(docs) }) };
  });
}

function draw({ name, type, rule, meaning, basis }: FieldDocs): HTMLElement {
  const head = element('p', 'field-docs-head', element('code', '', name), ' ', element('span', 'subtle', type));
  const parts = [rule, meaning].filter((text) => text !== '').map((text) => element('p', '', text));
  return element('div', 'field-docs', head, ...parts, element('p', 'subtle', basis));
}

function element(tag: string, name: string, ...content: (string | Node)[]): HTMLElement {
  const node = document.createElement(tag);
  if (name !== '') node.className = name;
  node.append(...content);
  return node;
}
