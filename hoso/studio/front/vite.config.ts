import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const entries = resolve(import.meta.dirname, "src/entries");

export default defineConfig({
  base: "/front/",
  build: {
    manifest: "manifest.json",
    license: { fileName: "licenses.md" },
    target: "es2022",
    // Strict CSP: nothing inline, no data: scripts, no preload helper that needs eval.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: readdirSync(entries).map((name) => resolve(entries, name)) },
  },
  worker: { format: "es" },
});
