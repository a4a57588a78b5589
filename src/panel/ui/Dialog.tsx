// A dialog above the panel: the browser keeps focus in it, gives it back, and closes it by Escape.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import type { PanelState } from '../state/panel-state.ts';
import { CloseIcon } from './icons.tsx';
import { ToolButton } from './ToolButton.tsx';

/** What the content of every dialog is given. */
export interface DialogProps {
  state: PanelState;
  host: PanelHost;
}

interface FrameProps {
  title: string;
  /** Whatever closed it. */
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: FrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Who has focus may have gone from the dialog, as a button does that has done its work.
    const press = (event: KeyboardEvent) => {
      if (!dialog.current?.contains(event.target as Node)) closeByEscape(event, dialog.current);
    };
    document.addEventListener('keydown', press, true);
    return () => {
      document.removeEventListener('keydown', press, true);
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
      // Beside it: the dialog itself is hit only where its content is not.
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

/** By hand: Chromium's DevTools take the key from every panel, for their drawer. */
function closeByEscape(event: KeyboardEvent, dialog: HTMLDialogElement | null): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  dialog?.close();
}
