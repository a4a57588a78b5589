// The texts in the source that a person can read: in the panel, in reports and exports, and on the terminal.

import { parseSync } from 'vite';

export interface UiString {
  /** The value of a property or attribute with this name, or a part of it. */
  readonly name: string | undefined;
  /** Without the parts that are computed: each of those is `{…}`. */
  readonly text: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** `name` ends with `.ts` or `.tsx`. */
export function uiStringsIn(name: string, code: string): UiString[] {
  const found: UiString[] = [];
  const lineOf = (at: number) => code.slice(0, at).split('\n').length;
  const add = (owner: string | undefined, text: string, { start }: Node) => {
    const trimmed = text.replace(/\s+/g, ' ').trim();
    if (isReadable(trimmed, owner)) found.push({ name: owner, text: trimmed, line: lineOf(start) });
  };
  const visit = (value: unknown, owner: string | undefined): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, owner);
    if (!isNode(value) || unreadNodes.has(value.type)) return;
    const now = ownName(value) ?? owner;
    if (now !== undefined && unreadNames.test(now)) return;
    if (value.type === 'Literal' && typeof value.value === 'string') add(owner, value.value, value);
    else if (value.type === 'JSXText') add(undefined, String(value.value), value);
    else if (value.type === 'TemplateLiteral') add(owner, templateText(value), value);
    for (const [key, child] of Object.entries(value)) if (key !== 'key' && key !== 'name') visit(child, now);
  };
  visit(parseSync(name, code).program, undefined);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** A property of an object, an attribute of an element, or a constant. */
function ownName({ type, key, name, id }: Node): string | undefined {
  if (type === 'Property') return nameOf(key);
  if (type === 'JSXAttribute') return nameOf(name);
  return type === 'VariableDeclarator' ? nameOf(id) : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  return typeof value.name === 'string' ? value.name : typeof value.value === 'string' ? value.value : undefined;
}

function templateText({ quasis }: Node): string {
  return (quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('{…}');
}

/** Not for people, although it may contain words. */
const unreadNodes = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSLiteralType']);

/** What Xero or a tool writes, what is only matched, and what is styling. */
const unreadNames =
  /^(?:class|style|d|viewBox|type|examples?|mutations|body\w*|\w*[hH]eaders?|includes|says|shows|when|before|after|html|xml|url|docsUrl|path|pattern|words|phrases|english|source)$/;

/** At least two words, or the label of something. */
function isReadable(text: string, owner: string | undefined): boolean {
  if (!/[a-z]{2}/.test(text) || /^(?:https?:|[.#[\]\w-]+$)/.test(text)) return owner === 'title' && /^[A-Z]/.test(text);
  return /[a-z`’'}…] [a-z`({]/i.test(text) && !/^[<([.#]|^\w+\(|=>/.test(text);
}
