// What the server changed about a request that it forwarded to Xero for the page.

import { proxyChanges } from '../../../core/compare/proxy-changes.ts';
import type { Exchange, ForwardedRequest } from '../../../core/model/exchange.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Section } from '../../ui/Section.tsx';

export function SentOn({ exchange, forwarded }: { exchange: Exchange; forwarded: ForwardedRequest }) {
  const { app = 'the server' } = forwarded.server;
  return (
    <Section
      name="sent-on"
      class="made-by-server"
      title={
        <>
          Sent on to Xero by {app} ({clockTime(forwarded.startedMs)})
        </>
      }
    >
      <ul class="remarks" aria-label="What the server changed">
        {proxyChanges(exchange).map((change) => (
          <li key={change}>
            <InlineCode text={change} />.
          </li>
        ))}
      </ul>
    </Section>
  );
}
