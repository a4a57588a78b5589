// An action that failed, with the error's own text and a button that copies its details.

import { errorDetails, errorMessage } from '../lib/error-text.ts';
import { truncate } from '../lib/format.ts';
import { usePanelState } from '../state/state-context.ts';

/** `summary` says in one sentence what failed. */
export function ErrorMessage({ summary, error }: { summary: string; error: unknown }) {
  const { copyToClipboard } = usePanelState();
  return (
    <p role="alert">
      {summary} <code>{truncate(errorMessage(error), 300)}</code>{' '}
      <button type="button" class="link" onClick={() => copyToClipboard(errorDetails(error), 'Error copied.')}>
        Copy error
      </button>
    </p>
  );
}
