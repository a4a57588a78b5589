// The fields that Xero rejected: their location and value in the request, Xero's message, and the documented rule.

import type { FieldError, SentValue } from '../../../core/diagnose/field-errors.ts';
import { safeStringify } from '../../../core/text/stringify.ts';
import { CopyButton } from '../../copy/CopyButton.tsx';
import { truncate } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';

interface FieldErrorsProps {
  errors: readonly FieldError[];
  /** Whether the reason and the fix state the rules already: then a narrow panel hides them here. */
  areExplained: boolean;
}

export function FieldErrors({ errors, areExplained }: FieldErrorsProps) {
  return (
    <div class={`field-errors ${areExplained ? 'are-explained' : ''}`}>
      <div class="field-header" aria-hidden="true">
        <span>Field</span>
        <span>Sent</span>
        <span>Xero says</span>
        <span class="rule-header">Rule</span>
      </div>
      <ul aria-label="Field errors">
        {errors.map((error) => (
          <li key={error.key} data-pointer={error.pointer} data-key={error.key}>
            <FieldLink error={error} />
            <SentValueText sent={error.sent} name={error.pointer} />
            <span class="says">
              {error.messages.length === 0 ? '(no text)' : error.messages.map((each) => truncate(each, 300)).join(' ')}
            </span>
            <span class="rule">{error.field?.rule ?? <span class="subtle">not documented</span>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Opens the field in the request's body. */
function FieldLink({ error: { pointer, key } }: { error: FieldError }) {
  const { openLocation } = usePanelState().selection;
  if (pointer !== '') {
    return (
      <button
        type="button"
        class="place"
        title={`Xero’s key: ${truncate(key, 200)}`}
        onClick={() => openLocation({ part: 'request', pointer })}
      >
        {pointer}
      </button>
    );
  }
  return (
    <span>
      <code>{key === '' ? '""' : truncate(key, 200)}</code>{' '}
      <span class="subtle">{key === '' ? 'whole request' : 'doesn’t match any field sent'}</span>
    </span>
  );
}

function SentValueText({ sent, name }: { sent: SentValue; name: string }) {
  if (sent.kind === 'value') {
    const text = safeStringify(sent.value);
    return (
      <code class="sent">
        {truncate(text, 120)} <CopyButton name={name} value={typeof sent.value === 'string' ? sent.value : text} />
      </code>
    );
  }
  return (
    <span class="sent subtle">
      {sent.kind === 'unreadable' ? sent.reason : sent.kind === 'absent' ? 'not sent' : '–'}
    </span>
  );
}
