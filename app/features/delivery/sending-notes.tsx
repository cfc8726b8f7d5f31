import { Form } from "@remix-run/react";
import type { deliveriesView } from "~/features/delivery/deliveries.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";
import { Panel } from "~/ui/panel";
import { DataTable } from "~/ui/table";

type View = Pick<Awaited<ReturnType<typeof deliveriesView>>, "mode" | "meAddress" | "stoppedAt" | "parked">;
type Props = { view: View; region: { slug: string; zone: string }; mayStop: boolean };

/** What keeps the region's mail from leaving as it should: it is stopped, on hold, or goes to one address. */
export function SendingNotes({ view, region, mayStop }: Props) {
  const { mode, meAddress, stoppedAt } = view;
  const settings = { label: m.delivery_hold_link(), to: paths.mailSettings(region.slug) };
  if (stoppedAt)
    return (
      <Note tone="danger">
        <p>{m.delivery_stopped_note({ when: formatInstant(stoppedAt, region.zone, getLocale()) })}</p>
        {mayStop && (
          <Form method="post">
            <Button name="intent" value="start" variant="secondary">
              {m.delivery_start()}
            </Button>
          </Form>
        )}
      </Note>
    );
  if (mode === "hold")
    return (
      <Note tone="warning" action={settings}>
        {m.delivery_hold_note()}
      </Note>
    );
  if (mode === "to_me")
    return (
      <Note tone="warning" action={settings}>
        {m.delivery_to_me_note({ address: meAddress ?? "" })}
      </Note>
    );
  return null;
}

/** The button that stops all sending; where sending is not stopped. */
export function StopButton({ view, mayStop }: Omit<Props, "region">) {
  if (view.stoppedAt || view.mode === "hold" || !mayStop) return null;
  return (
    <Form method="post">
      <Button name="intent" value="stop" variant="danger">
        {m.delivery_stop()}
      </Button>
    </Form>
  );
}

/** Batches that nobody knows the end of: a person says whether they are sent again. */
export function ParkedBatches({ view, region, mayStop }: Props) {
  if (view.parked.length === 0) return null;
  return (
    <Panel title={m.delivery_parked()} count={view.parked.length}>
      <DataTable
        caption={m.delivery_parked()}
        rows={view.parked}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "batch",
            head: m.delivery_message(),
            rowHeader: true,
            cell: ({ subject, size }) => (
              <>
                {subject}
                <div className="sv-quiet sv-small">{m.delivery_parked_size({ n: size })}</div>
              </>
            ),
          },
          {
            id: "when",
            head: m.delivery_parked_tried(),
            quiet: true,
            onSmall: "full",
            cell: ({ at }) => (at ? formatInstant(at, region.zone, getLocale()) : ""),
          },
          {
            id: "decide",
            head: m.delivery_parked_decide(),
            onSmall: "full",
            cell: ({ id }) =>
              mayStop && (
                <Form method="post" className="sv-row">
                  <input type="hidden" name="batch" value={id} />
                  <Button small variant="secondary" name="intent" value="again">
                    {m.delivery_parked_again()}
                  </Button>
                  <Button small variant="tertiary" name="intent" value="leave">
                    {m.delivery_parked_leave()}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Panel>
  );
}
