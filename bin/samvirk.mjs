import { prepare, program, runNode } from "./lib/prepare.mjs";

await prepare("install", "generate", "build");
runNode([program("samvirk"), ...process.argv.slice(2)]);
