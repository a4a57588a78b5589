// Keeps CodeMirror's parsing in short tasks. Import it before CodeMirror, which checks for the API when it is loaded.

// With `isInputPending`, CodeMirror parses for up to 100 ms at a time and checks for input after every token, which takes as long again;
// without it, CodeMirror uses the browser's idle time.
Object.defineProperty(navigator, 'scheduling', { value: undefined });
