// Pseudonyms for private values: equal for equal values, and of the same shape, so that checks have the same results.

import { isSpecExampleUuid, isUuid, UUIDS } from '../text/uuid.ts';
import { type RedactionClass, redactionClasses } from './classes.ts';
import { foldCase } from './fold-case.ts';

export interface Pseudonyms {
  /** Ignores blank text and placeholders for missing values. */
  learn(redactionClass: RedactionClass, value: string): void;
  /** `undefined` if the value was not learned. */
  find(value: string): string | undefined;
  /** Also assigns a pseudonym to an email address that was not learned. */
  email(address: string): string;
  /** The class of a pseudonym that replaces a learned value, with or without its padding. */
  classOf(pseudonym: string): RedactionClass | undefined;
  /** All learned values in lower case, except UUIDs, which are found by their shape. */
  readonly words: Iterable<readonly [text: string, redactionClass: RedactionClass]>;
}

/** Never replaces the values of `real`. */
export function createPseudonyms(real: readonly string[] = []): Pseudonyms {
  const realKeys = new Set(real.map(normalizeValue));
  const classes = new Map<string, RedactionClass>();
  const assigned = new Map<string, string>();
  const inUse = new Map<string, RedactionClass>();
  const counts = new Map<RedactionClass, number>();
  /** Values without a pseudonym yet. */
  let pending: (readonly [key: string, redactionClass: RedactionClass, value: string])[] = [];

  const assign = (key: string, redactionClass: RedactionClass, value: string): string => {
    const existing = assigned.get(key);
    if (existing !== undefined) return existing;
    const shape = pseudonymShape(redactionClass, value);
    let pseudonym: string;
    do {
      const count = (counts.get(redactionClass) ?? 0) + 1;
      counts.set(redactionClass, count);
      pseudonym = shape(count);
    } while (inUse.has(withoutPadding(pseudonym)));
    assigned.set(key, pseudonym);
    inUse.set(withoutPadding(pseudonym), redactionClass);
    return pseudonym;
  };

  /** Assigned in the order of learning, so that two copies of one log use the same pseudonyms. */
  const assignPending = () => {
    for (const [key, redactionClass, value] of pending) assign(key, redactionClass, value);
    pending = [];
  };

  return {
    learn(redactionClass, value) {
      if (value.trim() === '' || isPlaceholder(value)) return;
      const key = normalizeValue(value);
      if (realKeys.has(key) || classes.has(key) || (redactionClass === 'names' && isUuidKey(key))) return;
      classes.set(key, redactionClass);
      // Pseudonyms from an earlier redaction stay as they are.
      if (pseudonymPattern.test(value)) {
        assigned.set(key, value);
        inUse.set(withoutPadding(value), redactionClass);
      } else pending.push([key, redactionClass, value]);
    },
    find(value) {
      assignPending();
      const key = normalizeValue(value);
      const redactionClass = classes.get(key);
      return redactionClass && matchNotation(assign(key, redactionClass, value), value);
    },
    email(address) {
      assignPending();
      return pseudonymPattern.test(address) ? address : assign(normalizeValue(address), 'emails', address);
    },
    classOf(pseudonym) {
      assignPending();
      return inUse.get(withoutPadding(pseudonym));
    },
    get words() {
      return [...classes].filter(([key]) => !isUuidKey(key));
    },
  };
}

/** Ignores case, surrounding space, and the notation of UUIDs. */
function normalizeValue(value: string): string {
  if (value.length >= 32 && value.length <= 64 && isUuid(value)) {
    return value.replace(/[{}\s-]/g, '').toLowerCase();
  }
  return foldCase(value.trim());
}

function isUuidKey(key: string): boolean {
  return /^[0-9a-f]{32}$/.test(key);
}

function pseudonymShape(redactionClass: RedactionClass, value: string): (count: number) => string {
  if (redactionClass === 'emails') return (count) => `person${count}@redacted.example`;
  if (redactionClass === 'names') return (count) => padToLength(value, `Name ${count}`);
  const group = String(redactionClasses.indexOf(redactionClass) + 1).padStart(4, '0');
  const digits = (count: number) => String(count).padStart(12, '0');
  if (isUuidKey(normalizeValue(value))) return (count) => `00000000-${group}-4000-8000-${digits(count)}`;
  // Some ids in the specification's examples lack a digit.
  if (isSpecExampleUuid(value)) {
    return (count) => `00000000-${group}-4000-800-${digits(count)}`;
  }
  return (count) => `${redactionClass === 'tenants' ? 'tenant' : 'id'}-${count}`;
}

/** Preserves the length of a value that is too long for the API. */
function padToLength(value: string, name: string): string {
  return value.length > MAX_SHORT_CHARS ? `${name} `.padEnd(value.length, 'x') : name;
}

const MAX_SHORT_CHARS = 100;

function withoutPadding(pseudonym: string): string {
  return normalizeValue(pseudonym.replace(/ x+$/, ''));
}

const pseudonymPattern =
  /^(?:00000000-000[12]-4000-8000?-\d{12}|person\d+@redacted\.example|Name \d+(?: x+)?|tenant-\d+|id-\d+)$/;

/** Keeps the notation of a UUID, and the space around any other value. */
function matchNotation(pseudonym: string, value: string): string {
  if (!isUuidKey(normalizeValue(value))) return value.replace(value.trim(), () => pseudonym);
  return value.replace(UUIDS, (uuid) => (uuid.includes('-') ? pseudonym : pseudonym.replaceAll('-', '')));
}

/** An undefined variable or an unfilled template is useful to see and identifies nobody. */
function isPlaceholder(value: string): boolean {
  return /^(?:undefined|null|NaN|\[object \w+\]|\{\w*\}|:\w+|\$\{\w*\})$/.test(value);
}
