import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // `npx vite` beside a running `dateline serve`
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
  build: {
    outDir: "../src/dateline/web/page",
    emptyOutDir: true,
    // the content security policy knows no inline anything
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
