// The parts that entries of the reference are made of, each in its form.

import type { RetryRule } from '../../catalogue/retry-policy.ts';
import type { Fact, Part } from '../../core/reference/entry.ts';
import { retryVerdict } from '../lib/format-retry.ts';
import { BasisChip } from '../ui/Citation.tsx';
import { EntryLink, EntryWords } from './EntryLink.tsx';
import { entryOf } from './entries.ts';
import { Differences, ReferenceFields } from './FieldTable.tsx';

export function ReferencePart({ part }: { part: Part }) {
  switch (part.kind) {
    case 'words':
      return (
        <p>
          <EntryWords text={part.text} />{' '}
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
      return <ReferenceFields title={part.title} of={part.of} fields={part.fields} />;
    case 'differences':
      return <Differences differences={part.differences} />;
    case 'links':
      return <Links title={part.title} to={part.to} />;
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
        {facts.map(({ term, says = [], to = [], source }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {says.map((text) => (
                <p key={text}>
                  <EntryWords text={text} />
                </p>
              ))}
              {to.map((id) => (
                <EntryLink key={id} to={id} />
              ))}
              {source && <BasisChip source={source} />}
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

/** What carries the entry that is linked to. */
function BasisOf({ id }: { id: string }) {
  const source = entryOf(id)?.sources[0];
  return source ? <BasisChip source={source} /> : null;
}

function Retry({ rule: { advice, say, source } }: { rule: RetryRule }) {
  const verdict = retryVerdict({
    kind: advice.kind,
    seconds: advice.kind === 'wait' ? advice.seconds : undefined,
    toldBy: advice.kind === 'wait' ? 'documentation' : undefined,
    backOff: advice.kind === 'back-off' ? advice : undefined,
  });
  return (
    <>
      <h2>Retry</h2>
      <div class={`advice advice-${advice.kind}`}>
        <p>
          <strong>{verdict}</strong>
        </p>
        <p>
          <EntryWords text={say} />{' '}
          {advice.kind === 'back-off' && <EntryWords text="A `Retry-After` goes before these pauses." />}{' '}
          <BasisChip source={source} />
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
