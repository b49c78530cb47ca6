// Completion: the keys that may stand at the cursor, and the values, channels and files that there are.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { send } from "../shared/send";
import { placeAt } from "./place";
import { keysOf, type Schema, schemasAt, valuesOf } from "./schema";

interface Known {
  readonly schema: Schema;
  /** By the keys that lead to them, joined by dots. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

const FRESH_MS = 20_000;

export class Completer {
  private known: Promise<Known>;
  private asked = Date.now();

  constructor(private readonly path: string) {
    this.known = this.ask();
  }

  readonly source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const text = context.state.doc.toString();
    const place = placeAt(text.slice(0, context.pos), text.slice(context.pos));
    if (!place || (!context.explicit && place.partial === "" && place.kind === "key")) return null;
    const { schema, names } = await this.learn();
    const here = schemasAt(schema, place.path);
    const options =
      place.kind === "key" && !(place.item && hasValues(here, names, place.path))
        ? keysOf(here, place.siblings).map(keyOption)
        : values(here, names, place.path).map(valueOption);
    const from = context.pos - place.partial.length;
    return options.length > 0 ? { from, options, validFor: /^["']?[^,:{}[\]#]*$/ } : null;
  };

  /** What is known at once; files come while a script is written, so what is old is asked for again. */
  private learn(): Promise<Known> {
    const before = this.known;
    if (Date.now() - this.asked > FRESH_MS) {
      this.asked = Date.now();
      void this.ask().then(
        (known) => {
          this.known = Promise.resolve(known);
        },
        () => undefined,
      );
    }
    return before.catch(() => {
      this.known = this.ask();
      return this.known;
    });
  }

  private ask(): Promise<Known> {
    const asked = send<Known>(this.path);
    asked.catch(() => undefined); // whoever waits for it is told
    return asked;
  }
}

const values = (here: readonly Schema[], names: Known["names"], path: readonly string[]): readonly string[] =>
  names[path.join(".")] ?? valuesOf(here);

const hasValues = (here: readonly Schema[], names: Known["names"], path: readonly string[]): boolean =>
  values(here, names, path).length > 0;

const keyOption = ({ name, description }: { name: string; description: string }): Completion => ({
  label: name,
  type: "property",
  apply: `${name}: `,
  ...(description ? { info: description } : {}),
});

const valueOption = (value: string): Completion => ({ label: value, type: "constant", apply: quoted(value) });

/** `value` as YAML, inside brackets too: plain where that is safe. */
export const quoted = (value: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}_./-]*$/u.test(value) ? value : JSON.stringify(value);
