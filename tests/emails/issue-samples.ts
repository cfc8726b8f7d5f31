import type { ContentItem, IssueContent } from "~/domain/newsletters/issue-content";

const item = (fields: Partial<ContentItem>): ContentItem => ({
  ...{ kind: "text", heading: "", body: "", link: null, image: null, from: null, day: null },
  ...fields,
});

/** An issue with one of each thing an item can have. */
export const issue: IssueContent = {
  language: "nn",
  region: { name: "Vestland", programme: "Leve heile livet", initials: "VL", accent: "fjord" },
  logo: null,
  sender: "Regionalt støtteapparat Vestland",
  newsletter: "Nyheitsbrev",
  number: "1/2027",
  subject: "Fram mot sommaren",
  heading: "Fram mot sommaren",
  webUrl: "https://samvirk.example/vestland/newsletters/0198",
  items: [
    item({
      kind: "introduction",
      body: "Våren har vore full av **dialogmøte**.\n\n- Eitt møte i kvar kommune\n- Skjemaa kom inn i tide\n\nLes [heile oppsummeringa](https://vestland.example/om).",
    }),
    item({
      kind: "event",
      heading: "Erfaringskonferanse",
      body: "Onsdag 26. mai 2027, kl. 09.00–14.30. Svarfristen er 19. mai.",
      day: "2027-05-26",
      link: { label: "Svar på invitasjonen", url: "https://samvirk.example/vestland/events/0198" },
    }),
    item({
      kind: "recording",
      heading: "Mat og måltid",
      body: "Opptaket av fagdagen ligg ute.",
      link: { label: "Sjå opptaket", url: "https://samvirk.example/vestland/recordings" },
    }),
    item({
      kind: "note",
      heading: "Nytt kurs",
      from: "KS",
      body: "| Stad | Plassar |\n|---|---|\n| Voss | 20 |\n| Førde | 24 |",
      image: {
        url: "https://samvirk.example/vestland/newsletters/0198/images/1",
        alt: "Tre som planlegg rundt eit bord",
        width: 1200,
        height: 600,
      },
    }),
  ],
};

export { item };
