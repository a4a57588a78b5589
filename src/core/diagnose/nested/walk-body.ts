// Collects the objects and the sentences of a body, also from JSON inside strings and from headers printed as text.

import { requestFields, upstreamFields } from '../../../catalogue/nested-responses/status-fields.ts';
import { parseEmbeddedJson } from './embedded-json.ts';
import { plainKey } from './plain-key.ts';

export interface BodyParts {
  readonly objects: readonly FoundObject[];
  readonly sentences: readonly Sentence[];
  /** What the back end sent, if its error contains that. */
  readonly requests: readonly object[];
}

export interface FoundObject {
  readonly object: object;
  readonly depth: number;
  /** It is in a field with what an upstream responded. */
  readonly isUpstream: boolean;
}

export interface Sentence {
  readonly text: string;
  readonly depth: number;
}

const MAX_DEPTH = 10;
const MAX_VISITED = 400;
const MAX_CHILDREN = 50;
const MAX_SENTENCE_CHARS = 8_192;
/** Characters of all sentences: each is matched against every wording. */
const MAX_TOTAL_CHARS = 65_536;

interface Item {
  readonly value: unknown;
  readonly key: string;
  readonly depth: number;
  readonly isUpstream: boolean;
}

/** Level by level. `isFailure`: a success contains lists and users' texts, which say nothing about a status. */
export function walkBody(value: unknown, isFailure: boolean): BodyParts {
  const objects: FoundObject[] = [];
  const sentences: Sentence[] = [];
  const requests: object[] = [];
  let chars = 0;
  let level: Item[] = [{ value, key: '', depth: 0, isUpstream: false }];
  for (let visited = 0; level.length > 0 && visited < MAX_VISITED; ) {
    const next: Item[] = [];
    for (const { value: found, key, depth, isUpstream } of level) {
      visited++;
      if (typeof found === 'string') {
        if (chars <= MAX_TOTAL_CHARS && (key === '' || saysSomething(key)))
          sentences.push({ text: found.slice(0, MAX_SENTENCE_CHARS), depth });
        chars += found.length;
        if (chars > MAX_TOTAL_CHARS) continue;
        const inside = parseEmbeddedJson(found);
        if (inside !== undefined) next.push({ value: inside, key, depth: depth + 1, isUpstream });
        continue;
      }
      if (typeof found !== 'object' || found === null) continue;
      if (!Array.isArray(found)) {
        if (isXeroEntity(found)) continue;
        objects.push({ object: found, depth, isUpstream });
      } else if (!isFailure && !/err/i.test(key)) continue;
      if (depth >= MAX_DEPTH) continue;
      for (const [name, child] of Object.entries(found).slice(0, MAX_CHILDREN)) {
        const plain = plainKey(name);
        if (requestFields.has(plain)) {
          if (typeof child === 'object' && child !== null) requests.push(child);
          continue;
        }
        next.push({
          value: child,
          key: Array.isArray(found) ? key : name,
          depth: depth + 1,
          isUpstream: isUpstream || upstreamFields.has(plain),
        });
      }
    }
    level = next;
  }
  return { objects, sentences, requests };
}

/** Names of fields with text about a failure. Texts of users, such as a description, have others. */
function saysSomething(name: string): boolean {
  return name.toLowerCase() !== 'description' && (partOfName.test(name) || wholeName.test(name));
}

const partOfName =
  /err|message|msg|detail|reason|cause|exception|fault|fail|stack|trace|response|body|upstream|problem|title|inner|text/i;
const wholeName = /^(?:data|content|status|info|result|output|debug|0)$/i;

/** A project, a task, a time entry, or a list of them. */
function isXeroEntity(object: object): boolean {
  return Object.keys(object).some((key) => /^(?:projectId|taskId|timeEntryId|pagination)$/i.test(key));
}
