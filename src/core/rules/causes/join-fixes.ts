// Joins the fixes of several findings into one imperative.

/** Further fixes are only counted, because a table shows them. */
const MAX_FIXES = 3;

/** `Send a name.` and `Send a number.` become `Send a name, and a number.` */
export function joinFixes(fixes: readonly string[]): string {
  const different = [...new Set(fixes)];
  if (different.length > MAX_FIXES) return `Correct the ${different.length} fields in the table.`;
  const objects = different.map((fix) => /^Send (.*)\.$/.exec(fix)?.[1]);
  // A fix of several sentences stays as it is.
  if (different.length < 2 || objects.some((each) => each === undefined || /\. /.test(each)))
    return different.join(' ');
  return `Send ${objects.slice(0, -1).join(', ')}, and ${objects.at(-1)}.`;
}
