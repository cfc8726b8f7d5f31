import { prepare, runNode } from "./lib/prepare.mjs";

const args = process.argv.slice(2);
const long = args.includes("--long");

await prepare("install", "generate", "build");
runNode(
  ["node_modules/vitest/vitest.mjs", "run", "--config", "remix.config.js", ...args.filter((arg) => arg !== "--long")],
  long ? { SAMVIRK_TEST_LONG: "1" } : {},
);
