// What a test or a script may do with a real browser, its real DevTools and our panel in them: the same for both browsers.

/** A browser with one page, DevTools open on it, and our panel. Get one from `launchChromium` or `launchFirefox`. */
export interface InspectedBrowser {
  readonly name: BrowserName;
  readonly version: string;
  /** The page that DevTools inspect. */
  readonly page: InspectedPage;
  /** Our panel. Using it before `openPanel` has been called is an error. */
  readonly panel: Page<Document>;
  /** The folder that downloads go into without a question; deleted with the profile. */
  readonly downloads: string;
  /** Selects our panel's tab and waits for its document. Safe to call again. */
  openPanel(): Promise<void>;
  /** Writes a PNG of the window that DevTools are in. */
  screenshot(path: string): Promise<void>;
  /** What the Network panel exports as HAR; `sanitized`: as Chromium does it where one asks for no sensitive data. */
  har(sanitized?: boolean): Promise<string>;
  /** Changes DevTools' own theme while they are open. */
  setTheme(theme: Theme): Promise<void>;
  /** What people may ask their system for. */
  setAccessibilityPrefs(comfort: AccessibilityPrefs): Promise<void>;
  /** Sets the outer size, in CSS pixels, of the window that DevTools are in; returns once DevTools have that width. */
  resize(width: number, height: number): Promise<void>;
  /** Sets the zoom of DevTools, as their own keys do, to 1 or 2; returns once the panel has it. */
  zoom(factor: 1 | 2): Promise<void>;
  /** Moves DevTools to another place. Firefox only: it destroys and rebuilds the panel's document. */
  redock?(dock: Dock | 'right'): Promise<void>;
  /** Closes DevTools and opens them and our panel anew. Firefox only. */
  reopen?(): Promise<void>;
  /** Ends the browser and deletes its profile. */
  close(): Promise<void>;
  /** Settles when the browser has gone, whoever closed it. */
  readonly closed: Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';
export type Theme = 'light' | 'dark';

interface AccessibilityPrefs {
  /** Colours of their own choice for everything. */
  readonly forcedColors: boolean;
  readonly reducedMotion: boolean;
}

/** `window`: DevTools in a window of their own. `bottom`: below the page, in its window. */
type Dock = 'window' | 'bottom';

export interface LaunchOptions {
  /** Folder of the built extension. Without one, DevTools open as they are, for measuring. */
  extension?: string;
  /** Port of the local Xero on 127.0.0.1, which the browser then reaches as https://api.xero.com. */
  httpsPort?: number;
  /** Default true. */
  headless?: boolean;
  /** Default light. */
  theme?: Theme;
  /** Default window. */
  dock?: Dock;
  /** CSS pixels of the window that DevTools are in. Default 1440 by 1000. */
  width?: number;
  height?: number;
  /** Default true where there is an extension. */
  openPanel?: boolean;
  /** Path of the browser's program. Default: the first that `findBrowser` finds. */
  executable?: string;
  /** What the page shows at first. Default about:blank. */
  url?: string;
}

export type Launch = (options?: LaunchOptions) => Promise<InspectedBrowser>;

/** Elements of a document, found anew at each use. All but `count` wait up to ten seconds for exactly one element. */
export interface Locator {
  /** By ARIA role and accessible name: part of it in any case, or all of it with `exact`. Hidden elements do not count. */
  getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): Locator;
  /** The innermost elements whose text contains `text`, in any case. */
  getByText(text: string | RegExp): Locator;
  /** By CSS selector, for the data attributes that are part of the panel's interface. */
  locate(selector: string): Locator;
  /** From 0; -1 is the last. */
  nth(index: number): Locator;
  /** How many there are now, without waiting. */
  count(): Promise<number>;
  waitFor(): Promise<void>;
  /** As it is rendered (`innerText`). */
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  /** What a field holds. */
  value(): Promise<string>;
  /** A real click of the mouse in the middle of the element, scrolled into view. */
  click(): Promise<void>;
  doubleClick(): Promise<void>;
  /** Presses the mouse in the middle of the element, moves it by so many CSS pixels and lets go. */
  drag(x: number, y: number): Promise<void>;
  /** Replaces what a field holds. */
  fill(text: string): Promise<void>;
  /** Chooses a file in an `<input type="file">`, hidden or not. */
  chooseFile(name: string, text: string): Promise<void>;
}

/** A whole document. `S` is what its functions are handed first. */
export interface Page<S> extends Locator {
  /** Runs `run` there. It sees nothing but its parameters; what goes in and comes out is JSON. */
  evaluate<R, A = undefined>(run: (subject: S, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Real key events to the element that has focus, in Playwright's names: `a`, `ArrowDown`, `Shift+Tab`, `Control+F`. */
  press(key: string): Promise<void>;
}

export interface InspectedPage extends Page<Window> {
  /** Returns when the document has loaded. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
}

/** Title of our panel's tab, and how the address of its document ends. */
export const PANEL = { title: 'Xero Projects', file: '/panel.html' };
