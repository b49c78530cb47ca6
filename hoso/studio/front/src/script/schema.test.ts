import { describe, expect, it } from "vitest";
import { quoted } from "./completing";
import { keysOf, type Schema, schemasAt, valuesOf } from "./schema";

const SCHEMA: Schema = {
  $defs: {
    Texts: { properties: { ko: { description: "Korean." }, ru: {} } },
    Footage: { properties: { footage: {}, from: {}, say: { items: { $ref: "#/$defs/Texts" } } } },
    Card: { properties: { card: { enum: ["title", "steps"] }, items: { items: { $ref: "#/$defs/Texts" } } } },
  },
  properties: {
    title: { $ref: "#/$defs/Texts" },
    channels: { type: "array", items: { type: "string" } },
    scenes: { items: { anyOf: [{ $ref: "#/$defs/Footage" }, { $ref: "#/$defs/Card" }] } },
    leaflet: { anyOf: [{ $ref: "#/$defs/Texts" }, { type: "boolean" }] },
    say_as: { additionalProperties: { type: "string" } },
  },
};

const keys = (path: string[], siblings: string[] = []): string[] =>
  keysOf(schemasAt(SCHEMA, path), siblings).map((key) => key.name);

describe("a schema", () => {
  it("knows keys behind references and lists", () => {
    expect(keys(["title"])).toEqual(["ko", "ru"]);
    expect(keys(["scenes", "say"])).toEqual(["ko", "ru"]);
    expect(keys(["title"], ["ko"])).toEqual(["ru"]);
    expect(keys(["nothing", "there"])).toEqual([]);
  });

  it("narrows kinds by what stands there", () => {
    expect(keys(["scenes"])).toEqual(["footage", "from", "say", "card", "items"]);
    expect(keys(["scenes"], ["card"])).toEqual(["items"]);
    expect(keys(["scenes"], ["footage", "tpyo"])).toContain("items");
  });

  it("knows values", () => {
    expect(valuesOf(schemasAt(SCHEMA, ["scenes", "card"]))).toEqual(["title", "steps"]);
    expect(valuesOf(schemasAt(SCHEMA, ["leaflet"]))).toEqual(["true", "false"]);
  });
});

describe("a name", () => {
  it("is quoted where YAML would read it otherwise", () => {
    expect(quoted("겨울.mp4")).toBe("겨울.mp4");
    expect(quoted("겨울 들판's, 1.mp4")).toBe('"겨울 들판\'s, 1.mp4"');
    expect(quoted("- a")).toBe('"- a"');
  });
});
