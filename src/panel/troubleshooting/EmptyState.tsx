// Shown while the log is empty: what the panel watches, and why there may be no requests.

import { useEffect } from 'preact/hooks';
import { plural } from '../../core/text/plural.ts';
import { usePanelState } from '../state/state-context.ts';
import { lazyComponent } from '../ui/Lazy.tsx';

const TroubleshootingReasons = lazyComponent(
  () => import('./Reasons.tsx').then(({ TroubleshootingReasons }) => TroubleshootingReasons),
  { name: 'the reasons' },
);

/** Loaded on demand: only shown if a request looks like Xero's or a path was mapped. */
const MappingCard = lazyComponent(() => import('./MappingCard.tsx').then(({ MappingCard }) => MappingCard));

export function EmptyState() {
  const state = usePanelState();
  const { justMapped } = state.mappings;
  // Once a request is listed, the user needn't repeat one.
  useEffect(
    () => () => {
      justMapped.value = [];
    },
    [justMapped],
  );
  state.revision.value;
  const { suggestions, unrelated } = state.traffic;
  return (
    <div class="empty">
      <h1>No Xero Projects requests in the list</h1>
      {(suggestions.length > 0 || justMapped.value.length > 0) && <MappingCard />}
      <p>
        Watching <code>api.xero.com</code>, any URL with <code>projects.xro/2.0</code> in its path, and the URLs you map
        in the{' '}
        <button type="button" class="link" onClick={() => state.openDialog('settings')}>
          settings
        </button>
        . To list your Node server’s requests, start it with <code>node --import xero-projects-recorder app.js</code>.
      </p>
      {suggestions.length === 0 && (
        <p class="subtle">
          {unrelated === 0
            ? 'No other requests seen since DevTools opened.'
            : `${plural(unrelated, 'other request')} seen since DevTools opened, none recognised as Xero’s.`}
        </p>
      )}
      <h2>Why is the list empty?</h2>
      <TroubleshootingReasons heading="h3" isBelowMappingCard />
    </div>
  );
}
