import { make, prepare } from "./lib/prepare.mjs";

await prepare("install");
await make("generate");
