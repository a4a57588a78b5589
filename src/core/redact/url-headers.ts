// Headers that contain an absolute or relative URL.

/** `name` is in lower case. */
export function isUrlHeader(name: string): boolean {
  return urlHeaders.test(name);
}

const urlHeaders = /^(?:referer|location|content-location|x-original-ur[il]|x-forwarded-ur[il]|x-rewrite-url)$/;
