// The notices, above all else.

import { useRef } from 'preact/hooks';
import type { Notice } from '../state/notices.ts';
import type { PanelState } from '../state/panel-state.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

export function NoticeList({ state }: { state: PanelState }) {
  const { all, close } = state.notices;
  const list = useRef<HTMLDivElement>(null);
  // To the next notice, so that several are closed by one key; after the last to the view.
  const dismissAndRestoreFocus = (notice: Notice) => {
    close(notice);
    requestAnimationFrame(() => {
      const next = list.current?.querySelector('button') ?? document.getElementById(`view-tab-${state.view.value}`);
      next?.focus();
    });
  };
  return (
    <div class="notices" role="status" aria-atomic="false" ref={list}>
      {all.value.map((notice) => (
        <div class="notice closable" key={notice.text}>
          {notice.details === undefined || notice.details.length === 0 ? (
            <p>{notice.text}</p>
          ) : (
            <details>
              <summary>{notice.text}</summary>
              <ul>
                {notice.details.map((each, i) => (
                  <li key={i}>{each}</li>
                ))}
              </ul>
            </details>
          )}
          <ToolButton label="Close the notice" title="Close" onClick={() => dismissAndRestoreFocus(notice)}>
            <CloseIcon />
          </ToolButton>
        </div>
      ))}
    </div>
  );
}
