// A modal dialog above the panel. The browser traps the focus in it and restores it afterwards.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusEmptyField } from '../lib/focus.ts';
import { CloseIcon } from './icons.tsx';
import { ToolButton } from './ToolButton.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Content that was loaded before is rendered by now, but could not be focused; other content does this itself.
    focusEmptyField(dialog.current);
    // The focused element may have been removed from the dialog, such as a button after it was clicked.
    const onKeyDown = (event: KeyboardEvent) => {
      if (!dialog.current?.contains(event.target as Node)) closeByEscape(event, dialog.current);
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      dialog.current?.close();
    };
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onKeyDown={(event) => closeByEscape(event, event.currentTarget)}
      // The content covers the dialog: an event on the dialog itself is a click on the backdrop.
      onMouseDown={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div class="dialog-content">
        <header class="dialog-header">
          <h1 id="dialog-title">{title}</h1>
          <ToolButton label="Close" onClick={() => dialog.current?.close()}>
            <CloseIcon />
          </ToolButton>
        </header>
        <div class="dialog-body">{children}</div>
      </div>
    </dialog>
  );
}

/** Chromium's DevTools would handle the key before the dialog, to open its drawer. */
function closeByEscape(event: KeyboardEvent, dialog: HTMLDialogElement | null): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  dialog?.close();
}
