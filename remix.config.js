import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { compactMessages } from "./bin/lib/compact-messages.mjs";
import { joinMessages } from "./bin/lib/join-messages.mjs";
import { longFirst } from "./tests/support/long-first.mjs";

const here = import.meta.dirname;
const alias = {
  "~": resolve(here, "app"),
  "#emails": resolve(here, "emails"),
  "#tests": resolve(here, "tests"),
  "#bin": resolve(here, "bin"),
};

/** The programs in bin/ that are built besides the web application. */
const processes = ["start", "serve", "worker", "migrate", "seed", "samvirk", "bench"];

const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: true,
  v3_relativeSplatPath: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
};

/** What every page has is one file for the browser, whatever the parts that load later share: one file packs better. */
function inBase(id) {
  const every =
    /\/node_modules\/(react|react-dom|scheduler|@remix-run)\/|\/i18n\/messages\/runtime|in-locale|\/app\/paths\.ts|\/app\/ui\/(button|icon|mark|note|page-head|panel|state|tag)\.tsx/;
  return every.test(id) ? "base" : undefined;
}

/** One file configures Remix, the processes' build (`--mode processes`) and Vitest. */
export default defineConfig(async ({ mode, isSsrBuild }) => ({
  resolve: { alias },
  // The notices stand in public/licenses.txt, once.
  esbuild: { legalComments: "none" },
  plugins: [
    joinMessages(),
    ...(mode === "processes" || process.env.VITEST
      ? []
      : [remix({ future, serverModuleFormat: "esm" }), compactMessages()]),
  ],
  ...(mode !== "processes" && {
    build: isSsrBuild
      ? { target: "node24" }
      : { target: "es2022", modulePreload: false, rollupOptions: { output: { manualChunks: inBase } } },
  }),
  ...(mode === "processes" && {
    publicDir: false,
    build: {
      ssr: true,
      outDir: "build/processes",
      target: "node24",
      rollupOptions: { input: Object.fromEntries(processes.map((name) => [name, resolve(here, `bin/${name}.ts`)])) },
    },
  }),
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/global-setup.ts"],
    ...(process.env.VITEST && {
      sequence: { sequencer: longFirst((await import("vitest/node")).BaseSequencer) },
    }),
    environment: "node",
    // Most tests wait, for a database, a process or a browser: twice the workers that there are processors is no contest.
    maxWorkers: 4,
    // A worker keeps what it has loaded: Prisma's client alone takes a second a file. A test file leaves nothing behind
    // but settings in the environment, and each that needs them sets its own.
    isolate: false,
    // A machine that does other things at the same time is slow, and slow is no failure.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
}));
