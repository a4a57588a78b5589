// Renders the sections of a reference entry, by their kind.

import type { RetryPolicy } from '../../catalogue/retry-policy.ts';
import type { EntrySection, Fact } from '../../core/reference/entry.ts';
import { formatRetryAdvice } from '../lib/format-retry.ts';
import { BasisBadge } from '../ui/Citation.tsx';
import { EntryLink, EntryText } from './EntryLink.tsx';
import { getEntry } from './entries.ts';
import { FieldTable, SpecDiscrepancies } from './FieldTable.tsx';

export function ReferenceSection({ part }: { part: EntrySection }) {
  switch (part.kind) {
    case 'words':
      return (
        <p>
          <EntryText text={part.text} />{' '}
          {part.learnMore && (
            <a href={part.learnMore} target="_blank" rel="noreferrer">
              Learn more
            </a>
          )}
        </p>
      );
    case 'facts':
      return <Facts title={part.title} facts={part.facts} />;
    case 'fields':
      return <FieldTable title={part.title} entityId={part.entityId} fields={part.fields} />;
    case 'differences':
      return <SpecDiscrepancies differences={part.differences} />;
    case 'links':
      return <Links title={part.title} to={part.links} />;
    case 'retry':
      return <Retry rule={part.rule} />;
    case 'example':
      return <Example title={part.title} text={[...part.lines, ...(part.body ? ['', part.body] : [])].join('\n')} />;
  }
}

function Facts({ title, facts }: { title: string | undefined; facts: readonly Fact[] }) {
  return (
    <>
      {title && <h2>{title}</h2>}
      <dl class="facts">
        {facts.map(({ term, text: lines = [], links = [], citation }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {lines.map((text) => (
                <p key={text}>
                  <EntryText text={text} />
                </p>
              ))}
              {links.map((id) => (
                <EntryLink key={id} to={id} />
              ))}
              {citation && <BasisBadge citation={citation} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Links({ title, to }: { title: string; to: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul class="entry-links" aria-label={title}>
        {to.map((id) => (
          <li key={id}>
            <EntryLink to={id} /> <BasisOf id={id} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The basis of the linked entry's first citation. */
function BasisOf({ id }: { id: string }) {
  const citation = getEntry(id)?.citations[0];
  return citation ? <BasisBadge citation={citation} /> : null;
}

function Retry({ rule: { action, advice, citation } }: { rule: RetryPolicy }) {
  const verdict = formatRetryAdvice({
    kind: action.kind,
    seconds: action.kind === 'wait' ? action.seconds : undefined,
    source: action.kind === 'wait' ? 'documentation' : undefined,
    backOff: action.kind === 'back-off' ? action : undefined,
  });
  return (
    <>
      <h2>Retry</h2>
      <div class={`advice advice-${action.kind}`}>
        <p>
          <strong>{verdict}</strong>
        </p>
        <p>
          <EntryText text={advice} />{' '}
          {action.kind === 'back-off' && (
            <EntryText text="A `Retry-After` header takes precedence over these delays." />
          )}{' '}
          <BasisBadge citation={citation} />
        </p>
      </div>
    </>
  );
}

function Example({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h2>{title}</h2>
      <pre class="example">{text}</pre>
    </>
  );
}
