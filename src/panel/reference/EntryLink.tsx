// Links between entries of the reference.

import { usePanelState } from '../state/state-context.ts';
import { findEntryId, getEntry } from './entries.ts';

export function EntryLink({ to, children }: { to: string; children?: string }) {
  const { reference } = usePanelState();
  return (
    <button type="button" class="link" onClick={() => reference.follow(to)}>
      {children ?? getEntry(to)?.title}
    </button>
  );
}

/** The panel's own text with `code` in backticks, where names of entries are links. */
export function EntryText({ text }: { text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <Code key={`${i}${part}`} text={part} /> : part))}</>;
}

function Code({ text }: { text: string }) {
  const { reference } = usePanelState();
  const id = findEntryId(text);
  const isLink = id !== undefined && id !== reference.opened.value;
  return <code>{isLink ? <EntryLink to={id}>{text}</EntryLink> : text}</code>;
}
