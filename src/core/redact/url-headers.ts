// Which headers hold an address, whole or from its path on.

/** `name` is in lower case. */
export function isUrlHeader(name: string): boolean {
  return addresses.test(name);
}

const addresses = /^(?:referer|location|content-location|x-original-ur[il]|x-forwarded-ur[il]|x-rewrite-url)$/;
