import type { AgendaByLink } from "~/features/cases/agenda-by-link.view.server";
import { AgendaList } from "~/features/cases/agenda-list";
import { m } from "~/i18n/messages/messages";
import { Card, CardSection } from "~/ui/public-parts";

/** The agenda of a meeting on the page of somebody who is invited. */
export function AgendaCard({ items, paperTo }: { items: AgendaByLink; paperTo: (paper: string) => string }) {
  if (items.length === 0) return null;
  return (
    <Card>
      <CardSection>
        <h2>{m.cases_agenda()}</h2>
        <AgendaList items={items} paperTo={({ id }) => paperTo(id)} />
      </CardSection>
    </Card>
  );
}
