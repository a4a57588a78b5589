// The request and the response: URL, headers and body.

import type { ComponentChildren } from 'preact';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { unavailableMessages } from '../../../core/model/body-unavailable.ts';
import { type Body, type Exchange, type Headers, isStripped, type Token } from '../../../core/model/exchange.ts';
import type { CheckFinding } from '../../../core/rules/run-checks/run-checks.ts';
import { headerLine, headerStart, requestLine, shownStatus, statusLine } from '../../../core/search/lines.ts';
import { formatInteger } from '../../../core/text/format-number.ts';
import { BodyView } from '../../body/BodyView.tsx';
import type { Annotation, FieldLookup } from '../../body/editor/annotation.ts';
import { CopyButton } from '../../copy/CopyButton.tsx';
import { formatBytes, formatTime, truncate } from '../../lib/format.ts';
import { SearchableText } from '../../search/SearchableText.tsx';
import type { JsonLocation } from '../../state/selection.ts';
import { usePanelState } from '../../state/state-context.ts';
import { Section } from '../../ui/Section.tsx';

interface RequestViewProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
  findings: readonly CheckFinding[];
  fieldAt?: FieldLookup;
}

export function RequestView({ exchange: { request }, diagnosis, findings, fieldAt }: RequestViewProps) {
  const refused: Annotation[] = diagnosis.fieldErrors
    .filter((error) => error.pointer !== '')
    .map(({ pointer, messages }) => ({ pointer, severity: 'error', text: messages.join(' '), from: 'Xero' }));
  const marks = [...refused, ...marksOf(findings, 'request')];
  return (
    <section class="message" aria-label="Request">
      <p class="address">
        <span class="method">
          <SearchableText part="request-line" text={requestLine(request)} to={request.method.length} maxChars={200} />
        </span>{' '}
        <span class="url">
          <SearchableText
            part="request-line"
            text={requestLine(request)}
            from={request.method.length + 1}
            maxChars={4_000}
          />
        </span>
      </p>
      <BodyPart part="request" body={request.body} marks={marks} fieldAt={fieldAt} />
      <HeaderTable part="request" title="Request headers" message={request}>
        {request.token && <TokenRow token={request.token} />}
      </HeaderTable>
    </section>
  );
}

interface ResponseViewProps {
  exchange: Exchange;
  findings: readonly CheckFinding[];
  fieldAt?: FieldLookup;
}

export function ResponseView({ exchange: { response }, findings, fieldAt }: ResponseViewProps) {
  const status = shownStatus(response.status);
  return (
    <section class="message" aria-label="Response">
      <p class="address">
        <span class="method">
          <SearchableText part="status-line" text={statusLine(response)} to={status.length} maxChars={200} />
        </span>{' '}
        <SearchableText part="status-line" text={statusLine(response)} from={status.length + 1} maxChars={200} />
      </p>
      <BodyPart part="response" body={response.body} marks={marksOf(findings, 'response')} fieldAt={fieldAt} />
      <HeaderTable part="response" title="Response headers" message={response} />
    </section>
  );
}

/** The findings of the checks in a body. */
function marksOf(findings: readonly CheckFinding[], part: JsonLocation['part']): Annotation[] {
  const all = findings.flatMap((finding) => (finding.absorbed ? [finding, finding.absorbed] : [finding]));
  return all.flatMap(({ title, location, severity, expected }) =>
    location?.in === part
      ? [
          {
            pointer: location.pointer,
            severity,
            text: plain(`${title}: expected ${expected}`),
            from: title,
          },
        ]
      : [],
  );
}

/** Annotations are plain text, without backticks. */
function plain(words: string): string {
  return words.replaceAll('`', '');
}

interface HeaderTableProps {
  part: JsonLocation['part'];
  title: string;
  message: { readonly headers: Headers; readonly omittedHeaders?: number };
  children?: ComponentChildren;
}

function HeaderTable({ part, title, message: { headers, omittedHeaders = 0 }, children }: HeaderTableProps) {
  const { search, selection } = usePanelState();
  const searched = `${part}-header` as const;
  const hit = search.active.value?.hit;
  const isHit = hit?.field === searched && hit.exchange === selection.id.value;
  return (
    <Section
      name={`${part}-headers`}
      class="headers"
      title={title}
      note={formatInteger(headers.length + omittedHeaders)}
      openWhen={isHit ? hit : undefined}
    >
      <dl>
        {children}
        {headers.map(([name, value], i) => (
          <div key={i}>
            <dt>
              <SearchableText
                part={searched}
                index={i}
                text={headerLine(name, value)}
                to={name.length}
                maxChars={200}
              />
            </dt>
            <dd>
              <span>
                <SearchableText
                  part={searched}
                  index={i}
                  text={headerLine(name, value)}
                  from={headerStart(name).length}
                  maxChars={4_000}
                />
              </span>
              <CopyButton name={truncate(name, 60)} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {omittedHeaders > 0 && <p class="subtle">and {formatInteger(omittedHeaders)} more, not stored</p>}
    </Section>
  );
}

/** The token itself is never stored, only facts about it. */
function TokenRow({ token }: { token: Token }) {
  return (
    <div>
      <dt>authorization</dt>
      <dd>
        <bdi>{token.scheme}</bdi> <span class="subtle">{tokenWords(token)}</span>
      </dd>
    </div>
  );
}

function tokenWords(token: Token): string {
  if (token.kind === 'missing') return '[no token]';
  if (isStripped(token)) return '[token not available]';
  const name = `token ${token.fingerprint}, redacted`;
  if (token.kind === 'opaque') return `[${name}, not a JWT]`;
  const scopes = token.scopes ? `, scopes: ${truncate(token.scopes.join(' '), 500)}` : '';
  const expires = token.expiresMs === undefined ? '' : `, expires ${formatTime(token.expiresMs, Date.now())}`;
  return `[${name}${expires}${scopes}]`;
}

interface BodySource {
  readonly part: JsonLocation['part'];
  readonly body: Body;
  readonly marks: readonly Annotation[];
  readonly fieldAt: FieldLookup | undefined;
}

function BodyPart({ part, body, marks, fieldAt }: BodySource) {
  const { search, selection } = usePanelState();
  const { value: location } = selection.location;
  const target = location?.part === part ? location : undefined;
  const marked = search.active.value;
  const isHit = marked?.hit?.field === `${part}-body` && marked.hit.exchange === selection.id.value;
  return (
    <Section
      name={`${part}-body`}
      class="body-part"
      title="Body"
      note={'bytes' in body && body.bytes !== undefined && formatBytes(body.bytes)}
      openWhen={isHit ? marked?.hit : target}
    >
      {body.kind === 'text' ? (
        <BodyView
          label={part === 'request' ? 'Request body' : 'Response body'}
          text={body.text}
          annotations={marks}
          scrollKey={`${part}-body`}
          target={target}
          fieldAt={fieldAt}
          search={marked}
          hit={isHit ? marked?.hit : undefined}
        />
      ) : (
        <p class="subtle">{bodyWords(body)}</p>
      )}
    </Section>
  );
}

function bodyWords(body: Exclude<Body, { kind: 'text' }>): string {
  if (body.kind === 'none') return 'No body.';
  if (body.kind === 'pending') return 'Reading…';
  if (body.kind === 'binary') return `Not text: ${body.note}.`;
  return body.detail
    ? `${unavailableMessages[body.reason]} (${body.detail.slice(0, 200)})`
    : unavailableMessages[body.reason];
}
