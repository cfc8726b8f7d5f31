import { useSearchParams } from "@remix-run/react";
import { selectionOf } from "~/features/communications-plan/plan-query";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { Menu, MenuLink } from "~/ui/menu";

/** The ways a plan leaves the product on paper: as a document to print, and as a Word file, of the rows selected. */
export function DocumentMenu({ slug, period }: { slug: string; period: string }) {
  const [params] = useSearchParams();
  const selection = selectionOf(params);
  return (
    <Menu
      align="end"
      className="ds-button sv-mxbutton"
      label={
        <>
          <Icon name="download" size={18} />
          {m.plan_document_menu()}
        </>
      }
    >
      <MenuLink to={paths.planDocument(slug, period) + selection} icon="file">
        {m.plan_document_print()}
      </MenuLink>
      <MenuLink to={paths.planDocumentFile(slug, period) + selection} icon="download" reloadDocument>
        {m.plan_document_word()}
      </MenuLink>
    </Menu>
  );
}
