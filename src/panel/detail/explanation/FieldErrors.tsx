// The fields that Xero refused: where they are in the request, what was sent, what Xero says and what the rule is.

import type { FieldError, Sent } from '../../../core/diagnose/field-errors.ts';
import { jsonText } from '../../../core/text/stringify.ts';
import { CopyValue } from '../../copy/CopyButton.tsx';
import { clip } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';

export function FieldErrors({ errors }: { errors: readonly FieldError[] }) {
  return (
    <div class="field-errors">
      <div class="field-header" aria-hidden="true">
        <span>Field</span>
        <span>Sent</span>
        <span>Xero says</span>
        <span>Rule</span>
      </div>
      <ul aria-label="Field errors">
        {errors.map((error) => (
          <li key={error.key} data-pointer={error.pointer} data-key={error.key}>
            <PlaceLink error={error} />
            <SentValue sent={error.sent} name={error.pointer} />
            <span class="says">
              {error.messages.length === 0 ? '(no text)' : error.messages.map((each) => clip(each, 300)).join(' ')}
            </span>
            <span class="rule">{error.field?.rule ?? <span class="subtle">not documented</span>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Leads to the place in the request's body. */
function PlaceLink({ error: { pointer, key } }: { error: FieldError }) {
  const { show } = usePanelState().selection;
  if (pointer !== '') {
    return (
      <button
        type="button"
        class="place"
        title={`Xero’s key: ${clip(key, 200)}`}
        onClick={() => show({ part: 'request', pointer })}
      >
        {pointer}
      </button>
    );
  }
  return (
    <span>
      <code>{key === '' ? '""' : clip(key, 200)}</code>{' '}
      <span class="subtle">{key === '' ? 'the whole request' : 'matches no field sent'}</span>
    </span>
  );
}

function SentValue({ sent, name }: { sent: Sent; name: string }) {
  if (sent.kind === 'value') {
    const text = jsonText(sent.value);
    return (
      <code class="sent">
        {clip(text, 120)} <CopyValue name={name} value={typeof sent.value === 'string' ? sent.value : text} />
      </code>
    );
  }
  return (
    <span class="sent subtle">{sent.kind === 'unreadable' ? sent.why : sent.kind === 'absent' ? 'not sent' : '–'}</span>
  );
}
