// How to list the requests that a server makes: for Node, the command to start it with.

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
        For Node 18.19 or later, after installing the recorder’s package from this extension’s release. The server’s
        requests to Xero then appear in the list by themselves. For Python, copy <code>xero_recorder.py</code> from{' '}
        <code>examples/python</code> of the source. For other servers, record a HAR file with a proxy such as mitmproxy.
      </p>
    </div>
  );
}
