import { prepare, program, runNode } from "./lib/prepare.mjs";

await prepare("install", "generate", "build");
runNode([program("bench"), ...process.argv.slice(2)], { NODE_ENV: "production" });
