import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { contactOf, linkIn, openAs, post } from "./scene";

const home = "/r/vestland";
const linkTo = (what: string) => new RegExp(`/vestland/${what}/[\\w-]+`);

let app: RunningApp;
let browser: Browser;
let database: pg.Client;
let coordinator: BrowserContext;
let guest: BrowserContext;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  database = new pg.Client({ connectionString: app.database.adminUrl });
  await database.connect();
  coordinator = await openAs(browser, app.url, "koordinator@vestland.example");
  guest = await openAs(browser, app.url);
  page = await coordinator.newPage();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await database?.end();
  await app?.stop();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const main = (of = page) => of.locator("main").innerText();
const button = (name: string | RegExp, of = page) => of.getByRole("button", { name, exact: typeof name === "string" });
const link = (name: string | RegExp, of = page) => of.getByRole("link", { name, exact: typeof name === "string" });
/** A table's row, or a list's, by words in it. */
const row = (words: string | RegExp, of = page) => of.locator("main").getByRole("row").filter({ hasText: words });
/** What stands over everything after something was done. */
const said = (words: string, of = page) => of.getByRole("status").filter({ hasText: words }).waitFor();

async function makeEvent(title: string, more: Record<string, string> = {}): Promise<string> {
  const form = { title, kind: "meeting", date: inDays(40), start: "09:00", end: "11:30", replyBy: inDays(33), ...more };
  const made = await post(coordinator, `${home}/events/new`, form);
  const address = made.headers().location;
  if (made.status() !== 302 || !address) throw new Error(`"${title}" was not made: ${made.status()}`);
  return address;
}

async function municipality(name: string): Promise<string> {
  const { rows } = await database.query("SELECT number FROM municipality WHERE name = $1 AND ended_on IS NULL", [name]);
  return `${home}/municipalities/${rows[0]?.number}`;
}

/** An audience of one municipality's contact person alone. */
async function audienceOf(name: string): Promise<string> {
  const made = await post(coordinator, `${home}/audiences/new`, { name: `Berre ${name}`, version: "0" });
  const address = made.headers().location ?? "";
  const { rows } = await database.query("SELECT id FROM municipality WHERE name = $1 AND ended_on IS NULL", [name]);
  const part = { intent: "add", kind: "municipality", of: rows[0]?.id, excludes: "false", version: "0" };
  expect((await post(coordinator, address, part)).status()).toBe(302);
  return /[0-9a-f-]{36}/.exec(address)?.[0] ?? "";
}

