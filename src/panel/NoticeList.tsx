// The notices, above all else.

import { CloseIcon } from './icons.tsx';
import type { PanelState } from './panel-state.ts';

export function NoticeList({ state }: { state: PanelState }) {
  const { all, close } = state.notices;
  return (
    <div class="notices" role="status">
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
          <button type="button" class="tool" aria-label="Close the notice" title="Close" onClick={() => close(notice)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}
