// A small button without a frame: a picture, or a letter or two, that has a name.

import type { ComponentChildren } from 'preact';

interface ToolButtonProps {
  label: string;
  /** The tool tip, where the name does not say all. */
  title?: string;
  class?: string;
  /** Where given, it is one that is pressed or not. */
  isPressed?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function ToolButton({
  label,
  title = label,
  class: own,
  isPressed,
  isDisabled,
  onClick,
  children,
}: ToolButtonProps) {
  return (
    <button
      type="button"
      class={own ? `tool ${own}` : 'tool'}
      aria-label={label}
      aria-pressed={isPressed}
      title={title}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
