// Keeps CodeMirror's parsing in slices that nobody notices. To be imported before any of CodeMirror, which looks once, when it is loaded.

// Where the browser can tell whether input is pending, CodeMirror parses for up to 100 ms at once and asks after every token, which takes
// as long again; elsewhere it keeps to what the browser has to spare.
Object.defineProperty(navigator, 'scheduling', { value: undefined });
