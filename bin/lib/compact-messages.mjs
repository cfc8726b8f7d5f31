const helper = "virtual:in-locale";
const inLocale = `
import { getLocale, locales } from "~/i18n/messages/runtime";
export const inLocale = (...texts) => (inputs = {}, options = {}) =>
  texts[locales.indexOf(options.locale ?? getLocale())](inputs);
`;

const message = /\/app\/i18n\/messages\/messages\/[^/]+\.js$/;
const dispatcher =
  /export const (\w+) = [^;]*?\(\((?:inputs|inputs = \{\}), options = \{\}\) => \{\n\tconst locale = [^\n]+\n((?:\tif \(locale === "\w+"\) return \w+\(inputs\)\n)*)\treturn (\w+)\(inputs\)\n\}\);/;

const runtime = /\/app\/i18n\/messages\/runtime\.js$/;

/** The compiler's runtime without the ways to find and keep a language: the document says which it is in. */
function lean(code) {
  const known = [/^export const baseLocale = .+;$/m, /^export const locales = .+;$/m].map((one) => one.exec(code)?.[0]);
  if (known.includes(undefined)) return undefined;
  return `${known.join("\n")}
export let getLocale = () => baseLocale;
export const overwriteGetLocale = (fn) => { getLocale = fn; };
export const isLocale = (one) => locales.includes(one);
export const experimentalStaticLocale = undefined;`;
}

/**
 * Lets the browser's messages share one function that picks the language, where the compiler writes it out in each,
 * and leaves out what finds a language: several kB less for every page. What has another form than the compiler is
 * known to write is left as it is.
 *
 * @returns {import("vite").Plugin}
 */
export function compactMessages() {
  return {
    name: "samvirk:compact-messages",
    apply: "build",
    resolveId: (id) => (id === helper ? `\0${helper}` : undefined),
    load: (id) => (id === `\0${helper}` ? inLocale : undefined),
    transform(code, id, options) {
      if (options?.ssr) return undefined;
      if (runtime.test(id)) return lean(code);
      if (!message.test(id)) return undefined;
      const compact = code.replace(dispatcher, (_all, name, others, last) => {
        const texts = [...others.matchAll(/return (\w+)\(/g)].map(([, text]) => text);
        return `export const ${name} = /*@__PURE__*/ inLocale(${[...texts, last].join(", ")});`;
      });
      return compact === code ? undefined : { code: `import { inLocale } from "${helper}";\n${compact}`, map: null };
    },
  };
}