describe("a handover by link", () => {
  const title = "Dialogmøte om dei som tek over";
  const successor = { name: "Kommunalsjef, Luster", email: "sjef@luster.kommune.example" };
  let event: string;
  let place: string;
  let old: string;
  let handover: string;

  it("is asked for by the coordinator, and opening the link changes nothing", async () => {
    place = await municipality("Luster");
    event = await makeEvent(title);
    await post(coordinator, `${event}/invite`, {});
    old = await linkIn(guest, contactOf("luster"), linkTo("answer"), title);
    const reply = await guest.newPage();
    await reply.goto(old);
    await button("Kanskje", reply).click();
    await button("Kanskje", reply).waitFor({ state: "detached" });

    await page.goto(home);
    await link("Luster: Har").click();
    await button(/^Be Kontaktperson, Luster/).click();
    await said("Kontaktperson, Luster får ein e-post med lenkje");
    handover = await linkIn(guest, contactOf("luster"), linkTo("handover"));
    for (const method of ["HEAD", "GET"]) expect((await guest.request.fetch(handover, { method })).status()).toBe(200);
    await reply.goto(handover);
    expect(await main(reply)).toContain(title);
    await page.reload();
    expect(await main()).not.toContain("Kontaktpersonar før");
  });

  it("passes the role and what is open on to the one it names", async () => {
    const former = await guest.newPage();
    await former.goto(handover);
    await button(/rolla vidare$/, former).click();
    await former.getByRole("alert").waitFor();
    await former.getByLabel("Namn på den nye kontaktpersonen").fill(successor.name);
    await former.getByLabel("E-postadressa til den nye").fill(successor.email);
    await button(/rolla vidare$/, former).click();
    await former.getByRole("heading", { name: `Rolla er gjeven vidare til ${successor.name}` }).waitFor();

    await linkIn(guest, successor.email, /METHOD:REQUEST/, title);
    const welcome = await linkIn(guest, successor.email, linkTo("answer"), "velkomen");
    expect(welcome).not.toBe(old);
    await linkIn(guest, contactOf("luster"), /METHOD:CANCEL/, title);
    await former.goto(old);
    await former.getByRole("heading", { name: "Invitasjonen er gjeven vidare" }).waitFor();
    expect(await former.locator("main").innerText()).not.toContain(successor.name);
    expect(await former.getByRole("link", { name: "Sjå kalenderen" }).getAttribute("href")).toBe("/vestland/calendar");
    expect(await button(/Ja|Nei|Kanskje/, former).count()).toBe(0);

    await page.goto(`${event}?answers=all`);
    await expect.poll(() => main()).toContain("0 av 43 har svara");
    await expect.poll(() => main()).toMatch(/Luster · Kontaktperson, Luster\s+Hadde svara kanskje/);
    await former.goto(welcome);
    await button(/^Ja, eg kjem/, former).click();
    await former.getByText("Takk, du er påmeld").waitFor();
    await page.goto(`${event}?answers=accepted`);
    expect(await row("Luster").innerText()).toContain(successor.name);
    await expect.poll(() => main()).toContain("1 av 43 har svara");
  });

  it("works once, and stays in the history and the change log", async () => {
    const again = await guest.newPage();
    expect((await again.goto(handover))?.status()).toBe(404);
    await again.getByRole("heading", { name: "Denne lenkja verkar ikkje lenger" }).waitFor();
    await button("Send ny lenkje", again).click();
    await again.getByText("Er du kontaktperson, er ei ny lenkje på veg til adressa di.").waitFor();
    await page.goto(place);
    expect(await main()).toMatch(/Kommunalsjef, Luster[\s\S]*Kontaktpersonar før[\s\S]*Kontaktperson, Luster/);
    await page.goto(`${home}/audit`);
    expect(await row("Gav ei rolle").first().innerText()).toMatch(/med lenkje frå e-post[\s\S]*Kommunalsjef, Luster/);
    expect(await row("Bad kontaktpersonen").first().innerText()).toContain("Luster");
  });
});

describe("coverage", () => {
  it("shows a vacancy first and in words, with what to do, wherever a coordinator looks", async () => {
    await page.goto(await municipality("Solund"));
    await button("Avslutt utan etterfølgjar").click();
    await button("Avslutt frå i dag").click();
    await said("Solund har ingen kontaktperson");
    await page.goto(home);
    await page.getByRole("navigation").getByText("1 kommune treng oppfølging").waitFor({ state: "attached" });
    await page.locator("main").getByRole("link", { name: "Solund: Ledig", exact: true }).waitFor();
    await link("Namngi kontaktperson").click();
    await page.waitForURL(/\/municipalities\/4636$/);
    await page.goto(`${home}/municipalities`);
    expect(await page.locator("main tbody tr").first().innerText()).toMatch(/Solund[\s\S]*Ledig/);
    expect(await main()).toContain("42 av 43 kommunar har kontaktperson");
  });

  it("shows an address that is held, until it is lifted", async () => {
    await page.goto(`${home}/settings/members?q=gulen`);
    await link("Kontaktperson, Gulen").click();
    await button("Sett adressa på vent").click();
    await said("Adressa er sett på vent");
    await page.goto(`${home}/municipalities`);
    expect(await page.locator("main tbody tr").nth(1).innerText()).toMatch(/Gulen[\s\S]*Får ikkje post/);
    await page.goto(home);
    await page.getByText("Gulen får ikkje post").waitFor();
    await link("Rett adressa, eller ta ho av vent").click();
    await button("Ta adressa av vent").click();
    await said("E-post går til adressa igjen");
    await page.goto(home);
    expect(await main()).not.toContain("Gulen får ikkje post");
  });

  it("shows who has answered none of the last three invitations", async () => {
    const audience = await audienceOf("Fedje");
    for (const number of ["éin", "to", "tre"]) {
      const event = await makeEvent(`Møte ${number}`);
      expect((await post(coordinator, `${event}/invite`, { audience })).status()).toBe(302);
      await linkIn(guest, contactOf("fedje"), linkTo("answer"), `Møte ${number}`);
    }
    expect(await main()).not.toContain("Fedje har ikkje svara");
    await database.query("UPDATE event SET reply_by = current_date - 1 WHERE title LIKE 'Møte %'");
    await page.goto(home);
    await page.getByText("Fedje har ikkje svara på tre invitasjonar").waitFor();
    await page.goto(`${home}/municipalities`);
    expect(await page.locator("main tbody tr").nth(1).innerText()).toMatch(/Fedje[\s\S]*Har ikkje svara/);
    await page.getByRole("navigation").getByText("2 kommunar treng oppfølging").waitFor({ state: "attached" });
  });
});

