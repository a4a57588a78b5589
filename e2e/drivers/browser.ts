// The browser interface that tests and scripts use: a real browser with its DevTools and our panel, the same for Chromium and Firefox.

/** A browser with one page, DevTools open on it, and our panel. Get one from `launchChromium` or `launchFirefox`. */
export interface InspectedBrowser {
  readonly name: BrowserName;
  readonly version: string;
  /** The inspected page. */
  readonly page: InspectedPage;
  /** Our panel. Throws before `openPanel` has been called. */
  readonly panel: Page<Document>;
  /** The folder that downloads are saved to without a prompt; deleted with the profile. */
  readonly downloads: string;
  /** Selects our panel's tab and waits for its document. Idempotent. */
  openPanel(): Promise<void>;
  /** Writes a PNG of the window that contains DevTools. */
  screenshot(path: string): Promise<void>;
  /** The Network panel's HAR export. `sanitized`: Chromium's export without sensitive data. */
  har(sanitized?: boolean): Promise<string>;
  /** Changes the theme of the open DevTools. */
  setTheme(theme: Theme): Promise<void>;
  /** Emulates accessibility settings of the operating system. */
  setAccessibilityPrefs(prefs: AccessibilityPrefs): Promise<void>;
  /** Sets the outer size, in CSS pixels, of the window that contains DevTools. Resolves when DevTools have that width. */
  resize(width: number, height: number): Promise<void>;
  /** Sets the zoom of DevTools, like their shortcuts. Resolves when the panel has it. */
  zoom(factor: 1 | 2): Promise<void>;
  /** Moves the dock. Firefox destroys and rebuilds the panel's document. */
  redock(dock: Dock | 'right'): Promise<void>;
  /** Closes DevTools, then opens them and our panel again. */
  reopen(): Promise<void>;
  /** Reloads the extension, then opens our panel again. Firefox only: Chromium closes DevTools, and later ones lack the extension. */
  reloadExtension?(): Promise<void>;
  /** Bytes that the extension takes after a garbage collection: its heap in Chromium, its process in Firefox. */
  memory(): Promise<number>;
  /** Sets the filter of the built-in Network panel, and whether it records, then selects our panel. Firefox only. */
  setNetworkPanel?(state: { filter: string; isRecording: boolean }): Promise<void>;
  /** Closes the browser and deletes its profile. */
  close(): Promise<void>;
  /** Resolves when the browser has exited, for whatever reason. */
  readonly closed: Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';
export type Theme = 'light' | 'dark';

interface AccessibilityPrefs {
  /** Replaces all colours with the user's. */
  readonly forcedColors: boolean;
  readonly reducedMotion: boolean;
}

/** `window`: DevTools in a separate window. `bottom`: below the page in the same window. */
type Dock = 'window' | 'bottom';

export interface LaunchOptions {
  /** Folder of the built extension. Without it, DevTools open without an extension, as a baseline for benchmarks. */
  extension?: string;
  /** Port of the fake Xero on 127.0.0.1, to which the browser sends requests for https://api.xero.com. */
  httpsPort?: number;
  /** Default true. */
  headless?: boolean;
  /** Default light. */
  theme?: Theme;
  /** Default window. */
  dock?: Dock;
  /** Size of the window that contains DevTools, in CSS pixels. Default 1440 by 1000. */
  width?: number;
  height?: number;
  /** Default: true if there is an extension. */
  openPanel?: boolean;
  /** Path of the browser's executable. Default: the result of `findBrowser`. */
  executable?: string;
  /** Makes the extension's storage unreadable: a file is where its folder belongs. */
  brokenStorage?: boolean;
  /** Initial URL of the page. Default about:blank. */
  url?: string;
}

export type Launch = (options?: LaunchOptions) => Promise<InspectedBrowser>;

/** Elements of a document, located again at each use. All methods but `count` wait up to ten seconds for exactly one element. */
export interface Locator {
  /** By ARIA role and accessible name: a case-insensitive substring, or the whole name with `exact`. Excludes hidden elements. */
  getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): Locator;
  /** The innermost elements whose text contains `text`, case-insensitively. */
  getByText(text: string | RegExp): Locator;
  /** By CSS selector, for the data attributes that are part of the panel's contract. */
  locate(selector: string): Locator;
  /** Zero-based; -1 is the last. */
  nth(index: number): Locator;
  /** The current number of elements, without waiting. */
  count(): Promise<number>;
  waitFor(): Promise<void>;
  /** The rendered text (`innerText`). */
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  /** The value of an input. */
  value(): Promise<string>;
  /** A real mouse click in the middle of the element, after scrolling it into view. */
  click(): Promise<void>;
  doubleClick(): Promise<void>;
  /** Drags from the middle of the element by `x` and `y` CSS pixels. */
  drag(x: number, y: number): Promise<void>;
  /** Replaces the value of an input. */
  fill(text: string): Promise<void>;
  /** Chooses a file in an `<input type="file">`, hidden or not. */
  chooseFile(name: string, text: string): Promise<void>;
}

/** A document. `S` is the first argument of the functions that it evaluates. */
export interface Page<S> extends Locator {
  /** Runs `run` in the document. It can't use its closure; the argument and the result are JSON. */
  evaluate<R, A = undefined>(run: (subject: S, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Sends real key events to the focused element. Playwright's key names: `a`, `ArrowDown`, `Shift+Tab`, `Control+F`. */
  press(key: string): Promise<void>;
}

export interface InspectedPage extends Page<Window> {
  /** Resolves when the document has loaded. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
}

/** Title of our panel's tab, and the end of its document's URL. */
export const PANEL = { title: 'Xero Projects', file: '/panel.html' };
