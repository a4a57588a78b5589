import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEvaluate, type InspectedWindow } from './evaluate.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const answering = (value: unknown, problem?: unknown): InspectedWindow => ({
  eval: (_, callback) => callback(value, problem),
});

/** A document whose frames are loaded by the test, and evaluate as it says. */
function documentWith(inFrame: InspectedWindow) {
  const frames: { onload?: () => void; src?: string; isRemoved?: boolean }[] = [];
  const document = {
    createElement: () => ({
      contentWindow: { chrome: { devtools: { inspectedWindow: inFrame } } },
      remove(this: { isRemoved?: boolean }) {
        this.isRemoved = true;
      },
    }),
    documentElement: { append: (frame: (typeof frames)[number]) => frames.push(frame) },
  };
  return { frames, document: document as unknown as Document };
}

const evaluated = (evaluate: ReturnType<typeof createEvaluate>) => {
  const values: unknown[] = [];
  evaluate('1', (value) => values.push(value));
  return values;
};

test('evaluates in the page', () => {
  const { document, frames } = documentWith(answering('frame'));
  expect(evaluated(createEvaluate(answering('page'), document))).toEqual(['page']);
  expect(frames).toEqual([]);
});

test('evaluates by a new frame after nothing came back', () => {
  const { document, frames } = documentWith(answering('frame'));
  const evaluate = createEvaluate(answering(undefined), document);
  expect(evaluated(evaluate)).toEqual([undefined]);
  expect(evaluated(evaluate)).toEqual([undefined]);
  expect(frames).toHaveLength(1);
  expect(frames[0]?.src).toBe('/extension/evaluate.html');
  frames[0]?.onload?.();
  expect(evaluated(evaluate)).toEqual(['frame']);
});

test('keeps one frame only', () => {
  const { document, frames } = documentWith(answering(undefined));
  const evaluate = createEvaluate(answering(undefined), document);
  for (let i = 0; i < 3; i++) {
    evaluated(evaluate);
    frames.at(-1)?.onload?.();
  }
  expect(frames.map(({ isRemoved = false }) => isRemoved)).toEqual([true, true, false]);
});

test('needs no frame for a problem that the browser names', () => {
  const { document, frames } = documentWith(answering('frame'));
  expect(evaluated(createEvaluate(answering(undefined, { isError: true }), document))).toEqual([undefined]);
  expect(frames).toEqual([]);
});

test('calls back once, even if the browser never does', () => {
  const callbacks: ((value: unknown, problem: unknown) => void)[] = [];
  const { document } = documentWith(answering('frame'));
  const values = evaluated(createEvaluate({ eval: (_, callback) => callbacks.push(callback) }, document));
  expect(values).toEqual([]);
  vi.advanceTimersByTime(5_000);
  callbacks[0]?.('late', undefined);
  expect(values).toEqual([undefined]);
});
