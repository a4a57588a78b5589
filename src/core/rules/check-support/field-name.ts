// Names a field in a sentence.

import { fromPointer } from '../../text/json-pointer.ts';
import { quote } from '../../text/quote.ts';

/** `/rate/value` is `rate.value`, in backticks. */
export function fieldName(pointer: string): string {
  return quote(fromPointer(pointer).join('.'), 60);
}

/** Without the item of a list that it was found in: `/items/0/estimate` is `estimate`. */
export function fieldNameInItem(pointer: string): string {
  return fieldName(pointer.replace(/^\/items\/\d+(?=\/)/, ''));
}
