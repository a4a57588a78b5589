// What can be set, and is kept from one DevTools to the next.

import type { FunctionComponent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { focusAfterRender } from '../lib/focus.ts';
import type { DialogProps } from '../ui/Dialog.tsx';
import { MappingSettings } from './MappingSettings.tsx';

/** From the top. One more section is one more row. */
const sections: readonly { readonly title: string; readonly Section: FunctionComponent<DialogProps> }[] = [
  { title: 'Proxies', Section: MappingSettings },
  { title: 'Log', Section: LogSettings },
  { title: 'Reset', Section: Reset },
];

export function Content(props: DialogProps) {
  return (
    <div class="settings">
      {sections.map(({ title, Section }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <Section {...props} />
        </section>
      ))}
    </div>
  );
}

function LogSettings({ state }: DialogProps) {
  return (
    <label class="setting-check">
      <input
        type="checkbox"
        checked={state.preserveLog.value}
        onChange={({ currentTarget }) => state.setPreserveLog(currentTarget.checked)}
      />
      Preserve log <span class="subtle">when the page reloads</span>
    </label>
  );
}

function Reset({ state }: DialogProps) {
  const [isConfirming, setAsked] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  const ask = (on: boolean) => {
    setAsked(on);
    // When asked, on what changes nothing: a key that is held down presses it again.
    focusAfterRender(() => next.current);
  };
  if (!isConfirming) {
    return (
      <button type="button" class="button" ref={next} onClick={() => ask(true)}>
        Reset all settings…
      </button>
    );
  }
  return (
    <p>
      <span id="reset-meaning">Mappings, columns and all other settings go back to their defaults.</span>{' '}
      <button type="button" class="button" aria-describedby="reset-meaning" onClick={() => state.resetSettings()}>
        Reset
      </button>{' '}
      <button type="button" class="button" aria-describedby="reset-meaning" ref={next} onClick={() => ask(false)}>
        Keep
      </button>
    </p>
  );
}