describe("contact persons as a spreadsheet", () => {
  const sheet = `${home}/municipalities/sheet`;

  async function download(format: "xlsx" | "csv"): Promise<Buffer> {
    await page.goto(sheet);
    const coming = page.waitForEvent("download");
    await link(new RegExp(`^Kontaktpersonane i dag, ${format === "csv" ? "CSV" : "Excel"}$`)).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(new RegExp(`kontaktpersonar.*\\.${format}$`));
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async function read() {
    await button("Les inn og vis").click();
    await page.getByLabel("Eller lim inn").waitFor({ state: "detached" });
  }

  async function upload(name: string, buffer: Buffer) {
    await page.goto(sheet);
    await page.setInputFiles("input[type=file]", { name, mimeType: "application/octet-stream", buffer });
    await read();
  }

  it("goes out and in unchanged, with nothing to save", async () => {
    await upload("kontaktpersonar.xlsx", await download("xlsx"));
    expect(await main()).toContain("Ingenting å lagre");
    expect(await row(/@[\s\S]*Som no/).count()).toBe(42);
    expect(await row("Ingen i arket, ingen no").innerText()).toContain("Solund");
    expect(await button(/^Lagre/).count()).toBe(0);
  });

  it("says of each pasted row what it would do, and saves what is ticked", async () => {
    await page.goto(sheet);
    await page.getByLabel("Eller lim inn").fill(
      [
        ["Kommune", "Namn", "E-post"],
        ["Voss herad", "Rådgjevar, Voss", contactOf("voss")],
        ["Stord", "Rådgjevar, Stord", "radgjevar@stord.kommune.example"],
        ["Bømlo", "=1+1", contactOf("bomlo")],
        ["Oslo", "Nokon", "nokon@oslo.example"],
        ["Atlantis", "Nokon", "nokon@atlantis.example"],
      ]
        .map((cells) => cells.join("\t"))
        .join("\n"),
    );
    await read();
    expect(await row("Voss").innerText()).toContain("Nytt namn, same adresse");
    expect(await row("Stord").innerText()).toContain("Tek over frå Kontaktperson, Stord");
    expect(await row("Oslo").innerText()).toContain("Kommunen er ikkje med i regionen");
    expect(await row("Atlantis").innerText()).toContain("Fann ingen kommune som heiter det");
    const take = (name: RegExp) => page.getByRole("checkbox", { name });
    expect([await take(/Voss/).isChecked(), await take(/Stord/).isChecked()]).toEqual([true, false]);
    await take(/Stord/).check();
    await button(/^Lagre/).click();
    await said("Lagra 3 rader");
    expect(await row("Stord").innerText()).toContain("Ny etter ein annan");
    await page.goto(await municipality("Stord"));
    expect(await main()).toMatch(/Rådgjevar, Stord[\s\S]*Kontaktpersonar før[\s\S]*Kontaktperson, Stord/);
    await linkIn(guest, "radgjevar@stord.kommune.example", /velkomen/);
  });

  it("escapes what would be calculated, and reads it back as it was", async () => {
    const csv = await download("csv");
    expect(csv.toString("utf8")).toMatch(/;'=1\+1;/);
    await upload("kontaktpersonar.csv", csv);
    expect(await main()).toContain("Ingenting å lagre");
    await page.goto(await municipality("Bømlo"));
    expect(await main()).toContain("=1+1");
  });
});

describe("a network leader", () => {
  let leader: BrowserContext;
  let hers: Page;
  let network: string;

  beforeAll(async () => {
    leader = await openAs(browser, app.url, "nettverksleiar@usht.example");
    hers = await leader.newPage();
  });

  it("sees her networks first, and edits one", async () => {
    await hers.goto(home);
    expect(await hers.locator("main h2").first().innerText()).toContain("Nettverka mine");
    await link("Læringsnettverk Gode pasientforløp", hers).click();
    await hers.waitForURL(/\/networks\/[0-9a-f-]{36}$/);
    network = new URL(hers.url()).pathname;
    await link("Rediger", hers).click();
    await hers.getByLabel("Forventa utbyte").fill("Fleire aktivitetar heime");
    await button("Lagre", hers).click();
    await said("Nettverket er lagra", hers);
    expect(await main(hers)).toContain("Fleire aktivitetar heime");
  });

  it("takes in a whole area and one person", async () => {
    await hers.getByText("Legg til kommunar", { exact: true }).click();
    await hers.getByLabel("Eit heilt område eller ein krins").selectOption({ label: "Helse Fonna" });
    const form = (of: string) => hers.locator("form").filter({ has: hers.locator(`input[value="${of}"]`) });
    await form("add-municipalities").getByRole("button").click();
    await said("8 lagde til, 0 var med frå før, 8 er ikkje i regionen", hers);
    await hers.getByText("Legg til ein person", { exact: true }).click();
    await form("add-person").getByLabel("Namn eller e-postadresse").fill("fagleiar@sveio.kommune.example");
    await form("add-person").getByRole("button").click();
    await hers.getByRole("alert").waitFor();
    await form("add-person")
      .getByLabel(/^Namn, dersom/)
      .fill("Fagleiar, Sveio");
    await form("add-person").getByRole("button").click();
    await said("1 medlem er lagt til", hers);
    expect(await hers.getByRole("checkbox", { name: /^Vel (?!alle)/ }).count()).toBe(9);
  });

  it("makes a gathering, and its members are those who are invited", async () => {
    await link("Ny samling", hers).first().click();
    await hers.getByLabel(/^Tittel/).fill("Samling om pasientforløp");
    await hers.getByLabel(/^Dato/).fill(inDays(30));
    await hers.fill("[name=start]", "10:00");
    await hers.fill("[name=end]", "12:00");
    await button("Lag arrangement", hers).click();
    await hers.waitForURL(/\/events\/[0-9a-f-]{36}$/);
    await link("Inviter", hers).click();
    await hers.getByRole("heading", { name: "Inviter medlemmene i «Læringsnettverk Gode pasientforløp»" }).waitFor();
    await button("Send til 9", hers).click();
    await said("Invitasjonen er lagd i kø til 9 personar", hers);
    await expect.poll(() => main(hers)).toContain("0 av 9 har svara");
    await linkIn(guest, "fagleiar@sveio.kommune.example", linkTo("answer"), "Samling om pasientforløp");
    await hers.goto(home);
    expect(await row("Læringsnettverk Gode pasientforløp", hers).first().innerText()).toContain("0 av 9 har svara");
  });

  it("is shown no way into another unit's network or event, and is refused by address", async () => {
    const { rows } = await database.query(
      "SELECT n.id FROM network n JOIN region r ON r.id = n.region_id WHERE r.slug = 'vestland' AND n.name LIKE 'Velferdsteknologi i Sogn%'",
    );
    const other = `${home}/networks/${rows[0]?.id}`;
    const event = await makeEvent("Samling hos andre", { networkId: rows[0]?.id });
    for (const address of [other, event]) {
      await hers.goto(address);
      expect(await link("Rediger", hers).count()).toBe(0);
      expect((await leader.request.get(`${address}/edit`)).status()).toBe(403);
      expect((await post(leader, `${address}/edit`, { name: "Mitt", version: "0" })).status()).toBe(403);
    }
    expect((await leader.request.get(`${event}/invite`)).status()).toBe(403);
    expect((await post(leader, other, { intent: "add-person", person: "x@y.example" })).status()).toBe(403);
    expect((await leader.request.get(`${network}/edit`)).status()).toBe(200);
  });
});

describe("an audience", () => {
  it("is an area without one, counted as it stands, held addresses apart, and gets what is sent", async () => {
    const { rows } = await database.query(
      "UPDATE person SET held_since = now(), held_reason = 'bounced' WHERE email = $1 RETURNING id",
      [contactOf("etne")],
    );
    expect(rows).toHaveLength(1);
    await page.goto(`${home}/audiences/new`);
    await page.getByLabel(/^Namn/).fill("Sunnhordland utan Tysnes");
    await button("Lag målgruppa").click();
    await page.waitForURL(/\/edit$/);
    const add = async (kind: string, label: string, choice: string, out = false) => {
      await page.getByLabel("Kva slag").selectOption({ label: kind });
      await button("Vel").click();
      await page.waitForURL(/add=/);
      await page.locator("select[name=of]").selectOption({ label: choice });
      if (out) await page.getByLabel("Hald utanfor").check();
      await button("Legg til").click();
      await said("Lagt til i målgruppa");
      expect(await main()).toContain(label);
    };
    await add("Kontaktpersonane i eit område eller ein krins", "Kontaktpersonane i Helse Fonna", "Helse Fonna");
    expect(await main()).toContain("7 personar i dag");
    expect(await main()).toContain("1 adresse er på vent");
    await add("Kontaktpersonen i ein kommune", "Kontaktpersonen i Tysnes", "Tysnes", true);
    expect(await main()).toContain("6 personar i dag");
    const audience = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";

    await page.goto(`${await makeEvent("Til Sunnhordland")}/invite`);
    await page.getByLabel("Målgruppe").selectOption(audience);
    await button("Vis denne målgruppa").click();
    await page.getByRole("heading", { name: "Inviter Sunnhordland utan Tysnes" }).waitFor();
    const who = await main();
    expect(who).toMatch(/Etne: .*retur/);
    await button("Send til 6").click();
    await said("Invitasjonen er lagd i kø til 6 personar");
    const sent = await database.query(
      "SELECT d.to_address FROM delivery d JOIN event e ON e.id = d.event_id WHERE e.title = 'Til Sunnhordland' ORDER BY 1",
    );
    const expected = ["bomlo", "fitjar", "kvinnherad", "sveio", "ullensvang"].map(contactOf);
    expect(sent.rows.map(({ to_address }) => to_address)).toEqual(
      [...expected, "radgjevar@stord.kommune.example"].sort(),
    );
  });
});

describe("an unknown name", () => {
  it("is asked about once, and then somebody is accountable", async () => {
    const matrix = `${home}/responsibility?period=2021&show=plan`;
    const without = async () => {
      await page.goto(`${matrix}&without=1`);
      return page.locator("tr[data-row]").count();
    };
    const before = await without();
    await page.goto(`${home}/actors/names`);
    await page.getByLabel("Kva «Eiga arbeidsgruppe» tyder").selectOption({ label: "KS" });
    await button("Lagre «Eiga arbeidsgruppe»").click();
    await said("Skrivemåten er lagra");
    await page.getByText("Svara på").first().waitFor();
    expect(await page.getByLabel("Kva «Eiga arbeidsgruppe» tyder").isVisible()).toBe(false);
    expect(await without()).toBeLessThan(before);
  });
});

describe("what cannot be done", () => {
  it("is groups in each other's ring, and the ring is named", async () => {
    const { rows } = await database.query(
      "SELECT g.id FROM support_group g JOIN region r ON r.id = g.region_id WHERE r.slug = 'vestland' AND g.name = 'Prosjektgruppa'",
    );
    await page.goto(`${home}/groups/${rows[0]?.id}?add=group`);
    await page.getByLabel("Gruppe", { exact: true }).selectOption({ label: "Koordineringsgruppa" });
    await button("Legg til medlem").click();
    expect(await page.getByRole("alert").innerText()).toMatch(/«Prosjektgruppa».*«Koordineringsgruppa»|«Koordinerings/);
  });

  it("is removing an actor that is responsible for something, and the page says for what", async () => {
    await page.goto(`${home}/actors`);
    await link("KS").click();
    await link("Fjern eller avslutt").click();
    await page.getByRole("heading", { name: "Avslutte KS?" }).waitFor();
    expect(await main()).toContain("Aktøren kan ikkje fjernast, for dette byggjer på han.");
    expect(await main()).toContain("Koordineringsgruppa");
    expect(await button("Fjern aktøren").count()).toBe(0);
  });

  it("is a municipality leaving while something is open for it, and what is open is named", async () => {
    await page.goto(`${await municipality("Vik")}/edit`);
    await page.getByLabel(/^I regionen til og med/).fill(inDays(0));
    await button("Lagre").click();
    await page.getByText("Vik kan ikkje gå ut av regionen denne dagen").waitFor();
    expect(await main()).toContain("Kontaktperson, Vik er kontaktperson.");
    await link("Dialogmøte om dei som tek over").waitFor();
    expect(await page.getByLabel(/^I regionen til og med/).inputValue()).toBe(inDays(0));
  });
});
