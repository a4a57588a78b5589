// How to list the requests that a Node server makes: the command to start the server with.

import { usePanelState } from '../state/state-context.ts';

const command = 'node --import xero-projects-recorder app.js';

export function RecordServer() {
  const { copyToClipboard } = usePanelState();
  return (
    <div class="record-server">
      <p class="command">
        <code>{command}</code>
        <button type="button" class="button" onClick={() => copyToClipboard(command, 'Command copied.')}>
          Copy command
        </button>
      </p>
      <p class="subtle">
        For Node 18.19 or later. Its requests to Xero then appear in the list by themselves. For other servers, record a
        HAR file with a proxy such as mitmproxy.
      </p>
    </div>
  );
}
