// The version of the extension.

export function extensionVersion(): string {
  return chrome.runtime.getManifest().version;
}
