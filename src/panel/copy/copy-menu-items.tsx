// What of an exchange can be copied, as the items of a menu: of a button, and of the row that it is opened on.

import { type Copy, copied, copies } from '../../core/copy/copy-formats.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { classesWithout } from '../../core/redact/classes.ts';
import { inBackground } from '../../core/scheduling/run-in-background.ts';
import type { PanelState } from '../state/panel-state.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { type Anchor, Menu, type MenuGroups } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { putOnClipboard } from './copy-to-clipboard.ts';

interface CopyItemsProps {
  exchange: Exchange;
  state: PanelState;
}

export function CopyItemsButton({ exchange, state }: CopyItemsProps) {
  return (
    <MenuButton label="Copy" title="Copy" groups={itemsFor(exchange, state)}>
      <CopyIcon />
    </MenuButton>
  );
}

interface CopyItemsMenuProps extends CopyItemsProps {
  anchor: Anchor;
  onClose: (isDone: boolean) => void;
}

export function CopyItemsMenu({ exchange, state, anchor, onClose }: CopyItemsMenuProps) {
  return <Menu label="Copy" groups={itemsFor(exchange, state)} anchor={anchor} onClose={onClose} />;
}

function itemsFor(exchange: Exchange, state: PanelState): MenuGroups {
  const ways = copies.map((group) =>
    group.map((copy) => ({
      title: copy.title,
      isDisabled: copy.isThere?.(exchange) === false,
      onChoose: () => void carryOut(copy, exchange, state),
    })),
  );
  return [...ways, [{ title: 'What is taken out…', onChoose: () => state.openDialog('export') }]];
}

async function carryOut(copy: Copy, exchange: Exchange, state: PanelState): Promise<void> {
  const wish = {
    exchange,
    log: [...state.log.exchanges],
    classes: classesWithout(state.unredacted.value),
    nowMs: Date.now(),
  };
  try {
    const { text, isRedacted } = await inBackground(copied(copy, wish));
    await putOnClipboard(state, text, isRedacted ? `${copy.done}, redacted.` : `${copy.done}.`);
  } catch (error) {
    console.error(error);
    state.notices.add({ text: 'Not copied: the text could not be made. The console says why.' });
  }
}
