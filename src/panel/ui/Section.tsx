// A collapsible section, which stays open or closed from exchange to exchange.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { usePanelState } from '../state/state-context.ts';

interface SectionProps {
  /** The key of the saved state, without spaces; the same for all exchanges. */
  name: string;
  title: ComponentChildren;
  /** Shown beside the title. */
  note?: ComponentChildren;
  class?: string;
  /** Closed until the user opens it. */
  isClosed?: boolean;
  /** Each new object opens the section. */
  openWhen?: object | undefined;
  /** Rendered only while the section is open. */
  children: ComponentChildren;
}

export function Section({ name, title, note, class: className, isClosed = false, openWhen, children }: SectionProps) {
  const { sections } = usePanelState();
  const [isOpen, setOpen] = useState(() => openWhen !== undefined || sections.isOpen(name, isClosed));
  useLayoutEffect(() => {
    if (openWhen) setOpen(true);
  }, [openWhen]);
  return (
    <details
      open={isOpen}
      class={className}
      onToggle={({ currentTarget: { open } }) => {
        // The event also fires for the initial state.
        if (open === isOpen) return;
        setOpen(open);
        sections.setOpen(name, isClosed, open);
      }}
    >
      <summary>
        {title} {note !== undefined && <span class="subtle">{note}</span>}
      </summary>
      {isOpen && children}
    </details>
  );
}
