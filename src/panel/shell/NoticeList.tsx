// The notices, at the top of the panel.

import { useRef } from 'preact/hooks';
import { viewTabId } from '../lib/focus-targets.ts';
import type { Notice } from '../state/notices.ts';
import { usePanelState } from '../state/state-context.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

export function NoticeList() {
  const state = usePanelState();
  const { all, close } = state.notices;
  const list = useRef<HTMLDivElement>(null);
  // Focuses the next notice, so that one key dismisses several; after the last one, the tab of the view.
  const dismissAndRestoreFocus = (notice: Notice) => {
    close(notice);
    requestAnimationFrame(() => {
      const next = list.current?.querySelector('button') ?? document.getElementById(viewTabId(state.view.value));
      next?.focus();
    });
  };
  return (
    <div class="notices" role="status" aria-atomic="false" ref={list}>
      {all.value.map((notice) => (
        <div class="notice closable" key={notice.text}>
          {notice.details === undefined || notice.details.length === 0 ? (
            <p>
              <InlineCode text={notice.text} /> {notice.copyable && <CopyError details={notice.copyable} />}
            </p>
          ) : (
            <details>
              <summary>
                <InlineCode text={notice.text} />
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keyboard */}
              <ul tabIndex={0} aria-label="Notice details">
                {notice.details.map((each, i) => (
                  <li key={i}>
                    <InlineCode text={each} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          <ToolButton label="Close notice" title="Close" onClick={() => dismissAndRestoreFocus(notice)}>
            <CloseIcon />
          </ToolButton>
        </div>
      ))}
    </div>
  );
}

function CopyError({ details }: { details: string }) {
  const { copyToClipboard } = usePanelState();
  return (
    <button type="button" class="link" onClick={() => copyToClipboard(details, 'Error copied.')}>
      Copy error
    </button>
  );
}
