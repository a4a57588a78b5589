// A small button without a border: an icon or a letter, with an accessible name.

import type { ComponentChildren } from 'preact';

interface ToolButtonProps {
  label: string;
  /** The tooltip, if it differs from the label. */
  title?: string;
  class?: string;
  /** Makes it a toggle button. */
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
