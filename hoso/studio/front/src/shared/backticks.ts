// What the pipeline says: what stands in backticks is code.

export function coded(text: string): (Node | string)[] {
  return text.split(/`([^`\n]+)`/).flatMap((part, place): (Node | string)[] => {
    if (place % 2 === 0) return part ? [part] : [];
    const code = document.createElement("code");
    code.textContent = part;
    return [code];
  });
}
