// Tries the mappings: shows how they interpret a URL.

import type { ComponentChildren } from 'preact';
import { explainUrl, type UrlExplanation } from '../../core/mappings/explain-url.ts';
import type { Drafts } from '../host/panel-host.ts';
import { truncate } from '../lib/format.ts';
import { InlineCode } from '../ui/InlineCode.tsx';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type TriedAddress = Pick<Drafts, 'method' | 'address'>;

interface MappingTesterProps {
  mappings: readonly string[];
  tried: TriedAddress;
  onInput: (tried: Partial<TriedAddress>) => void;
}

export function MappingTester({ mappings, tried: { method, address }, onInput }: MappingTesterProps) {
  return (
    <fieldset class="address-test">
      <legend>Try a URL</legend>
      <div class="mapping">
        <select
          aria-label="Method"
          value={method}
          onChange={({ currentTarget }) => onInput({ method: currentTarget.value })}
        >
          {methods.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        <input
          type="text"
          aria-label="URL to try"
          placeholder="https://app.example/api/xero/Projects"
          spellcheck={false}
          value={address}
          onInput={({ currentTarget }) => onInput({ address: currentTarget.value })}
        />
      </div>
      <div role="status" aria-label="Result">
        {address.trim() === '' ? (
          <p class="nothing-typed">Paste a URL to see whether it’s recognised, and as which operation.</p>
        ) : (
          <Reading read={explainUrl(method, address, mappings)} />
        )}
      </div>
    </fieldset>
  );
}

function Reading({ read }: { read: UrlExplanation }) {
  if (read.kind === 'unreadable') {
    return (
      <p class="problem">
        <InlineCode text={read.message} />
      </p>
    );
  }
  return (
    <dl class="reading">
      <Fact name="Host">{read.host || 'same as the page'}</Fact>
      <Fact name="Path">{truncate(read.path, 500)}</Fact>
      {read.kind === 'recognised' ? (
        <>
          <Fact name="Recognised by">{describeMatch(read)}</Fact>
          <Fact name="API path">{read.apiPath ?? 'none'}</Fact>
          <Fact name="Operation">
            {read.operation ? `${read.operation.id}: ${read.operation.summary}` : `none. ${read.message}`}
          </Fact>
        </>
      ) : (
        <>
          <Fact name="Not recognised">
            <InlineCode text={read.message} />
          </Fact>
          {read.prefix && <Fact name="Suggested mapping">{read.prefix}</Fact>}
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function describeMatch({ tier, mapping }: UrlExplanation & { kind: 'recognised' }): string {
  if (tier === 'host') return 'host';
  if (tier === 'path') return 'projects.xro/2.0 in the path';
  return mapping ? `mapping ${mapping.number}, ${mapping.line}` : 'a mapping';
}
