import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateKinds } from "~/domain/documents/template-fields";
import { languageOf } from "~/domain/regions/written-standard";
import { fileWords } from "~/features/documents/file-name";
import { templateKindNames } from "~/features/documents/template-words";
import { wordAnswer } from "~/features/documents/word-answer.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { notFound } from "~/platform/http/responses.server";

/** The standard layout as a template to start from. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region } = await requireRegion(request, params.region, "bodies.edit");
  const asked = new URL(request.url).searchParams.get("kind") ?? templateKinds[0];
  const kind = templateKinds.find((one) => one === asked);
  if (!kind) notFound();
  const { writeDefaultTemplate } = await import("~/features/documents/default-template.server");
  const bytes = await writeDefaultTemplate(kind, { language: languageOf[region.defaultStandard], region });
  return wordAnswer(
    bytes,
    `${fileWords(m.documents_template_default_title())}-${fileWords(templateKindNames[kind]())}`,
  );
}
