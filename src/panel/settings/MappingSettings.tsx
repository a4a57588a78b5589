// Addresses and paths that stand for the API root: typed line by line, each told what is wrong with it; and a field to try one.

import { useEffect, useRef, useState } from 'preact/hooks';
import { splitMappings, validateMapping } from '../../core/mappings/mappings.ts';
import { focusAfterRender } from '../lib/focus.ts';
import type { DialogProps } from '../ui/Dialog.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { MappingTester } from './MappingTester.tsx';

export function MappingSettings({ state, host }: DialogProps) {
  const { text, set } = state.mappings;
  const { drafts } = host.view;
  const [lines, setLines] = useState(() => drafts.mappings?.split('\n') ?? [...splitMappings(text.value), '']);
  // Kept when a line is left, for half of one must not map anything; and whatever is typed when the dialog goes.
  const latest = useRef(lines);
  latest.current = lines;
  const list = useRef<HTMLUListElement>(null);
  const keep = () => set(splitMappings(latest.current.join('\n')).join('\n'));
  useEffect(
    () => () => {
      keep();
      drafts.mappings = undefined;
    },
    [],
  );
  const write = (next: string[]) => {
    latest.current = next;
    drafts.mappings = next.join('\n');
    setLines(next);
  };
  const change = (index: number, line: string) => write(lines.map((each, i) => (i === index ? line : each)));
  const remove = (index: number) => {
    write(lines.filter((_, i) => i !== index));
    keep();
    // To the line that has come up in its place; after the last to the one before.
    focusAfterRender(() => list.current?.children[Math.min(index, lines.length - 2)]?.querySelector('input'));
  };
  return (
    <>
      <p>
        Addresses or paths of your proxy that stand for <code>https://api.xero.com/projects.xro/2.0</code>, such as{' '}
        <code>/api/xero</code>. In force for calls from now on.
      </p>
      <ul class="mappings" aria-label="Mappings" ref={list}>
        {lines.map((line, index) => (
          <li key={index}>
            <Line
              line={line}
              number={index + 1}
              above={lines.slice(0, index)}
              onInput={(next) => change(index, next)}
              onDone={keep}
              onRemove={lines.length > 1 ? () => remove(index) : undefined}
            />
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => write([...lines, ''])}>
        Add a mapping
      </button>
      <MappingTester mappings={lines.join('\n')} drafts={drafts} />
    </>
  );
}

interface LineProps {
  line: string;
  number: number;
  above: readonly string[];
  onInput: (line: string) => void;
  onDone: () => void;
  onRemove: (() => void) | undefined;
}

function Line({ line, number, above, onInput, onDone, onRemove }: LineProps) {
  const typed = line.trim();
  const problem = typed === '' ? undefined : validateMapping(typed, above.map((each) => each.trim()).filter(Boolean));
  const problemId = `mapping-problem-${number}`;
  return (
    <>
      <div class="mapping">
        <input
          type="text"
          aria-label={`Mapping ${number}`}
          aria-invalid={problem?.severity === 'error'}
          aria-describedby={problem && problemId}
          placeholder="/api/xero"
          spellcheck={false}
          value={line}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onChange={onDone}
        />
        {onRemove && (
          <ToolButton label={`Remove mapping ${number}`} title="Remove" onClick={onRemove}>
            <CloseIcon />
          </ToolButton>
        )}
      </div>
      {problem && (
        <p id={problemId} class={problem.severity === 'error' ? 'problem' : 'subtle'} role="status">
          <InlineCode text={problem.says} />
        </p>
      )}
    </>
  );
}
