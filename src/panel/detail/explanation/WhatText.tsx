// What happened, with the response's own message and the organisation that it is about.

import type { What } from '../../../core/card/what.ts';
import { statementOf } from '../../../core/model/finding.ts';
import { CopyButton } from '../../copy/CopyButton.tsx';
import { truncate } from '../../lib/format.ts';
import { RelatedExchanges } from '../../ui/ExchangeLinks.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';

export function WhatText({ what: { notes, text, quote, networkError, tenant, worked } }: { what: What }) {
  return (
    <>
      <p>
        {notes.map((note) => (
          <span key={note.ruleId} data-note={note.ruleId}>
            <InlineCode text={statementOf(note)} />{' '}
          </span>
        ))}
        <InlineCode text={text} />
        {quote && (
          <span class="quote">
            {' '}
            {quote.origin} says <q>{quote.text}</q>
          </span>
        )}
      </p>
      {networkError && (
        <p class="subtle copyable" data-note={networkError.note.ruleId}>
          The {networkError.reporter} reports <code>{truncate(networkError.text, 300)}</code>{' '}
          <CopyButton name={`the ${networkError.reporter}’s error`} value={networkError.text} />
        </p>
      )}
      {tenant && (
        <p class="subtle copyable">
          You sent {tenant.name ? <InlineCode text={tenant.name} /> : 'the tenant ID'}{' '}
          <code>{truncate(tenant.id, 100)}</code> <CopyButton name="the tenant ID sent" value={tenant.id} />
        </p>
      )}
      {worked && (
        <p class="subtle copyable" data-cause={worked.cause.ruleId}>
          The same token worked for {worked.name && <InlineCode text={worked.name} />}{' '}
          <code>{truncate(worked.id, 100)}</code> <CopyButton name="the tenant ID that worked" value={worked.id} />{' '}
          <RelatedExchanges ids={worked.cause.relatedIds} />
        </p>
      )}
    </>
  );
}
