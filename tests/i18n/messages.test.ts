import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const locales = ["nb", "nn", "en"] as const;
type Locale = (typeof locales)[number];

/** A text with its variants, as the message format writes them. */
type Text = string | [{ declarations: string[]; match: Record<string, string> }];
type Words = Record<string, Text>;

const folders = globSync("app/i18n/*/nb.json")
  .map((path) => path.replaceAll("\\", "/").split("/")[2] ?? "")
  .filter((folder) => folder !== "messages")
  .sort();

function read(folder: string, locale: Locale): Words {
  return JSON.parse(readFileSync(`app/i18n/${folder}/${locale}.json`, "utf8"));
}

function variants(text: Text): string[] {
  return typeof text === "string" ? [text] : text.flatMap(({ match }) => Object.values(match));
}

function variables(text: Text): string[] {
  const declared = typeof text === "string" ? [] : text.flatMap(({ declarations }) => declarations);
  const inputs = declared.map((line) => /^input (\w+)$/.exec(line)?.[1]).filter((name) => name !== undefined);
  const used = variants(text).flatMap((variant) => [...variant.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
  return [...new Set([...inputs, ...used])].sort();
}

const all = folders.flatMap((folder) =>
  locales.flatMap((locale) =>
    Object.entries(read(folder, locale)).flatMap(([key, text]) =>
      variants(text).map((words) => ({ locale, key, words })),
    ),
  ),
);

const list = (words: string) => words.trim().split(/\s+/);

/** Bokmål that is never nynorsk in a text of ours. What both have, such as "sendt" and "rader", is left out. */
const bokmal = list(`
  ikke jeg hva hvem hvor hvordan hvorfor hvilken hvilke hvilket hvis hver hverandre fra ble blitt være vært noe noen bare
  også disse hun dere deres mye mer flere kommer gjør gjøre siden kun sammenlignet nå fortsatt
  fremdeles allerede fremover forrige selv egne uke uken uker ukene dager dagene måned måneder månedene
  arrangementer arrangementene kommuner kommunene kontaktpersoner kontaktpersonene innstillinger innstillingene endringer
  endringene invitasjoner invitasjonene meldinger meldingene påminnelse påminnelsen påminnelser aktører aktørene regioner
  regionene perioder personer planer planene områder steder koordinatorer lenke lenken lenker lenkene hjemmeside
  nettleser nettleseren mottaker mottakere mottakeren avsender avsenderen opplysninger opplysningene navn navnet 
  velg velges skrives skrevet sendes lagres lagret endres endret endrede slettes slettet fjernes fjernet legges legger
  vises gjelder finnes finner henter hentes hentet åpne åpnes åpnet lukkes lukket opprettet opprettes avlyses inviteres
  logger logget utløper brukes svarer svares mangler følger oppgi oppgis skjules uendret 
  opplyst gjenstår tillatelse rettighet rettigheter beskjeder feilet feilene
  avsluttet avsluttes bekreft bekreftelse bekreftelser bekreftes`);

/** Nynorsk that is never bokmål in a text of ours. */
const nynorsk = list(`
  ikkje eg kva kven korleis kvar kvifor viss kvarandre frå vart vorte vere vore noko nokon nokre berre òg desse
  dykk dykkar dei mykje meir fleire kjem gjer gjere seier sjølv eigne eiga veke veka veker vekene dagar dagane
  månad månader månadene arrangementa kommunar kommunane kontaktpersonar kontaktpersonane innstillingar innstillingane
  endringar endringane invitasjonar invitasjonane meldingar meldingane påminning påminninga påminningar aktørar aktørane
  regionar regionane periodar personar planar planane områda stader koordinatorar lenkje lenkja lenkjer lenkjene nettlesar
  nettlesaren mottakar mottakarar avsendar opplysningar opplysningane namn namnet datoar gjeld finst trengst ligg veit heiter
  loggar svarar manglar følgjer endrast sendast lagrast medan framleis allereie førre enno att
  stadfest stadfesting stadfestingar innanfor utanfor`);

function holding(locale: Locale, list: readonly string[]): string[] {
  const wanted = new Set(list);
  return all
    .filter((text) => text.locale === locale)
    .flatMap(({ key, words: text }) => {
      const plain = text.replace(/\{\w+\}/g, " ").toLowerCase();
      const found = (plain.match(/[a-zæøåéòôü]+(?:-[a-zæøåéòôü]+)*/g) ?? []).filter((word) => wanted.has(word));
      return found.length > 0 ? [`${key}: ${found.join(", ")} (${text})`] : [];
    });
}

/** Names and quoted examples, which English leaves as they are. */
const untranslated = /bokmål|«[^»]*»|“[^”]*”/gi;

const sources = globSync(["app/**/*.{ts,tsx}", "emails/**/*.{ts,tsx}", "bin/commands/*.ts"]).filter(
  (path) => !path.replaceAll("\\", "/").startsWith("app/i18n/messages/"),
);

describe("the texts", () => {
  it("are compiled from every folder of words", () => {
    const settings = JSON.parse(readFileSync("app/i18n/project.inlang/settings.json", "utf8"));
    const patterns: string[] = settings["plugin.inlang.messageFormat"].pathPattern;
    expect(patterns.map((pattern) => pattern.split("/")[1]).sort()).toEqual(folders);
  });

  it.each(folders)("have the same keys and variables in every language: %s", (folder) => {
    const [nb, nn, en] = locales.map((locale) => read(folder, locale)) as [Words, Words, Words];
    expect(Object.keys(nn).sort()).toEqual(Object.keys(nb).sort());
    expect(Object.keys(en).sort()).toEqual(Object.keys(nb).sort());
    const shape = (texts: Words) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, variables(text)]));
    expect(shape(nn)).toEqual(shape(nb));
    expect(shape(en)).toEqual(shape(nb));
  });

  it.each(folders)("have keys that begin with their word: %s", (folder) => {
    const prefix = `${folder.replaceAll("-", "_")}_`;
    const others = folder === "communications-plan" ? [prefix, "plan_"] : [prefix];
    const strange = Object.keys(read(folder, "nb")).filter((key) => !others.some((start) => key.startsWith(start)));
    expect(strange).toEqual([]);
  });

  it("are never empty and never end in a space", () => {
    expect(all.filter(({ words }) => words === "" || words !== words.trim())).toEqual([]);
  });

  it("speak no bokmål in nynorsk", () => {
    expect(holding("nn", bokmal)).toEqual([]);
  });

  it("speak no nynorsk in bokmål", () => {
    expect(holding("nb", nynorsk)).toEqual([]);
  });

  it("speak no Norwegian in English", () => {
    const foreign = all.filter(
      ({ locale, words }) => locale === "en" && /[æøåÆØÅ]/.test(words.replace(untranslated, "")),
    );
    expect(foreign.map(({ key, words }) => `${key}: ${words}`)).toEqual([]);
    expect(holding("en", list("og ikke ikkje av fra som til ei"))).toEqual([]);
  });

  it("ask politely without begging, shouting or blaming", () => {
    const found = all.filter(({ words }) =>
      /!|\bvennligst\b|\bver venleg\b|\bplease\b|\bbeklager\b|\bsorry\b/i.test(words),
    );
    expect(found.map(({ key, locale, words }) => `${locale} ${key}: ${words}`)).toEqual([]);
  });

  it("are all used, and all that is used is there", () => {
    const used = new Set<string>();
    for (const path of sources) {
      for (const [, key = ""] of readFileSync(path, "utf8").matchAll(/\bm\.([a-z0-9_]+)\b/g)) used.add(key);
    }
    const there = folders.flatMap((folder) => Object.keys(read(folder, "nb")));
    expect(there.filter((key) => !used.has(key))).toEqual([]);
    expect([...used].filter((key) => !there.includes(key))).toEqual([]);
    expect(there.filter((key, index) => there.indexOf(key) !== index)).toEqual([]);
  });
});
