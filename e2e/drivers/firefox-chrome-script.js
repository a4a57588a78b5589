// Runs in Firefox's browser window with chrome privileges: opens the toolbox, and evaluates, clicks and types in the page and the panel.
// firefox.ts sends this file as text, then calls the functions of `globalThis.inside`.

globalThis.inside = (() => {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const listeners = new Map();
  let toolbox;
  let library;
  let panelAddress;

  return {
    open,
    openPanel,
    openPanelWith,
    evaluate,
    click,
    drag,
    press,
    screenshot,
    resize,
    zoom,
    redock,
    reopen,
    har,
    reloadExtension,
    memory,
    setNetworkPanel,
    cpuTimes,
  };

  async function open(source) {
    library = source;
    toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {});
  }

  async function openPanel(title, address) {
    panelAddress = address;
    const named = (tool) => (typeof tool.label === 'function' ? tool.label() : tool.label) === title;
    // The extension registers its panel shortly after the toolbox has opened.
    const tool = await waitFor(`a tool called ${title}`, () => toolbox.getAdditionalTools().find(named));
    const selectedMs = performance.timeOrigin + performance.now();
    await toolbox.selectTool(tool.id);
    await waitForPanel();
    return selectedMs;
  }

  /** Opens the panel with `script` run at the start of its document. Returns when its tab was selected, in ms since the epoch. */
  async function openPanelWith(title, address, script) {
    const source = `data:,${encodeURIComponent(`(${runAtStart})(${JSON.stringify({ address, script })})`)}`;
    // The browser of the panel doesn't exist yet.
    Services.mm.loadFrameScript(source, true);
    try {
      return await openPanel(title, address);
    } finally {
      Services.mm.removeDelayedFrameScript(source);
    }
  }

  async function waitForPanel() {
    await waitFor('the panel to load', () => browserOf('panel')?.webProgress?.isLoadingDocument === false);
    browserOf('panel').focus();
  }

  /** The value of `expression` in the document, as JSON. Loads Testing Library first if it `needsLibrary`. */
  async function evaluate(where, expression, needsLibrary) {
    const result = await runInContent(where, evaluateInSandbox, { expression, needsLibrary });
    return result === 'library missing'
      ? runInContent(where, evaluateInSandbox, { expression, needsLibrary, library })
      : result;
  }

  async function click(where, x, y, times) {
    const { window, left, top, scale } = locateBrowser(browserOf(where));
    const events = loadEventUtils(window);
    const at = [left + x * scale, top + y * scale];
    window.focus();
    events.synthesizeMouseAtPoint(...at, { type: 'mousemove' }, window);
    for (let clickCount = 1; clickCount <= times; clickCount++) {
      const press = () => events.synthesizeMouseAtPoint(...at, { clickCount }, window);
      await dispatchAndWait(where, 'mouseup', press);
    }
  }

  async function drag(where, from, to) {
    const { window, left, top } = locateBrowser(browserOf(where));
    const events = loadEventUtils(window);
    const send = (type, { x, y }) => events.synthesizeMouseAtPoint(left + x, top + y, { type, button: 0 }, window);
    window.focus();
    send('mousemove', from);
    await dispatchAndWait(where, 'mousedown', () => send('mousedown', from));
    await dispatchAndWait(where, 'mousemove', () =>
      send('mousemove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }),
    );
    await dispatchAndWait(where, 'mousemove', () => send('mousemove', to));
    await dispatchAndWait(where, 'mouseup', () => send('mouseup', to));
  }

  async function press(where, key, modifiers) {
    const browser = browserOf(where);
    const { window } = locateBrowser(browser);
    window.focus();
    // The focus may be elsewhere in DevTools, for example after Escape. Then the keys go there, like a user's, and may move it back.
    const isElsewhere = () => Services.focus.getFocusedElementForWindow(window, true, {}) !== browser;
    let wasElsewhere = false;
    const send = () => {
      wasElsewhere = isElsewhere();
      loadEventUtils(window).synthesizeKey(key, modifiers, window);
    };
    await dispatchAndWait(where, 'keyup', send, () => wasElsewhere || isElsewhere());
  }

  async function screenshot() {
    const window = toolbox.topWindow;
    await new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)));
    const bitmap = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  }

  async function resize(width, height) {
    const window = toolbox.topWindow;
    window.resizeTo(width, height);
    await waitFor(`a window ${width} px wide`, () => window.outerWidth === width);
    if (!browserOf('panel')) return;
    // The panel is laid out in another process, slightly later.
    let panelWidth;
    const isLaidOut = () => {
      runInContent('panel', getInnerWidth, {}).then((value) => {
        panelWidth = value;
      });
      return Math.abs(panelWidth - browserOf('panel').getBoundingClientRect().width) < 1;
    };
    await waitFor('the panel to be as wide as its container', isLaidOut, 20);
  }

  /** What the toolbox does on its zoom shortcuts. */
  async function zoom(factor) {
    toolbox.win.browsingContext.fullZoom = factor;
    await waitFor('the panel to be zoomed', () => browserOf('panel').browsingContext.fullZoom === factor);
  }

  async function redock(host) {
    if (toolbox.hostType === host) return;
    const before = browserOf('panel')?.browsingContext.id;
    await toolbox.switchHost(host);
    if (before === undefined) return;
    await waitFor('the panel to be rebuilt', () => (browserOf('panel')?.browsingContext?.id ?? before) !== before);
    await waitForPanel();
  }

  async function reopen() {
    await toolbox.destroy();
    toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {});
  }

  async function reloadExtension() {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const extensions = await AddonManager.getAddonsByTypes(['extension']);
    await extensions.find(({ temporarilyInstalled }) => temporarilyInstalled).reload();
  }

  /** The memory of the extension's process as in about:processes, after it has freed what it can. */
  async function memory() {
    const read = async () => {
      const { children } = await ChromeUtils.requestProcInfo();
      return children.find(({ type }) => type === 'extension').memory;
    };
    Services.obs.notifyObservers(null, 'child-mmu-request');
    let [lowest, unchanged] = [await read(), 0];
    while (unchanged < 10) {
      await new Promise((next) => setTimeout(next, 100));
      const now = await read();
      unchanged = now < lowest ? 0 : unchanged + 1;
      lowest = Math.min(lowest, now);
    }
    return lowest;
  }

  async function setNetworkPanel(filter, isRecording) {
    const { panelWin } = await toolbox.selectTool('netmonitor');
    const { store } = panelWin;
    const actions = panelWin.windowRequire('devtools/client/netmonitor/src/actions/index');
    store.dispatch(actions.setRequestFilterText(filter));
    if (store.getState().requests.recording !== isRecording) store.dispatch(actions.toggleRecording());
  }

  /** Calls the code behind the Network panel's export command. */
  async function har() {
    return JSON.stringify({ log: await toolbox.getHARFromNetMonitor() }, null, '  ');
  }

  /** The CPU times as in about:processes. */
  async function cpuTimes() {
    const { cpuTime, children } = await ChromeUtils.requestProcInfo();
    const { osPid } = browserOf('panel').browsingContext.currentWindowGlobal;
    const extension = children.find(({ pid }) => pid === osPid);
    return JSON.stringify({ toolboxMs: cpuTime / 1e6, extensionMs: extension.cpuTime / 1e6 });
  }

  function browserOf(where) {
    if (where === 'page') return gBrowser.selectedBrowser;
    const frames = [...toolbox.doc.querySelectorAll('iframe')];
    const browsers = frames.map((frame) => frame.contentDocument?.querySelector('browser'));
    return browsers.find((browser) => panelAddress && browser?.currentURI?.spec.endsWith(panelAddress));
  }

  /** The outermost window that contains a browser, the browser's offset in it, and the scale of its pixels. */
  function locateBrowser(browser) {
    let left = 0;
    let top = 0;
    let window;
    for (let element = browser; element; element = window.browsingContext.embedderElement) {
      const box = element.getBoundingClientRect();
      window = element.ownerDocument.defaultView;
      const zoom = window.browsingContext.fullZoom;
      left += box.left * zoom;
      top += box.top * zoom;
    }
    return { window, left, top, scale: browser.browsingContext.fullZoom };
  }

  // Firefox's test utility for trusted events, the same in all versions.
  function loadEventUtils(window) {
    const events = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', events);
    return events;
  }

  /** Resolves when the event that `act` causes has reached the document, which is in another process, or when `isMoot`. */
  async function dispatchAndWait(where, type, act, isMoot = () => false) {
    let hasArrived = false;
    runInContent(where, waitForEvent, { type }).then(() => {
      hasArrived = true;
    });
    // A round trip, after which the listener is registered.
    await runInContent(where, acknowledge, {});
    act();
    await waitFor(`the ${where} to get the ${type}`, () => hasArrived || isMoot(), 5);
  }

  /** Runs `script`, which can't use its closure, in the document's process. */
  function runInContent(where, script, details) {
    const browser = browserOf(where);
    if (!browser) throw new Error(`There is no ${where}`);
    const name = `inside:${crypto.randomUUID()}`;
    const manager = browser.messageManager;
    const result = new Promise((done, fail) => {
      listeners.set(name, ({ data }) => (data.threw === undefined ? done(data.value) : fail(data.threw)));
      manager.addMessageListener(name, listeners.get(name));
    });
    const source = `(${script})((message) => sendAsyncMessage(${JSON.stringify(name)}, message), ${JSON.stringify(details)})`;
    manager.loadFrameScript(`data:,${encodeURIComponent(source)}`, false);
    return result.finally(() => {
      manager.removeMessageListener(name, listeners.get(name));
      listeners.delete(name);
    });
  }

  function evaluateInSandbox(reply, { expression, needsLibrary, library }) {
    // One sandbox per document. It has the document's principal and globals, and isolates the library from the page.
    if (globalThis.sandboxOf?.document !== content.document) {
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      globalThis.sandboxOf = { document: content.document, sandbox, hasLibrary: false };
    }
    const { sandbox, hasLibrary } = globalThis.sandboxOf;
    if (needsLibrary && !hasLibrary) {
      if (!library) return reply({ value: 'library missing' });
      Cu.evalInSandbox(library, sandbox);
      globalThis.sandboxOf.hasLibrary = true;
    }
    sandbox.settle = Cu.exportFunction((value, threw) => reply({ value, threw }), sandbox);
    const reject = '(error) => settle(undefined, String(error))';
    const code = `((settle) => (async () => JSON.stringify(await ${expression}))().then(settle, ${reject}))(settle)`;
    try {
      Cu.evalInSandbox(code, sandbox);
    } catch (error) {
      reply({ threw: String(error) });
    }
  }

  function runAtStart({ address, script }) {
    const run = ({ target: { defaultView: window } }) => {
      if (!window?.location.pathname.endsWith(address)) return;
      Cu.evalInSandbox(script, new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false }));
    };
    addEventListener('DOMWindowCreated', run, true);
  }

  function waitForEvent(reply, { type }) {
    addEventListener(type, () => reply({}), { once: true, capture: true, mozSystemGroup: true });
  }

  function getInnerWidth(reply) {
    reply({ value: content.innerWidth });
  }

  function acknowledge(reply) {
    reply({});
  }

  async function waitFor(awaited, poll, everyMs = 50) {
    for (const end = Date.now() + 20_000; ; await new Promise((next) => setTimeout(next, everyMs))) {
      const found = poll();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Waited 20 s for ${awaited}`);
    }
  }
})();
