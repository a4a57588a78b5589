// Asserts that the text of findings can be displayed.

import { expect } from 'vitest';
import type { Finding } from '../core/model/finding.ts';

/** Few and short, no control characters or lone surrogates, every backtick closed, and no `undefined` or `NaN` outside code. */
export function expectRenderable(findings: readonly Finding[]): void {
  expect(findings.length).toBeLessThan(100);
  const texts = findings.flatMap(({ title, observed, expected = '', fix }) => [title, observed, expected, fix]);
  expect(texts.filter((text) => !isShowable(text))).toEqual([]);
}

function isShowable(text: string): boolean {
  return (
    text.length < 1_000 &&
    text.split('`').length % 2 === 1 &&
    !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) &&
    !/NaN|Infinity|undefined|\[object/.test(text.replace(/`[^`]*`/g, ''))
  );
}
