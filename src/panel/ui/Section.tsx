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
  opensFor?: object | undefined;
  /** Drawn while it is open. */
  children: ComponentChildren;
}

export function Section({ name, title, note, class: className, isClosed = false, opensFor, children }: SectionProps) {
  const { sections } = usePanelState();
  const [isOpen, setOpen] = useState(() => opensFor !== undefined || sections.isOpen(name, isClosed));
  useLayoutEffect(() => {
    if (opensFor) setOpen(true);
  }, [opensFor]);
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
