// The editor itself: YAML in CodeMirror, in the page's own colours.
import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { nonce } from "../shared/send";
import { say } from "../shared/words";

/** What CodeMirror says itself, by our keys for it. */
const PHRASES: Readonly<Record<string, string>> = {
  Find: "find",
  Replace: "replacement",
  next: "next",
  previous: "previous",
  all: "all",
  "match case": "case",
  "by word": "word",
  regexp: "regexp",
  replace: "replace",
  "replace all": "replace-all",
  close: "close",
  "current match": "current",
  "on line": "on-line",
  "replaced $ matches": "replaced",
  "replaced match on line $": "replaced-on-line",
  "Go to line": "go-to-line",
  go: "go",
  Completions: "completions",
  Diagnostics: "problems",
  "No diagnostics": "no-problems",
  "$ unchanged lines": "unchanged",
};

const phrases = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(PHRASES).map(([phrase, key]) => [phrase, say(`messages-script-phrase-${key}`)]),
  );

/** What every view of a YAML text has. */
export const looks = (): Extension => [
  EditorState.phrases.of(phrases()),
  EditorView.cspNonce.of(nonce()),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  lineNumbers(),
  highlightSpecialChars(),
  drawSelection(),
  syntaxHighlighting(classHighlighter),
  yaml(),
];

/** What one has who may write. */
export const hands = (complete: CompletionSource): Extension => [
  history(),
  indentUnit.of("  "),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  autocompletion({ override: [complete] }),
  lintGutter(),
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...completionKeymap,
    ...lintKeymap,
    indentWithTab,
  ]),
];

/** What one has who may only read. */
export const eyes = (): Extension => [
  EditorState.readOnly.of(true),
  lintGutter(),
  keymap.of([...defaultKeymap, ...searchKeymap, ...lintKeymap]),
];

export function editor(parent: HTMLElement, text: string, extensions: Extension): EditorView {
  const named = EditorView.contentAttributes.of({
    "aria-label": say("messages-script-editor"),
    spellcheck: "false",
  });
  return new EditorView({ parent, doc: text, extensions: [looks(), named, extensions] });
}

/** Put `text` in place of the document, as one change of what differs, so that the cursor stays. */
export function replace(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  let begin = 0;
  while (begin < old.length && begin < text.length && old[begin] === text[begin]) begin++;
  let end = 0;
  while (end < Math.min(old.length, text.length) - begin && old.at(-1 - end) === text.at(-1 - end)) end++;
  view.dispatch({
    changes: { from: begin, to: old.length - end, insert: text.slice(begin, text.length - end) },
  });
}
