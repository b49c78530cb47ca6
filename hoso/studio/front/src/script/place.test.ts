import { describe, expect, it } from "vitest";
import { type Place, placeAt } from "./place";

/** The place at the `^` in `text`. */
function at(text: string): Place | null {
  const [before = "", after = ""] = text.split("^");
  return placeAt(before, after);
}

const brief = (text: string): string => {
  const place = at(text);
  return place === null ? "none" : `${place.kind} ${place.path.join(".")} '${place.partial}'`;
};

describe("the place in a script", () => {
  it("is known in blocks", () => {
    expect(brief("ti^")).toBe("key  'ti'");
    expect(brief("title:\n  k^")).toBe("key title 'k'");
    expect(brief("voice:\n  engine: g^")).toBe("value voice.engine 'g'");
    expect(brief("title: {ko: a}\nscenes:\n  - card: title\n    s^")).toBe("key scenes 's'");
    expect(brief("scenes:\n  - card: title\n  - f^")).toBe("key scenes 'f'");
    expect(brief("scenes:\n  - footage: a.mp4\n    transition:\n      kind: f^")).toBe(
      "value scenes.transition.kind 'f'",
    );
    expect(brief("scenes:\n  - card: t\n    say:\n      - ko: a\n        p^")).toBe("key scenes.say 'p'");
    expect(brief("scenes:\n- card: title\n- f^")).toBe("key scenes 'f'");
    expect(brief("voice:\n  engine: g\n^")).toBe("key  ''");
    expect(brief("channels:\n  - tele^")).toBe("key channels 'tele'");
    expect(at("channels:\n  - tele^")?.item).toBe(true);
  });

  it("is known in brackets", () => {
    expect(brief("title: {k^")).toBe("key title 'k'");
    expect(brief("title: {ko: 말, r^}")).toBe("key title 'r'");
    expect(brief("voice: {engine: g^}")).toBe("value voice.engine 'g'");
    expect(brief("channels: [telegram, y^]")).toBe("value channels 'y'");
    expect(brief("editions:\n  - {voice: ko, s^}")).toBe("key editions 's'");
    expect(brief('music: {file: "겨울 1^')).toBe(`value music.file '"겨울 1'`);
    expect(brief("scenes:\n  - card: t\n    say:\n      - {ko: 말, speaker: {k^")).toBe(
      "key scenes.say.speaker 'k'",
    );
    expect(brief("editions: [\n  {voice: ko,\n   sub^")).toBe("key editions 'sub'");
  });

  it("is none in comments and in text", () => {
    expect(brief("# ti^")).toBe("none");
    expect(brief("post:\n  ko: |\n    글 t^")).toBe("none");
    expect(brief("title:^")).toBe("none");
    expect(brief("post:\n  ko: |\n    글\n  r^")).toBe("key post 'r'");
  });

  it("knows what stands beside it", () => {
    expect(
      at("scenes:\n  - footage: a\n    from: 1\n    ^\n    to: 2\n  - card: title")?.siblings.toSorted(),
    ).toEqual(["footage", "from", "to"]);
    expect(at("scenes:\n  - card: title\n    seconds: 3\n  - ^")?.siblings).toEqual([]);
    expect(at("title: {ko: a, ^")?.siblings).toEqual(["ko"]);
    expect(at("source: a\n^\nscenes: []")?.siblings.toSorted()).toEqual(["scenes", "source"]);
  });
});
