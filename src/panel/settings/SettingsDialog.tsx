// The saved settings.

import type { FunctionComponent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { focusAfterRender } from '../lib/focus.ts';
import { usePanelState } from '../state/state-context.ts';
import { MappingSettings } from './MappingSettings.tsx';

/** From top to bottom. */
const sections: readonly { readonly title: string; readonly Section: FunctionComponent }[] = [
  { title: 'Proxies', Section: MappingSettings },
  { title: 'Log', Section: LogSettings },
  { title: 'Server', Section: ServerSettings },
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
  const { preserveLog, setPreserveLog } = usePanelState();
  return (
    <label class="setting-check">
      <input
        type="checkbox"
        checked={preserveLog.value}
        onChange={({ currentTarget }) => setPreserveLog(currentTarget.checked)}
      />
      Preserve log <span class="subtle">when the page reloads</span>
    </label>
  );
}

function ServerSettings() {
  const { showsServer, setShowsServer, followsServer, setFollowsServer } = usePanelState();
  return (
    <>
      <label class="setting-check">
        <input
          type="checkbox"
          checked={showsServer.value}
          onChange={({ currentTarget }) => setShowsServer(currentTarget.checked)}
        />
        Show server requests <span class="subtle">of development servers with the recorder</span>
      </label>
      <label class="setting-check">
        <input
          type="checkbox"
          checked={followsServer.value}
          disabled={!showsServer.value}
          onChange={({ currentTarget }) => setFollowsServer(currentTarget.checked)}
        />
        Follow server <span class="subtle">to show requests of jobs and webhooks, too</span>
      </label>
    </>
  );
}

function Reset() {
  const { resetSettings } = usePanelState();
  const [isConfirming, setConfirming] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  const ask = (on: boolean) => {
    setConfirming(on);
    // On the harmless button: a key that is held down presses it again.
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
      <span id="reset-meaning">This resets mappings, columns and all other settings to their defaults.</span>{' '}
      <button type="button" class="button" aria-describedby="reset-meaning" onClick={resetSettings}>
        Reset
      </button>{' '}
      <button type="button" class="button" aria-describedby="reset-meaning" ref={next} onClick={() => ask(false)}>
        Cancel
      </button>
    </p>
  );
}
