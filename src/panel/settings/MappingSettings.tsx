// Edits the addresses and paths that stand for the API root, with a problem for each invalid one, and a field to try an address.

import { useEffect, useRef, useState } from 'preact/hooks';
import { trimMappings, validateMapping } from '../../core/mappings/mappings.ts';
import { focusAfterRender } from '../lib/focus.ts';
import { usePanelState } from '../state/state-context.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { MappingTester } from './MappingTester.tsx';

export function MappingSettings() {
  const { drafts, mappings } = usePanelState();
  const [lines, setLines] = useState(() => drafts.mappings?.split('\n') ?? [...trimMappings(mappings.list.value), '']);
  // Saved when an input loses the focus, since half an address must not map anything, and when the dialog closes.
  const latest = useRef(lines);
  latest.current = lines;
  const list = useRef<HTMLUListElement>(null);
  const save = () => mappings.set(trimMappings(latest.current));
  useEffect(
    () => () => {
      save();
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
    save();
    // Focuses the line that took its place, or the new last line.
    focusAfterRender(() => list.current?.children[Math.min(index, lines.length - 2)]?.querySelector('input'));
  };
  return (
    <>
      <p>
        Addresses or paths of your proxy that map to <code>https://api.xero.com/projects.xro/2.0</code>, such as{' '}
        <code>/api/xero</code>. Changes apply to new requests.
      </p>
      <ul class="mappings" aria-label="Mappings" ref={list}>
        {lines.map((line, index) => (
          <li key={index}>
            <Line
              line={line}
              number={index + 1}
              above={lines.slice(0, index)}
              onInput={(next) => change(index, next)}
              onDone={save}
              onRemove={lines.length > 1 ? () => remove(index) : undefined}
            />
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => write([...lines, ''])}>
        Add a mapping
      </button>
      <MappingTester mappings={lines} drafts={drafts} />
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
  const trimmed = line.trim();
  const problem =
    trimmed === '' ? undefined : validateMapping(trimmed, above.map((each) => each.trim()).filter(Boolean));
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
          <InlineCode text={problem.message} />
        </p>
      )}
    </>
  );
}
