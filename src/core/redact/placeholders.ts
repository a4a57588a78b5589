// Says which values of a redacted text are placeholders.

import { quote } from '../text/quote.ts';
import { type RedactionClass, redactionClasses } from './classes.ts';
import type { Pseudonyms } from './pseudonyms.ts';

export interface Placeholder {
  readonly redactionClass: RedactionClass;
  /** Decoded and without its padding, in the notation of the redacted text. */
  readonly text: string;
}

/** Finds each placeholder once, by class and in the order of the text. */
export function findPlaceholders(text: string, pseudonyms: Pick<Pseudonyms, 'classOf'>): readonly Placeholder[] {
  const found = new Map<string, RedactionClass>();
  for (const [each] of text.matchAll(candidates)) {
    const plain = each.replace(/%20|\+/, ' ').replace(/%40/, '@');
    const redactionClass = found.has(plain) ? undefined : pseudonyms.classOf(plain);
    if (redactionClass !== undefined) found.set(plain, redactionClass);
  }
  return redactionClasses.flatMap((redactionClass) =>
    [...found].flatMap(([plain, placeholderClass]) =>
      placeholderClass === redactionClass ? [{ redactionClass, text: plain }] : [],
    ),
  );
}

/** As `createPseudonyms` writes them, also in a URL. */
const candidates =
  /\b0{8}-?000[12]-?4000-?8000?-?\d{12}\b|\bperson\d{1,9}(?:@|%40)redacted\.example\b|\bName(?: |%20|\+)\d{1,9}\b|\b(?:tenant|id)-\d{1,9}\b/g;

/** `Name 1`, `Name 2` (names) …, for a sentence in Markdown or in the panel. */
export function describePlaceholders(placeholders: readonly Placeholder[]): string {
  return redactionClasses
    .flatMap((redactionClass) => {
      const texts = placeholders
        .filter((each) => each.redactionClass === redactionClass)
        .map(({ text }) => quote(text, 60));
      const more = texts.length - MAX_LISTED;
      if (texts.length === 0) return [];
      return [
        `${texts.slice(0, MAX_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''} (${labels[redactionClass]})`,
      ];
    })
    .join(', ');
}

const MAX_LISTED = 6;

const labels: Readonly<Record<RedactionClass, string>> = {
  tenants: 'tenant IDs',
  ids: 'other IDs',
  names: 'names and descriptions',
  emails: 'email addresses',
};

/** The placeholders that a file may contain, by their form: `classes` are redacted in it. */
export function describeRedaction(classes: readonly RedactionClass[]): string {
  const always = 'Access tokens, cookies and passwords are left out.';
  if (classes.length === 0) return always;
  return `${always} Placeholders: ${classes.map((redactionClass) => forms[redactionClass]).join(', ')}. Equal values have equal placeholders.`;
}

const forms: Readonly<Record<RedactionClass, string>> = {
  tenants: '00000000-0001-… for tenants',
  ids: '00000000-0002-… for other IDs',
  names: 'Name 1, Name 2 … for names and descriptions',
  emails: 'person1@redacted.example … for email addresses',
};
