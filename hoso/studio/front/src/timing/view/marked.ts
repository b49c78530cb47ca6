// Text as it is seen: `<b>` is bold, a line break is one. Nothing else in it is markup.

export function marked(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let bold = false;
  for (const part of text.split(/(<\/?b>)/i)) {
    if (/^<b>$/i.test(part)) bold = true;
    else if (/^<\/b>$/i.test(part)) bold = false;
    else if (part && bold) {
      const strong = document.createElement("b");
      strong.textContent = part;
      nodes.push(strong);
    } else if (part) nodes.push(part);
  }
  return nodes;
}
