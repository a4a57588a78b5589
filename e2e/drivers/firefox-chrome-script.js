// Runs in Firefox's own window with its privileges: opens the toolbox, and carries questions, clicks and keys to the page and the panel.
// Sent there as text by firefox.ts, which then calls what is put on `globalThis.inside`.

globalThis.inside = (() => {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const answers = new Map();
  let toolbox;
  let library;
  let panelAddress;

  return { open, openPanel, ask, click, drag, press, screenshot, resize, zoom, redock, reopen, har };

  async function open(source) {
    library = source;
    toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {});
  }

  async function openPanel(title, address) {
    panelAddress = address;
    const named = (tool) => (typeof tool.label === 'function' ? tool.label() : tool.label) === title;
    // The extension registers its panel a little after the toolbox has opened.
    const tool = await until(`a tool called ${title}`, () => toolbox.getAdditionalTools().find(named));
    await toolbox.selectTool(tool.id);
    await loaded();
  }

  async function loaded() {
    await until('the panel to load', () => browserOf('panel')?.webProgress?.isLoadingDocument === false);
    browserOf('panel').focus();
  }

  /** The JSON of what `expression` gives in the document, with Testing Library there if it `needsLibrary`. */
  async function ask(where, expression, needsLibrary) {
    const answer = await carry(where, inContent, { expression, needsLibrary });
    return answer === 'library missing' ? carry(where, inContent, { expression, needsLibrary, library }) : answer;
  }

  async function click(where, x, y, times) {
    const { window, left, top, scale } = placeOf(browserOf(where));
    const events = eventsIn(window);
    const at = [left + x * scale, top + y * scale];
    window.focus();
    events.synthesizeMouseAtPoint(...at, { type: 'mousemove' }, window);
    for (let clickCount = 1; clickCount <= times; clickCount++) {
      const press = () => events.synthesizeMouseAtPoint(...at, { clickCount }, window);
      await untilHeard(where, 'mouseup', press);
    }
  }

  async function drag(where, from, to) {
    const { window, left, top } = placeOf(browserOf(where));
    const events = eventsIn(window);
    const send = (type, { x, y }) => events.synthesizeMouseAtPoint(left + x, top + y, { type, button: 0 }, window);
    window.focus();
    send('mousemove', from);
    await untilHeard(where, 'mousedown', () => send('mousedown', from));
    await untilHeard(where, 'mousemove', () => send('mousemove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }));
    await untilHeard(where, 'mousemove', () => send('mousemove', to));
    await untilHeard(where, 'mouseup', () => send('mouseup', to));
  }

  async function press(where, key, modifiers) {
    const browser = browserOf(where);
    const { window } = placeOf(browser);
    window.focus();
    // Focus may be elsewhere in DevTools, as after Escape: then the keys go there, as a user's would, and may bring it back.
    const isElsewhere = () => Services.focus.getFocusedElementForWindow(window, true, {}) !== browser;
    let wasElsewhere = false;
    const send = () => {
      wasElsewhere = isElsewhere();
      eventsIn(window).synthesizeKey(key, modifiers, window);
    };
    await untilHeard(where, 'keyup', send, () => wasElsewhere || isElsewhere());
  }

  async function screenshot() {
    const window = toolbox.topWindow;
    await new Promise((drawn) => window.requestAnimationFrame(() => window.requestAnimationFrame(drawn)));
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
    await until(`a window ${width} px wide`, () => window.outerWidth === width);
    if (!browserOf('panel')) return;
    // The panel is laid out in another process, a little later.
    let panelWidth;
    const isLaidOut = () => {
      carry('panel', widthOfContent, {}).then((value) => {
        panelWidth = value;
      });
      return Math.abs(panelWidth - browserOf('panel').getBoundingClientRect().width) < 1;
    };
    await until('the panel to be as wide as its place', isLaidOut, 20);
  }

  /** As the toolbox does on its keys, up to the most that they reach. */
  async function zoom(factor) {
    toolbox.win.browsingContext.fullZoom = factor;
    await until('the panel to be zoomed', () => browserOf('panel').browsingContext.fullZoom === factor);
  }

  async function redock(host) {
    const before = browserOf('panel')?.browsingContext.id;
    await toolbox.switchHost(host);
    if (before === undefined) return;
    await until('the panel to be rebuilt', () => (browserOf('panel')?.browsingContext?.id ?? before) !== before);
    await loaded();
  }

  async function reopen() {
    await toolbox.destroy();
    toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {});
  }

  /** As the Network panel's own command makes it. */
  async function har() {
    return JSON.stringify({ log: await toolbox.getHARFromNetMonitor() }, null, '  ');
  }

  function browserOf(where) {
    if (where === 'page') return gBrowser.selectedBrowser;
    const frames = [...toolbox.doc.querySelectorAll('iframe')];
    const browsers = frames.map((frame) => frame.contentDocument?.querySelector('browser'));
    return browsers.find((browser) => panelAddress && browser?.currentURI?.spec.endsWith(panelAddress));
  }

  /** The outermost window that shows a browser, where in it the browser begins, and how many of its pixels one of the browser's is. */
  function placeOf(browser) {
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

  // Firefox's own way to make trusted events, the same in all versions.
  function eventsIn(window) {
    const events = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', events);
    return events;
  }

  /** Resolves once the document has got the event that `act` causes, which travels to another process, or `isMoot`. */
  async function untilHeard(where, type, act, isMoot = () => false) {
    let isHeard = false;
    carry(where, onceHeard, { type }).then(() => {
      isHeard = true;
    });
    await carry(where, answerAtOnce, {});
    act();
    await until(`the ${where} to get the ${type}`, () => isHeard || isMoot(), 5);
  }

  /** Runs `inThere`, which sees nothing but its parameters, in the process of the document. */
  function carry(where, inThere, details) {
    const browser = browserOf(where);
    if (!browser) throw new Error(`There is no ${where}`);
    const name = `inside:${crypto.randomUUID()}`;
    const manager = browser.messageManager;
    const answer = new Promise((done, fail) => {
      answers.set(name, ({ data }) => (data.threw === undefined ? done(data.value) : fail(data.threw)));
      manager.addMessageListener(name, answers.get(name));
    });
    const script = `(${inThere})((answer) => sendAsyncMessage(${JSON.stringify(name)}, answer), ${JSON.stringify(details)})`;
    manager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
    return answer.finally(() => {
      manager.removeMessageListener(name, answers.get(name));
      answers.delete(name);
    });
  }

  function inContent(answer, { expression, needsLibrary, library }) {
    // One sandbox for each document: it has the document's own rights and objects, and keeps the library out of the document's way.
    if (globalThis.sandboxOf?.document !== content.document) {
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      globalThis.sandboxOf = { document: content.document, sandbox, hasLibrary: false };
    }
    const { sandbox, hasLibrary } = globalThis.sandboxOf;
    if (needsLibrary && !hasLibrary) {
      if (!library) return answer({ value: 'library missing' });
      Cu.evalInSandbox(library, sandbox);
      globalThis.sandboxOf.hasLibrary = true;
    }
    sandbox.answer = Cu.exportFunction((value, threw) => answer({ value, threw }), sandbox);
    const refuse = '(error) => tell(undefined, String(error))';
    const code = `((tell) => (async () => JSON.stringify(await ${expression}))().then(tell, ${refuse}))(answer)`;
    try {
      Cu.evalInSandbox(code, sandbox);
    } catch (error) {
      answer({ threw: String(error) });
    }
  }

  function onceHeard(answer, { type }) {
    addEventListener(type, () => answer({}), { once: true, capture: true, mozSystemGroup: true });
  }

  function widthOfContent(answer) {
    answer({ value: content.innerWidth });
  }

  function answerAtOnce(answer) {
    answer({});
  }

  async function until(awaited, look, everyMs = 50) {
    for (const end = Date.now() + 20_000; ; await new Promise((next) => setTimeout(next, everyMs))) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Waited 20 s for ${awaited}`);
    }
  }
})();
