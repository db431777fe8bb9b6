// Makes an element like another with as few changes as will do, so that what stays is not touched: a selection, a picture.

/** Makes `from` like `to`, and gives the element that stands there then: `from` where it is of the same kind. */
export function morph(from: Element, to: Element): Element {
  if (from.tagName !== to.tagName) {
    from.replaceWith(to);
    return to;
  }
  matchAttributes(from, to);
  const [old, wanted] = [[...from.childNodes], [...to.childNodes]];
  let start = 0;
  while (isSame(old[start], wanted[start])) start++;
  let end = 0;
  while (end < Math.min(old.length, wanted.length) - start && isSame(old.at(-1 - end), wanted.at(-1 - end)))
    end++;
  const [gone, come] = [old.slice(start, old.length - end), wanted.slice(start, wanted.length - end)];
  const behind = old[old.length - end] ?? null;
  come.forEach((node, i) => {
    const before = gone[i];
    if (!before) from.insertBefore(node, behind);
    else if (before instanceof Element && node instanceof Element) morph(before, node);
    else if (before instanceof Text && node instanceof Text) before.data = node.data;
    else before.replaceWith(node);
  });
  for (const node of gone.slice(come.length)) node.remove();
  return from;
}

/** Gives an element the attributes of another. */
export function matchAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes)
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}
