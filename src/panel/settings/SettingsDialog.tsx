// The saved settings.

import type { ComponentChildren, FunctionComponent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { focusAfterRender } from '../lib/focus.ts';
import { usePanelState } from '../state/state-context.ts';
import { MappingSettings } from './MappingSettings.tsx';

/** The sections from top to bottom. */
const sections: readonly { readonly title: string; readonly Section: FunctionComponent }[] = [
  { title: 'Proxies', Section: MappingSettings },
  { title: 'Log', Section: LogSettings },
  { title: 'Reset', Section: Reset },
];

export function Content() {
  return (
    <div class="settings">
      {sections.map(({ title, Section }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <Section />
        </section>
      ))}
    </div>
  );
}

function LogSettings() {
  const { preserveLog, setPreserveLog, showsServer, setShowsServer, followsServer, setFollowsServer } = usePanelState();
  return (
    <div class="setting-checks">
      <Check isOn={preserveLog.value} onChange={setPreserveLog}>
        Preserve log <span class="subtle">when the page reloads</span>
      </Check>
      <Check isOn={showsServer.value} onChange={setShowsServer} title="Of servers with the recorder">
        Show server requests
      </Check>
      <Check
        isOn={followsServer.value}
        isDisabled={!showsServer.value}
        onChange={setFollowsServer}
        title="Also of jobs and webhooks"
      >
        Follow server
      </Check>
    </div>
  );
}

interface CheckProps {
  isOn: boolean;
  isDisabled?: boolean;
  title?: string;
  onChange: (isOn: boolean) => void;
  children: ComponentChildren;
}

function Check({ isOn, isDisabled = false, title, onChange, children }: CheckProps) {
  return (
    <label class="setting-check" title={title}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {children}
    </label>
  );
}

function Reset() {
  const { resetSettings } = usePanelState();
  const [isConfirming, setConfirming] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  const showConfirmation = (isShown: boolean) => {
    setConfirming(isShown);
    // Focuses the harmless button, because a key that is held down presses it again.
    focusAfterRender(() => next.current);
  };
  if (!isConfirming) {
    return (
      <button type="button" class="button" ref={next} onClick={() => showConfirmation(true)}>
        Reset all settings…
      </button>
    );
  }
  return (
    <p>
      <span id="reset-meaning">This resets mappings, columns and all other settings to their defaults.</span>{' '}
      <button type="button" class="button" aria-describedby="reset-meaning" onClick={resetSettings}>
        Reset
      </button>{' '}
      <button
        type="button"
        class="button"
        aria-describedby="reset-meaning"
        ref={next}
        onClick={() => showConfirmation(false)}
      >
        Cancel
      </button>
    </p>
  );
}
