// What stands in place of each value: the same for the same value, and of the same shape, so that checks see what they saw.

import { isSpecExampleUuid, isUuid, UUIDS } from '../text/uuid.ts';
import { type RedactionClass, redactionClasses } from './classes.ts';
import { foldCase } from './fold-case.ts';

export interface Pseudonyms {
  /** Blank texts, and what stands for a value that was not there, are no values. */
  learn(of: RedactionClass, value: string): void;
  /** `undefined`: not learned. */
  find(value: string): string | undefined;
  /** An address that was not learned gets its pseudonym when it is met. */
  email(address: string): string;
  /** All that were learned, in lower case where that is no matter, but UUIDs, which are found by their shape. */
  readonly words: Iterable<readonly [text: string, of: RedactionClass]>;
}

export function createPseudonyms(): Pseudonyms {
  const classes = new Map<string, RedactionClass>();
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<RedactionClass, number>();
  /** That have no pseudonym yet. */
  let learned: (readonly [key: string, of: RedactionClass, value: string])[] = [];

  const give = (key: string, of: RedactionClass, value: string): string => {
    const before = given.get(key);
    if (before !== undefined) return before;
    const shape = shapeOf(of, value);
    let made: string;
    do {
      const count = (counts.get(of) ?? 0) + 1;
      counts.set(of, count);
      made = shape(count);
    } while (taken.has(keyOf(made)));
    given.set(key, made);
    return made;
  };

  /** In the order in which they were learned: of two copies of one log, each says of a person what the other says. */
  const giveAll = () => {
    for (const [key, of, value] of learned) give(key, of, value);
    learned = [];
  };

  return {
    learn(of, value) {
      if (value.trim() === '' || isPlaceholder(value)) return;
      const key = keyOf(value);
      if (classes.has(key) || (of === 'names' && isUuidKey(key))) return;
      classes.set(key, of);
      // What was redacted before stays as it is.
      if (ours.test(value)) {
        given.set(key, value);
        taken.add(key);
      } else learned.push([key, of, value]);
    },
    find(value) {
      giveAll();
      const key = keyOf(value);
      const of = classes.get(key);
      return of && asSpelled(give(key, of, value), value);
    },
    email(address) {
      giveAll();
      return ours.test(address) ? address : give(keyOf(address), 'emails', address);
    },
    get words() {
      return [...classes].filter(([key]) => !isUuidKey(key));
    },
  };
}

/** What is private is so in any case and whatever space is around it, and UUIDs in any notation. */
function keyOf(value: string): string {
  if (value.length >= 32 && value.length <= 64 && isUuid(value)) {
    return value.replace(/[{}\s-]/g, '').toLowerCase();
  }
  return foldCase(value.trim());
}

function isUuidKey(key: string): boolean {
  return /^[0-9a-f]{32}$/.test(key);
}

function shapeOf(of: RedactionClass, value: string): (count: number) => string {
  if (of === 'emails') return (count) => `person${count}@redacted.example`;
  if (of === 'names') return (count) => longAs(value, `Name ${count}`);
  const group = String(redactionClasses.indexOf(of) + 1).padStart(4, '0');
  const digits = (count: number) => String(count).padStart(12, '0');
  if (isUuidKey(keyOf(value))) return (count) => `00000000-${group}-4000-8000-${digits(count)}`;
  // Examples of the specification have ids a digit short.
  if (isSpecExampleUuid(value)) {
    return (count) => `00000000-${group}-4000-800-${digits(count)}`;
  }
  return (count) => `${of === 'tenants' ? 'tenant' : 'id'}-${count}`;
}

/** What was too long stays too long. */
function longAs(value: string, name: string): string {
  return value.length > MAX_SHORT_CHARS ? `${name} `.padEnd(value.length, 'x') : name;
}

const MAX_SHORT_CHARS = 100;

const ours = /^(?:00000000-000[12]-4000-8000?-\d{12}|person\d+@redacted\.example|Name \d+(?: x+)?|tenant-\d+|id-\d+)$/;

/** A UUID is written as the one that it stands for; what space was around a name is left. */
function asSpelled(pseudonym: string, value: string): string {
  if (!isUuidKey(keyOf(value))) return value.replace(value.trim(), () => pseudonym);
  return value.replace(UUIDS, (uuid) => (uuid.includes('-') ? pseudonym : pseudonym.replaceAll('-', '')));
}

/** A variable that held nothing, or a template that was not filled in, tells something and hides nobody. */
function isPlaceholder(value: string): boolean {
  return /^(?:undefined|null|NaN|\[object \w+\]|\{\w*\}|:\w+|\$\{\w*\})$/.test(value);
}
