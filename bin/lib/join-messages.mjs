import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const index = /\/app\/i18n\/messages\/messages\/_index\.js$/;

const named = (text, file) =>
  `export { ${[...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => name).join(", ")} } from "${file}";`;

/**
 * Gives the server and the tests all messages as one module, where the compiler writes a file for each: thousands of
 * files to find, to read and to link cost more than what they say. The browser's stay apart, since each page has its own,
 * but each by its name: among thousands of `export *` the bundler asks every file for every message.
 *
 * @returns {import("vite").Plugin}
 */
export function joinMessages() {
  return {
    name: "samvirk:join-messages",
    enforce: "pre",
    // While developing, a message that changes is read again by itself.
    apply: (_config, { command }) => command === "build" || Boolean(process.env.VITEST),
    load(id, options) {
      if (!index.test(id)) return undefined;
      const files = [...readFileSync(id, "utf8").matchAll(/^export \* from '(.+)'$/gm)].map(([, file]) => file);
      const texts = files.map((file) => readFileSync(join(dirname(id), file), "utf8"));
      if (!options?.ssr) return { code: texts.map((text, at) => named(text, files[at])).join("\n"), map: null };
      const messages = texts.join("\n");
      const line = /^import .+$/gm;
      return { code: [...new Set(messages.match(line)), messages.replace(line, "")].join("\n"), map: null };
    },
  };
}
