import { describe, expect, it } from "vitest";
import { messageSchema } from "#emails/message";
import { render } from "#emails/render";
import { roleKinds } from "~/domain/auth/permissions";
import {
  calendar,
  cancellation,
  confirmation,
  everyMessage,
  invitation,
  link,
  passedOn,
  reminder,
  roleInvitation,
  ruleMessages,
  signIn,
  update,
  welcome,
} from "./samples";

const locales = ["nb", "nn", "en"] as const;
const nn = { locale: "nn", link } as const;
/** Their button opens a page that asks who one is. */
const opensPages = ruleMessages.map(({ kind }) => kind);
/** They have no button. */
const asksNothing = ["event-passed-on", "event-substitution-ended"];

describe.each(everyMessage.map((message) => [message.kind, message] as const))("%s", (_, message) => {
  it("is plain data that survives the outbox and its schema", () => {
    expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  it.each(locales)("is a page of its own in %s, with nothing fetched from elsewhere", async (locale) => {
    const { html } = await render(message, { locale, link });
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain("prefers-color-scheme");
    for (const [table] of html.matchAll(/<table[^>]*>/g)) expect(table).toContain('role="presentation"');
    expect(html).not.toMatch(/<(img|link|script|iframe|object|video|form)\b|@import|url\(|\bsrc=|background="/i);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(addresses.every((href) => href === link || href === invitation.event.link)).toBe(true);
  });

  it.each(locales)("says the same in its text part in %s, without markup", async (locale) => {
    const { html, text } = await render(message, { locale, link });
    if (!asksNothing.includes(message.kind)) expect(text).toContain(`:\n${link}\n`);
    expect(text).not.toMatch(/<\/(p|a|td|span|h1)>|style=|&nbsp;|&amp;|undefined|null|\[object/);
    const words = readable(html);
    for (const line of text.split("\n").map((line) =>
      line
        .trim()
        .replace(/^- (?=.)/, "")
        .replace(/^\((.*)\)$/, "$1"),
    )) {
      const pieces = words.includes(line) ? [] : line.replace(/:$/, "").split(": ");
      if (line !== "--" && line !== link && line !== invitation.event.link)
        for (const piece of pieces) expect(words).toContain(piece);
    }
  });

  it("says what pressing the button does, and who sent it", async () => {
    const { text } = await render(message, nn);
    expect(text.split("\n-- \n")[1]).toMatch(/^(Send |Du får denne meldinga fordi )/);
    if (!asksNothing.includes(message.kind) && !opensPages.includes(message.kind))
      expect(text).toContain("trykkjer på");
  });

  it("keeps the personal link out of the calendar", async () => {
    const { calendar } = await render(message, nn);
    expect(calendar?.content.replace(/\r\n /g, "") ?? "").not.toContain("q7Vd2mXr8LkTz0PbNc4HyA");
  });
});

/** The words of a page as they are read: without head and markup. */
function readable(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<head>[\s\S]*?<\/head>/, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
}

describe("subjects", () => {
  it("say region and matter", async () => {
    const subjects = await Promise.all(everyMessage.map(async (message) => (await render(message, nn)).subject));
    expect(subjects).toEqual([
      "Vestland: utkast til Nytt frå regionen",
      "Vestland: lag Nytt frå regionen",
      "Vestland: hugs Nytt frå regionen",
      "Vestregionen: Referat frå Rådmannsgruppen tysdag 1. juni 2027",
      "Vestland: godkjenn Nytt frå regionen 1/2027",
      "Vestland: utkast til Samling for kontaktpersonar",
      "Vestland: planlegg Samling for kontaktpersonar",
      "Vestland: tid for Podkast om mat og måltid",
      "Vestland: tida er snart ute for Podkast om mat og måltid",
      "Vestland: veka frå må. 3. mai",
      "Vestland: veka frå må. 5. juli",
      "Vestland: 3 aktivitetar manglar status",
      "Samvirk: logg inn",
      "Vestland: invitasjon til rolla kontaktperson",
      "Vestland: invitasjon – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: endra – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: avlyst – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: svaret ditt er kanskje – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: svaret ditt er ja – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: invitasjonen er gjeven vidare – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: påminning om å svare – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: Rådgjevar, Voss er beden om å møte for deg – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: du treng ikkje møte – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: Rådgjevar, Voss kan ikkje møte for deg – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestregionen: svar på sakene i Rådmannsgruppen innan fredag 16. april 2027, kl. 13.00",
      "Vestregionen: påminning om Tertialrapport 1 – 2027, frist fredag 14. mai 2027",
      "Vestland: gi rolla som kontaktperson for Voss vidare",
      "Vestland: velkomen som kontaktperson for Voss",
      "Vestland: du er påmeld – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: du står på venteliste – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: påmeldinga er motteken – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: du har fått tilbod om plass – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: du fekk ikkje plass – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: du er meld av – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: endra – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: det byrjar snart – Dialogmøte om «Leve heile livet», on. 26. mai",
      "Vestland: Kva syntest du om Dialogmøte om «Leve heile livet», on. 26. mai?",
      "Vestland: stadfest at du vil ha nyheitsbreva",
    ]);
  });

  it("stay on one line", async () => {
    const event = { ...invitation.event, title: "Møte\r\nBcc: other@else.example" };
    const { subject } = await render({ ...invitation, event }, nn);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe("the list of what is due", () => {
  const [full, empty] = ruleMessages.filter(({ kind }) => kind === "due-list");

  it("says what waits before what comes, by the day, as lists", async () => {
    if (!full) throw new Error("no sample");
    const { html, text, subject } = await render(full, nn);
    expect(subject).toBe("Vestland: veka frå må. 3. mai");
    expect(html.match(/<li\b/g)).toHaveLength(3);
    expect(text).toContain("Ventar på nokon\n- Må. 3. mai: Nytt frå regionen 1/2027 (nyheitsbrev)");
    expect(text).toContain("- Ty. 4. mai: Samling for kontaktpersonar (invitasjon, 43 mottakarar)");
    expect(text).toContain("- Fr. 14. mai: Podkast om mat og måltid (siste dag, utan dato)");
  });

  it("says so when there is nothing", async () => {
    if (!empty) throw new Error("no sample");
    expect((await render(empty, nn)).text).toContain("Ingenting ventar");
  });
});

describe("a sign-in", () => {
  it("carries the link and the code", async () => {
    const { html, text, calendar } = await render(signIn, { locale: "nb", link });
    for (const part of [html, text]) {
      expect(part).toContain("048213");
      expect(part).toContain(link);
      expect(part).toContain("ti minutter");
    }
    expect(text).toContain("Firefox på Windows");
    expect(calendar).toBeNull();
  });

  it("is refused without a link", async () => {
    await expect(render(signIn, { locale: "nb", link: null })).rejects.toThrow("link");
  });
});

describe("an invitation to a role", () => {
  it("names every role there is", async () => {
    for (const role of roleKinds)
      for (const locale of locales) {
        const { subject } = await render({ ...roleInvitation, role }, { locale, link });
        expect(subject).toMatch(/^Vestland: .+ \S+/);
      }
  });

  it("says until when the link is valid", async () => {
    const { text } = await render(roleInvitation, { locale: "en", link });
    expect(text).toContain("until Friday 9 April 2027, 13:00");
  });
});

describe("an invitation", () => {
  it("says when in the recipient's own language", async () => {
    const when = async (locale: (typeof locales)[number]) => (await render(invitation, { locale, link })).text;
    expect(await when("nb")).toContain("Tid: onsdag 26. mai 2027, kl. 09.00–11.30\n");
    expect(await when("nn")).toContain("Svar innan: onsdag 12. mai 2027\n");
    expect(await when("en")).toContain("Time: Wednesday 26 May 2027, 09:00–11:30\n");
  });

  it("has a button that says what it does", async () => {
    const { html, text } = await render(invitation, nn);
    expect(text).toContain(`Svar på invitasjonen:\n${link}`);
    expect(html).toMatch(/<a[^>]*>[\s\S]*Svar på invitasjonen[\s\S]*<\/a>/);
  });

  it("shows the description as text, whatever is written in it", async () => {
    const { html } = await render(invitation, nn);
    expect(html).toContain("Andre avsnitt &lt;b&gt;&amp; meir&lt;/b&gt;.");
    expect(html).toMatch(/Første avsnitt<br\/?>med to linjer\./);
  });

  it("carries the calendar's REQUEST", async () => {
    const mail = await render(invitation, nn);
    expect(mail.calendar?.method).toBe("REQUEST");
    expect(mail.calendar?.content).toContain("\r\nMETHOD:REQUEST\r\n");
  });

  it("does without place, page, description, municipality and date to answer by", async () => {
    const event = { ...invitation.event, place: null, link: null, description: " " };
    const { text } = await render({ ...invitation, event, municipality: null, replyBy: null }, nn);
    expect(text).not.toMatch(/Stad|Om arrangementet|Svar innan|Voss/);
    expect(text).toContain("fordi du er invitert");
  });

  it("is not made when the calendar entry holds the link or its token", async () => {
    const token = link.split("/").at(-1) ?? "";
    for (const leak of [{ url: link }, { description: `Svar her: ${token}` }, { location: `x?${token}` }])
      await expect(render({ ...invitation, calendar: { ...calendar, ...leak } }, nn)).rejects.toThrow("personal link");
  });
});

describe("a reminder", () => {
  const coming = { ...reminder, about: "coming", answer: "accepted", joinLink: "https://teams.example/rom" } as const;

  it("asks for the answer before the day it is wanted", async () => {
    const { subject, text, calendar } = await render(reminder, nn);
    expect(subject).toContain("påminning om å svare");
    expect(text).toContain("Svar innan: onsdag 12. mai 2027");
    expect(text).toContain(`Svar på invitasjonen:\n${link}`);
    expect(calendar).toBeNull();
  });

  it("asks again when the event has changed since", async () => {
    const { text } = await render({ ...reminder, answer: "tentative" }, nn);
    expect(text).toContain("Du svara kanskje før endringa. Svar på nytt.");
  });

  it("reminds who comes of when and where, and where she joins", async () => {
    const { subject, text } = await render(coming, nn);
    expect(subject).toBe("Vestland: påminning – Dialogmøte om «Leve heile livet», on. 26. mai");
    expect(text).toContain("svaret ditt er ja");
    expect(text).toContain("https://teams.example/rom");
    expect(text).not.toContain("Svar innan");
  });
});

describe("an update", () => {
  it("shows what it was before, and asks again", async () => {
    const { text } = await render(update, nn);
    expect(text).toContain("har endra arrangementet: tid, stad.");
    expect(text).toContain("Tid: onsdag 26. mai 2027, kl. 09.00–11.30\n  (Før: onsdag 26. mai 2027, kl. 08.00–10.30)");
    expect(text).toContain("Stad: Vossevangen, møterom 3\n  (Før: Voss tinghus)");
    expect(text).toContain("Du svara ja før endringa. Svar på nytt.");
    expect(text).toContain("Svar på nytt:\nhttps");
  });

  it("lets the answer stand when nobody is asked again", async () => {
    const attendee = { ...calendar.attendee, answer: "declined" as const };
    const { text } = await render({ ...update, answer: "declined", calendar: { ...calendar, attendee } }, nn);
    expect(text).toContain("Svaret ditt står: nei.");
    expect(text).toContain("Sjå eller endre svaret:\nhttps");
  });

  it("asks as the first time those who have not answered", async () => {
    const { text } = await render(
      { ...update, answer: "needs-action", changes: ["title"], before: { title: "Møte" } },
      nn,
    );
    expect(text).toContain("Du har ikkje svara enno.");
    expect(text).toContain("Tittel: Dialogmøte om «Leve heile livet»\n  (Før: Møte)");
    expect(text).toContain("Svar på invitasjonen:\nhttps");
  });

  it("says when the place was taken away", async () => {
    const { text } = await render({ ...update, event: { ...update.event, place: null } }, nn);
    expect(text).toContain("Stad: ikkje oppgjeven\n  (Før: Voss tinghus)");
  });
});

describe("a cancellation", () => {
  it("says so without asking for anything", async () => {
    const { text, calendar } = await render(cancellation, { locale: "nb", link: null });
    expect(text).toContain("har avlyst arrangementet. Du trenger ikke gjøre noe");
    expect(text).not.toContain("https");
    expect(calendar?.content).toContain("STATUS:CANCELLED");
  });

  it("of one invitation does not say that the event is cancelled", async () => {
    const entry = { ...cancellation.calendar, scope: "attendee" as const };
    const mail = await render({ ...cancellation, scope: "attendee", calendar: entry }, { locale: "nb", link: null });
    expect(mail.subject).toContain("invitasjonen er trukket tilbake");
    expect(mail.text).not.toMatch(/avlyst/i);
    expect(mail.calendar?.content).not.toContain("\r\nSTATUS");
  });
});

describe("an invitation that has passed on", () => {
  it("says who has it now, and that the event stands; its CANCEL has no STATUS and no successor", async () => {
    const { text, calendar: entry } = await render(passedOn, { locale: "nn", link: null });
    expect(text).toContain("Rådgjevar, Voss er no kontaktperson for Voss");
    expect(text).toContain("Arrangementet går som planlagt");
    expect(text).not.toMatch(/avlyst|https/i);
    expect(entry?.method).toBe("CANCEL");
    expect(entry?.content).not.toMatch(/\r\nSTATUS|Rådgjevar/);
  });
});

describe("a welcome", () => {
  const links = [
    "https://samvirk.example/1/aaaaaaaaaaaaaaaaaaaaaaaa",
    "https://samvirk.example/1/bbbbbbbbbbbbbbbbbbbbbbbb",
  ];

  it("gives each open event its own link", async () => {
    const { html, text } = await render(welcome, { ...nn, links });
    expect(text).toContain("2 arrangement er opne.");
    expect(text).toMatch(/Dialogmøte[\s\S]*Svar på invitasjonen:\n\S+a{24}\n[\s\S]*Nettverkssamling[\s\S]*b{24}\n/);
    for (const href of links) expect(html).toContain(`href="${href}"`);
  });

  it("is plain when nothing is open", async () => {
    const { text } = await render({ ...welcome, events: [] }, nn);
    expect(text).toContain("Ingenting ventar på svar no.");
    expect(text).not.toContain("Svar på invitasjonen");
  });
});

describe("a confirmation", () => {
  it("says what was answered and for whom, and sends the entry when there is one", async () => {
    const { text, calendar: none } = await render(confirmation, nn);
    expect(text).toContain("Du har svara kanskje");
    expect(text).toContain("Du svara for Voss.");
    expect(none).toBeNull();
    const attendee = { ...calendar.attendee, answer: "tentative" as const };
    const mail = await render({ ...confirmation, calendar: { ...calendar, attendee } }, nn);
    expect(mail.calendar?.content.replace(/\r\n /g, "")).toContain("PARTSTAT=TENTATIVE");
  });
});

describe("the schema", () => {
  it("refuses what no template could render", () => {
    const wrong = [
      { ...signIn, code: "12345" },
      { ...roleInvitation, role: "king" },
      { ...invitation, replyBy: "12. mai" },
      { ...invitation, event: { ...invitation.event, link: "javascript:alert(1)" } },
      { ...invitation, event: { ...invitation.event, startsAt: "2027-05-26 09:00" } },
      { ...update, changes: [] },
      { kind: "newsletter" },
    ];
    for (const message of wrong) expect(messageSchema.safeParse(message).success).toBe(false);
  });
});
