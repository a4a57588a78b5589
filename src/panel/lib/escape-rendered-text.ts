// Shows invisible characters in all text that Preact renders, so that no text from the wire, a file or a setting can reverse or hide words
// of the panel. Doesn't change values of fields and text to copy.

import { options, type VNode } from 'preact';
import { escapeInvisible } from '../../core/text/escape-invisible.ts';

/** Call before the first render. */
export function escapeRenderedText(): void {
  const { vnode: previous } = options;
  options.vnode = (vnode) => {
    escapeNode(vnode as RenderedNode);
    previous?.(vnode);
  };
}

/** A node whose type is `null` is a text, and its props are the text itself. */
type RenderedNode = Omit<VNode, 'type' | 'props'> & { type: unknown; props: unknown };

function escapeNode(vnode: RenderedNode): void {
  if (vnode.type === null && typeof vnode.props === 'string') vnode.props = escapeInvisible(vnode.props);
  if (typeof vnode.type !== 'string') return;
  const props = vnode.props as Record<string, unknown>;
  for (const name of SHOWN_ATTRIBUTES) {
    const { [name]: value } = props;
    if (typeof value === 'string') props[name] = escapeInvisible(value);
  }
}

/** The attributes that browsers display or screen readers read out. */
const SHOWN_ATTRIBUTES = ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt', 'label'];
