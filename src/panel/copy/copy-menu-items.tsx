// The copy formats as the items of a menu.

import { type CopyFormat, type CopyResult, copyFormats, renderCopy } from '../../core/copy/copy-formats.ts';
import { knownHosts } from '../../core/copy/known-hosts.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { enabledClasses } from '../../core/redact/classes.ts';
import { runTimeSliced } from '../../core/scheduling/time-slicing.ts';
import { quote } from '../../core/text/quote.ts';
import { errorDetails, errorMessage } from '../lib/error-text.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { type Anchor, Menu, type MenuGroups } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

interface CopyItemsProps {
  exchange: Exchange;
}

export function CopyItemsButton({ exchange }: CopyItemsProps) {
  const state = usePanelState();
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

export function CopyItemsMenu({ exchange, anchor, onClose }: CopyItemsMenuProps) {
  const state = usePanelState();
  return <Menu label="Copy" groups={itemsFor(exchange, state)} anchor={anchor} onClose={onClose} />;
}

function itemsFor(exchange: Exchange, state: PanelState): MenuGroups {
  const formats = copyFormats.map((group) =>
    group.map((copy) => ({
      title: copy.title,
      isDisabled: copy.isAvailable?.(exchange) === false,
      onChoose: () => void copyAs(copy, exchange, state),
    })),
  );
  const { redactsCopies, unredactedClasses } = state;
  return [
    ...formats,
    [
      {
        title: 'Redact IDs and names',
        isOn: redactsCopies.value,
        isDisabled: enabledClasses(unredactedClasses.value).length === 0,
        onChoose: () => {
          redactsCopies.value = !redactsCopies.value;
        },
      },
      { title: 'Redaction settings…', onChoose: () => state.openDialog('export') },
    ],
  ];
}

async function copyAs(copy: CopyFormat, exchange: Exchange, state: PanelState): Promise<void> {
  const { log, traffic, mappings } = state;
  const pages = [...log.navigations, ...(traffic.page ? [traffic.page] : [])].map(({ url }) => url);
  const options = {
    exchange,
    log: [...log.exchanges],
    classes: enabledClasses(state.unredactedClasses.value),
    isRedacted: state.redactsCopies.value,
    nowMs: Date.now(),
    knownHosts: knownHosts([...mappings.list.value, ...pages]),
  };
  try {
    const { text, ...result } = await runTimeSliced(renderCopy(copy, options));
    await state.copyToClipboard(text, successMessage(copy, result));
  } catch (error) {
    console.error(error);
    state.notices.add({
      severity: 'error',
      text: `Couldn’t copy. ${quote(errorMessage(error), 300)}`,
      copyable: errorDetails(error),
    });
  }
}

function successMessage(
  { successMessage }: CopyFormat,
  { isRedacted, lacksSecrets }: Omit<CopyResult, 'text'>,
): string {
  if (isRedacted) return `${successMessage}, redacted.`;
  return lacksSecrets ? `${successMessage} without its secrets.` : `${successMessage}.`;
}
