// How to record the requests that a Node server makes: the script to save, and the command to start the server with.

import { usePanelState } from '../state/state-context.ts';

const SCRIPT = 'record-xero.mjs';
const command = `node --import ./${SCRIPT} app.js`;

export function RecordServer() {
  const { copyToClipboard, saveFile, statusMessage } = usePanelState();
  const save = async () => {
    const script = await import('../../../examples/record-xero.mjs?raw').catch(() => undefined);
    if (script === undefined) return statusMessage.show(`Couldn’t save ${SCRIPT}. Close and reopen DevTools.`);
    saveFile(SCRIPT, [script.default], 'text/javascript');
  };
  return (
    <div class="record-server">
      <p class="command">
        <button type="button" class="button" onClick={save}>
          Save {SCRIPT}
        </button>
        beside your app, then start it with:
      </p>
      <p class="command">
        <code>{command}</code>
        <button type="button" class="button" onClick={() => copyToClipboard(command, 'Command copied.')}>
          Copy command
        </button>
      </p>
      <p class="subtle">
        For <code>fetch</code> and axios in Node 18.19 or later. It writes <code>xero.har</code>. For other servers,
        record with a proxy such as mitmproxy.
      </p>
    </div>
  );
}
