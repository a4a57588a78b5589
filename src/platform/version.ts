// Which version of the extension this is.

export function extensionVersion(): string {
  return chrome.runtime.getManifest().version;
}
