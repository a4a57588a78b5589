// Notices at the top of the panel.

import { useRef } from 'preact/hooks';
import { viewTabId } from '../lib/focus-targets.ts';
import { useAutoClose } from '../lib/use-auto-close.ts';
import type { Notice as NoticeData } from '../state/notices.ts';
import { usePanelState } from '../state/state-context.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon, ToneIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

export function NoticeList() {
  const state = usePanelState();
  const { all, close } = state.notices;
  const list = useRef<HTMLDivElement>(null);
  // Focuses the next notice, so that one key dismisses several; after the last one, the tab of the view.
  const dismissAndRestoreFocus = (notice: NoticeData) => {
    close(notice);
    requestAnimationFrame(() => {
      const next = list.current?.querySelector('button') ?? document.getElementById(viewTabId(state.view.value));
      next?.focus();
    });
  };
  return (
    <div class="notices" role="status" aria-atomic="false" ref={list}>
      {all.value.map((notice) => (
        <Notice
          key={notice.text}
          notice={notice}
          onClose={() => dismissAndRestoreFocus(notice)}
          onTimeout={() => close(notice)}
        />
      ))}
    </div>
  );
}

interface NoticeProps {
  notice: NoticeData;
  onClose: () => void;
  onTimeout: () => void;
}

function Notice({ notice, onClose, onTimeout }: NoticeProps) {
  const { severity = 'warning', text, details, copyable } = notice;
  const part = useRef<HTMLDivElement>(null);
  useAutoClose(part, severity === 'success' ? notice : undefined, onTimeout);
  return (
    <div class={`notice closable notice-${severity}`} ref={part}>
      <ToneIcon tone={severity} />
      {details === undefined || details.length === 0 ? (
        <p>
          <InlineCode text={text} /> {copyable && <CopyError details={copyable} />}
        </p>
      ) : (
        <details>
          <summary>
            <InlineCode text={text} />
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keyboard */}
          <ul tabIndex={0} aria-label="Notice details">
            {details.map((each, i) => (
              <li key={i}>
                <InlineCode text={each} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <ToolButton label="Close notice" title="Close" onClick={onClose}>
        <CloseIcon />
      </ToolButton>
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
