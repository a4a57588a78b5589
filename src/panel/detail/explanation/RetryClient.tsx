// A client to copy, which does what the retry advice says: in the language that the user chose.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { lazyModule } from '../../lib/lazy-module.ts';
import { usePanelState } from '../../state/state-context.ts';
import { LoadError } from '../../ui/Lazy.tsx';
import { Section } from '../../ui/Section.tsx';

const clientCode = lazyModule(() =>
  Promise.all([import('../../../core/client/retry-client.ts'), import('../../../core/client/client-call.ts')]).then(
    ([{ retryClient }, { clientCall }]) => ({ retryClient, clientCall }),
  ),
);

const languages = [
  { id: 'typescript', title: 'TypeScript' },
  { id: 'csharp', title: 'C#' },
  { id: 'python', title: 'Python' },
] as const;

interface ClientProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
}

export function RetryClient({ exchange, diagnosis }: ClientProps) {
  // An answer that is as it should be needs no treatment, and a page in the place of one is not for a client to mend.
  if (diagnosis.id === 'success' || diagnosis.row.retry.action.kind === 'not-needed') return null;
  return (
    <Section name="retry-client" isClosed class="retry-client" title="A client that does this">
      <Client exchange={exchange} diagnosis={diagnosis} />
    </Section>
  );
}

function Client({ exchange, diagnosis: { row } }: ClientProps) {
  const code = clientCode.use();
  const { clientLanguage, setClientLanguage } = usePanelState();
  const shown = useRef<HTMLPreElement>(null);
  if (code === 'loading') return null;
  if (code === 'failed') return <LoadError name="the client" />;
  const { id } = languages.find((each) => each.id === clientLanguage.value) ?? languages[0];
  const text = code.retryClient(row, code.clientCall(exchange), id);
  return (
    <>
      <div class="client-bar">
        <fieldset class="segments" aria-label="Language">
          {languages.map((language) => (
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre class="code" tabIndex={0} role="region" aria-label="Code of the client" ref={shown}>
        {text}
      </pre>
    </>
  );
}

const VISIBLE_MS = 2_000;

/** Where the browser refuses the clipboard, the code is selected, ready to be copied by hand. */
function CopyButton({ text, shown }: { text: string; shown: { readonly current: HTMLElement | null } }) {
  const { copyText } = usePanelState();
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => say(''), VISIBLE_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    copyText(text).then(
      () => say('Copied'),
      (error: unknown) => {
        console.warn('The clipboard was refused:', error);
        if (shown.current) getSelection()?.selectAllChildren(shown.current);
        say('Not copied: the browser refused. The code is selected; copy it by hand.');
      },
    );
  return (
    <>
      <button type="button" class="copy" aria-label="Copy the client" onClick={copy}>
        Copy
      </button>
      <span role="status" class="subtle">
        {said}
      </span>
    </>
  );
}
