// What was sent and what came: address, headers and body.

import type { ComponentChildren } from 'preact';
import type { Diagnosis } from '../core/diagnose.ts';
import type { Body, Exchange, Headers, Token } from '../core/exchange.ts';
import { losses } from '../core/remarks.ts';
import { BodyText } from './BodyText.tsx';
import { bytes, clip, moment } from './format.ts';
import type { Mark } from './json-lines.ts';

export function RequestView({ exchange: { request }, diagnosis }: { exchange: Exchange; diagnosis: Diagnosis }) {
  const marks = diagnosis.fieldErrors
    .filter((error) => error.pointer !== '')
    .map(({ pointer, messages }) => ({ pointer, text: messages.join(' ') }));
  return (
    <section class="message" aria-label="Request">
      <p class="address">
        <span class="method">{request.method}</span> <span class="url">{clip(request.url, 4_000)}</span>
      </p>
      <BodyPart body={request.body} marks={marks} />
      <HeaderTable title="Request headers" headers={request.headers}>
        {request.token && <TokenRow token={request.token} />}
      </HeaderTable>
    </section>
  );
}

export function ResponseView({ exchange: { response } }: { exchange: Exchange }) {
  return (
    <section class="message" aria-label="Response">
      <p class="address">
        <span class="method">{response.status || 'No status'}</span> {clip(response.statusText, 200)}
      </p>
      <BodyPart body={response.body} marks={[]} />
      <HeaderTable title="Response headers" headers={response.headers} />
    </section>
  );
}

function HeaderTable({ title, headers, children }: { title: string; headers: Headers; children?: ComponentChildren }) {
  return (
    <details open class="headers">
      <summary>
        {title} <span class="subtle">{headers.length}</span>
      </summary>
      <dl>
        {children}
        {headers.map(([name, value], i) => (
          <div key={i}>
            <dt>{clip(name, 200)}</dt>
            <dd>{clip(value, 4_000)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The token is not kept; this is what is known of it. */
function TokenRow({ token }: { token: Token }) {
  return (
    <div>
      <dt>authorization</dt>
      <dd>
        {token.scheme} <span class="subtle">{tokenWords(token)}</span>
      </dd>
    </div>
  );
}

function tokenWords(token: Token): string {
  if (token.kind === 'missing') return '[no token]';
  const name = `token ${token.fingerprint}, not kept`;
  if (token.kind === 'opaque') return `[${name}; not a JWT]`;
  const scopes = token.scopes ? `; scopes: ${clip(token.scopes.join(' '), 500)}` : '';
  const expires = token.expiresMs === undefined ? '' : `; expires ${moment(token.expiresMs, Date.now())}`;
  return `[${name}${expires}${scopes}]`;
}

function BodyPart({ body, marks }: { body: Body; marks: readonly Mark[] }) {
  return (
    <details open class="body-part">
      <summary>
        Body <span class="subtle">{'bytes' in body && body.bytes !== undefined ? bytes(body.bytes) : ''}</span>
      </summary>
      {body.kind === 'text' ? <BodyText text={body.text} marks={marks} /> : <p class="subtle">{bodyWords(body)}</p>}
    </details>
  );
}

function bodyWords(body: Exclude<Body, { kind: 'text' }>): string {
  if (body.kind === 'none') return 'No body.';
  if (body.kind === 'pending') return 'Reading…';
  if (body.kind === 'binary') return `Not text: ${body.note}.`;
  return body.detail ? `${losses[body.why]} (${body.detail.slice(0, 200)})` : losses[body.why];
}
