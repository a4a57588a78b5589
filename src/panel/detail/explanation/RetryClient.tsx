// A client to copy that follows the retry advice, in the language that the user chose.

import { useEffect, useRef, useState } from 'preact/hooks';
import { clientLanguages } from '../../../core/client/languages/languages.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { lazyModule } from '../../lib/lazy-module.ts';
import { usePanelState } from '../../state/state-context.ts';
import { LoadError } from '../../ui/Lazy.tsx';
import { Section } from '../../ui/Section.tsx';

const clientCode = lazyModule(() =>
  Promise.all([
    import('../../../core/client/retry-client.ts'),
    import('../../../core/client/client-operation.ts'),
  ]).then(async ([{ loadClientWriter }, { clientOperation }]) => ({
    writeClient: await loadClientWriter(),
    clientOperation,
  })),
);

interface ClientProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
}

export function RetryClient({ exchange, diagnosis }: ClientProps) {
  // A correct response needs no client, and no client can correct an HTML page instead of a response.
  const { client, retry } = diagnosis.row;
  if (client?.action === 'return' || retry.action.kind === 'not-needed') return null;
  return (
    <Section name="retry-client" isClosed class="retry-client" title="Retry code">
      <Client exchange={exchange} diagnosis={diagnosis} />
    </Section>
  );
}

function Client({ exchange, diagnosis: { row } }: ClientProps) {
  const code = clientCode.use();
  const { clientLanguage, setClientLanguage } = usePanelState();
  const shown = useRef<HTMLPreElement>(null);
  if (code === 'loading') return null;
  if (code === 'failed') return <LoadError name="the retry code" />;
  const id = clientLanguage.value;
  const text = code.writeClient(row, code.clientOperation(exchange), id);
  return (
    <>
      <div class="client-bar">
        <fieldset class="segments" aria-label="Language">
          {clientLanguages.map((language) => (
            <label key={language.id}>
              <input
                type="radio"
                name="client-language"
                checked={language.id === id}
                onChange={() => setClientLanguage(language.id)}
              />
              <span>{language.title}</span>
            </label>
          ))}
        </fieldset>
        <CopyButton key={text} text={text} shown={shown} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by keyboard */}
      <pre class="code" tabIndex={0} role="region" aria-label="Retry code" ref={shown}>
        {text}
      </pre>
    </>
  );
}

const VISIBLE_MS = 2_000;

/** Selects the code to copy by hand if the browser refuses the clipboard. */
function CopyButton({ text, shown }: { text: string; shown: { readonly current: HTMLElement | null } }) {
  const { copyText } = usePanelState();
  const [notice, setNotice] = useState('');
  useEffect(() => {
    if (notice === '') return;
    const timer = setTimeout(() => setNotice(''), VISIBLE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const copy = () =>
    copyText(text).then(
      () => setNotice('Copied'),
      (error: unknown) => {
        console.warn('Clipboard access denied:', error);
        if (shown.current) getSelection()?.selectAllChildren(shown.current);
        setNotice('The browser denied clipboard access. The code is selected for you to copy.');
      },
    );
  return (
    <>
      <button type="button" class="copy" aria-label="Copy retry code" onClick={copy}>
        Copy
      </button>
      <span role="status" class="subtle">
        {notice}
      </span>
    </>
  );
}
