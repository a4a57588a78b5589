// What is known about the page's request that caused a server to make this one.

import type { ComponentChildren } from 'preact';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { PageRequest, ServerOrigin } from '../../../core/model/server-origin.ts';
import { siblingsOf } from '../../../core/server-requests/same-page-request.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { formatMs } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';
import { RelatedExchanges } from '../../ui/ExchangeLinks.tsx';
import { Section } from '../../ui/Section.tsx';

export function MadeByServer({ exchange, server }: { exchange: Exchange; server: ServerOrigin }) {
  const { app = 'the server', pageRequest } = server;
  if (pageRequest === undefined) {
    return <p class="made-by-server subtle">Made by {app}, not while answering the page</p>;
  }
  const { method, path, startedMs } = pageRequest;
  const time = startedMs === undefined ? '' : ` (${clockTime(startedMs)})`;
  return (
    <Section
      name="page-request"
      class="made-by-server"
      isClosed
      title={
        <>
          Made by {app} while answering {method} <bdi>{path}</bdi>
          {time}
        </>
      }
    >
      <PageRequestFacts exchange={exchange} pageRequest={pageRequest} />
    </Section>
  );
}

function PageRequestFacts({ exchange, pageRequest }: { exchange: Exchange; pageRequest: PageRequest }) {
  const { log } = usePanelState();
  const siblings = siblingsOf(exchange, log.exchanges);
  const { method, path, startedMs, outcome } = pageRequest;
  const own = outcome?.exchangeId === undefined ? undefined : log.get(outcome.exchangeId);
  return (
    <dl class="page-request" aria-label="Request of the page">
      <Fact name="Request">
        {method} <bdi>{path}</bdi>
      </Fact>
      <Fact name="Status">{outcome === undefined ? 'Not reported yet' : outcome.status || 'No response'}</Fact>
      {startedMs !== undefined && <Fact name="Started">{clockTime(startedMs)}</Fact>}
      {outcome?.durationMs !== undefined && <Fact name="Duration">{formatMs(outcome.durationMs)}</Fact>}
      {own && (
        <Fact name="In the list">
          <RelatedExchanges ids={[own.id]} />
        </Fact>
      )}
      {siblings.length > 0 && (
        <Fact name="Also made for it">
          <RelatedExchanges ids={siblings.slice(0, MAX_SIBLINGS).map(({ id }) => id)} />
          {siblings.length > MAX_SIBLINGS && ` and ${siblings.length - MAX_SIBLINGS} more`}
        </Fact>
      )}
    </dl>
  );
}

const MAX_SIBLINGS = 20;

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
