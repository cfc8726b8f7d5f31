import type { MunicipalityDetail } from "~/features/municipalities/municipalities.view.server";
import { standardWords } from "~/features/municipalities/standard-words";
import { m } from "~/i18n/messages/messages";
import { Panel, PanelBody } from "~/ui/panel";

/** The language of mail to the municipality, and why. */
export function WrittenStandardPanel({ municipality }: { municipality: MunicipalityDetail }) {
  const { writtenStandard, mailLocale, regionDefault } = municipality;
  const words = { nb: m.municipalities_in_bokmal(), nn: m.municipalities_in_nynorsk() };
  const fallback = regionDefault === "nynorsk" ? words.nn : words.nb;
  return (
    <Panel title={m.municipalities_standard()} aside={standardWords(writtenStandard)}>
      <PanelBody>
        <p>{m.municipalities_mail_in({ language: words[mailLocale] })}</p>
        <p className="sv-small sv-quiet">{m.municipalities_standard_why({ language: fallback })}</p>
      </PanelBody>
    </Panel>
  );
}
