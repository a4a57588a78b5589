// What the panel says while it has nothing to show: what it watches, and why nothing may be showing.

import { count } from './format.ts';
import type { PanelHost } from './host.ts';

export function EmptyPanel({ others, browser }: { others: number; browser: PanelHost['browser'] }) {
  return (
    <div class="empty">
      <h1>No calls to the Xero Projects API yet</h1>
      <p>
        Watching for calls to <code>api.xero.com</code> and for any address with <code>projects.xro/2.0</code> in its
        path, as a proxy of yours may have it.
      </p>
      <h2>Why nothing may be showing</h2>
      <ul>
        <li>The call was made before DevTools was opened: reload the page.</li>
        <li>Your server makes the call: the browser does not see it.</li>
        <li>
          Your proxy has another path, such as <code>/api/xero/projects</code>: the address does not tell that it is
          Xero’s.
        </li>
        <li>The call is still under way: browsers tell of calls when they end.</li>
        {browser === 'firefox' && (
          <li>Firefox’s Network panel is paused or filtered: what it hides is hidden here too.</li>
        )}
      </ul>
      <p class="subtle" role="status">
        {others === 0
          ? 'The page has made no other calls since DevTools was opened.'
          : `The page has made ${count(others)} other ${others === 1 ? 'call' : 'calls'} since DevTools was opened; none is for Xero Projects.`}
      </p>
    </div>
  );
}
