// The words that the server put on the page, in the reader's language.

type Words = Readonly<Record<string, string>>;

const read = (id: string): Words => JSON.parse(document.getElementById(id)?.textContent ?? "{}") as Words;

let words: Words | undefined;

/** The words behind `key`, with `{$name}` in them replaced by `values.name`; the key itself where there are none. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  words ??= { ...read("shared-words"), ...read("words") };
  const text = words[key] ?? key;
  return text.replace(/\{\s*\$([a-z][\w-]*)\s*\}/gi, (whole, name: string) => String(values[name] ?? whole));
}
