// Searches the reference: entries must contain all words; matching names rank first.

import { cachePerObject } from '../model/cache-per-object.ts';
import type { EntrySection, ReferenceEntry } from './entry.ts';

/** Entries that contain all words of `query`, ignoring case, best first; all entries if there are no words. */
export function searchReference(entries: readonly ReferenceEntry[], query: string): readonly ReferenceEntry[] {
  const words = tokenize(query);
  if (words.length === 0) return entries;
  const phrase = words.join(' ');
  return entries
    .filter((entry) => words.every((word) => textOf(entry).includes(word)))
    .map((entry) => ({ entry, rank: rankOf(entry, words, phrase) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** The words of a query, in lower case. */
export function tokenize(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** 0 is best. */
function rankOf(entry: ReferenceEntry, words: readonly string[], phrase: string): number {
  const title = entry.title.toLowerCase();
  const tests = [
    () => hasName(entry.aliases, phrase) || entry.id.toLowerCase() === phrase,
    () => title.startsWith(phrase),
    () => hasName(entry.keywords, phrase),
    () => hasName(entry.extraKeywords, phrase),
    () => words.every((word) => title.includes(word)),
    () => words.every((word) => entry.summary.toLowerCase().includes(word)),
  ];
  const rank = tests.findIndex((test) => test());
  return rank === -1 ? tests.length : rank;
}

function hasName(names: readonly string[], phrase: string): boolean {
  return names.some((name) => name.toLowerCase() === phrase);
}

/** The searchable text of an entry in lower case. */
const textOf = cachePerObject((entry: ReferenceEntry): string => {
  const { id, title, tag = '', summary, aliases, keywords, extraKeywords, parts } = entry;
  const text = [id, title, tag, summary, ...aliases, ...keywords, ...extraKeywords, ...parts.flatMap(textsIn)].join(
    '\n',
  );
  return text.toLowerCase().replaceAll('`', '');
});

/** Excludes links: a search should find an entry, not everything that links to it. */
function textsIn(part: EntrySection): string[] {
  switch (part.kind) {
    case 'words':
      return [part.text];
    case 'facts':
      return part.facts.flatMap(({ term, text = [] }) => [term, ...text]);
    case 'fields':
      return part.fields.flatMap(({ row, limits }) => [
        row.name,
        row.type,
        row.meaning,
        row.rule,
        ...limits,
        ...(row.values ?? []),
        ...(row.differences ?? []).flatMap(({ specification, live }) => [specification, live]),
      ]);
    case 'differences':
      return part.differences.flatMap(({ specification, live }) => [specification, live]);
    case 'retry':
      return [part.rule.advice];
    case 'example':
      return [...part.lines, part.body];
    case 'links':
      return [];
  }
}
