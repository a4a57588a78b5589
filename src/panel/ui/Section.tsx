// A part that can be closed, and stays so from one exchange to the next.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { usePanelState } from '../state/state-context.ts';

interface SectionProps {
  /** Without spaces, the same for all exchanges. */
  name: string;
  title: ComponentChildren;
  /** Beside the title. */
  note?: ComponentChildren;
  class?: string;
  /** Whether it is closed until it is opened. */
  isClosed?: boolean;
  /** Every new object opens it. */
  openWhen?: object | undefined;
  /** Drawn while it is open. */
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
        // It tells of the first drawing, too.
        if (open === isOpen) return;
        setOpen(open);
        sections.keep(name, isClosed, open);
      }}
    >
      <summary>
        {title} {note !== undefined && <span class="subtle">{note}</span>}
      </summary>
      {isOpen && children}
    </details>
  );
}
